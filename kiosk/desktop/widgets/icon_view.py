"""An icon to look at, on a round ground or on none."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import Tone


class IconView(QWidget):
    """A drawing `size` pixels a side; with `plain` it fills its square, else it sits on a disc of its tone."""

    def __init__(
        self, icon: Icon, tone: Tone, size: int, *, plain: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._plain = plain
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, icon: Icon, tone: Tone) -> None:
        self._icon = icon
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        if not self._plain:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tone.ground))
            painter.drawEllipse(room)
            inset = room.width() / 4
            room.adjust(inset, inset, -inset, -inset)
        icons.paint(painter, self._icon, room, self._tone.ink, bold=not self._plain)
