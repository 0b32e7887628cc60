"""Formulas: LaTeX or MathML as a drawing of lines that stands on the line of its text, sharp at any size."""

import logging
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import override
from xml.etree import ElementTree as ET

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kiosk.desktop.widgets.ahead import Ahead, Unreadable
from kiosk.desktop.widgets.inline import Inline, font_as_deep
from kiosk.lessons.mathml import LONGEST as LONGEST_MATHML
from kiosk.lessons.mathml import MathmlRefusedError, is_mathml, plain_tree

LONGEST = 600
"""Characters of LaTeX in one formula: several lines of it."""

MOST_WORK = 4_000
"""About half a second. The library sets each row inside a row twice over, so nesting doubles what it takes."""

_REMEMBERED = 512
_LIBRARY = Lock()
"""The library keeps fonts and settings of its own, for one thread at a time."""

_INK = "#010203"
"""Stands for the colour of the text, which is known only when a formula is painted."""

_EM = 100
_LIKE_THE_TEXT = 1.1
"""The formula's typeface looks smaller than ours at the same size."""

_MARGIN = 0.1
"""Room around a formula, as a part of the text's size."""

_AIR = 0.12
"""More room above and below it in a text, so that fractions in neighbouring lines stay apart."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as SVG. Width, height and depth (the part below the line) are in sizes of the text around it."""

    svg: str
    width: float
    height: float
    depth: float


class Formulas(Ahead[str, Formula | Unreadable]):
    """The formulas of the lesson, by their LaTeX or MathML. One drawing serves every size and colour."""

    def __init__(self, parent: QObject, draw: Callable[[str], Formula | Unreadable] | None = None) -> None:
        super().__init__(draw or make_formula, most=_REMEMBERED, weigh=lambda _: 1, parent=parent)


def make_formula(source: str) -> Formula | Unreadable:
    """Draw LaTeX or MathML in about 5 ms; the first takes 0.3 s, for only lessons with formulas pay for the library."""
    with _LIBRARY:
        made = _make(source)
    if isinstance(made, Unreadable):
        log.warning("The formula %r is shown as it was written: %s.", source[:80], made.reason)
    return made


@lru_cache(_REMEMBERED)
def _make(source: str) -> Formula | Unreadable:
    from ziamath.config import config  # noqa: PLC0415 - see above
    from ziamath.tex import tex2mml  # noqa: PLC0415
    from ziamath.zmath import Math  # noqa: PLC0415

    if not is_mathml(source) and len(source) > LONGEST:
        return Unreadable(f"it is longer than {LONGEST} characters")
    config.svg2 = False  # else every glyph is a <use>, which QtSvg draws blank
    try:
        tree = plain_tree(source) if is_mathml(source) else ET.fromstring(tex2mml(source))  # noqa: S314 - its own XML
        if _work(tree) > MOST_WORK:
            return Unreadable("it is nested too deep")
        tree.set("mathcolor", _INK)
        svg = Math(tree, size=_EM * _LIKE_THE_TEXT, margin=_EM * _MARGIN).svgxml()
        _, top, width, height = (float(number) / _EM for number in svg.attrib["viewBox"].split())
    except MathmlRefusedError as refused:
        return Unreadable(f"it {refused}")
    except Exception as error:  # noqa: BLE001 - a lesson's formula can fail in the library in any way
        return Unreadable(f"it is not the LaTeX or MathML we know: {error or type(error).__name__}")
    if not (math.isfinite(width * height) and width > 0 and height > 0):
        return Unreadable("it has no size")
    return Formula(ET.tostring(svg, encoding="unicode"), width, height, top + height)


def _work(element: ET.Element) -> float:
    """Estimate what setting this takes, in units of about 0.1 ms, from measured formulas."""
    own = 1 + len(element.text or "") / 2 + (5 if element.get("stretchy") == "true" else 0)
    inside = sum(map(_work, element))
    is_row = element.tag.rpartition("}")[2] in {"math", "mrow", "mtd"}
    return own + (2 * inside if is_row else inside)


