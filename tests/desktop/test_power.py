import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from ctypes import wintypes
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.power import Power
from kiosk.desktop.power_linux import BusPower
from kiosk.desktop.power_mac import MacPower
from kiosk.desktop.power_windows import WindowsPower
from tests.desktop.private_bus import MANAGER, Speaker, StandInLogind, StandInSaver, private_bus

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="D-Bus is Linux's")


class Told:
    """What a Power said, in order, and the saves it asked for."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.saves: list[Future[None]] = []

    def save(self) -> "Future[None]":
        self.saves.append(Future())
        return self.saves[-1]

    def hear[P: Power](self, power: P) -> P:
        power.woke.connect(lambda: self.said.append("woke"))
        power.lock_changed.connect(lambda locked: self.said.append("locked" if locked else "unlocked"))
        return power


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        yield address


@pytest.fixture
def logind(address: str) -> Iterator[StandInLogind]:
    with closing(StandInLogind(address)) as logind:
        yield logind


@pytest.fixture
def bus(qapp: QApplication, address: str) -> Iterator[QDBusConnection]:
    assert qapp is not None  # QtDBus wants an application
    yield QDBusConnection.connectToBus(address, address)
    QDBusConnection.disconnectFromBus(address)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def power(told: Told, logind: StandInLogind, bus: QDBusConnection, qtbot: QtBot) -> Iterator[BusPower]:
    """A listener that has come to rest: it holds its delay lock and follows the session."""
    power = told.hear(BusPower(told.save, bus, bus))
    qtbot.waitUntil(lambda: logind.held == 1 and logind.asked[2:] == ["LockedHint", "Active"])
    yield power
    power.deleteLater()


@on_linux
@pytest.mark.usefixtures("power")
class TestLogind:
    def test_the_machine_waits_with_its_sleep_until_all_is_saved(
        self, logind: StandInLogind, told: Told, qtbot: QtBot
    ) -> None:
        logind.prepare_for_sleep(True)
        qtbot.waitUntil(lambda: len(told.saves) == 1)
        assert logind.held == 1
        told.saves[0].set_result(None)
        assert logind.held == 0

    def test_sleep_does_not_wait_for_a_disk_that_refuses(self, logind: StandInLogind, told: Told, qtbot: QtBot) -> None:
        logind.prepare_for_sleep(True)
        qtbot.waitUntil(lambda: len(told.saves) == 1)
        told.saves[0].set_exception(OSError("no space left"))
        assert logind.held == 0

    def test_awake_again_it_is_told_and_the_next_sleep_is_held_up_too(
        self, logind: StandInLogind, told: Told, qtbot: QtBot
    ) -> None:
        for nights in (["woke"], ["woke", "woke"]):
            logind.prepare_for_sleep(True)
            qtbot.waitUntil(lambda: told.saves != [])
            told.saves.pop().set_result(None)
            logind.prepare_for_sleep(False)
            qtbot.waitUntil(lambda: logind.held == 1)
            assert told.said == nights

    def test_a_locked_screen_is_told_and_an_unlocked_one(self, logind: StandInLogind, told: Told, qtbot: QtBot) -> None:
        logind.set_property("LockedHint", value=True)
        qtbot.waitUntil(lambda: told.said == ["locked"])
        logind.set_property("LockedHint", value=False)
        qtbot.waitUntil(lambda: told.said == ["locked", "unlocked"])

    def test_a_screen_that_was_locked_before_is_told(
        self, logind: StandInLogind, bus: QDBusConnection, qtbot: QtBot
    ) -> None:
        logind.properties["LockedHint"] = True
        late = Told()
        power = late.hear(BusPower(late.save, bus, None))
        qtbot.waitUntil(lambda: late.said == ["locked"])
        power.deleteLater()

    def test_the_screen_of_another_user_is_as_good_as_a_lock(
        self, logind: StandInLogind, told: Told, qtbot: QtBot
    ) -> None:
        logind.set_property("Active", value=False)
        qtbot.waitUntil(lambda: told.said == ["locked"])

    def test_a_request_to_lock_is_not_a_lock(self, logind: StandInLogind, told: Told, qtbot: QtBot) -> None:
        logind.ask_to_lock()
        logind.prepare_for_sleep(False)
        qtbot.waitUntil(lambda: told.said == ["woke"])

    def test_a_screen_saver_over_a_lock_is_told_once_and_ends_with_the_last_of_them(
        self, address: str, logind: StandInLogind, told: Told, qtbot: QtBot
    ) -> None:
        with closing(StandInSaver(address)) as saver:
            saver.cover(True)
            qtbot.waitUntil(lambda: told.said == ["locked"])
            logind.set_property("LockedHint", value=True)
            logind.set_property("LockedHint", value=False)
            saver.cover(False)
            qtbot.waitUntil(lambda: told.said[1:] == ["unlocked"])

    @pytest.mark.usefixtures("logind")
    def test_a_screen_saver_that_dies_over_the_screen_locks_it_no_longer(
        self, address: str, told: Told, qtbot: QtBot
    ) -> None:
        with closing(StandInSaver(address)) as saver:
            saver.cover(True)
            qtbot.waitUntil(lambda: told.said == ["locked"])
        qtbot.waitUntil(lambda: told.said == ["locked", "unlocked"])

    def test_a_signal_of_anybody_else_is_not_believed(
        self, address: str, logind: StandInLogind, told: Told, qtbot: QtBot
    ) -> None:
        with closing(Speaker(address)) as stranger:
            stranger.emit(MANAGER, "PrepareForSleep", "b", True)
            logind.prepare_for_sleep(False)
            qtbot.waitUntil(lambda: told.said == ["woke"])
        assert told.saves == []


@on_linux
def test_without_a_bus_nothing_happens_and_nothing_is_printed(
    qapp: QApplication, told: Told, capfd: pytest.CaptureFixture[str]
) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere", "nowhere")
    for session in (None, nowhere):
        told.hear(BusPower(told.save, nowhere, session, qapp)).deleteLater()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("number", "w_param", "told_of_it"),
    [
        (0x0218, 0x0004, "saved"),
        (0x0218, 0x0012, "woke"),
        (0x02B1, 0x7, "locked"),
        (0x02B1, 0x2, "locked"),
    ],
    ids=["suspend", "resume", "lock", "another user"],
)
def test_a_windows_message_is_read_as_microsoft_describes_it_and_only_our_own_windows(
    qapp: QApplication, number: int, w_param: int, told_of_it: str
) -> None:
    told = Told()

    def save() -> "Future[None]":
        told.said.append("saved")
        saved: Future[None] = Future()
        saved.set_result(None)
        return saved

    window = QWindow()
    power = told.hear(WindowsPower(save, window, qapp))
    for handle in (window.winId() + 1, window.winId()):
        power.take(wintypes.MSG(hWnd=handle, message=number, wParam=w_param))
    assert told.said == [told_of_it]
    power.deleteLater()


def test_on_windows_a_lock_and_another_user_end_one_by_one(qapp: QApplication, told: Told) -> None:
    window = QWindow()
    power = told.hear(WindowsPower(told.save, window, qapp))
    for w_param in (0x7, 0x2, 0x8, 0x1):
        power.take(wintypes.MSG(hWnd=window.winId(), message=0x02B1, wParam=w_param))
    assert told.said == ["locked", "unlocked"]
    power.deleteLater()


class StandInMac:
    """macOS as far as `MacPower` talks to it: it sends power messages and notifications, and waits to be allowed."""

    def __init__(self) -> None:
        self.on_console = True
        self.allowed: list[int] = []
        self.power: Callable[[int, int], None] = lambda _message, _change: None
        self.notify: dict[str, Callable[[], None]] = {}

    def watch_power(self, told: Callable[[int, int], None]) -> None:
        self.power = told

    def watch(self, notification: str, told: Callable[[], None]) -> None:
        self.notify[notification] = told

    def allow(self, change: int) -> None:
        self.allowed.append(change)

    def is_on_console(self) -> bool:
        return self.on_console


@pytest.fixture
def mac(told: Told, qapp: QApplication) -> Iterator[StandInMac]:
    mac = StandInMac()
    power = told.hear(MacPower(told.save, mac, qapp))
    yield mac
    power.deleteLater()


class TestMac:
    """The messages are named by their numbers in IOMessage.h, the notifications by their texts."""

    def test_the_machine_waits_with_its_sleep_until_all_is_saved(self, mac: StandInMac, told: Told) -> None:
        mac.power(0xE0000280, 7)
        assert mac.allowed == []
        told.saves[0].set_result(None)
        assert mac.allowed == [7]

    def test_sleep_does_not_wait_for_a_disk_that_refuses(self, mac: StandInMac, told: Told) -> None:
        mac.power(0xE0000280, 7)
        told.saves[0].set_exception(OSError("no space left"))
        assert mac.allowed == [7]

    def test_a_machine_that_asks_whether_it_may_sleep_may_at_once(self, mac: StandInMac, told: Told) -> None:
        mac.power(0xE0000270, 8)
        assert (mac.allowed, told.saves) == ([8], [])

    def test_awake_again_is_told_once_and_asks_for_no_answer(self, mac: StandInMac, told: Told) -> None:
        for message in (0xE0000320, 0xE0000300):
            mac.power(message, 9)
        assert (told.said, mac.allowed) == (["woke"], [])

    def test_a_lock_and_another_users_session_end_one_by_one(self, mac: StandInMac, told: Told) -> None:
        mac.notify["com.apple.screenIsLocked"]()
        mac.on_console = False
        mac.notify["com.apple.coregraphics.GUIConsoleSessionChanged"]()
        mac.notify["com.apple.screenIsUnlocked"]()
        assert told.said == ["locked"]
        mac.on_console = True
        mac.notify["com.apple.coregraphics.GUIConsoleSessionChanged"]()
        assert told.said == ["locked", "unlocked"]
