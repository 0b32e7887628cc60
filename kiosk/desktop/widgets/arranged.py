"""What every widget has in common that lays its children out itself."""

from typing import override

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


def seen(place: QRect, whole: QWidget) -> QRect:
    """The place in a widget as it is on the screen: mirrored where people read from right to left."""
    if whole.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return place
    return QRect(whole.width() - place.x() - place.width(), place.y(), place.width(), place.height())


class Arranged(QWidget):
    """Arranges its children anew whenever its own size changes, or what one of them asks for."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        raise NotImplementedError

    def _seen(self, place: QRect) -> QRect:
        return seen(place, self)
