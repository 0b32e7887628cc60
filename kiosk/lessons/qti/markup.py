"""XML being written, and a lesson's HTML as the XHTML of QTI 3: always well-formed, whatever the HTML is."""

from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser
from xml.parsers import expat

from kiosk.lessons.interactions import Condition, Html
from kiosk.lessons.values import Scalar, write_scalar

type Xml = str
type Instead = Callable[[str], Xml]
"""The interaction that stands at a slot, by its response."""

MATHML = "http://www.w3.org/1998/Math/MathML"
_VOID = frozenset({"br", "hr", "img"})
_INSTEAD = {"s": ("del", None), "u": ("span", "qti-underline")}
_BLOCKS = frozenset(
    "blockquote div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul".split()  # noqa: SIM905 - as in the other tables of tags
)


def tag(name: str, attributes: Mapping[str, Scalar | None], *inner: Xml) -> Xml:
    """An element. Attributes that are None are left out."""
    told = {key: write_scalar(value) for key, value in attributes.items() if value is not None}
    head = name + "".join(f' {key}="{escape(text)}"' for key, text in told.items())
    return f"<{head}>{''.join(inner)}</{name}>" if any(inner) else f"<{head}/>"


def words(text: str) -> Xml:
    return escape(text, quote=False)


def when(condition: Condition | None, variable: str) -> dict[str, Scalar | None]:
    """The attributes of something that depends on a variable, which `variable` names."""
    if condition is None:
        return {}
    shows = "show" if condition.shows else "hide"
    return {variable: condition.variable, "identifier": condition.identifier, "show-hide": shows}


def xhtml(html: Html, instead: Instead = lambda _: "", hottexts: Mapping[str, Condition | None] | None = None) -> Xml:
    """A text with its marks as QTI's elements. `hottexts` says of which of them there is a condition."""
    writer = _Writer(instead, hottexts or {})
    writer.feed(html)
    writer.close()
    return writer.finished()


class _Writer(HTMLParser):
    def __init__(self, instead: Instead, hottexts: Mapping[str, Condition | None]) -> None:
        super().__init__(convert_charrefs=True)
        self._instead = instead
        self._hottexts = hottexts
        self._parts: list[str] = []
        self._open: list[tuple[str, str, int]] = []
        """Tag, what closes it, and where its opening stands among the parts."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        if tag in _VOID:
            self._parts.append(_open(tag, told).removesuffix(">") + "/>")
            return
        opening, closing = self._tags(tag, told)
        self._open.append((tag, closing, len(self._parts)))
        self._parts.append(opening)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if all(name != tag for name, _, _ in self._open):
            return
        while self._close() != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._parts.append(words(data))

    def finished(self) -> Xml:
        while self._open:
            self._close()
        return "".join(self._parts)

    def _close(self) -> str:
        name, closing, at = self._open.pop()
        inner = self._parts[at + 1 :]
        if name == "x-shown":
            self._parts[at:] = [_shown(self._parts[at], "".join(inner))]
        elif closing == _END_OF_MATHML:
            self._parts[at:] = [_formula("".join(inner))]
        else:
            self._parts.append(closing)
        return name

    def _tags(self, name: str, told: Mapping[str, str]) -> tuple[str, str]:
        """What opens and what closes a tag of ours."""
        match name:
            case "x-slot":
                return self._instead(told.get("response", "")), ""
            case "x-gap":
                return tag("qti-gap", {"identifier": told.get("identifier")}), ""
            case "x-variable":
                return tag(
                    "qti-printed-variable", {"identifier" if key == "name" else key: told[key] for key in told}
                ), ""
            case "x-shown":
                variable = "outcome-identifier" if told.get("kind") == "feedback" else "template-identifier"
                hides = told.get("show") == "false"
                condition = Condition(told.get("variable", ""), told.get("identifier", ""), shows=not hides)
                return tag(f"qti-{told.get('kind', 'feedback')}", when(condition, variable)), ""
            case "x-hottext":
                identifier = told.get("identifier", "")
                there = when(self._hottexts.get(identifier), "template-identifier")
                return _open("qti-hottext", {**there, "identifier": identifier}), "</qti-hottext>"
            case "span" if told.get("class") == "math":
                return '<span class="math">\\(', "\\)</span>"
            case "span" if told.get("class") == "mathml":
                return "", _END_OF_MATHML
            case _:
                theirs, style = _INSTEAD.get(name, (name, None))
                return _open(theirs, {"class": style, **told}), f"</{theirs}>"


_END_OF_MATHML = "</mathml>"


def _open(name: str, told: Mapping[str, Scalar | None]) -> Xml:
    """An opening tag. What QTI 3 says by a class is said so."""
    align = told.get("align")
    attributes = {key: value for key, value in told.items() if key != "align"}
    if align and name != "img":
        attributes["class"] = f"qti-align-{align}"
    return tag(name, attributes).removesuffix("/>") + ">"


def _shown(opening: Xml, inner: Xml) -> Xml:
    """A part that depends on a variable: within a line, or of lines of its own."""
    name, _, told = opening.removeprefix("<").removesuffix("/>").partition(" ")
    if any(f"<{block}" in inner for block in _BLOCKS):
        return f"<{name}-block {told}><qti-content-body>{inner}</qti-content-body></{name}-block>"
    return f"<{name}-inline {told}>{inner}</{name}-inline>"


def _formula(source: Xml) -> Xml:
    """MathML, which stands in a text as words; what is none stays words."""
    math = _plain(source)
    try:
        expat.ParserCreate().Parse(math, True)
    except expat.ExpatError:
        return source
    return math.replace("<math", f'<math xmlns="{MATHML}"', 1)


def _plain(escaped: Xml) -> str:
    return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
