"""What every button here has in common, whatever it looks like."""

from typing import override

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton

from kiosk.desktop.theme import TARGET


class Pressable(QPushButton):
    """A button that Enter presses too, and that takes a double click for one click.

    A child who double-clicks means one click: the second would fall on what the first one brought. Two quick taps of
    a finger at two places are two clicks, though Qt calls the second a double click wherever it falls.
    """

    _latest_press = QPoint()
    """Where the latest press on any button was, in global pixels."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        Pressable._latest_press = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Going grey, hand the keyboard to what this stands in: a second Enter shall not press the neighbour."""
        around = self.parentWidget()
        if self.isEnabled() or around is None:
            return super().focusNextPrevChild(next)
        around.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        apart = (event.globalPosition().toPoint() - Pressable._latest_press).manhattanLength()
        if apart > TARGET:
            self.mousePressEvent(event)
        else:
            event.accept()
