"""Focused time of some students by student, lesson and day, and its sums. Pure but for the reader at the end."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from kiosk.clock import day_start_ms, local_day
from kiosk.server.schema import events, runs

QUARTER_MS = 15 * 60_000
"""Every zone's days begin on a quarter of an hour of UTC, so what is added up by quarters can be told by days."""


@dataclass(frozen=True, slots=True)
class Focused:
    """A student's focused time of a day in one lesson."""

    student: int
    lesson: str
    day: str
    ms: int


@dataclass(frozen=True, slots=True)
class Sum:
    """What one student, or one lesson, comes to. `others` counts the lessons of the student, or its students."""

    of: str
    ms: int
    others: int


def sums(
    focused: Iterable[Focused], of: Callable[[Focused], object], others: Callable[[Focused], object]
) -> Sequence[Sum]:
    """Add up, the longest first."""
    total: dict[str, int] = {}
    met: dict[str, set[object]] = {}
    for each in focused:
        key = str(of(each))
        total[key] = total.get(key, 0) + each.ms
        met.setdefault(key, set()).add(others(each))
    found = [Sum(key, ms, len(met[key])) for key, ms in total.items()]
    return sorted(found, key=lambda each: (-each.ms, each.of))


def focused(db: Connection, students: Collection[int], first: str, last: str) -> list[Focused]:
    """Read what counted for these students from the one day to the other, both included, the newest day first."""
    after_ms = day_start_ms((date.fromisoformat(last) + timedelta(days=1)).isoformat())
    quarter = events.c.at_ms // QUARTER_MS
    rows = db.execute(
        select(runs.c.student_id, runs.c.activity, quarter, func.sum(events.c.active_ms))
        .join_from(events, runs, events.c.run == runs.c.id)
        .where(
            runs.c.student_id.in_(students),
            events.c.at_ms >= day_start_ms(first),
            events.c.at_ms < after_ms,
            events.c.active_ms > 0,
            events.c.state != "moved",
        )
        .group_by(runs.c.student_id, runs.c.activity, quarter)
    )
    found: dict[tuple[int, str, str], int] = {}
    for student, lesson, at, ms in rows:
        key = student, lesson, local_day(int(at) * QUARTER_MS)
        found[key] = found.get(key, 0) + int(ms)
    told = [Focused(*key, ms) for key, ms in found.items()]
    told.sort(key=lambda each: (each.student, each.lesson))
    return sorted(told, key=lambda each: each.day, reverse=True)
