import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.store import students
from kiosk.store.journal import Entry
from kiosk.tracking.window import WindowState
from kiosk.windows_file import FORMULA_STARTS, inert
from tests.commands.conftest import Folder, Kiosk
from tests.store.stories import add_student, start, window


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_window_is_a_row_with_who_what_when_and_how_long(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    folder.store.journal(Entry(folder.run.run, folder.run.sitting, (window(folder.clock, 1, 10_000, 5_500),), 0))
    folder.close()
    parked, ready = rows(kiosk("export", "--csv", "-").out)
    assert parked == {
        "student": "Ana",
        "lesson": "Fractions",
        "course": "Math 3",
        "run_id": folder.run.subject.run_id,
        "started_at": "2026-01-05T10:00:00.000Z",
        "ended_at": "2026-01-05T10:00:15.000Z",
        "active_s": "15.000",
        "inactive_s": "0.000",
        "idle_s": "0.000",
        "unfocused_s": "0.000",
        "locked_s": "0.000",
        "paused_s": "0.000",
        "state": "parked",
    }
    assert (ready["active_s"], ready["inactive_s"], ready["idle_s"]) == ("10.000", "5.500", "5.500")
    assert (ready["state"], ready["ended_at"]) == ("ready", "2026-01-05T10:00:30.501Z")


def test_it_reads_beside_a_running_kiosk_what_is_running_too(kiosk: Kiosk, folder: Folder) -> None:
    running = window(folder.clock, 0, state=WindowState.OPEN)
    folder.store.journal(Entry(folder.run.run, folder.run.sitting, (running,), 0))
    folder.store.call(students.everyone).result()
    assert [row["state"] for row in rows(kiosk("export", "--csv", "-").out)] == ["open"]


def test_what_a_spreadsheet_would_run_is_only_text(kiosk: Kiosk, folder: Folder) -> None:
    eve = add_student(folder.store, '=cmd|"/c calc"!a1')
    folder.run = start(folder.store, folder.clock, eve, lesson="@sum")
    folder.work()
    (row,) = rows(kiosk("export", "--csv", "-").out)
    assert row["student"].startswith("'=Cmd|")
    assert row["lesson"] == "'@Sum"


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert not inert(text).startswith(FORMULA_STARTS)
    assert inert(text).removeprefix("'") == text.removeprefix("'")


def test_a_file_is_replaced_whole_and_for_excel_begins_with_its_mark(
    kiosk: Kiosk, folder: Folder, tmp_path: Path
) -> None:
    folder.work(2)
    file = tmp_path / "windows.csv"
    file.write_text("old")
    assert kiosk("export", "--csv", str(file)).out == f"2 windows are in {file}.\n"
    plain = file.read_bytes()
    assert plain.startswith(b"student,")
    kiosk("export", "--csv", str(file), "--excel")
    assert file.read_bytes() == b"\xef\xbb\xbf" + plain
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize("name", ["", ".", "no/such/folder/x.csv", "kiosk.sqlite3/x.csv"])
def test_a_file_that_cannot_be_written_is_one_sentence(kiosk: Kiosk, folder: Folder, name: str) -> None:
    said = kiosk("export", "--csv", str(folder.path / name) if "/" in name else name)
    assert said.code == 2
    assert "cannot be written" in said.err or "is a folder" in said.err


def test_without_a_file_it_says_how_to_name_one(kiosk: Kiosk) -> None:
    said = kiosk("export")
    assert (said.code, "such as --csv windows.csv" in said.err) == (2, True)


def test_a_folder_that_was_never_used_is_one_sentence(kiosk: Kiosk, tmp_path: Path) -> None:
    said = kiosk("export", "--csv", "-", "--data-dir", str(tmp_path / "nowhere"))
    assert (said.code, "does not exist yet" in said.err) == (2, True)
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.usefixtures("kiosk")
def test_a_reader_that_stops_early_is_no_fault(folder: Folder) -> None:
    folder.work(2_000)
    command = [sys.executable, "-m", "kiosk", "export", "--csv", "-"]
    with subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"student,")
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(20) == 0
