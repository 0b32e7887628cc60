"""A person's hands and eyes on one page: what can be pressed and read is found by the name a screen reader gives it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.screens import settle

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
    QTest.mouseClick(control(page, name), Qt.MouseButton.LeftButton)
    settle()


def field(page: QWidget, name: str) -> QLineEdit:
    [found] = [one for one in page.findChildren(QLineEdit) if one.isVisible() and one.accessibleName() == name]
    return found


def keys(page: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(page.window().windowHandle(), key)
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
