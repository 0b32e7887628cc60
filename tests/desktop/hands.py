"""A person's hands and eyes on one page: what can be pressed is found by the name a screen reader gives it.

A hand presses keys, clicks, taps, and drags with the mouse or with a finger.
"""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.screens import settle

SCREEN = QTest.createTouchDevice()
ENTER, SPACE, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Down


def show[W: QWidget](qtbot: QtBot, page: W) -> W:
    qtbot.addWidget(page)
    page.resize(QSize(1280, 800))
    page.show()
    page.activateWindow()
    settle()
    return page


def control(page: QWidget, name: str) -> QAbstractButton:
    """Find what can be pressed by the name a screen reader gives it."""
    [found] = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == name]
    return found


def press(page: QWidget, name: str) -> None:
    settle()  # what was put on the page just now is shown with the next event
    QTest.mouseClick(control(page, name), Qt.MouseButton.LeftButton)
    settle()


def field(page: QWidget, name: str) -> QLineEdit:
    [found] = [one for one in page.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == name]
    return found


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    """Press keys at whatever has the focus in the widget's window."""
    for key in pressed:
        QTest.keyClick(widget.window().windowHandle(), key)
        settle()


def tab_to(page: QWidget, name: str) -> None:
    for _ in range(30):
        focused = QApplication.focusWidget()
        if focused is not None and focused.accessibleName() == name:
            return
        keys(page, TAB)
    raise AssertionError(f"Tab never reached {name}")


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


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
