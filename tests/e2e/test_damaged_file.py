"""A file that was damaged: the window opens all the same, and teacher and pupil are told."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.clock import SystemClock
from kiosk.store import students
from kiosk.store.writer import Store
from tests.waiting import PATIENCE_S


def run(*arguments: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_CREDENTIALS": "file"}
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE_S,
    ).stdout


def test_the_window_opens_on_a_damaged_file_and_the_notice_is_in_it_and_in_status(tmp_path: Path) -> None:
    store = Store(tmp_path, SystemClock())
    store.call(students.add_new, "Ana", 0).result()
    store.close()
    with store.path.open("r+b") as file:
        file.truncate(store.path.stat().st_size - 100)
    told = run("tests.e2e.programs.notices", str(tmp_path))
    assert told.startswith("The data file was damaged: 1 students, 0 runs, 0 windows, 0 completions and 0 answers")
    assert told in run("kiosk", "status", "--data-dir", str(tmp_path))
    status = json.loads(run("kiosk", "status", "--json", "--data-dir", str(tmp_path)))
    assert status["notices"] == [told]
    assert [student["student"] for student in status["students"]] == ["Ana"]
