"""Time that counted for the wrong student, because they sat down at somebody else's kiosk.

    the event at Timeback is          what happens
    never tried, or refused there     it is sent for the right student, under a run of their own
    delivered, or perhaps             it is listed, for somebody to mend it in Timeback by hand

What moves leaves its row in the ledger, as `moved`: a kiosk that sends the window once more is still answered that
it is known. The right student's event is a row of its own, with an id derived from the first, so that doing it twice
makes it once.
"""

import json
import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select, update

from kiosk.server import ledger
from kiosk.server.database import insert_new
from kiosk.server.ledger import Event, Kind
from kiosk.server.schema import corrections, events, runs, students

_MOVED_RUNS = uuid.UUID("0d2f3c60-4b7e-4c0b-9d1a-6a4f7b0c2e85")
"""The namespace of the run ids that moved time gets; it never changes."""


@dataclass(frozen=True, slots=True)
class Record:
    """One event of a student's day: a window with its focused time, or a completion."""

    id: int
    run_id: str
    activity: str
    kind: Kind
    at_ms: int
    active_ms: int
    can_move: bool


@dataclass(frozen=True, slots=True)
class Moved:
    """How much focused time was sent for the right student, and how much is listed to be mended by hand."""

    moved_ms: int
    listed_ms: int
    events: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Something that Timeback has, or may have, for the wrong student."""

    event: int
    wrong_id: int
    wrong: str
    right: str
    activity: str
    kind: Kind
    at_ms: int
    active_ms: int
    run_id: str


def records(db: Connection, student_id: int, from_ms: int, until_ms: int) -> list[Record]:
    """What counted for the student in this time and is not corrected yet, in order."""
    rows = db.execute(
        select(events, runs.c.run_id, runs.c.activity)
        .join_from(events, runs, events.c.run == runs.c.id)
        .join(corrections, corrections.c.event == events.c.id, isouter=True)
        .where(
            runs.c.student_id == student_id,
            events.c.at_ms >= from_ms,
            events.c.at_ms < until_ms,
            events.c.state != "moved",
            corrections.c.event.is_(None),
        )
        .order_by(events.c.at_ms, events.c.id)
    )
    return [
        Record(
            row.id, row.run_id, row.activity, Kind(row.kind), row.at_ms, row.active_ms,
            _can_move(row.state, row.reason, row.claimed_until_ms),
        )
        for row in rows
    ]  # fmt: skip


def give(db: Connection, wrong_id: int, right_id: int, event_ids: Collection[int], now_ms: int) -> Moved:
    """Give these events of the one student to the other. Events that are not the first one's are left alone."""
    assert wrong_id != right_id
    chosen = db.execute(
        select(events, runs.c.run_id, runs.c.activity)
        .join_from(events, runs, events.c.run == runs.c.id)
        .where(events.c.id.in_(event_ids), runs.c.student_id == wrong_id, events.c.state != "moved")
        .order_by(events.c.id)
        .with_for_update(of=events)
    ).all()
    moved_ms = listed_ms = count = 0
    for row in chosen:
        count += 1
        if _can_move(row.state, row.reason, row.claimed_until_ms):
            moved_ms += row.active_ms
            kind, theirs = Kind(row.kind), _run_of_theirs(row.run_id, right_id)
            body = {**json.loads(row.body), "run_id" if kind is Kind.FINISH else "runId": theirs}
            event = Event(kind, theirs, row.activity, row.at_ms, body, row.active_ms, row.inactive_ms)
            _move(db, row.id, event, right_id, now_ms)
        else:
            listed_ms += row.active_ms
            insert_new(db, corrections, {"event": row.id, "student_id": right_id, "made_ms": now_ms}, ("event",))
    return Moved(moved_ms, listed_ms, count)


def listed(db: Connection) -> list[Correction]:
    """What is to be mended in Timeback by hand, oldest first."""
    wrong, right = students.alias("wrong"), students.alias("right_one")
    rows = db.execute(
        select(
            events.c.id, wrong.c.id, wrong.c.name, right.c.name, runs.c.activity, events.c.kind, events.c.at_ms,
            events.c.active_ms, runs.c.run_id,
        )
        .join_from(corrections, events, corrections.c.event == events.c.id)
        .join(runs, events.c.run == runs.c.id)
        .join(wrong, runs.c.student_id == wrong.c.id)
        .join(right, corrections.c.student_id == right.c.id)
        .where(corrections.c.done_ms.is_(None))
        .order_by(events.c.at_ms, events.c.id)
    )  # fmt: skip
    return [Correction(*row[:5], Kind(row[5]), *row[6:]) for row in rows]


def done(db: Connection, event: int, now_ms: int) -> bool:
    """Note that it is mended there; False when it is not listed."""
    still = (corrections.c.event == event) & corrections.c.done_ms.is_(None)
    return db.execute(update(corrections).where(still).values(done_ms=now_ms)).rowcount == 1


def _can_move(state: str, reason: str, claimed_until_ms: int) -> bool:
    """Whether Timeback certainly has not got it: it was refused there, or nobody has tried yet."""
    return state == "parked" or (state == "ready" and not reason and not claimed_until_ms)


def _move(db: Connection, event_id: int, event: Event, right_id: int, now_ms: int) -> None:
    db.execute(update(events).where(events.c.id == event_id).values(state="moved", reason=""))
    ledger.record(db, right_id, event, now_ms)


def _run_of_theirs(run_id: str, right_id: int) -> str:
    return str(uuid.uuid5(_MOVED_RUNS, f"{run_id} {right_id}"))
