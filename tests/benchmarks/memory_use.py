"""How much memory the kiosk takes, and whether it grows over a school day."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks import child, classroom
from tests.benchmarks.effort import Effort
from tests.benchmarks.figure import Figure, Goal, Judged, Sample
from tests.benchmarks.history import write_history

GOAL = Goal(Judged.RATIO, 1.5)
FLAT = Goal(Judged.RATIO, 1.05)

PACKAGES = ("PySide6.QtNetwork", "PySide6.QtDBus", "sqlite3", "asyncio", "httpx", "markdown_it")
"""What a home page and a lesson need that is not ours; the window's own comes with every window."""

EARLIER_DAYS = 2
"""On the first the lessons are listed and the formulas drawn; on a slow machine the second draws the last of them."""


def measure(home: Path, effort: Effort) -> Iterator[Figure]:
    """At home and in a lesson, both from the same processes; and what is in the memory before anything is done."""
    folder = home / "remembered"
    env = child.environment(home)
    classroom.furnish(folder, count=effort.lessons_there)
    write_history(folder, effort.windows_there, effort.lessons_there)
    for _ in range(EARLIER_DAYS):
        child.run("kiosk_memory", folder, classroom.LONG_LESSON, env=env)
    ours: list[dict[str, Any]] = []
    packages: list[float] = []
    imported: list[float] = []
    floor: list[float] = []
    for _ in range(effort.memories):
        ours.append(child.run("kiosk_memory", folder, classroom.LONG_LESSON, env=env))
        packages.append(float(child.run("bare_memory", *PACKAGES, env=env)["mb"]))
        imported.append(float(child.run("bare_memory", *ours[-1]["modules"], env=env)["mb"]))
        floor.append(float(child.run("bare_memory", env=env)["mb"]))
    how = (
        f"Resident memory of the process, libraries included, with {effort.lessons_there} lessons and"
        f" {effort.windows_there:,} delivered windows on the disk; the lessons were listed, and the formulas of the"
        " lesson drawn, on an earlier day. Floor: a bare window."
    )
    for name, key in (("memory at home", "home_mb"), ("memory in a lesson", "lesson_mb")):
        yield Figure(name, how, "MB", Sample(tuple(each[key] for each in ours)), Sample(tuple(floor)), GOAL)
    yield Figure(
        "memory of the packages alone",
        f"The bare window once it has imported {', '.join(PACKAGES)}, and uses none of them. It leaves out of"
        " them what the kiosk leaves out. Floor: a bare window.",
        "MB",
        Sample(tuple(packages)),
        Sample(tuple(floor)),
    )
    count = len(ours[-1]["modules"])
    yield Figure(
        "memory of all modules alone",
        f"The bare window once it has imported the {count} modules that the home page has, of Python's, the packages'"
        " and ours, and uses none of them. Floor: a bare window.",
        "MB",
        Sample(tuple(imported)),
        Sample(tuple(floor)),
    )


def measure_growth(home: Path, effort: Effort) -> Iterator[Figure]:
    """A school day in some minutes. The floor is the same process after its first hour."""
    folder = home / "grown"
    classroom.furnish(folder)
    first, *_, last = child.run("school_day", folder, effort.hours, env=child.environment(home))["hourly_mb"]
    yield Figure(
        f"memory after {effort.hours} hours",
        f"Resident memory once free memory was given back, after {effort.hours} simulated hours of lessons with a tick"
        " each second, two steps a minute (an answer checked, or a page turned), and a hand-over to the next student"
        " every quarter of an hour. Floor: the same process after the first hour.",
        "MB",
        Sample((last,)),
        Sample((first,)),
        FLAT,
    )
