"""A disk that takes nothing more: it is told, nothing that is safe is lost, and work goes on when there is room."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import SystemClock
from kiosk.store.writer import Store
from tests.e2e.story import completions, sums, windows

PROGRAMS = Path(__file__).parent / "programs"
SMALL_DISK = 'mount -t tmpfs -o size=2m none "$1" && "$2" "$3" "$1" ballast && cp "$1"/kiosk.sqlite3* "$4"'


def check_story(said: dict[str, Any], folder: Path) -> None:
    """Sixty seconds of work, forty of them while the disk was full, all of them on the disk in the end."""
    assert not said["ended_while_full"]
    assert said["ended"]
    assert said["active_ms"] == 60_000
    journal, completion = said["heard"]
    assert journal.startswith("journal: ")
    assert completion.startswith("completion: ")
    assert sums(windows(folder)) == (60_000, 0)
    assert [done.state for done in completions(folder)] == ["ready"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of a process as POSIX has them")
def test_what_a_failing_disk_refused_is_written_once_it_takes_it(tmp_path: Path) -> None:
    program = [sys.executable, str(PROGRAMS / "crowded.py"), str(tmp_path), "limit"]
    said = json.loads(subprocess.run(program, capture_output=True, text=True, check=True).stdout)
    assert said["refused"] == [
        "StoreError",
        f"{tmp_path}/kiosk.sqlite3 cannot be read or written: the disk reports an error.",
    ]
    check_story(said, tmp_path)


def test_what_a_full_disk_refused_is_written_when_there_is_room(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk of their own")
    disk, copy = tmp_path / "disk", tmp_path / "copy"
    disk.mkdir()
    copy.mkdir()
    inside = ["sh", "-c", SMALL_DISK, "-", str(disk), sys.executable, str(PROGRAMS / "crowded.py"), str(copy)]
    said = json.loads(subprocess.run(["unshare", "-rm", *inside], capture_output=True, text=True, check=True).stdout)
    assert said["refused"] == [
        "DiskFullError",
        f"{disk}/kiosk.sqlite3 cannot be written: the disk is full; make room and work goes on.",
    ]
    check_story(said, copy)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A data folder, used before, that other users can reach."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        Store(path, SystemClock()).close()
        yield path
        path.chmod(0o777)


def opened_by_an_ordinary_user(folder: Path) -> str:
    program = [sys.executable, str(PROGRAMS / "ordinary.py"), str(folder)]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_folder_that_this_user_may_write_opens_and_one_they_may_not_is_named(shared: Path) -> None:
    for file in shared.iterdir():
        file.chmod(0o666)
    shared.chmod(0o777)
    assert opened_by_an_ordinary_user(shared) == "opened"
    (shared / "kiosk.lock").unlink()
    shared.chmod(0o555)
    assert opened_by_an_ordinary_user(shared) == f"{shared} cannot be made or written: Permission denied."


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_a_file_that_this_user_may_only_read_is_named_with_what_to_do(shared: Path) -> None:
    shared.chmod(0o777)
    for file in shared.iterdir():
        file.chmod(0o666)
    (shared / "kiosk.sqlite3").chmod(0o444)
    assert opened_by_an_ordinary_user(shared) == (
        f"{shared}/kiosk.sqlite3 cannot be written; give this user the right to write to the folder."
    )
