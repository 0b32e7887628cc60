import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import StudentCard
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.student_tile import StudentTile


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


def test_a_double_click_is_one_click(control: Pressable) -> None:
    clicks = clicks_of(control)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(control, Qt.MouseButton.LeftButton)
    assert clicks == ["click"]
