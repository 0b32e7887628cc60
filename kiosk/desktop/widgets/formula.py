"""Formulas: LaTeX to a picture that stands on the line of its text."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextCharFormat, QTextImageFormat

_LONGEST = 2000
_LIKE_THE_TEXT = 1.1
"""The formula's typeface looks smaller than ours at the same size."""

_MARGIN = 0.1
"""Room around a formula, as a part of the text's size."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A drawn formula. Width, height and depth (the part below the line) are pixels of the page, not of `image`."""

    image: QImage
    width: float
    height: float
    depth: float


@lru_cache(maxsize=256)
def draw(latex: str, size: int, color: str, ratio: float) -> Formula | None:
    """Draw LaTeX for text of `size` pixels, sharp on a screen of this device pixel ratio; None where it is no LaTeX.

    About 4 ms each, the first of all 0.3 s: only pages with formulas pay for the library.
    """
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - see above
    from ziamath.config import config  # noqa: PLC0415
    from ziamath.zmath import Latex  # noqa: PLC0415

    if len(latex) > _LONGEST:
        return None
    config.svg2 = False  # else every glyph is a <use>, which QtSvg draws blank
    try:
        svg = Latex(latex, size=size * _LIKE_THE_TEXT, color=color, margin=size * _MARGIN).svg()
    except Exception:  # noqa: BLE001 - a lesson's LaTeX can fail in the library in any way
        return None
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    box = renderer.viewBoxF()
    image = QImage((box.size() * ratio).toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return Formula(image, box.width(), box.height(), box.bottom())


def image_format(formula: Formula, name: str, text_font: QFont) -> QTextImageFormat:
    """Tell a text document how to set a formula whose picture it knows by `name`.

    Qt hangs a picture that is aligned to the base line below it by the descent of the picture's own font, so the
    font is given the size whose descent is the formula's depth.
    """
    made = QTextImageFormat()
    made.setName(name)
    made.setWidth(formula.width)
    made.setHeight(formula.height)
    sized = QFont(text_font)
    sized.setPixelSize(1000)
    descent = QFontMetricsF(sized).descent() / 1000
    sized.setPixelSize(max(round(formula.depth / descent), 1))
    made.setFont(sized)
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBaseline)
    return made
