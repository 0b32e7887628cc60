"""A teacher at a terminal, a link from a browser, and the kiosk: each a process of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.store import database, students
from kiosk.store.writer import Store
from tests.e2e.processes import Process, quit_window, run, still_runs, window_on

FRACTIONS, ADDING = "fractions-unlike-denominators", "Adding fractions with unlike denominators"
WATER, RAIN = "water-cycle", "Where does rain come from?"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with Ana and Ben."""
    store = Store(tmp_path, SystemClock())
    for name in ("Ana", "Ben"):
        store.call(students.add_new, name, 0).result()
    store.close()
    return tmp_path


def sittings(folder: Path) -> list[tuple[str, str]]:
    """Who sat down to which lesson, in order."""
    query = """
        SELECT students.name, lesson FROM sittings
          JOIN runs ON runs.id = run JOIN students ON students.id = student ORDER BY sittings.id
        """
    reader = database.open_reader(folder / database.FILE_NAME)
    try:
        return [(str(name), str(lesson)) for name, lesson in reader.execute(query)]
    finally:
        reader.close()


def wait_for(window: Process, reached: Callable[[], bool]) -> None:
    while not reached():
        assert still_runs(window), window.communicate()


def test_a_command_opens_a_lesson_in_the_running_kiosk_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(display, raising=False)
    here = ("--data-dir", str(folder))
    with window_on(folder) as window:
        at_once = run("launch", FRACTIONS, "--student", "Ana", *here, platform="xcb")  # from a terminal far away
        assert at_once == (0, f"Ana is at “{ADDING}” now.", "")
        assert sittings(folder) == [("Ana", FRACTIONS)]

        asks = f"The kiosk asks first: Open “{RAIN}” for Ben? Somebody there has to answer."
        assert run("launch", WATER, "--student", "Ben", *here) == (0, asks, "")
        link = f"timeback-kiosk://launch?lesson={WATER}&student=Ben"
        assert run(*here, link) == (0, asks, "")

        code, out, err = run("launch", "watercycle", *here)
        assert (code, out) == (2, "")
        assert err.startswith("kiosk: There is no lesson “watercycle” on this computer. Did you mean water-cycle?")
        code, out, err = run(*here, f"{link}&student=Ana")
        assert (code, out, err) == (2, "", "kiosk: This link names the student twice; copy it again.")
        assert sittings(folder) == [("Ana", FRACTIONS)]
        quit_window(window)


def test_without_a_running_kiosk_the_command_is_the_kiosk(folder: Path) -> None:
    with window_on(folder, "launch", WATER, "--student", "Ben") as window:
        wait_for(window, lambda: sittings(folder) == [("Ben", WATER)])
        quit_window(window)


def test_without_a_running_kiosk_a_link_starts_it_and_opens_nothing_unasked(folder: Path) -> None:
    with window_on(folder, f"timeback-kiosk://launch?lesson={WATER}&student=Ben") as window:
        here = ("--data-dir", str(folder))
        code, out, _ = run("launch", WATER, "--student", "Ana", *here)
        assert (code, out) == (0, f"Ana is at “{RAIN}” now.")
        assert sittings(folder) == [("Ana", WATER)]
        quit_window(window)
