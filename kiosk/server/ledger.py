"""The ledger: every event that was accepted, once, for ever.

An event is known by its run, its kind and one moment: a window by its start, a completion by its end. The unique
index over these three is what makes a repeat harmless, at any age, from any process and after any crash.
"""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, func, select

from kiosk.server.database import insert_all_new
from kiosk.server.schema import events, ledger_names, runs, students

_EVENT_IDS = uuid.UUID("7b0c1f1e-52a6-4d0c-9e0a-3d1f6c1b9a44")
"""The namespace of our event ids. It never changes: the same event has the same id in every server, for ever."""


class Kind(StrEnum):
    WINDOW = "window"
    COMPLETION = "completion"  # by a kiosk
    FINISH = "finish"  # by this server, of a stateful run


@dataclass(frozen=True, slots=True)
class Event:
    """What a student's kiosk reported. `at_ms` is a window's start or a completion's end, `activity` a lesson's id."""

    kind: Kind
    run_id: str
    activity: str
    at_ms: int
    body: Mapping[str, Any]
    active_ms: int = 0
    inactive_ms: int = 0


class ForeignRunError(Exception):
    """The run is another student's: nobody can take or spoil the time of somebody else's run. Or another lesson's."""


def record(db: Connection, student_id: int, event: Event, now_ms: int) -> bool:
    """Enter the event, ready for Timeback; False when it was there already. Raises ForeignRunError.

    A window with a known start is the known window, whatever else it says: so has the SDK server it.
    """
    (is_new,) = record_all(db, student_id, [event], now_ms)
    if is_new is None:
        raise ForeignRunError
    return is_new


def record_all(db: Connection, student_id: int, new: Sequence[Event], now_ms: int) -> list[bool | None]:
    """Enter the events in their order, as `record` does; None for each whose run is another student's."""
    rows = _runs_of(db, student_id, {event.run_id.lower(): event.activity for event in reversed(new)})
    keys = [(rows.get(event.run_id.lower()), str(event.kind), event.at_ms) for event in new]
    values = [
        {
            "run": key[0],
            "kind": event.kind,
            "at_ms": event.at_ms,
            "active_ms": event.active_ms,
            "inactive_ms": event.inactive_ms,
            "body": json.dumps(event.body),
            "received_ms": now_ms,
            "state": "ready",
        }
        for event, key in zip(new, keys, strict=True)
        if key[0] is not None
    ]
    entered = insert_all_new(db, events, values, ("run", "kind", "at_ms"))
    told: list[bool | None] = []
    for key in keys:
        told.append(None if key[0] is None else key in entered)
        entered.discard(key)  # of two alike in one request the second is the repeat
    return told


def _runs_of(db: Connection, student_id: int, activities: Mapping[str, str]) -> dict[str, int]:
    """The rows of those runs, by their ids in small letters: made for this student when new, another's left out.

    They are this transaction's alone until it ends. Always in one order: two requests never wait for each other.
    """
    named = sorted(activities)
    values = [{"run_id": run_id, "student_id": student_id, "activity": activities[run_id]} for run_id in named]
    insert_all_new(db, runs, values, ("run_id",))
    theirs = runs.c.run_id.in_(named) & (runs.c.student_id == student_id)
    found = db.execute(select(runs.c.run_id, runs.c.id).where(theirs).order_by(runs.c.run_id).with_for_update())
    return {row.run_id: row.id for row in found}


def run_of_lesson(db: Connection, student_id: int, run_id: str, lesson: str) -> int:
    """The run's row, made where it is new, where the run is the student's and of this very lesson.

    It is this transaction's alone until it ends. Raises ForeignRunError.
    """
    run = _runs_of(db, student_id, {run_id.lower(): lesson}).get(run_id.lower())
    if run is None or db.scalar(select(runs.c.activity).where(runs.c.id == run)) != lesson:
        raise ForeignRunError
    return run


def focused_ms(db: Connection, run: int) -> int:
    """The run's focused time, from every window accepted so far that was not found to be another student's."""
    theirs = (events.c.run == run) & (events.c.state != "moved")
    return int(db.scalar(select(func.coalesce(func.sum(events.c.active_ms), 0)).where(theirs)) or 0)


def name(db: Connection) -> str:
    """What this ledger is called, for ever: a kiosk can ask it again whether a window has arrived, and no other."""
    return str(db.scalar(select(ledger_names.c.name)))


def one_at_a_time(db: Connection, student_id: int) -> None:
    """Wait until no other transaction of this student's that called this is under way. Call it before all else."""
    db.execute(select(students.c.id).where(students.c.id == student_id).with_for_update(key_share=True))


def event_id(run_id: str, kind: Kind, at_ms: int, part: str = "") -> str:
    """The event's own id upstream, the same however often it is sent. `part` names something inside the event.

    A completion has the same id whoever recorded it.
    """
    kind = Kind.COMPLETION if kind is Kind.FINISH else kind
    return f"urn:uuid:{uuid.uuid5(_EVENT_IDS, f'{run_id.lower()} {kind} {at_ms} {part}'.rstrip())}"
