"""Dragging a widget about its page, by mouse or by finger."""

from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.desktop.theme import TARGET
from kiosk.desktop.widgets.scrolling import follow_pointer


class Drag(QObject):
    """Tells when a button is dragged. A press that is let go where it began stays the button's own.

    A finger is a mouse here: Qt makes one of a touch that no widget takes. The page scrolls along at its edges.
    All places are global pixels.

    Signals:
        began(QPoint): the button is dragged; the place is where it was pressed.
        moved(QPoint): the pointer is here now.
        dropped(QPoint): it was let go here.
    """

    began = Signal(QPoint)
    moved = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._pressed: QPoint | None = None
        self._is_dragging = False
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        place = event.globalPosition().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if (
                event.button() == Qt.MouseButton.LeftButton
            ):
                self._pressed, self._is_dragging = place, False
            case QEvent.Type.MouseMove if self._pressed is not None:
                return self._move(self._pressed, place)
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                was_dragging, self._pressed, self._is_dragging = self._is_dragging, None, False
                if was_dragging:
                    self.dropped.emit(place)
                return was_dragging
        return False

    def _move(self, pressed: QPoint, place: QPoint) -> bool:
        if not self._is_dragging:
            if (place - pressed).manhattanLength() < QApplication.startDragDistance():
                return False
            self._is_dragging = True
            self._button.setDown(False)
            self.began.emit(pressed)
        self.moved.emit(place)
        follow_pointer(self._button, place, TARGET)
        return True


class DragImage(QLabel):
    """A picture of a widget that follows the pointer over its page."""

    def __init__(self, widget: QWidget, grabbed: QPoint) -> None:
        super().__init__(widget.window())
        self._grip = widget.mapFromGlobal(grabbed)
        self.setPixmap(widget.grab())
        self.resize(widget.size())
        widget.destroyed.connect(self.deleteLater)  # a page may go while something on it is dragged
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show()

    def follow(self, place: QPoint) -> None:
        self.move(self.window().mapFromGlobal(place) - self._grip)
        self.raise_()
