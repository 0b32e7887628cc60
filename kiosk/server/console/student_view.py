"""A student's page: focused time by day and lesson, runs with what came of them. Pure but for the reader at the end."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from kiosk.clock import day_start_ms, local_day
from kiosk.server.ledger import Kind
from kiosk.server.schema import events, runs

MOST_RUNS = 30


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the ledger: focused time, or the end of an attempt with its metrics."""

    run_id: str
    lesson: str
    kind: Kind
    at_ms: int
    active_ms: int
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DayLesson:
    """A day's focused time in one lesson."""

    day: str
    lesson: str
    ms: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run, with its attempt's result when it is finished: `right` of `total` questions, and XP."""

    run_id: str
    lesson: str
    started_ms: int
    ms: int
    ended_ms: int | None
    right: int | None
    total: int | None
    xp: float | None


def by_day_and_lesson(happened: Iterable[Happened]) -> list[DayLesson]:
    """Add up focused time, the newest day first."""
    sums: dict[tuple[str, str], int] = {}
    for each in happened:
        if each.active_ms:
            key = local_day(each.at_ms), each.lesson
            sums[key] = sums.get(key, 0) + each.active_ms
    found = [DayLesson(day, lesson, ms) for (day, lesson), ms in sums.items()]
    found.sort(key=lambda each: each.lesson)
    found.sort(key=lambda each: each.day, reverse=True)
    return found


def runs_of(happened: Iterable[Happened]) -> list[Run]:
    """What came of each run, the latest first."""
    by_run: dict[str, list[Happened]] = {}
    for each in happened:
        by_run.setdefault(each.run_id, []).append(each)
    found = [_run(each) for each in by_run.values()]
    return sorted(found, key=lambda run: run.started_ms, reverse=True)[:MOST_RUNS]


def xp_of(kind: Kind, body: Mapping[str, Any]) -> float:
    """The XP that a completion brings, as a kiosk spells it or as this server does."""
    points = body.get("metrics", {}).get("xpEarned" if kind is Kind.COMPLETION else "xp_earned", 0)
    return float(points) if isinstance(points, int | float) else 0.0


def _run(happened: Sequence[Happened]) -> Run:
    end = next((each for each in happened if each.kind is not Kind.WINDOW), None)
    metrics: Mapping[str, Any] = {} if end is None else end.body.get("metrics", {})
    return Run(
        run_id=happened[0].run_id,
        lesson=happened[0].lesson,
        started_ms=min(each.at_ms for each in happened),
        ms=sum(each.active_ms for each in happened),
        ended_ms=None if end is None else end.at_ms,
        right=metrics.get("correctQuestions", metrics.get("correct_questions")),
        total=metrics.get("totalQuestions", metrics.get("total_questions")),
        xp=None if end is None else xp_of(end.kind, end.body),
    )


def happened(db: Connection, student_ids: Iterable[int], from_day: str, until_day: str) -> dict[int, list[Happened]]:
    """Read what counted for these students from the one day to the other, both included, in order of time."""
    after_ms = day_start_ms((date.fromisoformat(until_day) + timedelta(days=1)).isoformat())
    rows = db.execute(
        select(
            runs.c.student_id, runs.c.run_id, runs.c.activity, events.c.kind, events.c.at_ms, events.c.active_ms,
            events.c.body,
        )
        .join_from(events, runs, events.c.run == runs.c.id)
        .where(
            runs.c.student_id.in_(list(student_ids)),
            events.c.at_ms >= day_start_ms(from_day),
            events.c.at_ms < after_ms,
            events.c.state != "moved",
        )
        .order_by(events.c.at_ms, events.c.id)
    )  # fmt: skip
    found: dict[int, list[Happened]] = {}
    for student, run_id, lesson, kind, at_ms, active_ms, body in rows:
        told = {} if kind == Kind.WINDOW else json.loads(body)
        found.setdefault(student, []).append(Happened(run_id, lesson, Kind(kind), at_ms, active_ms, told))
    return found
