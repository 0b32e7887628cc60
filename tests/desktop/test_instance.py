import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, SystemClock
from kiosk.desktop.instance import LONGEST_LINE, Listener, address, ask_running, connected
from tests.desktop.desk import Desk


class Heard:
    """A listener, and what it heard."""

    def __init__(self, folder: Path) -> None:
        self.shows = 0
        self.refs: list[str] = []
        self._listener = Listener(folder)
        self._listener.show_requested.connect(self._show)
        self._listener.connected.connect(self.refs.append)

    def _show(self) -> None:
        self.shows += 1

    def close(self) -> None:
        self._listener.close()
        self._listener.deleteLater()


@pytest.fixture
def heard(tmp_path: Path, qtbot: QtBot) -> Iterator[Heard]:
    heard = Heard(tmp_path)
    yield heard
    heard.close()
    qtbot.wait(1)


def send(folder: Path, line: bytes, qtbot: QtBot) -> bytes:
    """Send what anybody of this user may send, and tell what came back before the connection ended."""
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    assert socket.waitForConnected(1_000)
    socket.write(line)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    return bytes(socket.readAll().data())


def test_the_known_requests_are_heard_and_answered(heard: Heard, tmp_path: Path, qtbot: QtBot) -> None:
    assert send(tmp_path, b"show\n", qtbot) == b"ok\n"
    assert send(tmp_path, connected("ref-1").encode() + b"\n", qtbot) == b"ok\n"
    assert (heard.shows, heard.refs) == (1, ["ref-1"])


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"hide\n",
        b"show me\n",
        b"SHOW\n",
        b"connected\n",
        b"connected a b\n",
        b"launch\n",
        b"follow a b\n",
        b"\xff\xfe\x00\n",
        b"show" + b" " * LONGEST_LINE + b"\n",
        b"connected " + b"x" * LONGEST_LINE + b"\n",
        b"x" * (LONGEST_LINE + 1),
    ],
)
def test_what_is_unknown_or_overlong_changes_nothing_and_the_listener_lives(
    heard: Heard, tmp_path: Path, qtbot: QtBot, line: bytes
) -> None:
    assert send(tmp_path, line, qtbot) == b""
    assert (heard.shows, heard.refs) == (0, [])
    assert send(tmp_path, b"show\n", qtbot) == b"ok\n"


def test_a_caller_that_hangs_up_half_way_changes_nothing(heard: Heard, tmp_path: Path, qtbot: QtBot) -> None:
    socket = QLocalSocket()
    socket.connectToServer(address(tmp_path))
    assert socket.waitForConnected(1_000)
    socket.write(b"sho")
    assert socket.waitForBytesWritten(1_000)
    socket.abort()
    assert send(tmp_path, b"show\n", qtbot) == b"ok\n"
    assert heard.shows == 1


def test_with_nobody_listening_the_answer_is_no_at_once(tmp_path: Path) -> None:
    """The quickest of five, since a busy machine may hold up any one: none waits as for one that does not answer."""
    clock = SystemClock()
    took: list[int] = []
    for _ in range(5):
        before = clock.monotonic_ms()
        assert not ask_running(tmp_path)
        took.append(clock.monotonic_ms() - before)
    assert min(took) < 500


def test_each_data_folder_has_an_address_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    assert address(tmp_path) == address(tmp_path / "link")
    assert address(tmp_path) != address(tmp_path / "other")


def test_a_second_start_brings_the_first_ones_window_forward_and_ends(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.window.showMinimized()
    assert desk.window.isMinimized()
    command = [sys.executable, "-m", "kiosk", "--data-dir", str(tmp_path)]
    second = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: second.poll() is not None)
    assert (second.returncode, *second.communicate()) == (0, "", "")
    assert not desk.window.isMinimized()
    assert desk.window.isActiveWindow()
    desk.close()
