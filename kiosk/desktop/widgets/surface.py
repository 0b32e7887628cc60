"""Rounded grounds, and the card that stands on one."""

from typing import NamedTuple, override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CARD, Theme


class Surface(NamedTuple):
    """A ground's colour, and its edge's colour and width in pixels; without a width there is no edge."""

    fill: str
    line: str = ""
    width: float = 0


def paint_surface(painter: QPainter, rect: QRectF, surface: Surface, radius: float) -> None:
    """Fill a rounded rectangle and draw its edge inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(surface.fill))
    painter.setPen(QPen(QColor(surface.line), surface.width) if surface.width else Qt.PenStyle.NoPen)
    half = surface.width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


class Card(QFrame):
    """A white card; what it holds goes into `body`. `strong` gives it the accent's edge: the next thing to do."""

    def __init__(self, theme: Theme, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        colors = theme.colors
        edge = (colors.primary, theme.chosen_edge) if strong else (colors.line, theme.edge)
        self._surface = Surface(colors.surface, *edge)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(GRID * 3,) * 4)
        self.body.setSpacing(GRID)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(QPainter(self), QRectF(self.rect()), self._surface, RADIUS_CARD)
