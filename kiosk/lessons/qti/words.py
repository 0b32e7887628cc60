"""The XHTML in an item, as a lesson's HTML: what our pages can show is kept, the rest is left out or told of."""

import re
from html import escape

from kiosk.lessons.interactions import Condition, Html
from kiosk.lessons.qti.declarations import needed
from kiosk.lessons.qti.flow import Flow, Room
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.source import is_picture

_IN_WORDS = {
    **{name: name for name in ("em", "strong", "code", "sub", "sup", "u", "s", "small")},
    "b": "strong",
    "i": "em",
    "var": "em",
    "cite": "em",
    "dfn": "em",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "ins": "u",
    "del": "s",
    "strike": "s",
}
_ON_LINES = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "dt"), Room.WORDS),
    **dict.fromkeys(("li", "td", "th", "dd", "caption"), Room.WORDS_OR_BLOCKS),
    **dict.fromkeys(("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"), Room.PARTS),
    "blockquote": Room.BLOCKS,
    "pre": Room.VERBATIM,
}
_SECTIONS = frozenset(
    """
    address article aside center content-body details div fieldset figcaption figure footer header
    html-content item-body main nav section stimulus-body summary
    """.split()  # noqa: SIM905 - a word to a line would hide the rest
)
_PLAIN = frozenset(["a", "abbr", "acronym", "big", "bdi", "font", "label", "mark", "rb", "rbc", "ruby", "span", "time"])
_SILENT = frozenset(
    ["catalog-info", "col", "colgroup", "prompt", "rp", "stylesheet", "template-info", "track", "xi:fallback"]
)
_MEDIA = frozenset({"audio", "video"})
_CLASSES = {"qti-underline": "u", "underline": "u", "qti-bold": "strong", "qti-italic": "em"}
_ALIGNED = {"qti-align-left": "left", "qti-align-center": "center", "qti-align-right": "right"}
_HIDDEN = frozenset({"qti-hidden", "qti-visually-hidden"})
_DIRECTIONS = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_OVERRIDES = {"ltr": "\u202d", "rtl": "\u202e"}
_SMALL_NUMBER = re.compile(r"[0-9]{1,4}")
_PRINTED = ("format", "power-form", "base", "index", "delimiter", "field", "mapping-indicator")


def html_of(element: Element, reading: Reading) -> Html:
    """What an element holds, as one text. What is to be answered in it is left out, as a loss."""
    words = Words(reading, Flow(Room.WORDS_OR_BLOCKS))
    words.children(element)
    return words.flow.words()


def condition(element: Element, variable: str) -> Condition:
    """When a feedback or a part of a template is there; `variable` is the attribute that names its variable."""
    return Condition(needed(element, variable), needed(element, "identifier"), element.get("show-hide") != "hide")


