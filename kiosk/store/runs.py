"""Runs: one id for all sittings of one attempt, on the disk before the first heartbeat."""

import json
import sqlite3
from dataclasses import dataclass

from kiosk.clock import Instant, day_start_ms
from kiosk.errors import ActivityError
from kiosk.protocol.course import Course, course_from_key, course_key
from kiosk.protocol.messages import Subject, wire_time
from kiosk.protocol.run_id import RunId, new_run_id
from kiosk.store import clocks
from kiosk.store.ends import free_moment
from kiosk.store.journal import Entry, end_sitting
from kiosk.store.override import replace_time
from kiosk.tracking.metrics import Metrics

FAR_MS = 86_400_000
"""A last end further ahead than this was told by a wrong clock (or this clock is): nothing is anchored to it.
Should windows come to overlap by that, the one that was never tried steps aside when it is claimed.
"""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What a sitting is to be about. `run_id` None continues the open run, or begins one.

    `reports_time` False keeps the windows here; `process` travels with the completion.
    """

    student: int
    lesson: str
    name: str
    course: Course
    run_id: RunId | None = None
    reports_time: bool = True
    process: bool | None = None


@dataclass(frozen=True, slots=True)
class OpenedRun:
    """A run with a fresh sitting. `active_ms` is the run's focused time before this sitting."""

    run: int
    sitting: int
    subject: Subject
    resumed: bool
    active_ms: int
    last_end_ms: int


def start_sitting(db: sqlite3.Connection, request: RunRequest, at: Instant, boot: str) -> OpenedRun:
    """Continue the run that is asked for, or begin it, and open a sitting in it.

    Another id than the open run's closes that one (its time is still delivered). Raises ActivityError
    for a run that is finished, or that belongs to another lesson.
    """
    key = course_key(request.course)
    found = db.execute(
        "SELECT id, run_id FROM runs WHERE student = ? AND lesson = ? AND course = ? AND state = 'open'",
        (request.student, request.lesson, key),
    ).fetchone()
    if found is not None and request.run_id not in (None, found[1]):
        _close(db, found[0], "closed", at.wall)
        found = None
    if found is None and request.run_id is not None:
        found = _reopened(db, request, key)
    resumed = found is not None
    if found is None:
        found = _begin(db, request, key, at.wall)
    else:
        db.execute(
            "UPDATE runs SET reports_time = ?, process = ? WHERE id = ?",
            (request.reports_time, request.process, found[0]),
        )
    run, run_id = found
    clocks.note(db, boot, clocks.Source.MACHINE, at)
    (last_end_ms,) = db.execute("SELECT last_end_ms FROM students WHERE id = ?", (request.student,)).fetchone()
    if last_end_ms > at.wall + FAR_MS:
        last_end_ms = 0
    sitting = db.execute(
        "INSERT INTO sittings (run, started_ms, started_mono, boot) VALUES (?, ?, ?, ?)",
        (run, max(at.wall, last_end_ms), at.mono, boot),
    ).lastrowid
    subject = Subject(request.lesson, request.name, request.course, RunId(run_id))
    return OpenedRun(run, sitting or 0, subject, resumed, active_ms(db, run), last_end_ms)


def find_or_begin(db: sqlite3.Connection, request: RunRequest, at_ms: int) -> tuple[int, str]:
    """Find the student's run of that id, or begin it as a closed one; its row and its state."""
    row = db.execute(
        "SELECT id, state FROM runs WHERE student = ? AND run_id = ?", (request.student, request.run_id)
    ).fetchone()
    if row is None:
        run, _ = _begin(db, request, course_key(request.course), at_ms, state="closed")
        return run, "closed"
    return int(row[0]), str(row[1])


def _begin(db: sqlite3.Connection, request: RunRequest, key: str, at_ms: int, state: str = "open") -> tuple[int, RunId]:
    run_id = request.run_id or new_run_id()
    (run,) = db.execute(
        "INSERT INTO runs (run_id, student, lesson, name, course, reports_time, process, state, opened_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            run_id,
            request.student,
            request.lesson,
            request.name,
            key,
            request.reports_time,
            request.process,
            state,
            at_ms,
        ),
    ).fetchone()
    return run, run_id


def _reopened(db: sqlite3.Connection, request: RunRequest, key: str) -> tuple[int, str] | None:
    """A run of this student that was closed, but not finished, under the id that is asked for."""
    known = db.execute(
        "SELECT id, run_id, lesson, course, state FROM runs WHERE student = ? AND run_id = ?",
        (request.student, request.run_id),
    ).fetchone()
    if known is None:
        return None
    run, run_id, lesson, course, state = known
    if (lesson, course) != (request.lesson, key):
        raise ActivityError(f"run_id {run_id} belongs to another activity, {lesson!r}; use a run id of its own")
    if state == "finished":
        raise ActivityError(f"run_id {run_id} is finished; leave run_id out to begin a new attempt")
    db.execute("UPDATE runs SET state = 'open', closed_ms = NULL WHERE id = ?", (run,))
    return run, run_id


def active_ms(db: sqlite3.Connection, run: int) -> int:
    """The run's focused time over all its sittings, as journaled, and on other computers, as the server told."""
    (total,) = db.execute(f"SELECT {_ACTIVE_MS} FROM runs WHERE id = ?", (run,)).fetchone()  # noqa: S608 - ours
    return int(total)


_ACTIVE_MS = "pruned_ms + elsewhere_ms + (SELECT coalesce(sum(active_ms), 0) FROM windows WHERE run = runs.id)"


