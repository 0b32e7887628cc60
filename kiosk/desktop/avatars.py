"""The pictures children choose for themselves, drawn on a tile of 112 by 112."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.theme import AVATAR_DARK, AVATAR_LIGHT, AVATAR_SIZE, Gradient

_CORNER = 28


def names() -> tuple[str, ...]:
    """Every avatar there is, in the order they are offered."""
    return tuple(_DRAWINGS)


def paint(painter: QPainter, name: str, rect: QRectF) -> None:
    """Draw the avatar into a square `rect`. A name from a newer program is drawn as the first avatar."""
    gradient, draw = _DRAWINGS.get(name, _DRAWINGS[names()[0]])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / AVATAR_SIZE, rect.height() / AVATAR_SIZE)
    start, end = gradient.value
    ground = QLinearGradient(0, 0, AVATAR_SIZE, AVATAR_SIZE)
    ground.setColorAt(0, QColor(start))
    ground.setColorAt(1, QColor(end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, AVATAR_SIZE, AVATAR_SIZE), _CORNER, _CORNER)
    painter.setBrush(QColor(AVATAR_LIGHT))
    draw(painter, QColor(start))
    painter.restore()


class Avatar(QWidget):
    """An avatar that is looked at, `size` pixels a side."""

    def __init__(self, name: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_avatar(self, name: str) -> None:
        self._name = name
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), self._name, QRectF(self.rect()))


def _fox(painter: QPainter, _ground: QColor) -> None:
    head = QPainterPath(QPointF(20, 30))
    head.lineTo(41, 52)
    head.lineTo(71, 52)
    head.lineTo(92, 30)
    head.lineTo(87, 66)
    head.cubicTo(78, 77, 66, 84, 56, 84)
    head.cubicTo(46, 84, 34, 77, 25, 66)
    head.closeSubpath()
    painter.drawPath(head)
    painter.setBrush(QColor(AVATAR_DARK))
    painter.drawEllipse(QPointF(44, 64), 5, 5)
    painter.drawEllipse(QPointF(68, 64), 5, 5)
    painter.drawPolygon(QPolygonF([QPointF(50, 80), QPointF(62, 80), QPointF(56, 88)]))


def _sun(painter: QPainter, _ground: QColor) -> None:
    painter.drawEllipse(QPointF(56, 56), 22, 22)
    painter.translate(56, 56)
    for _ in range(8):
        painter.drawRoundedRect(QRectF(-3, -46, 6, 16), 3, 3)
        painter.rotate(45)


def _leaf(painter: QPainter, ground: QColor) -> None:
    leaf = QPainterPath(QPointF(28, 90))
    leaf.cubicTo(26, 50, 44, 30, 84, 28)
    leaf.cubicTo(86, 64, 66, 92, 38, 84)
    leaf.closeSubpath()
    painter.drawPath(leaf)
    vein = QPainterPath(QPointF(32, 84))
    vein.cubicTo(44, 66, 56, 53, 72, 42)
    painter.strokePath(vein, _pen(ground, 4.5))


def _star(painter: QPainter, _ground: QColor) -> None:
    corners = [(56, 20), (65, 46), (94, 46), (71, 63), (80, 91), (56, 74), (32, 91), (41, 63), (18, 46), (47, 46)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))


def _fish(painter: QPainter, _ground: QColor) -> None:
    painter.drawEllipse(QPointF(50, 56), 30, 20)
    painter.drawPolygon(QPolygonF([QPointF(76, 56), QPointF(98, 40), QPointF(98, 72)]))
    painter.setBrush(QColor(AVATAR_DARK))
    painter.drawEllipse(QPointF(36, 52), 4.5, 4.5)


def _moon(painter: QPainter, _ground: QColor) -> None:
    full, shadow = QPainterPath(), QPainterPath()
    full.addEllipse(QPointF(52, 57), 36, 36)
    shadow.addEllipse(QPointF(72, 46), 32, 32)
    painter.drawPath(full.subtracted(shadow))


def _wave(painter: QPainter, _ground: QColor) -> None:
    for top, strength in ((64, 1.0), (84, 0.7)):
        wave = QPainterPath(QPointF(12, top))
        wave.cubicTo(22, top - 14, 30, top - 14, 38, top - 2)
        wave.cubicTo(48, top + 14, 60, top + 14, 70, top - 2)
        wave.cubicTo(80, top - 14, 90, top - 12, 100, top)
        color = QColor(AVATAR_LIGHT)
        color.setAlphaF(strength)
        painter.strokePath(wave, _pen(color, 9))


def _kite(painter: QPainter, ground: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(56, 16), QPointF(85, 49), QPointF(56, 90), QPointF(27, 49)]))
    cross = QPainterPath(QPointF(56, 16))
    cross.lineTo(56, 90)
    cross.moveTo(27, 49)
    cross.lineTo(85, 49)
    painter.strokePath(cross, _pen(ground, 4))


def _pen(color: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(QBrush(color), width, Qt.PenStyle.SolidLine, cap, join)


_DRAWINGS: dict[str, tuple[Gradient, Callable[[QPainter, QColor], None]]] = {
    "fox": (Gradient.BLUE, _fox),
    "sun": (Gradient.RUST, _sun),
    "leaf": (Gradient.GREEN, _leaf),
    "star": (Gradient.VIOLET, _star),
    "fish": (Gradient.TEAL, _fish),
    "moon": (Gradient.SLATE, _moon),
    "wave": (Gradient.SKY, _wave),
    "kite": (Gradient.PINK, _kite),
}
