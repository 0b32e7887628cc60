"""HTML from elsewhere as a small tree of what lessons show: no script, no style, nothing from the network.

Browsers' rules for broken HTML are nh3's (html5ever); Python's own parser takes a minute for 64 KiB of "<a ".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from typing import override

import nh3

from kiosk.errors import LessonError
from kiosk.imports.draft import Loss

LARGEST = 1024 * 1024
MOST_TAGS = 20_000
"""With that many elements within one another the parser takes a second and a half; time grows with the square."""

BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol blockquote pre hr table".split())  # noqa: SIM905 - a word to a line would hide the rest
INLINE = frozenset(["em", "strong", "code", "sub", "sup", "br", "img", "math", "mathml"])

_PARTS = frozenset(["li", "thead", "tbody", "tr", "th", "td"])
_SAME = {"b": "strong", "i": "em", "cite": "em", "dfn": "em", "var": "em", "kbd": "code", "samp": "code", "tt": "code"}
_BREAKS = frozenset(
    """
    div section article main header footer aside nav figure figcaption center address details summary dl dt dd
    form fieldset caption
    """.split()  # noqa: SIM905 - a word to a line would hide the rest
)
_NOT_SHOWN = {
    "iframe": "a page of another program",
    "object": "an embedded object",
    "embed": "an embedded object",
    "audio": "a sound",
    "video": "a film",
    "input": "a form",
}
_MATHML = frozenset(
    """
    math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom mfenced menclose msub msup
    msubsup munder mover munderover mmultiscripts mtable mtr mtd mlabeledtr semantics annotation
    """.split()  # noqa: SIM905 - a word to a line would hide the rest
)
_TAGS = BLOCKS | INLINE | _PARTS | _SAME.keys() | _BREAKS | _NOT_SHOWN.keys() | _MATHML | {"a"} - {"mathml"}
_ATTRIBUTES = {
    "img": {"src", "alt", "class", "data-equation-content"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "annotation": {"encoding"},
    "math": {"alttext", "display"},
    "audio": {"src"},
    "video": {"src"},
    "iframe": {"src"},
    "mo": {"mathvariant", "stretchy"},
    "mfenced": {"open", "close", "separators"},
    "mi": {"mathvariant"},
    "mfrac": {"linethickness"},
}
_DEEPEST = 40
_LATEX = re.compile(r"\\\((?P<a>[^$]{1,2000}?)\\\)|\\\[(?P<b>[^$]{1,2000}?)\\\]|\$\$(?P<c>[^$]{1,2000})\$\$", re.DOTALL)


@dataclass(slots=True)
class Element:
    """A tag of ours. `math` has its LaTeX in `latex`, and `display`; `mathml` its `source` and its words in `text`."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)


type Node = Element | str

type FindPicture = Callable[[str], str | None]
"""From a picture's address in the source to its name in the lesson; None where it has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, and how the pictures it shows are found."""

    file: str
    line: int | None
    picture: FindPicture


def read_html(text: str, place: Place, losses: list[Loss]) -> list[Node]:
    """Read a stretch of HTML into blocks, or into inline nodes where it has no block. What is left out is noted.

    Raises LessonError where it is too long, or has too many tags, to be looked at safely.
    """
    if len(text) > LARGEST or text.count("<") > MOST_TAGS:
        raise LessonError(place.file, place.line, f"this HTML is too long (at most {MOST_TAGS} tags); split it.")
    clean = nh3.clean(
        text,
        tags=set(_TAGS),
        clean_content_tags={"script", "style", "title", "template", "noscript", "svg", "select", "textarea", "button"},
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "data"},
        link_rel=None,
    )
    if re.search(r"<(script|svg)\b", text, re.IGNORECASE):
        losses.append(Loss(place.file, place.line, "a script or drawing in the text", "it is not run or shown."))
    tree = _Tree(place, losses)
    tree.feed(clean)
    tree.close()
    return flow(tree.root.children)


def flow(nodes: Sequence[Node]) -> list[Node]:
    """Blocks with every loose text in a paragraph, or only inline nodes where there is no block."""
    flat = list(_unwrapped(nodes))
    if not any(_is_block(node) for node in flat):
        return _trimmed(flat)
    blocks: list[Node] = []
    loose: list[Node] = []

    def end_loose() -> None:
        if words := _trimmed(loose):
            blocks.append(Element("p", {}, words))
        loose.clear()

    for node in flat:
        if _is_block(node):
            end_loose()
            if isinstance(node, Element) and node.name != "break" and not _is_blank(node):
                blocks.append(node)
        else:
            loose.append(node)
    end_loose()
    return blocks


def text_of(nodes: Sequence[Node]) -> str:
    """The words alone; a formula is its LaTeX, a picture its description."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node.name in ("math", "mathml", "img"):
            parts.append(node.attributes.get("latex") or node.attributes.get("text") or node.attributes.get("alt", ""))
        else:
            space = "" if node.name in INLINE - {"br"} else " "
            parts.append(f"{space}{text_of(node.children)}{space}")
    return "".join(parts)


def plain_text(text: str) -> str:
    """The words of a stretch of HTML on one line."""
    nothing = Place("", None, lambda _: None)
    return " ".join(text_of(read_html(text, nothing, [])).split()) if "<" in text or "&" in text else text.strip()


def _is_block(node: Node) -> bool:
    return isinstance(node, Element) and (node.name in BLOCKS or node.name == "break")


def _is_blank(node: Element) -> bool:
    return node.name not in ("hr", "pre", "table") and not _trimmed(node.children)


def _unwrapped(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes without elements that only set apart, and with inline ones that hold blocks opened."""
    for node in nodes:
        if isinstance(node, str) or node.name in BLOCKS or node.name == "break":
            yield node
        elif node.name in _BREAKS:
            yield Element("break")
            yield from _unwrapped(node.children)
            yield Element("break")
        elif node.name in _PARTS or any(_is_block(inner) for inner in _unwrapped(node.children)):
            yield from _unwrapped(node.children)
        else:
            yield node


