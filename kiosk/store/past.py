"""Sittings that were not tracked here: written down elsewhere and brought in later.

Their time goes through the same door as `end()`'s time override (see `kiosk.store.override`): it ends at
the sitting's end, lies backwards from it, and never over other time of the student.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.errors import ActivityError, KioskError, UsageError
from kiosk.protocol.course import Course, course_key
from kiosk.protocol.run_id import RunId, new_run_id
from kiosk.store.override import replace_time
from kiosk.tracking.metrics import TimeOverride


@dataclass(frozen=True, slots=True)
class PastSitting:
    """A sitting that ended at `ended_ms` (wall), its time in milliseconds. Without a run id it is a run of its own."""

    student: int
    lesson: str
    name: str
    course: Course
    ended_ms: int
    active_ms: int
    inactive_ms: int
    run_id: RunId | None = None


def add_all(db: sqlite3.Connection, sittings: Sequence[PastSitting]) -> list[bool]:
    """Queue each; False for those that are here already. Raises KioskError for one that cannot be: then none is."""
    return [_add(db, sitting) for sitting in sittings]


def try_all(db: sqlite3.Connection, sittings: Sequence[PastSitting]) -> list[bool | KioskError]:
    """What would become of each, in turn: queued, here already (False), or why not. Give it a copy: it writes."""
    outcomes: list[bool | KioskError] = []
    for sitting in sittings:
        db.execute("SAVEPOINT sitting")
        try:
            outcomes.append(_add(db, sitting))
        except KioskError as error:
            db.execute("ROLLBACK TO sitting")
            outcomes.append(error)
        db.execute("RELEASE sitting")
    return outcomes


def _add(db: sqlite3.Connection, sitting: PastSitting) -> bool:
    if _is_here(db, sitting):
        return False
    run = _run(db, sitting)
    started_ms = sitting.ended_ms - sitting.active_ms - sitting.inactive_ms
    # No boot: its times are no machine's clock's, so no repair of one moves them.
    row = db.execute(
        "INSERT INTO sittings (run, started_ms, ended_ms, boot) VALUES (?, ?, ?, '')",
        (run, started_ms, sitting.ended_ms),
    ).lastrowid
    replace_time(db, run, row or 0, TimeOverride(sitting.active_ms, sitting.inactive_ms))
    return True


def _is_here(db: sqlite3.Connection, sitting: PastSitting) -> bool:
    """Whether a sitting of this student and lesson ended at that very millisecond. With other times it is refused."""
    found = db.execute(
        """
        SELECT coalesce(sum(active_ms), 0), coalesce(sum(idle_ms + unfocused_ms + locked_ms + paused_ms), 0)
          FROM sittings JOIN runs ON runs.id = sittings.run LEFT JOIN windows ON windows.sitting = sittings.id
         WHERE student = ? AND lesson = ? AND course = ? AND ended_ms = ?
         GROUP BY sittings.id
        """,
        (sitting.student, sitting.lesson, course_key(sitting.course), sitting.ended_ms),
    ).fetchall()
    if not found or (sitting.active_ms, sitting.inactive_ms) in found:
        return bool(found)
    active_ms, inactive_ms = found[0]
    raise UsageError(
        f"this sitting is here already with {active_ms / 1000:g} s active and {inactive_ms / 1000:g} s inactive;"
        " what is queued is not changed"
    )


def _run(db: sqlite3.Connection, sitting: PastSitting) -> int:
    """The run of that id, as it is, or a new one that is closed: nobody goes on with it."""
    key = course_key(sitting.course)
    known = db.execute(
        "SELECT id, lesson, course, state FROM runs WHERE student = ? AND run_id = ?", (sitting.student, sitting.run_id)
    ).fetchone()
    if known is not None:
        run, lesson, course, state = known
        if (lesson, course) != (sitting.lesson, key):
            raise ActivityError(f"run_id {sitting.run_id} belongs to another activity, {lesson!r}")
        if state == "finished":
            raise ActivityError(f"run_id {sitting.run_id} is finished; leave run_id out to queue the time by itself")
        return int(run)
    started_ms = sitting.ended_ms - sitting.active_ms - sitting.inactive_ms
    cursor = db.execute(
        "INSERT INTO runs (run_id, student, lesson, name, course, reports_time, state, opened_ms, closed_ms)"
        " VALUES (?, ?, ?, ?, ?, 1, 'closed', ?, ?)",
        (
            sitting.run_id or new_run_id(),
            sitting.student,
            sitting.lesson,
            sitting.name,
            key,
            started_ms,
            sitting.ended_ms,
        ),
    )
    return cursor.lastrowid or 0
