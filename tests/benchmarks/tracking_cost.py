"""What an open lesson costs while its time is counted."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, Sample

GOAL = Goal(Judged.OURS, 1.0)


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    """Share of a core, and wake-ups: both from the same runs."""
    folder = home / "tracked"
    env = child.environment(home)
    ours: list[dict[str, float]] = []
    floor: list[dict[str, float]] = []
    with child.serving("sdk_server", env=env) as server:
        classroom.furnish(folder, server)
        for _ in range(effort.tracked):
            ours.append(child.run("tracked_lesson", folder, effort.tracked_s, env=env))
            floor.append(child.run("quiet_window", effort.tracked_s, env=env))
    how = (
        f"{effort.tracked_s} s of a focused student reading a page, counted second by second, journaled, and delivered"
        " to a Timeback SDK server in another process. Floor: a bare window on which nothing happens."
    )
    yield Figure(
        "processor while tracking",
        f"Processor time of all threads over {how}",
        "% of a core",
        _sample(ours, "cpu_percent"),
        _sample(floor, "cpu_percent"),
        GOAL,
    )
    yield Figure(
        "wake-ups while tracking",
        f"Voluntary context switches of all threads over {how}",
        "per s",
        _sample(ours, "wakes_per_s"),
        _sample(floor, "wakes_per_s"),
    )


def _sample(told: list[dict[str, float]], key: str) -> Sample:
    return Sample(tuple(each[key] for each in told))
