import json
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import ManualClock
from kiosk.commands import checks
from kiosk.store import database
from kiosk.store.writer import Store
from tests.commands.conftest import Folder, Kiosk, Said
from tests.sync.faulty import faulty, page, unused_port

REFUSAL = page(
    "401 Unauthorized",
    b'{"error":{"code":"UNAUTHORIZED","message":"No session"}}',
    "Date: Mon, 05 Jan 2026 10:00:00 GMT\r\n",
)


@pytest.fixture(autouse=True)
def _a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def wrong(said: Said) -> dict[str, str]:
    findings: list[dict[str, Any]] = json.loads(said.out)
    return {finding["looked_at"]: finding["says"] for finding in findings if not finding["is_ok"]}


def test_a_machine_in_order_gets_a_row_each_and_exit_code_0(kiosk: Kiosk, folder: Folder) -> None:
    folder.work()
    said = kiosk("doctor")
    assert said.code == 0
    for looked_at in (
        "display",
        "formulas",
        "settings",
        "courses",
        "lessons",
        "tokens",
        "free space",
        "database",
        "clock",
        "server",
    ):
        assert looked_at in said.out
    assert "wrong" not in said.out


def test_before_the_first_start_nothing_is_wrong_and_nothing_is_made(kiosk: Kiosk, tmp_path: Path) -> None:
    said = kiosk("doctor", "--json", "--data-dir", str(tmp_path / "new"))
    assert (said.code, wrong(said)) == (0, {})
    assert not (tmp_path / "new").exists()


def test_no_display_is_told(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    said = kiosk("doctor", "--json")
    assert said.code == 1
    assert "start the kiosk in a desktop session" in wrong(said)["display"]


WITHOUT_ITS_TABLES = """
import sys
from kiosk.cli import run

sys.modules["ziamath.tex"] = None
run(["doctor", "--json", "--data-dir", sys.argv[1]])
"""


def test_a_program_that_cannot_draw_formulas_is_told(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_ITS_TABLES, str(tmp_path)], capture_output=True, text=True, check=False
    )
    (finding,) = [each for each in json.loads(ended.stdout) if each["looked_at"] == "formulas"]
    assert not finding["is_ok"]
    assert finding["says"].startswith("None can be drawn")
    assert finding["says"].endswith("install the program anew.")


def test_a_fault_in_the_settings_does_not_hide_the_rest(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "blue"\n')
    said = kiosk("doctor", "--json")
    assert "theme must be one of" in wrong(said)["settings"]
    assert len(json.loads(said.out)) > 5


def test_courses_and_lessons_that_cannot_be_read_are_told_with_their_place(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.json").write_text('{"courses": [{"subject": "Math"}]}')
    (tmp_path / "more" / "broken").mkdir(parents=True)
    (tmp_path / "more" / "broken" / "lesson.toml").write_text("title = 3")
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "app.json"))
    monkeypatch.setenv("KIOSK_LESSONS", str(tmp_path / "more"))
    found = wrong(kiosk("doctor", "--json"))
    assert "courses[0]: needs a grade or a courseCode" in found["courses"]
    assert "lesson.toml" in found["lessons"]


def test_a_lesson_of_a_course_nobody_reports_is_told(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "app.json").write_text('{"sensor": "https://s.example", "courses": []}')
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "app.json"))
    assert "is not in timeback.config.json; add it there." in wrong(kiosk("doctor", "--json"))["lessons"]


def test_tokens_that_others_can_read_are_told(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "credentials.json").write_text("{}")
    (tmp_path / "credentials.json").chmod(0o644)
    assert "can be read by others" in wrong(kiosk("doctor", "--json"))["tokens"]


def test_a_damaged_database_is_told_and_the_next_start_saves_what_can_be_read(kiosk: Kiosk, folder: Folder) -> None:
    folder.work(200)
    folder.close()
    file = folder.path / database.FILE_NAME
    with file.open("r+b") as database_file:
        database_file.seek(file.stat().st_size - 3 * 4096)
        database_file.write(b"\xaa" * 4096)
    said = wrong(kiosk("doctor", "--json"))
    assert said["database"].startswith(f"{file} is damaged (")
    assert "close the kiosk and start it again, it saves what can be read" in said["database"]
    Store(folder.path, folder.clock).close()
    assert "database" not in wrong(kiosk("doctor", "--json"))
    assert list(folder.path.glob("kiosk-broken-*.sqlite3")) != []


def test_a_newer_database_is_told_and_left_alone(kiosk: Kiosk, folder: Folder) -> None:
    folder.close()
    db = sqlite3.connect(folder.path / database.FILE_NAME)
    db.execute("PRAGMA user_version = 99")
    db.close()
    assert "newer version" in wrong(kiosk("doctor", "--json"))["database"]


def test_a_server_that_is_away_is_told(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_SERVER", f"http://127.0.0.1:{unused_port()}/api/timeback")
    assert "cannot be reached" in wrong(kiosk("doctor", "--json"))["server"]


def test_the_servers_clock_is_compared(kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch) -> None:
    with faulty([REFUSAL]) as server:
        monkeypatch.setenv("KIOSK_SERVER", server.url)
        found = wrong(kiosk("doctor", "--json"))
    assert set(found) == {"server's clock"}
    assert "ahead of the server's; set the one that is wrong." in found["server's clock"]


@pytest.mark.parametrize(("year", "is_ok"), [(1970, False), (2024, False), (2026, True), (2106, False)])
def test_a_year_that_cannot_be_is_told(year: int, *, is_ok: bool) -> None:
    assert checks.clock(ManualClock(datetime(year, 1, 5, tzinfo=UTC))).is_ok is is_ok


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    found = checks.folder_is_writable(tmp_path / "file" / "data")
    assert not found.is_ok
    assert "cannot be written" in found.says
