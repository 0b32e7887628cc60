"""What the running kiosk does for a command, asked over its socket as anybody of this user could."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.instance import address
from tests.desktop.desk import Desk

HEADER = "student,id,name,subject,grade,ended_at,active_s,inactive_s"
GOOD = "Ana,paper,On paper,Math,3,2026-01-02T10:00:00Z,60,0"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.join()
    yield desk
    desk.close()


def ask(desk: Desk, request: str) -> dict[str, Any]:
    socket = QLocalSocket()
    socket.connectToServer(address(desk.folder))
    assert socket.waitForConnected(1_000)
    socket.write(request.encode() + b"\n")
    desk.until(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    answer: dict[str, Any] = json.loads(bytes(socket.readAll().data()))
    return answer


def import_time(desk: Desk, *rows: str) -> dict[str, Any]:
    file = desk.folder / "sittings of March.csv"
    file.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    return ask(desk, f"import-time {quote(str(file))}")


def imported(desk: Desk) -> list[tuple[object, ...]]:
    return desk.on_disk("SELECT active_ms FROM windows ORDER BY id")


def test_time_is_taken_in_once(desk: Desk) -> None:
    assert import_time(desk, GOOD) == {"new": 1, "error": None}
    assert import_time(desk, GOOD) == {"new": 0, "error": None}
    assert imported(desk) == [(60_000,)]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (GOOD.replace("Ana", "Ben"), 'sittings of March.csv:3: no student "Ben" is on this computer'),
        (GOOD.replace("60,0", "90,0"), "this sitting is here already with 60 s active"),
    ],
)
def test_what_a_command_has_checked_is_checked_again_and_all_or_nothing_is_taken_in(
    desk: Desk, wrong: str, reason: str
) -> None:
    assert reason in import_time(desk, GOOD, wrong)["error"]
    assert imported(desk) == []


@pytest.mark.parametrize("path", ["/nowhere/at%20all.csv", "/", "", "/a%00b.csv", "%ff"])
def test_a_file_that_cannot_be_read_is_a_sentence(desk: Desk, path: str) -> None:
    assert re.search("cannot be read|is not a path", ask(desk, f"import-time {path}")["error"])


def test_a_class_list_comes_onto_the_wall(desk: Desk) -> None:
    file = desk.folder / "class list.txt"
    file.write_text("Ana\nBen\nCem\n", "utf-8")
    desk.session.show_students()
    assert ask(desk, f"add-students {quote(str(file))}") == {
        "said": "Students added: 2. Here already: 1.",
        "error": None,
    }
    desk.until(lambda: [card.name for card in desk.walls[-1].students] == ["Ana", "Ben", "Cem"])
    file.write_text("Ana\nAna\n", "utf-8")
    assert ask(desk, f"add-students {quote(str(file))}")["error"].startswith("class list.txt, line 2: Ana stands in")
