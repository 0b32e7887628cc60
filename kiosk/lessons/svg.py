"""SVG pictures made safe to draw: they read nothing, run nothing, and their work is bounded."""

import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from xml.etree import ElementTree as ET

from kiosk.lessons.raster import embedded_size
from kiosk.lessons.svg_outline import crossings

LARGEST = 512 * 1024
"""In bytes."""

MOST_ELEMENTS = 2_000
"""Also of what is drawn in the end, when each `use` is counted as all that it draws."""

MOST_LETTERS = 4_000
"""Of all texts; measured, 270,000 took 3 s for each look at them."""

MOST_STYLING = 10_000_000
"""Characters of style sheets times elements: each rule is tried on each. Measured, 84 times as much took 4 s."""

MOST_EMBEDDED = 10_000_000
"""Pixels of all pictures in it together, which are decoded at once into four bytes each."""

MOST_TO_AND_FRO = 10_000
"""The squares of how often lines run to and fro within each shape, of what is more than `_USUAL_CROSSINGS`, summed up.
Measured, this much is drawn in 1 to 4 s, and 20 times as much in more than 20 s."""

_USUAL_CROSSINGS = 8
"""Of letters and icons; so many cost no more than a rectangle."""

_DEEPEST = 32
"""As deep as QtSvg goes."""

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "image"})
_DRAWN = _SHAPES | {"svg", "g", "defs", "symbol", "use", "linearGradient", "radialGradient", "stop", "style"}
_WORDS = frozenset({"text", "tspan"})
_LEFT_OUT = frozenset({"metadata", "title", "desc", "clipPath"})
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in)?\s*")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_USUAL_SIZE = (300.0, 150.0)
_LONGEST_SIDE = 100_000


