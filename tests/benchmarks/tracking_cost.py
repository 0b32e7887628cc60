"""What the kiosk costs while a lesson's time is counted, and while nobody is there."""

from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, Sample

PROCESSOR = Goal(Judged.OURS, 0.5)
WAKES = Goal(Judged.OURS, 5.0)


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    """Share of a core, and wake-ups: all from the same runs."""
    folder = home / "tracked"
    env = child.environment(home)
    ours: list[dict[str, float]] = []
    wall: list[dict[str, float]] = []
    floor: list[dict[str, float]] = []
    with child.serving("sdk_server", env=env) as server:
        classroom.furnish(folder, server)
        for _ in range(effort.tracked):
            ours.append(child.run("tracked_lesson", folder, effort.tracked_s, env=env))
            wall.append(child.run("tracked_lesson", folder, effort.tracked_s, "wall", env=env))
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
        PROCESSOR,
    )
    yield Figure(
        "wake-ups while tracking",
        f"Voluntary context switches of all threads over {how}",
        "per s",
        _sample(ours, "wakes_per_s"),
        _sample(floor, "wakes_per_s"),
    )
    yield Figure(
        "wake-ups while nobody is there",
        f"Voluntary context switches of all threads over {effort.tracked_s} s of the wall of students, signed in to"
        " that server. Floor: a bare window on which nothing happens.",
        "per s",
        _sample(wall, "wakes_per_s"),
        _sample(floor, "wakes_per_s"),
        WAKES,
    )


def _sample(told: list[dict[str, float]], key: str) -> Sample:
    return Sample(tuple(each[key] for each in told))