class Words:
    """A walk through elements that writes what it meets into a flow."""

    def __init__(self, reading: Reading, flow: Flow) -> None:
        self.reading = reading
        self.flow = flow

    def children(self, element: Element) -> None:
        """Write all that an element holds."""
        for child in element.children:
            if isinstance(child, str):
                self.flow.text(child)
            else:
                self.element(child)

    def element(self, element: Element) -> None:
        name = element.name
        if name in _SILENT or not _HIDDEN.isdisjoint(element.get("class").split()):
            return
        if "style" in element.attributes:
            self.reading.lose(element, "style", "lessons are shown in their own look")
        if name in _IN_WORDS:
            self._in_words(element, _IN_WORDS[name])
        elif name in _ON_LINES:
            self.flow.begin(name, _attributes(element), _ON_LINES[name])
            self.children(element)
            self.flow.end()
        elif name in _SECTIONS:
            self._section(element)
        elif name in _PLAIN:
            self._plain(element)
        elif name in {"br", "hr"}:
            self.flow.void(name, {}, is_block=name == "hr")
        elif not self._special(element):
            self.reading.lose(element, f"<{name}>", "lessons cannot show it")
            if not name.startswith(("svg:", "other:")) and name not in {"script", "style", "iframe"}:
                self.children(element)

    def interaction(self, element: Element) -> None:
        """Write what stands for something to answer: in a text that holds nothing of the kind, nothing."""
        self.reading.lose(element, element.name, "it stands where nothing can be answered")

    def conditional(self, element: Element, kind: str) -> None:
        """Write lines that depend on a variable."""
        self.flow.begin("x-shown", _shown(element, kind), Room.BLOCKS)
        self.children(element)
        self.flow.end()

    def rubric(self, element: Element) -> None:
        """Write words that only some readers see: here, where everybody would, none."""
        self.reading.lose(element, "rubric-block", "it stands where it cannot be kept from other readers")

    def media(self, element: Element) -> None:
        """Write a sound or a film: in a text that holds only words and pictures, what it is about."""
        self.reading.lose(element, f"<{element.name}>", "a sound or film can only stand between paragraphs")
        self.flow.text(element.get("aria-label") or element.get("title"))

    def _special(self, element: Element) -> bool:  # noqa: C901, PLR0912 - a table, written as code
        """Write what is none of HTML's plain tags; False for what is not known."""
        match element.name:
            case "img":
                self._picture(element, element.get("src"), element.get("alt"))
            case "picture":
                self._first_picture(element)
            case "object" | "embed":
                self._object(element)
            case "math:math" | "math":
                self._formula(element)
            case "q":
                self.flow.text("“")
                self.children(element)
                self.flow.text("”")
            case "rt":
                self.flow.text("(")
                self.children(element)
                self.flow.text(")")
            case "bdo":
                self._turned(element, _OVERRIDES.get(element.get("dir"), ""), "\u202c")
            case "feedback-inline":
                self._in_words(element, "x-shown", _shown(element, "feedback"))
            case "template-inline":
                self._in_words(element, "x-shown", _shown(element, "template"))
            case "feedback-block":
                self.conditional(element, "feedback")
            case "template-block":
                self.conditional(element, "template")
            case "rubric-block":
                self.rubric(element)
            case "printed-variable":
                told = {key: element.get(key) for key in _PRINTED if element.get(key)}
                self.flow.mark("x-variable", {"name": needed(element, "identifier")} | told)
            case "hottext":
                self._in_words(element, "x-hottext", {"identifier": needed(element, "identifier")})
            case "gap":
                self.flow.mark("x-gap", {"identifier": needed(element, "identifier")})
            case "audio" | "video":
                self.media(element)
            case "position-object-stage":
                self.interaction(element)
            case name if name.endswith("-interaction"):
                self.interaction(element)
            case name if name.startswith("other:"):  # such as SSML, which says how words are spoken
                self.children(element)
            case _:
                return False
        return True

    def _in_words(self, element: Element, tag: str, attributes: dict[str, str] | None = None) -> None:
        self.flow.begin_words(tag, attributes or {})
        self.children(element)
        self.flow.end_words()

    def _section(self, element: Element) -> None:
        """Lines that belong together; those that are only words become a paragraph."""
        attributes = {key: text for key, text in _attributes(element).items() if key in {"align", "dir"}}
        if any(_stands_alone(child) for child in element.elements):
            self.flow.begin("div" if attributes else "", attributes, Room.BLOCKS)
        else:
            self.flow.begin("p", attributes, Room.WORDS)
        self.children(element)
        self.flow.end()

    def _plain(self, element: Element) -> None:
        """Words whose tag we do not have, or know by its class."""
        classes = element.get("class").split()
        tag = next((_CLASSES[name] for name in classes if name in _CLASSES), None)
        if element.name == "span" and "math" in classes:
            formula = element.text.strip().removeprefix("\\(").removesuffix("\\)")
            self.flow.begin_words("span", {"class": "math"})
            self.flow.text(formula.strip())
            self.flow.end_words()
        elif tag:
            self._in_words(element, tag)
        else:
            self._turned(element, _DIRECTIONS.get(element.get("dir"), ""), "\u2069")

    def _turned(self, element: Element, before: str, after: str) -> None:
        if before:
            self.flow.text(before)
        self.children(element)
        if before:
            self.flow.text(after)

    def _picture(self, element: Element, address: str, description: str) -> None:
        picture = self.reading.picture(element, address, description)
        if picture is None:
            self.flow.text(description)
            return
        told = {"src": picture.source, "alt": description}
        self.flow.void("img", told | {"width": str(picture.width), "height": str(picture.height)})

    def _first_picture(self, element: Element) -> None:
        """The picture of several that is meant for readers who know no better."""
        image = element.first("img")
        if image is None:
            self.reading.lose(element, "<picture>", "it has no img in it")
        else:
            self._picture(image, image.get("src"), image.get("alt"))

    def _object(self, element: Element) -> None:
        kind = element.get("type").partition("/")[0]
        address = element.get("data") or element.get("src")
        if kind in _MEDIA:
            self.media(element)
        elif kind == "image" or is_picture(address):
            described = element.get("alt") or element.get("aria-label") or " ".join(element.text.split())
            self._picture(element, address, described)
        else:
            self.reading.lose(element, address or "<object>", "lessons show only pictures, sounds and films")
            self.children(element)

    def _formula(self, element: Element) -> None:
        stands_alone = element.get("display") == "block" and self.flow.takes_blocks
        if stands_alone:
            self.flow.begin("p", {"align": "center"}, Room.WORDS)
        self.flow.begin_words("span", {"class": "mathml"})
        self.flow.text(mathml(element))
        self.flow.end_words()
        if stands_alone:
            self.flow.end()


