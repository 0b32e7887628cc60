"""`kiosk enroll` on a computer without a window, against a real school server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.cli import run
from kiosk.clock import ManualClock
from kiosk.errors import UsageError
from kiosk.server import enrolling, students
from kiosk.server.database import Database
from tests.server.schoolhouse import Schoolhouse, schoolhouse


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with database.write() as db:
        students.add(db, "Ana", "ana@example.com", "3b", 0)
    with schoolhouse(database, clock) as running:
        yield running


def test_this_computer_joins_and_lists_its_students(
    server: Schoolhouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_CREDENTIALS", "file")
    folder = ["--data-dir", f"{tmp_path / 'kiosk'}"]
    with pytest.raises(UsageError, match="No server is set"):
        run([*folder, "enroll", "AAAA-AAAA"])
    address = str(server.http.base_url)
    with pytest.raises(UsageError, match="This code is wrong"):
        run([*folder, "enroll", "AAAA-AAAA", "--server", address])
    with server.school.database.write() as db:
        code = enrolling.new_code(db, ["3b"], 15, server.school.now_ms())
    capsys.readouterr()
    run([*folder, "enroll", enrolling.scanned(code, address), "--name", "Door"])
    assert capsys.readouterr().out == "This computer has joined: 3b, 1 student.\n"
    run([*folder, "status"])
    assert "Ana" in capsys.readouterr().out
