"""One key of a pad to touch."""

from typing import override

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QTouchEvent

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import RADIUS_CONTROL, Size, Theme, font, px
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.surface import Surface, paint_surface


class PadKey(Pressable):
    """A text or a drawing, and a name for those who hear it.

    Two quick presses are two, and so are two fingers at once: Qt would make a mouse out of the first alone.
    """

    def __init__(
        self, text: str, icon: Icon | None, name: str, theme: Theme, *, primary: bool = False, size: Size = Size.HEADING
    ) -> None:
        super().__init__(text)
        self._drawing = icon
        self._primary = primary
        self._theme = theme
        self._size = size
        self.setFont(font(theme, size, QFont.Weight.DemiBold))
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def show_drawing(self, icon: Icon) -> None:
        """Show another drawing."""
        self._drawing = icon
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QTouchEvent) or not self.isEnabled():
            return super().event(event)
        is_over = self.rect().contains(event.point(0).position().toPoint())
        was_down = self.isDown()
        self.setDown(is_over and event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate))
        if event.type() == QEvent.Type.TouchEnd and was_down:
            self.click()
        return True

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, ground = self._colors()
        paint_surface(painter, QRectF(self.rect()), ground, RADIUS_CONTROL)
        if self._drawing is None:
            painter.setPen(QColor(ink))
            painter.setFont(self.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            return
        drawing = QRectF(0, 0, *(px(self._theme, self._size),) * 2)
        drawing.moveCenter(QRectF(self.rect()).center())
        icons.paint(painter, self._drawing, drawing, ink)

    def _colors(self) -> tuple[str, Surface]:
        colors = self._theme.colors
        touched = self.isDown() or self.underMouse()
        if not self.isEnabled():
            return colors.quiet.ink, Surface(colors.quiet.ground)
        if self._primary or self.isChecked():
            edge = 2 if touched or self._theme.high_contrast else 0
            return colors.on_primary, Surface(colors.primary, colors.ink, edge)
        ground = colors.primary_soft if touched else colors.surface
        return colors.ink, Surface(ground, colors.line, self._theme.edge)
