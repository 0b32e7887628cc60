"""How long a lesson takes to open."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, Sample, in_turn

GOAL = Goal(Judged.OURS, 200.0)
PAINTED = Goal(Judged.OURS, 500.0)
COMPLETE = Goal(Judged.OURS, 1_500.0)


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    folder = home / "opened"
    classroom.furnish(folder)
    env = child.environment(home)

    def ours() -> float:
        return float(child.run("open_lesson", folder, classroom.LONG_LESSON, env=env)["ms"])

    def floor() -> float:
        return float(child.run("bare_browser", folder, classroom.LONG_LESSON, env=env)["ms"])

    ours(), floor()  # the first of each compiles modules
    yield Figure(
        "opening a lesson",
        "From the press of Start on the home page to the painted first page of a lesson with 10 pages and 30 questions;"
        " the page has a picture, a table and 12 formulas, and none was drawn before in this process. Floor: the same"
        " words, formulas as they are written, set in a bare QTextBrowser.",
        "ms",
        *in_turn(effort.lessons, ours, floor),
        GOAL,
    )


def measure_long_page(home: Path, effort: Effort) -> Iterator[Figure]:
    folder = home / "opened"
    classroom.furnish(folder)
    classroom.write_long_page(folder / "lessons" / classroom.LONG_PAGE)
    env = child.environment(home)
    complete: list[float] = []

    def ours() -> float:
        told = child.run("open_lesson", folder, classroom.LONG_PAGE, env=env)
        complete.append(float(told["complete_ms"]))
        return float(told["ms"])

    def floor() -> float:
        return float(child.run("bare_browser", folder, classroom.LONG_PAGE, env=env)["ms"])

    ours(), floor()
    complete.clear()
    painted, bare = in_turn(effort.lessons, ours, floor)
    what = f"a page of {classroom.LONG_PAGE_LETTERS:,} characters with {classroom.LONG_PAGE_FORMULAS} formulas"
    how = "Floor: the same words, formulas as they are written, set in a bare QTextBrowser."
    yield Figure(
        "opening a long page",
        f"From the press of Start to the first paint of {what}. {how}",
        "ms",
        painted,
        bare,
        PAINTED,
    )
    yield Figure(
        "all of a long page",
        f"From the press of Start until {what} has every one of them drawn in its place, and the page has come to"
        f" rest. {how}",
        "ms",
        Sample(tuple(complete)),
        bare,
        COMPLETE,
    )
