"""A button as large as what it shows."""

from typing import TYPE_CHECKING, override

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from kiosk.desktop.theme import RADIUS_TILE, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.surface import Surface, paint_surface

if TYPE_CHECKING:
    from kiosk.desktop.widgets.verdict import Verdict


class Tile(Pressable):
    """A button that holds a layout of labels. It is checked by an accent and a soft ground."""

    def __init__(self, theme: Theme, radius: int = RADIUS_TILE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._radius = radius
        self.setAutoDefault(False)
        ring_focus(self, theme, radius)

    @override
    def sizeHint(self) -> QSize:
        return self._inside().totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._inside().totalMinimumSize()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._inside().hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        return self._inside().totalHeightForWidth(width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(QPainter(self), QRectF(self.rect()), self._look(), self._radius)

    def _look(self) -> Surface:
        """The ground as the tile stands now."""
        colors = self._theme.colors
        if self.isChecked():
            return Surface(colors.primary_soft, colors.primary, self._theme.chosen_edge)
        touched = self.isDown() or self.underMouse()
        return Surface(colors.primary_soft if touched else colors.surface, colors.line, self._theme.edge)

    def _marked_look(self, verdict: "Verdict", *, is_lit: bool) -> Surface:
        """The ground of a tile that is part of an answer: lit while it is held or aimed at, then what came of it."""
        colors, tone = self._theme.colors, verdict.tone(self._theme)
        if is_lit:
            return Surface(colors.primary_soft, colors.primary, 3)
        if tone is not None:
            return Surface(tone.ground, tone.ink, 2)
        return Tile._look(self)._replace(width=2)

    def _inside(self) -> QLayout:
        inside = self.layout()
        assert inside is not None, "a tile is given its layout when it is made"
        return inside
