"""No arrow where a finger was: it is hidden by a touch, and shown again when a mouse is moved."""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QMouseEvent, QWindow


class TouchCursor(QObject):
    """Watches one window. GUI thread. The mouse moves that Qt makes out of touches show nothing."""

    def __init__(self, window: QWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_hidden = False
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TouchBegin:
            self._hide(True)
        elif self._is_hidden and isinstance(event, QMouseEvent) and not is_made_of_touch(event):
            self._hide(False)
        return False

    def _hide(self, hidden: bool) -> None:
        if hidden is self._is_hidden:
            return
        self._is_hidden = hidden
        if hidden:
            QGuiApplication.setOverrideCursor(QCursor(Qt.CursorShape.BlankCursor))
        else:
            QGuiApplication.restoreOverrideCursor()


def is_made_of_touch(event: QMouseEvent) -> bool:
    """Whether Qt made it out of a touch."""
    return event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized
