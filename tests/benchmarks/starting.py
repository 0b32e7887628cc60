"""How long a daily start takes to its first picture, beside a bare window's."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, in_turn
from tests.e2e.x11.screen import xvfb

GOAL = Goal(Judged.RATIO, 2.0)


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    """One figure on no screen, and one on X11 where there is Xvfb with openbox."""
    classroom.furnish(home / "data" / "timeback-kiosk", server="http://127.0.0.1:9/api/timeback")
    yield _measure("offscreen", child.environment(home), effort)
    if all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))):
        with xvfb(managed=True) as screen:
            on_screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.environment["DISPLAY"]}
            yield _measure("X11", child.environment(home, **on_screen), effort)


def _measure(platform: str, env: dict[str, str], effort: Effort) -> Figure:
    def ours() -> float:
        return child.ms_until_told("daily_start", env=env, check=_all_are_there)

    def floor() -> float:
        return child.ms_until_told("bare_window", env=env)

    ours(), floor()  # the first of each compiles modules and fills the disk's cache
    return Figure(
        f"start to first picture, {platform}",
        "From starting the process to its first paint, told by itself. Ours: `kiosk` without arguments, on a data"
        f" folder with {len(classroom.NAMES)} students who have a history and {classroom.LESSONS} lessons; its first"
        " picture is the wall with every student's face and name. Floor: a QApplication, a QWidget and a QLabel.",
        "ms",
        *in_turn(effort.starts, ours, floor),
        GOAL,
    )


def _all_are_there(told: dict[str, object]) -> None:
    assert told["students"] == len(classroom.NAMES), told
