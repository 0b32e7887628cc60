"""A pen to choose: its colour and how thick it is, or the eraser."""

from typing import override

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import LIGHT, RADIUS_CONTROL, TARGET, Theme, px
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.surface import Surface, paint_surface

_FAINT = 0.35
"""How strongly one is painted that cannot be chosen now."""


class Swatch(Pressable):
    """A dot of a colour, so large, on paper; or an icon. One of its group is checked, by a frame."""

    def __init__(
        self,
        name: str,
        theme: Theme,
        *,
        color: str = LIGHT.ink,
        dot: float = 0.5,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._color = color
        self._dot = dot
        self._icon = icon
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setFixedSize(*(max(TARGET, round(px(theme, TARGET) * 0.8)),) * 2)
        ring_focus(self, theme)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else _FAINT)
        room, colors = QRectF(self.rect()), self._theme.colors
        edge = (
            Surface(LIGHT.surface, colors.primary, 4)
            if self.isChecked()
            else Surface(LIGHT.surface, colors.line, self._theme.edge)
        )
        paint_surface(painter, room, edge, RADIUS_CONTROL)
        place = QRectF(0, 0, *(room.width() * self._dot,) * 2)
        place.moveCenter(room.center())
        if self._icon is not None:
            icons.paint(painter, self._icon, place, self._color)
            return
        painter.setPen(QPen(QColor(LIGHT.line), 0))
        painter.setBrush(QColor(self._color))
        painter.drawEllipse(place)
