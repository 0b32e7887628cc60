"""How long a daily start takes to its first picture: beside a bare window's, and with a long history."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, Sample, in_turn
from tests.benchmarks.history import write_history

GOAL = Goal(Judged.RATIO, 1.6)
HISTORY = Goal(Judged.RATIO, 1.1)
SERVER = "http://127.0.0.1:9/api/timeback"
FEW_WINDOWS = 1_000


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    """One figure on no screen, and one on X11 where there is Xvfb with openbox."""
    _furnish(home, effort, effort.windows_there)
    yield _beside_a_bare_window("offscreen", child.environment(home), effort)
    for screen in child.screens():
        on_screen = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen.environment["DISPLAY"]}
        yield _beside_a_bare_window("X11", child.environment(home, **on_screen), effort)


def measure_home(home: Path, effort: Effort) -> Iterator[Figure]:
    """The same start up to a student's lessons, when the student does not wait."""
    _furnish(home, effort, effort.windows_there)
    env = child.environment(home)

    def all_are_there(told: dict[str, object]) -> None:
        assert isinstance(told["lessons"], int), told
        assert told["lessons"] >= effort.lessons_there, told

    ours = partial(child.ms_until_told, "first_home", env=env, check=all_are_there)
    floor = partial(child.ms_until_told, "bare_window", env=env)
    first_day = ours()
    floor()
    yield Figure(
        "start to a student's lessons",
        f"The same start up to the home page, with {effort.lessons_there} lessons, of a student who chooses themselves"
        " as soon as the program is there. Floor: the bare window.",
        "ms",
        *in_turn(effort.starts, ours, floor),
    )
    yield Figure(
        "the same on the first day",
        "When no lesson of these has been listed on this computer before, and no module of the program compiled.",
        "ms",
        Sample((first_day,)),
        None,
    )


def measure_history(home: Path, effort: Effort) -> Iterator[Figure]:
    """A start with a file of very many delivered windows, against one with few."""
    for name, windows in (("long", effort.most_windows), ("short", FEW_WINDOWS)):
        _furnish(home / name, effort, windows)
    ours, floor = (partial(_first_picture, child.environment(home / name)) for name in ("long", "short"))
    ours(), floor()  # the first of each compiles modules and fills the disk's cache
    yield Figure(
        f"start with {effort.most_windows:,} windows",
        "From starting the process to its first paint, told by itself, offscreen, on a data folder with that many"
        f" delivered windows of {effort.most_windows // 20:,} runs. Floor: the same with {FEW_WINDOWS:,}.",
        "ms",
        *in_turn(effort.starts, ours, floor),
        HISTORY,
    )


def _furnish(home: Path, effort: Effort, windows: int) -> None:
    folder = home / "data" / "timeback-kiosk"
    classroom.furnish(folder, SERVER, effort.lessons_there)
    write_history(folder, windows, effort.lessons_there)


def _first_picture(env: dict[str, str]) -> float:
    return child.ms_until_told("daily_start", env=env, check=_all_are_there)


def _beside_a_bare_window(platform: str, env: dict[str, str], effort: Effort) -> Figure:
    ours = partial(_first_picture, env)
    floor = partial(child.ms_until_told, "bare_window", env=env)
    ours(), floor()  # the first of each compiles modules and fills the disk's cache
    return Figure(
        f"start to first picture, {platform}",
        "From starting the process to its first paint, told by itself. Ours: `kiosk` without arguments, on a data"
        f" folder with {len(classroom.NAMES)} students, {effort.lessons_there} lessons and"
        f" {effort.windows_there:,} delivered windows; its first picture is the wall with every student's face and"
        " name. Floor: a QApplication, a QWidget and a QLabel.",
        "ms",
        *in_turn(effort.starts, ours, floor),
        GOAL,
    )


def _all_are_there(told: dict[str, object]) -> None:
    assert told["students"] == len(classroom.NAMES), told
