import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.wall_views import StudentCard
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.student_tile import StudentTile
from tests.desktop.hands import finger_tap


@pytest.fixture(params=["button", "tile"])
def control(request: pytest.FixtureRequest, qtbot: QtBot) -> Pressable:
    made: Pressable = Button("Go on", Theme())
    if request.param == "tile":
        made = StudentTile(StudentCard(1, "Ana", "fox"), Theme())
    qtbot.addWidget(made)
    made.show()
    return made


def clicks_of(control: Pressable) -> list[str]:
    clicks: list[str] = []
    control.clicked.connect(lambda: clicks.append("click"))
    return clicks


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_as_space_does(control: Pressable, key: Qt.Key) -> None:
    clicks = clicks_of(control)
    QTest.keyClick(control, key)
    assert clicks == ["click"]


def test_one_that_goes_grey_gives_the_keyboard_to_what_it_stands_in(qtbot: QtBot) -> None:
    page = QWidget()
    row = QVBoxLayout(page)
    send, leave = (Button(word, Theme()) for word in ("Send", "Leave"))
    row.addWidget(send)
    row.addWidget(leave)
    qtbot.addWidget(page)
    page.show()
    send.setFocus()
    clicks = clicks_of(leave)
    send.clicked.connect(lambda: send.setEnabled(False))
    for _ in range(2):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert not send.isEnabled()
    assert clicks == []
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert page.focusWidget() is leave


def test_two_quick_taps_of_a_finger_at_two_places_are_two_clicks(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [Button(word, Theme()) for word in ("Go on", "Back")]
    for button in buttons:
        column.addWidget(button)
    qtbot.addWidget(page)
    page.show()
    clicks = [clicks_of(button) for button in buttons]
    for button in buttons:
        finger_tap(button)
    assert clicks == [["click"], ["click"]]


def test_a_double_click_is_one_click(control: Pressable) -> None:
    clicks = clicks_of(control)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(control, Qt.MouseButton.LeftButton)
    assert clicks == ["click"]
