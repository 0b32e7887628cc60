"""What is drawn on a picture that is answered on: edges, and discs that say what was chosen and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import LIGHT, Theme, font
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.words import tr

PAPER = Theme()
"""Pictures lie on paper in both modes, so what is drawn on them has the colours of the light one."""

HALO = 3
_SIGN = 28


@dataclass(frozen=True, slots=True)
class Sign:
    """A disc on a picture: a number, what came of it, or both; with neither it is an icon, "chosen" unless told."""

    number: str = ""
    verdict: Verdict = Verdict.NONE
    own: Icon = Icon.CHECK

    @property
    def icon(self) -> Icon | None:
        return self.verdict.icon or (None if self.number else self.own)

    @property
    def words(self) -> str:
        """What a screen reader says for it."""
        number = tr("number {number}", number=self.number) if self.number else ""
        return ": ".join(word for word in (self.verdict.word, number) if word) or tr("Chosen")


def paint_outline(
    painter: QPainter,
    outline: QPainterPath,
    color: str,
    *,
    strong: bool = False,
    fill: bool = False,
    dashed: bool = False,
) -> None:
    """Draw an edge that is seen on any picture: its colour on a light halo."""
    ink, halo = QColor(color), QColor(LIGHT.surface)
    width = 4 if strong else 2
    halo.setAlpha(230 if strong else 190)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(outline, QPen(halo, width + HALO))
    if fill:
        ground = QColor(color)
        ground.setAlpha(56)
        painter.fillPath(outline, ground)
    painter.strokePath(outline, QPen(ink, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))


def sign_places(signs: Sequence[Sign], first: QPointF, theme: Theme, within: QRectF) -> list[QRectF]:
    """Where signs go: the first one's middle here, unless one would stick out. They grow half as much as text."""
    side = _SIGN * (1 + theme.text_scale) / 2
    widths = [side * 1.7 if sign.number and sign.icon else side for sign in signs]
    left = max(min(first.x() - side / 2, within.right() - sum(widths) - 1), within.left() + 1)
    top = max(min(first.y() - side / 2, within.bottom() - side - 1), within.top() + 1)
    return [QRectF(left + sum(widths[:index]), top, width, side) for index, width in enumerate(widths)]


def paint_sign(painter: QPainter, place: QRectF, sign: Sign) -> None:
    """Draw a sign in the colour of its verdict; what was not found is only drawn as a ring."""
    tone = sign.verdict.tone(PAPER)
    ink, ground = LIGHT.surface, tone.ink if tone is not None else LIGHT.primary
    edge = ink
    if sign.verdict is Verdict.RIGHT_ANSWER:
        ink, ground, edge = ground, ink, ground
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(edge), 2))
    painter.setBrush(QColor(ground))
    side = place.height()
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), side / 2 - 1, side / 2 - 1)
    if sign.icon is not None:
        drawing = QRectF(place.x(), place.y(), side, side).adjusted(side / 5, side / 5, -side / 5, -side / 5)
        icons.paint(painter, sign.icon, drawing, ink, bold=True)
    if sign.number:
        painter.setPen(QColor(ink))
        painter.setFont(font(PAPER, round(side * 0.6), QFont.Weight.Bold))
        room = place.adjusted(side * 0.7, 0, 0, 0) if sign.icon is not None else place
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, sign.number)
