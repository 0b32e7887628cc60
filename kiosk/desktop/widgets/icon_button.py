"""A button that is a drawing alone."""

from typing import override

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import RADIUS_CONTROL, TARGET, Size, Theme, px
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.surface import Surface, paint_surface


class IconButton(Pressable):
    """A square to touch. Its accessible name says what the drawing means; nothing is drawn while it is disabled."""

    def __init__(self, icon: Icon, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = icon
        self._theme = theme
        side = max(TARGET, px(theme, Size.TITLE))
        self.setFixedSize(side, side)
        self.setAutoDefault(False)

    def show_icon(self, icon: Icon) -> None:
        self._drawing = icon
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.isEnabled():
            return
        painter = QPainter(self)
        colors = self._theme.colors
        touched = self.isDown() or self.underMouse()
        ground = Surface(colors.primary_soft if touched else colors.surface, colors.line, self._theme.edge)
        paint_surface(painter, QRectF(self.rect()), ground, RADIUS_CONTROL)
        drawing = QRectF(0, 0, *(px(self._theme, Size.LESSON),) * 2)
        drawing.moveCenter(QRectF(self.rect()).center())
        icons.paint(painter, self._drawing, drawing, colors.ink)
