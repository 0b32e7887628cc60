"""A tile of 112 by 112 to draw on, in three colours: a light one, a dark one and that of the ground."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.desktop.theme import AVATAR_DARK, AVATAR_LIGHT

type Point = tuple[float, float]


class Canvas:
    """Shapes without an edge, in the light colour unless another is given."""

    def __init__(self, painter: QPainter, ground: QColor) -> None:
        self._painter = painter
        self.ground = ground
        self.light = QColor(AVATAR_LIGHT)
        self.dark = QColor(AVATAR_DARK)
        self.pale = QColor(AVATAR_LIGHT)
        self.pale.setAlphaF(0.7)

    def oval(self, x: float, y: float, wide: float, high: float | None = None, color: QColor | None = None) -> None:
        """Draw it around its middle; `wide` and `high` are radii, a circle's where `high` is left out."""
        self._use(color)
        self._painter.drawEllipse(QPointF(x, y), wide, wide if high is None else high)

    def eyes(self, left: float, right: float, y: float, size: float = 4.5) -> None:
        for x in (left, right):
            self.oval(x, y, size, color=self.dark)

    def polygon(self, *corners: Point, color: QColor | None = None) -> None:
        self._use(color)
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

    def box(self, x: float, y: float, wide: float, high: float, corner: float, color: QColor | None = None) -> None:
        self._use(color)
        self._painter.drawRoundedRect(QRectF(x, y, wide, high), corner, corner)

    def fill(self, path: QPainterPath, color: QColor | None = None) -> None:
        self._use(color)
        self._painter.drawPath(path)

    def stroke(self, path: QPainterPath, width: float, color: QColor | None = None) -> None:
        """Draw a line with round ends."""
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        brush = QBrush(self.light if color is None else color)
        self._painter.strokePath(path, QPen(brush, width, Qt.PenStyle.SolidLine, cap, join))

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Draw around the point (x, y) as the new (0, 0), turned."""
        self._painter.save()
        self._painter.translate(x, y)
        self._painter.rotate(degrees)
        yield
        self._painter.restore()

    def _use(self, color: QColor | None) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self.light if color is None else color)


def lines(*points: Point) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def curve(start: Point, *parts: tuple[float, float, float, float, float, float]) -> QPainterPath:
    """Bézier parts, each with two control points and its end."""
    path = QPainterPath(QPointF(*start))
    for part in parts:
        path.cubicTo(*part)
    return path
