"""Two starts, two programs, two versions on one data folder: one writes, and the others say so."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.store import database, students
from kiosk.store.writer import Store
from tests.e2e.processes import begin, ended, ending, is_answering, quit_window, run, still_runs, window_on
from tests.waiting import PATIENCE_S

API_PROGRAM = """
import sys
from kiosk import KioskError, Timeback
try:
    with Timeback(data_dir=sys.argv[1], student="ana@example.com") as timeback:
        timeback.activity.start("fractions", "Fractions", {"subject": "Math", "grade": 3})
        print("writes", flush=True)
        sys.stdin.readline()
except KioskError as error:
    print(error, flush=True)
"""


def test_of_six_starts_at_once_one_opens_the_window_and_five_bring_it_forward(tmp_path: Path) -> None:
    processes = [begin("-m", "kiosk", "--data-dir", str(tmp_path)) for _ in range(6)]
    with ending(processes):
        waiting = list(processes)
        while len(waiting) > 1:
            waiting = [process for process in waiting if still_runs(process)]
        assert len(waiting) == 1
        assert [ended(process) for process in processes if process is not waiting[0]] == [(0, "", "")] * 5
        assert is_answering(tmp_path)
        quit_window(waiting[0])


def test_of_six_api_programs_at_once_one_writes_and_five_say_so(tmp_path: Path) -> None:
    processes = [begin("-c", API_PROGRAM, str(tmp_path)) for _ in range(6)]
    with ending(processes):
        said = [process.stdout.readline().strip() for process in processes if process.stdout]
        assert sorted(said) == sorted(
            ["writes"] + [f"{tmp_path} is in use by another running kiosk; use that one, or close it first."] * 5
        )
        writer = processes[said.index("writes")]
        writer.communicate("\n", timeout=PATIENCE_S)
    reader = database.open_reader(tmp_path / database.FILE_NAME)
    assert reader.execute("SELECT count(*) FROM runs").fetchone() == (1,)
    reader.close()


def test_a_window_on_the_folder_of_a_program_without_one_says_what_to_do(tmp_path: Path) -> None:
    with ending([holder := begin("-c", API_PROGRAM, str(tmp_path))]):
        assert holder.stdout
        assert holder.stdout.readline() == "writes\n"
        code, _, err = run("--data-dir", str(tmp_path))
        assert code == 2
        assert err == f"kiosk: {tmp_path} is in use by another running kiosk; use that one, or close it first."
        assert holder.poll() is None


def test_commands_work_beside_the_running_window(tmp_path: Path) -> None:
    store = Store(tmp_path, SystemClock())
    store.call(students.add_new, "Ana", 0).result()
    store.close()
    with window_on(tmp_path) as window:
        code, out, _ = run("status", "--json", "--data-dir", str(tmp_path))
        assert (code, json.loads(out)["students"][0]["signed_in"]) == (0, False)
        url = "http://127.0.0.1:9/api/timeback"
        code, _, err = run("connect", "--student", "Ana", "--server", url, "--token", "t", "--data-dir", str(tmp_path))
        assert (code, err) == (0, "")
        code, out, _ = run("status", "--json", "--data-dir", str(tmp_path))
        assert (code, json.loads(out)["students"][0]["signed_in"]) == (0, True)
        assert tomllib.loads((tmp_path / "settings.toml").read_text("utf-8"))["server"] == url
        quit_window(window)


@pytest.mark.parametrize("command", [(), ("status",)])
def test_an_old_program_refuses_a_newer_file_and_leaves_it_alone(tmp_path: Path, command: Sequence[str]) -> None:
    store = Store(tmp_path, SystemClock())
    store.call(lambda db: db.execute("PRAGMA user_version = 99")).result()
    store.close()
    before = store.path.read_bytes()
    code, _, err = run(*command, "--data-dir", str(tmp_path))
    assert code == 2
    assert "was written by a newer version of this program" in err
    assert "install the newer version" in err
    assert len(err.splitlines()) == 1
    assert store.path.read_bytes() == before