class SvgRefusedError(Exception):
    """Why an SVG is not drawn, as the rest of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Svg:
    """An SVG that may be drawn: shapes, text, gradients, and pictures that it holds in itself.

    Width and height are in pixels at 100 %.
    """

    text: str
    width: float
    height: float


def read_svg(data: bytes) -> Svg:
    """Copy what lessons draw out of an SVG; what drawing programs note for themselves is left out.

    Raises SvgRefusedError for anything that could read files, run, or keep QtSvg busy: measured, 1.8 kB of `use`
    within `use` took it 12 s, and an image with an absolute path was drawn.
    """
    if len(data) > LARGEST:
        raise SvgRefusedError(f"is larger than {LARGEST // 1024} KiB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SvgRefusedError("is not UTF-8") from None
    if "<!ENTITY" in text:
        raise SvgRefusedError("defines entities")
    copy = _Copy()
    parser = ET.XMLParser(target=copy)  # noqa: S314 - without entities there is nothing to expand
    try:
        parser.feed(text)
        parser.close()
    except (ET.ParseError, ValueError, RecursionError) as error:
        raise SvgRefusedError(f"is no XML: {error}") from None
    return copy.finished()


class _Copy:
    """What the parser calls, element by element, and so far no deeper than `_DEEPEST`."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._open: list[tuple[str, str | None, int]] = []
        self._left_out = 0
        self._count = 0
        self._letters = 0
        self._styling = 0
        self._embedded = 0
        self._to_and_fro = 0.0
        self._ids: dict[str, int] = {}
        self._referring: set[str] = set()
        self._references: list[str] = []
        self._size = _USUAL_SIZE

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(_SVG)
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise SvgRefusedError(f"has more than {MOST_ELEMENTS} elements")
        if len(self._open) + self._left_out >= _DEEPEST:
            raise SvgRefusedError(f"is nested more than {_DEEPEST} deep")
        if self._left_out or name.startswith("{") or name in _LEFT_OUT:
            self._left_out += 1
            return
        if name not in _DRAWN or (not self._open and name != "svg"):
            raise SvgRefusedError(f"contains <{name}>, which is not shown in lessons")
        self._open.append((name, attributes.get("id"), self._count))
        self._to_and_fro += max(0.0, crossings(name, attributes) - _USUAL_CROSSINGS) ** 2
        kept = {key: value for key, value in attributes.items() if not key.startswith(("{", "on"))}
        self._refer(name, kept, attributes)
        if len(self._open) == 1:
            self._size = _size(attributes)
            kept |= {"xmlns": _SVG[1:-1], "xmlns:xlink": "http://www.w3.org/1999/xlink"}
            kept |= {"width": f"{self._size[0]:g}", "height": f"{self._size[1]:g}"}
        if any("url(" in value.replace("url(#", "") for value in kept.values()):
            raise SvgRefusedError("refers to another file")
        self._parts.append(f"<{name}{''.join(f' {key}="{escape(value)}"' for key, value in kept.items())}>")

    def end(self, _tag: str) -> None:
        if self._left_out:
            self._left_out -= 1
            return
        name, own_id, first = self._open.pop()
        if own_id is not None:
            self._ids[own_id] = self._count - first + 1
        self._parts.append(f"</{name}>")

    def data(self, text: str) -> None:
        if self._left_out or not self._open:
            return
        if self._open[-1][0] == "style" and ("@" in text or "\\" in text or "url(" in text.replace("url(#", "")):
            raise SvgRefusedError("has a style sheet that refers to other files")
        if self._open[-1][0] == "style":
            self._styling += len(text)
        elif self._open[-1][0] in _WORDS:
            self._letters += len(text.strip())
        self._parts.append(escape(text))

    def finished(self) -> Svg:
        if not self._parts:
            raise SvgRefusedError("is empty")
        if any(reference in self._referring for reference in self._references):
            raise SvgRefusedError("refers to what refers to something else")
        if self._letters * self._most_repeated() > MOST_LETTERS:
            raise SvgRefusedError(f"has more than {MOST_LETTERS} letters")
        if self._to_and_fro * self._most_repeated() > MOST_TO_AND_FRO:
            raise SvgRefusedError("has lines that run to and fro more often than can be drawn")
        elements = self._count + sum(self._ids.get(reference, 0) for reference in self._references)
        if elements > MOST_ELEMENTS:
            raise SvgRefusedError(f"draws more than {MOST_ELEMENTS} elements")
        if self._styling * elements > MOST_STYLING:
            raise SvgRefusedError("has too long a style sheet for so many elements")
        return Svg("".join(self._parts), *self._size)

    def _most_repeated(self) -> int:
        """How often any part may be drawn."""
        return 1 + max(Counter(self._references).values(), default=0)

    def _refer(self, name: str, kept: dict[str, str], attributes: dict[str, str]) -> None:
        """Keep what an element refers to, which is a part of this file or a picture written into it."""
        target = next((value for key, value in attributes.items() if key.rpartition("}")[2] == "href"), None)
        kept.pop("href", None)
        if target is None:
            return
        if name == "image":
            size = embedded_size(target)
            if size is None:
                raise SvgRefusedError("shows a picture that is not in it")
            self._embedded += size[0] * size[1]
            if self._embedded > MOST_EMBEDDED:
                raise SvgRefusedError("holds a picture that is too large")
        elif target.startswith("#"):
            self._references.append(target[1:])
            self._referring |= {own_id for _, own_id, _ in self._open if own_id is not None}
        else:
            raise SvgRefusedError("refers to another file")
        kept["xlink:href"] = target


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    """Width and height in pixels; where one is missing or a percentage, it is taken from the view box."""
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        inside = (float(box[2]), float(box[3]))
    except (IndexError, ValueError):
        inside = _USUAL_SIZE
    width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
    if width is None and height is None:
        width, height = inside
    elif inside[0] > 0 and inside[1] > 0:
        width = width if width is not None else (height or 0) * inside[0] / inside[1]
        height = height if height is not None else width * inside[1] / inside[0]
    if width is None or height is None or not (0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE):
        raise SvgRefusedError("has no usable size")
    return width, height


def _pixels(length: str | None) -> float | None:
    match = _LENGTH.fullmatch(length or "")
    return float(match[1]) * _PIXELS[match[2] or "px"] if match else None