_SPACED = re.compile(r"[-+=<>]|\\(?:times|div|cdot|approx|neq?|leq?|geq?|pm)\b")
_TALL = re.compile(r"\\(?:[dt]?frac|sum|int|binom|lim)")
_ROWS = re.compile(r"\\\\")
_FRACTION = re.compile(r"\\[dt]?frac\s*(?:\{([^{}]*)\}|(.))\s*(?:\{([^{}]*)\}|(.))")
_UNSEEN = re.compile(r"\\(?:left|right|text|mathrm|mathbf|begin\{\w+\}|end\{\w+\})|[{}^_&\s]|\\[,;:!]")
_BETWEEN = re.compile(r"<(?:\w+:)?annotation\b[^<]*</(?:\w+:)?annotation>|<[^<>]*>|\s+")
_ROW_OF_MATHML = re.compile(r"<(?:\w+:)?mtr\b")
_FRACTION_OF_MATHML = re.compile(r"<(?:\w+:)?mfrac\b")
_COMMAND = re.compile(r"\\[A-Za-z]+|\\.")


def guess(source: str) -> Formula:
    """Guess how large a formula will be, to keep its place until it is drawn.

    The GUI thread does this, so no more is looked at than what is ever drawn.
    """
    return _guess_mathml(source[:LONGEST_MATHML]) if is_mathml(source) else _guess_latex(source[:LONGEST])


def _guess_latex(latex: str) -> Formula:
    rows = len(_ROWS.findall(latex)) + 1
    wide = _FRACTION.sub(lambda found: max(found[1] or found[2], found[3] or found[4], key=len), latex)
    row = _UNSEEN.sub("", max(_ROWS.split(_SPACED.sub("=\\g<0>", wide)), key=len))
    width = 0.58 * len(_COMMAND.sub("x", row)) + 0.25
    return _guessed(width, max(1.1 * rows, 2.31 if _TALL.search(latex) else 0))


def _guess_mathml(source: str) -> Formula:
    rows = max(1, len(_ROW_OF_MATHML.findall(source)))
    fractions = len(_FRACTION_OF_MATHML.findall(source))
    signs = len(_BETWEEN.sub("", source)) / rows
    return _guessed(0.58 * signs * (0.7 if fractions else 1) + 0.25, 1.1 * rows if not fractions else 2.31 * rows)


def _guessed(width: float, height: float) -> Formula:
    return Formula("", width, height, height / 2 - 0.35 if height > 2 else 0.15)


class InlineFormula(Inline):
    """A formula in a text whose font has `size` pixels."""

    def __init__(self, formula: Formula, size: int, color: str, text_font: QFont) -> None:
        self._formula = formula
        self._size = size
        self._color = color
        self.font = font_as_deep(text_font, (formula.depth + _AIR) * size)
        self.descent = QFontMetricsF(self.font).descent()
        self._renderer: QObject | None = None

    @override
    def size(self, room: float) -> QSizeF:
        width = self._formula.width * self._size
        scale = min(1.0, room / width)
        return QSizeF(width * scale, self._above * scale + _AIR * self._size + self.descent)

    @override
    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw so that the formula's base line is exactly the text's, whatever whole pixels Qt gave."""
        if not self._formula.svg:
            return
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - only lessons with formulas pay for it

        if not isinstance(self._renderer, QSvgRenderer):
            self._renderer = QSvgRenderer(QByteArray(self._formula.svg.replace(_INK, self._color).encode()))
        scale = place.width() / (self._formula.width * self._size)
        base = place.bottom() - self.descent
        size = QSizeF(self._formula.width, self._formula.height) * self._size * scale
        top = base - self._above * scale
        self._renderer.render(painter, QRectF(QPointF(place.left(), top), size))

    @property
    def _above(self) -> float:
        return (self._formula.height - self._formula.depth) * self._size
