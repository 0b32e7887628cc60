"""How long a lesson takes to open."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, in_turn

GOAL = Goal(Judged.OURS, 200.0)


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    folder = home / "opened"
    classroom.furnish(folder)
    env = child.environment(home)

    def ours() -> float:
        return float(child.run("open_lesson", folder, env=env)["ms"])

    def floor() -> float:
        return float(child.run("bare_browser", folder, env=env)["ms"])

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