def _trimmed(nodes: Sequence[Node]) -> list[Node]:
    """Without spaces and line breaks at both ends; [] where nothing is left."""
    kept = list(nodes)
    for at in (0, -1):
        while kept:
            end = kept[at]
            if isinstance(end, str):
                text = end.lstrip() if at == 0 else end.rstrip()
                if text:
                    kept[at] = text
                    break
            elif end.name != "br":
                break
            kept.pop(at)
    return kept


class _Tree(HTMLParser):
    """Builds the tree from what nh3 wrote, which is balanced and holds only `_TAGS`."""

    def __init__(self, place: Place, losses: list[Loss]) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]
        self._too_deep = 0
        self._place = place
        self._losses = losses
        self._math: list[str] | None = None
        self._annotation: str | None = None
        self._latex = ""

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        if tag == "math":
            self._math, self._latex = [], ""
            self._add(Element("mathml", {"text": attributes.get("alttext", "")}))
        if self._math is not None:
            self._start_math(tag, attributes)
        elif tag == "img":
            self._add_picture(attributes)
        elif tag in _NOT_SHOWN:
            what = f"{_NOT_SHOWN[tag]} ({attributes.get('src', '')[:80]})" if attributes.get("src") else _NOT_SHOWN[tag]
            self._lose(what, "lessons show text, formulas, tables and pictures.")
        elif tag in ("br", "hr"):
            self._add(Element(tag))
        elif tag != "a":
            self._push(Element(_SAME.get(tag, tag), self._kept(attributes)))

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._math is not None:
            self._end_math(tag)
        elif tag in _NOT_SHOWN or tag in ("a", "br", "hr", "img"):
            pass
        elif self._too_deep:
            self._too_deep -= 1
        elif len(self._open) > 1:
            self._open.pop()

    @override
    def handle_data(self, data: str) -> None:
        if self._annotation is not None:
            self._annotation += data
        elif self._math is not None:
            self._math.append(escape(data))
        elif any(element.name in ("pre", "code") for element in self._open):
            self._open[-1].children.append(data)
        else:
            self._open[-1].children += _with_latex(data)

    def _kept(self, attributes: dict[str, str]) -> dict[str, str]:
        allowed = {"colspan", "rowspan", "start"}
        kept = {key: value for key, value in attributes.items() if key in allowed and re.fullmatch(r"\d{1,3}", value)}
        if attributes.get("align") in ("left", "center", "right"):
            kept["align"] = attributes["align"]
        return kept

    def _add(self, element: Element) -> None:
        self._open[-1].children.append(element)

    def _push(self, element: Element) -> None:
        if len(self._open) > _DEEPEST:
            self._too_deep += 1
            return
        self._add(element)
        self._open.append(element)

    def _add_picture(self, attributes: dict[str, str]) -> None:
        address, description = attributes.get("src", ""), " ".join(attributes.get("alt", "").split())
        if latex := attributes.get("data-equation-content", "").strip():  # Canvas
            self._add(Element("math", {"latex": latex}))
            return
        name = self._place.picture(address) if address else None
        if name is None:
            shown = address[:80] if address else "without an address"
            self._lose(
                f"a picture ({shown})",
                "it is not among the files, or no picture that can be shown; nothing is fetched.",
            )
            self._open[-1].children.append(description)
            return
        if not description:
            description = re.sub(r"[\s_-]+", " ", re.sub(r".*/|\.[^.]*$", "", name)).strip() or "picture"
            self._lose(f"the description of the picture {name}", "it has none, so its file name is used.")
        self._add(Element("img", {"src": name, "alt": description}))

    def _start_math(self, tag: str, attributes: dict[str, str]) -> None:
        assert self._math is not None
        if tag == "annotation":
            self._annotation = ""
        elif tag in _MATHML and tag != "semantics":
            said = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            self._math.append(f"<{tag}{said}>")
        if tag == "annotation" and "tex" in attributes.get("encoding", "").lower():
            self._latex = "?"

    def _end_math(self, tag: str) -> None:
        assert self._math is not None
        if tag == "annotation":
            if self._latex == "?":
                self._latex = (self._annotation or "").strip()
            self._annotation = None
            return
        if tag in _MATHML and tag != "semantics":
            self._math.append(f"</{tag}>")
        if tag == "math":
            element = self._open[-1].children[-1]
            assert isinstance(element, Element)
            source = "".join(self._math)
            if self._latex:
                element.name, element.attributes = "math", {"latex": self._latex}
            else:
                words = re.sub(r"<[^>]*>", " ", source)
                element.attributes |= {"source": source, "text": element.attributes["text"] or " ".join(words.split())}
            self._math = None

    def _lose(self, what: str, why: str) -> None:
        self._losses.append(Loss(self._place.file, self._place.line, what, why))


def _with_latex(text: str) -> Iterator[Node]:
    r"""A text with the formulas in it that learning platforms write: \\(x\\), \\[x\\] and $$x$$."""
    at = 0
    for found in _LATEX.finditer(text):
        latex = next(group for group in found.groups() if group is not None).strip()
        if latex:
            if found.start() > at:
                yield text[at : found.start()]
            yield Element("math", {"latex": latex} | ({} if found["a"] is not None else {"display": "block"}))
            at = found.end()
    if at < len(text):
        yield text[at:]