def finish(db: sqlite3.Connection, entry: Entry, metrics: Metrics) -> None:
    """End the sitting, queue the run's completion and close the run: all of it or nothing.

    Raises MetricsError when a time override does not fit.
    """
    _end_with(db, entry, metrics)
    db.execute(
        "INSERT INTO completions (run, ended_at, metrics, pct_complete, state) VALUES (?, ?, ?, ?, 'ready')",
        (
            entry.run,
            free_moment(db, entry.run, _sitting_end(db, entry.sitting)),
            json.dumps(metrics.to_wire()),
            metrics.pct_complete,
        ),
    )
    _close(db, entry.run, "finished", _sitting_end(db, entry.sitting))


def request_finish(db: sqlite3.Connection, entry: Entry, metrics: Metrics, version: str) -> None:
    """End the sitting of a stateful run and leave its completion to a server: all of it or nothing."""
    _end_with(db, entry, metrics)
    ended_ms = _sitting_end(db, entry.sitting)
    claim = {
        "metrics": metrics.to_wire(),
        "version": version,
        "endedAt": wire_time(ended_ms),
        "activeMs": active_ms(db, entry.run),
    }
    db.execute(
        "INSERT INTO finish_requests (run, claim, requested_ms) VALUES (?, ?, ?)",
        (entry.run, json.dumps(claim), ended_ms),
    )
    _close(db, entry.run, "finished", ended_ms)


def _end_with(db: sqlite3.Connection, entry: Entry, metrics: Metrics) -> None:
    end_sitting(db, entry)
    if metrics.time is not None:
        replace_time(db, entry.run, entry.sitting, metrics.time)


def _close(db: sqlite3.Connection, run: int, state: str, at_ms: int) -> None:
    db.execute("UPDATE runs SET state = ?, closed_ms = ? WHERE id = ?", (state, at_ms, run))


def _sitting_end(db: sqlite3.Connection, sitting: int) -> int:
    (ended_ms,) = db.execute("SELECT ended_ms FROM sittings WHERE id = ?", (sitting,)).fetchone()
    return int(ended_ms)


@dataclass(frozen=True, slots=True)
class LessonRun:
    """The latest run of a lesson, for a student's home page. `result` is what was submitted, decided or claimed."""

    run: int
    run_id: RunId
    lesson: str
    course: Course
    state: str
    page: int
    percent: int
    active_ms: int
    last_ms: int
    result: dict[str, float] | None
    waits_for_server: bool


def latest_by_lesson(db: sqlite3.Connection, student: int) -> dict[str, LessonRun]:
    """The newest run of each lesson of a student; not those closed unfinished, which nobody goes on with."""
    rows = db.execute(
        f"""
        SELECT runs.id, run_id, lesson, course, runs.state, coalesce(page, 0), coalesce(percent, 0),
               {_ACTIVE_MS},
               (SELECT coalesce(max(coalesce(ended_ms, started_ms)), opened_ms) FROM sittings WHERE run = runs.id),
               coalesce(completions.metrics, finish_requests.result, json_extract(claim, '$.metrics')),
               claim IS NOT NULL AND finish_requests.result IS NULL
          FROM runs
          LEFT JOIN progress ON progress.run = runs.id
          LEFT JOIN completions ON completions.run = runs.id
          LEFT JOIN finish_requests ON finish_requests.run = runs.id
         WHERE runs.id IN (SELECT max(id) FROM runs WHERE student = ? AND state <> 'closed' GROUP BY lesson)
        """,  # noqa: S608 - ours
        (student,),
    )
    return {
        row[2]: LessonRun(
            run=row[0],
            run_id=RunId(row[1]),
            lesson=row[2],
            course=course_from_key(row[3]),
            state=row[4],
            page=row[5],
            percent=row[6],
            active_ms=row[7],
            last_ms=row[8],
            result=json.loads(row[9]) if row[9] else None,
            waits_for_server=bool(row[10]),
        )
        for row in rows
    }


def has_any(db: sqlite3.Connection, student: int) -> bool:
    """Whether the student has a run here that was not closed unfinished."""
    found = db.execute("SELECT EXISTS (SELECT 1 FROM runs WHERE student = ? AND state <> 'closed')", (student,))
    return bool(found.fetchone()[0])


def xp_since(db: sqlite3.Connection, student: int, day: str) -> float:
    """XP of the completions since that local day, delivered or not, and of what a school server decided.

    Neither what a server still decides is in it, nor what a person dropped.
    """
    (total,) = db.execute(
        "SELECT coalesce(sum(json_extract(coalesce(metrics, result), '$.xpEarned')), 0) FROM runs"
        "  LEFT JOIN completions ON completions.run = runs.id AND completions.state <> 'withdrawn'"
        "  LEFT JOIN finish_requests ON finish_requests.run = runs.id"
        " WHERE student = ? AND closed_ms >= ?",
        (student, day_start_ms(day)),
    ).fetchone()
    return float(total)


def lessons_since(db: sqlite3.Connection, student: int, day: str) -> int:
    """How many different lessons the student has finished since that local day."""
    (count,) = db.execute(
        "SELECT count(DISTINCT lesson) FROM runs WHERE student = ? AND state = 'finished' AND closed_ms >= ?",
        (student, day_start_ms(day)),
    ).fetchone()
    return int(count)


def open_lessons(db: sqlite3.Connection) -> frozenset[str]:
    """The lessons that somebody on this computer has begun and not finished."""
    return frozenset(lesson for (lesson,) in db.execute("SELECT DISTINCT lesson FROM runs WHERE state = 'open'"))