def mathml(element: Element) -> str:
    """The source of a formula without prefixes, annotations, and what refers to anything outside of it."""
    name = element.name.removeprefix("math:")
    if name == "semantics":
        first = next(element.elements, None)
        return mathml(first) if first else ""
    if name.startswith("annotation") or ":" in name:
        return ""
    told = "".join(
        f' {key}="{escape(text)}"'
        for key, text in element.attributes.items()
        if key not in {"class", "href", "id", "style", "src", "xml:lang"} and not key.startswith("on")
    )
    inner = "".join(
        escape(" ".join(child.split()), quote=False) if isinstance(child, str) else mathml(child)
        for child in element.children
    )
    return f"<{name}{told}>{inner}</{name}>"


def _stands_alone(element: Element) -> bool:
    name = element.name
    return (
        name in _ON_LINES
        or name in _SECTIONS
        or name in {"hr", "feedback-block", "template-block", "rubric-block", "audio", "video", "position-object-stage"}
        or (name.endswith("-interaction") and name not in INLINE)
    )


INLINE = frozenset({"inline-choice-interaction", "text-entry-interaction", "end-attempt-interaction"})
"""The interactions that stand in running text."""


def _shown(element: Element, kind: str) -> dict[str, str]:
    when = condition(element, "outcome-identifier" if kind == "feedback" else "template-identifier")
    told = {"kind": kind, "variable": when.variable, "identifier": when.identifier}
    return told | {"show": "true" if when.shows else "false"}


def _attributes(element: Element) -> dict[str, str]:
    """Those that our pages know."""
    told: dict[str, str] = {}
    align = next((_ALIGNED[name] for name in element.get("class").split() if name in _ALIGNED), element.get("align"))
    if align in _ALIGNED.values() and element.name in {"p", "div", "td", "th"}:
        told["align"] = align
    if element.get("dir") in {"ltr", "rtl"}:
        told["dir"] = element.get("dir")
    counted = {"ol": ("start",), "td": ("colspan", "rowspan"), "th": ("colspan", "rowspan")}.get(element.name, ())
    return told | {key: element.get(key) for key in counted if _SMALL_NUMBER.fullmatch(element.get(key))}
