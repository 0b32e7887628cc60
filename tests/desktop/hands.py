"""What a hand does to a widget: drags it with the mouse or with a finger, and presses keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.desktop.screens import settle

SCREEN = QTest.createTouchDevice()


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    """Press keys at whatever has the focus in the widget's window."""
    for key in pressed:
        QTest.keyClick(widget.window().windowHandle(), key)
        settle()


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def mouse_drag(widget: QWidget, *way: QPoint, drop: bool = True) -> None:
    """Press the widget, move over these places of its window, and let go at the last."""
    window = widget.window().windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=middle(widget))
    for place in way:
        QTest.mouseMove(window, place)
        settle()
    if drop:
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=way[-1])
        settle()


def finger_drag(widget: QWidget, *way: QPoint) -> None:
    window = widget.window().windowHandle()
    QTest.touchEvent(window, SCREEN).press(0, middle(widget)).commit()
    for place in way:
        QTest.touchEvent(window, SCREEN).move(0, place).commit()
        settle()
    QTest.touchEvent(window, SCREEN).release(0, way[-1]).commit()
    settle()


def finger_tap(widget: QWidget) -> None:
    window = widget.window().windowHandle()
    QTest.touchEvent(window, SCREEN).press(0, middle(widget)).commit()
    QTest.touchEvent(window, SCREEN).release(0, middle(widget)).commit()
    settle()
