"""What every button here has in common, whatever it looks like."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPushButton


class Pressable(QPushButton):
    """A button that Enter presses too, and that takes a double click for one click.

    A child who double-clicks means one click: the second would fall on what the first one brought.
    """

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
