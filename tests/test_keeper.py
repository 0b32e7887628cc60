import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.keeper import GO_ON, KEPT, PAUSES_MS, WITHOUT_GPU, Again, Keeper, after_crash, environment, goes_on, is_kept


def counting(folder: Path, *codes: int) -> list[str]:
    """A program that ends with these codes, one after the other, and writes down how it was started."""
    program = (
        "import os, sys, pathlib\n"
        "told = pathlib.Path(sys.argv[1])\n"
        "before = told.read_text() if told.exists() else ''\n"
        f"told.write_text(before + os.environ.get({KEPT!r}, '-') + os.environ.get({GO_ON!r}, '-') + ' ')\n"
        f"sys.exit({list(codes)}[len(before.split())])\n"
    )
    return [sys.executable, "-c", program, str(folder / "told")]


def test_the_first_crash_is_followed_at_once_where_the_student_was() -> None:
    assert after_crash(3_600_000, crashes=0) == Again(0, goes_on=True, crashes=1)
    assert after_crash(5_000, crashes=0) == Again(0, goes_on=True, crashes=1)


def test_one_that_crashes_soon_after_it_went_on_starts_at_the_wall() -> None:
    assert after_crash(5_000, crashes=1) == Again(PAUSES_MS[1], goes_on=False, crashes=2)


def test_one_that_crashed_before_it_noted_where_it_is_does_not_go_on() -> None:
    assert not after_crash(500, crashes=0).goes_on


def test_the_pauses_grow_while_it_crashes_at_its_start_and_end_with_one_that_settles() -> None:
    again, pauses = Again(0, goes_on=False, crashes=0), []
    for _ in range(8):
        again = after_crash(100, again.crashes)
        pauses.append(again.pause_ms)
    assert pauses == [*PAUSES_MS, PAUSES_MS[-1], PAUSES_MS[-1]]
    assert after_crash(60_000, again.crashes) == Again(0, goes_on=True, crashes=1)


@pytest.mark.parametrize("code", [0, 2])
def test_one_that_ended_or_said_why_it_cannot_run_is_not_started_again(tmp_path: Path, code: int) -> None:
    assert Keeper(counting(tmp_path, code)).keep() == code
    assert (tmp_path / "told").read_text() == "1- "


def test_one_that_crashed_is_started_again_and_knows_that_it_is_kept(tmp_path: Path) -> None:
    assert Keeper(counting(tmp_path, 3, 0)).keep() == 0
    assert (tmp_path / "told").read_text() == "1- 1- "
    assert is_kept({KEPT: "1"})
    assert not is_kept({})
    assert goes_on({GO_ON: "1"})
    assert not goes_on({KEPT: "1"})


def test_asked_to_end_it_ends_the_kiosk_and_itself(tmp_path: Path) -> None:
    child = (
        "import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)); "
        "print('up', flush=True); signal.pause()"
    )
    program = f"import sys; from kiosk.keeper import Keeper; sys.exit(Keeper([sys.executable, '-c', {child!r}]).keep())"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=tmp_path) as keeper:
        assert keeper.stdout is not None
        assert keeper.stdout.readline() == b"up\n"
        keeper.terminate()
        assert keeper.wait(20) == 0
        assert keeper.stdout.read() == b""  # the child has closed it: it is gone too


def test_the_keeper_brings_nothing_of_the_window() -> None:
    program = "import sys, kiosk.keeper, kiosk.settings; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not {"PySide6", "sqlite3", "kiosk.front"} & set(told.split())


def test_after_two_crashes_in_a_row_it_draws_without_the_graphics_driver() -> None:
    first, second = after_crash(100, crashes=0), after_crash(100, crashes=1)
    assert environment(first, {"HOME": "/"}) == {"HOME": "/", KEPT: "1"}
    assert environment(second, {GO_ON: "1"}) == {**WITHOUT_GPU, KEPT: "1"}
    assert GO_ON in environment(after_crash(60_000, crashes=2), {})
