import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.desktop.countdown import Countdown


@pytest.mark.usefixtures("qtbot")
def test_whole_seconds_are_told_from_the_first_to_the_last_and_then_that_it_is_over() -> None:
    parent = QObject()
    told: list[int | str] = []
    countdown = Countdown(parent)
    countdown.told.connect(told.append)
    countdown.over.connect(lambda: told.append("over"))
    countdown.start(2_100)
    assert countdown.runs
    for _ in range(3):
        countdown.let_a_second_pass()
    assert told == [3_000, 2_000, 1_000, "over"]
    assert not countdown.runs


def test_a_second_passes_by_itself(qtbot: QtBot) -> None:
    parent = QObject()
    countdown = Countdown(parent)
    with qtbot.waitSignal(countdown.over):
        countdown.start(1)
