"""Asking the running kiosk, over a socket that answers as it is told."""

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.desktop.instance import address, ask_running_to
from kiosk.errors import KioskError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the socket is a named pipe there")


@pytest.fixture(autouse=True)
def _own_sockets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@contextmanager
def answering(folder: Path, answer: bytes | None) -> Iterator[list[bytes]]:
    """A kiosk of that folder that takes one request; with None it hangs until the end."""
    asked: list[bytes] = []
    ended = threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            asked.append(connection.makefile("rb").readline())
            if answer is None:
                ended.wait(10)
            else:
                connection.sendall(answer)

    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address(folder))
        listener.listen()
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield asked
        finally:
            ended.set()
            thread.join()


def test_the_answer_comes_as_json(tmp_path: Path) -> None:
    with answering(tmp_path, b'{"sent": 3, "error": null}\n') as asked:
        assert ask_running_to(tmp_path, "sync", 10) == {"sent": 3, "error": None}
    assert asked == [b"sync\n"]


def test_where_no_kiosk_listens_there_is_no_answer(tmp_path: Path) -> None:
    assert ask_running_to(tmp_path, "sync", 10) is None


def test_a_kiosk_that_ends_before_it_has_answered_is_told(tmp_path: Path) -> None:
    with answering(tmp_path, b""), pytest.raises(KioskError, match="ended before it had answered"):
        ask_running_to(tmp_path, "sync", 10)


def test_a_kiosk_that_does_not_know_the_request_is_told(tmp_path: Path) -> None:
    with answering(tmp_path, b"unknown\n"), pytest.raises(KioskError, match="does not know this request"):
        ask_running_to(tmp_path, "sync", 10)


def test_while_a_kiosk_hangs_there_is_time_for_something_else_until_the_timeout(tmp_path: Path) -> None:
    looks: list[None] = []
    with answering(tmp_path, None), pytest.raises(TimeoutError):
        ask_running_to(tmp_path, "sync", 0.5, lambda: looks.append(None))
    assert looks
