from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from jeepney import HeaderFields, Message, new_method_return  # type: ignore[import-untyped]
from PySide6.QtCore import QPoint, Qt
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.desktop.awake import WindowsAwake
from kiosk.desktop.awake_linux import CONNECTION, SCREEN_SAVER, BusAwake
from kiosk.desktop.awake_mac import Assertions, MacAwake
from kiosk.desktop.touch_cursor import TouchCursor
from tests.desktop.private_bus import Speaker, private_bus


class StandInSaver(Speaker):
    """A desktop's screen saver that is asked not to come."""

    def __init__(self, address: str) -> None:
        self.asked: list[tuple[str, str]] = []
        super().__init__(address, SCREEN_SAVER)

    def answer(self, call: Message) -> None:
        if call.header.fields[HeaderFields.member] == "Inhibit":
            self.asked.append(call.body)
            self._connection.send(new_method_return(call, "u", (7,)))
        else:
            super().answer(call)


def has_been_asked(saver: StandInSaver, times: int) -> bool:
    return len(saver.asked) == times


@pytest.fixture
def saver(tmp_path: Path) -> Iterator[StandInSaver]:
    with private_bus(tmp_path) as address, closing(StandInSaver(address)) as saver:
        yield saver


def test_the_screen_saver_is_asked_once_for_each_lesson_by_a_connection_that_ends_with_it(
    saver: StandInSaver, qtbot: QtBot
) -> None:
    awake = BusAwake(QDBusConnection("no such bus"), lambda: QDBusConnection.connectToBus(saver.address, CONNECTION))
    for lesson in (1, 2):
        awake.keep_on(True)
        awake.keep_on(True)
        qtbot.waitUntil(partial(has_been_asked, saver, lesson))
        assert QDBusConnection(CONNECTION).isConnected()
        awake.keep_on(False)
        assert not QDBusConnection(CONNECTION).isConnected()
    assert saver.asked[0] == ("Timeback Kiosk", "A lesson is open")


def test_without_any_bus_nothing_happens() -> None:
    awake = BusAwake(QDBusConnection("no such bus"), lambda: None)
    awake.keep_on(True)
    awake.keep_on(False)


def test_windows_is_told_both_the_wish_and_its_end() -> None:
    states: list[int] = []
    awake = WindowsAwake(states.append)
    awake.keep_on(True)
    awake.keep_on(False)
    assert states == [0x8000_0003, 0x8000_0000]


def test_macos_holds_one_assertion_and_gives_it_back() -> None:
    held: list[int] = []

    def create() -> int:
        held.append(3)
        return 3

    awake = MacAwake(Assertions(create, held.remove))
    awake.keep_on(True)
    awake.keep_on(True)
    assert held == [3]
    awake.keep_on(False)
    assert held == []


def test_the_arrow_is_hidden_by_a_finger_and_shown_again_by_a_mouse(qtbot: QtBot) -> None:
    window = QWindow()
    window.resize(200, 200)
    window.show()
    cursor = TouchCursor(window)
    QTest.touchEvent(window, QTest.createTouchDevice()).press(0, QPoint(20, 20)).commit()
    hidden = QGuiApplication.overrideCursor()
    assert hidden is not None
    assert hidden.shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(window, QPoint(60, 60))
    qtbot.waitUntil(lambda: QGuiApplication.overrideCursor() is None)
    del cursor
    window.close()
