"""What Timeback does not have yet: the events of the ledger that are not settled, and what became of each try.

An event is `ready` until it is `delivered` or `parked`. A lane is a student: within it events go one after another, in
the order in which they came, so that a completion follows the time of its run. What is parked blocks nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from kiosk.server.ledger import Kind
from kiosk.server.schema import events, run_aliases, runs, students

LANE_BATCH = 20


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event on its way, with whose it is. `run_id` is its own, `sent_as` that of the run it is an alias of."""

    id: int
    email: str
    kind: Kind
    run_id: str
    sent_as: str
    at_ms: int
    tries: int
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting_reason` is why the longest-waiting event that was tried has not gone; "" when none was tried."""

    waiting: int
    parked: int
    delivered: int
    waiting_reason: str


@dataclass(frozen=True, slots=True)
class Parked:
    id: int
    email: str
    kind: Kind
    run_id: str
    activity: str
    at_ms: int
    active_ms: int
    reason: str


def due_lanes(db: Connection, now_ms: int, at_most: int) -> list[list[Waiting]]:
    """The students whose next event may go now, each with the first events that wait, in order."""
    of_run = events.c.run == runs.c.id
    heads = select(func.min(events.c.id)).join(runs, of_run).where(_READY).group_by(runs.c.student_id)
    due = (
        select(runs.c.student_id)
        .join_from(events, runs, of_run)
        .where(events.c.id.in_(heads), events.c.next_try_ms <= now_ms, events.c.claimed_until_ms <= now_ms)
        .order_by(events.c.id)
        .limit(at_most)
    )
    return [_lane(db, student_id) for student_id in db.scalars(due).all()]


def _lane(db: Connection, student_id: int) -> list[Waiting]:
    canonical = runs.alias()
    rows = db.execute(
        select(
            events.c.id, students.c.email, events.c.kind, runs.c.run_id, canonical.c.run_id.label("canonical"),
            events.c.at_ms, events.c.tries, events.c.body,
        )
        .join_from(events, runs, events.c.run == runs.c.id)
        .join(run_aliases, run_aliases.c.run == runs.c.id, isouter=True)
        .join(canonical, canonical.c.id == run_aliases.c.canonical, isouter=True)
        .join(students, runs.c.student_id == students.c.id)
        .where(_READY, runs.c.student_id == student_id)
        .order_by(events.c.id)
        .limit(LANE_BATCH)
    )  # fmt: skip
    return [
        Waiting(
            row.id,
            row.email,
            Kind(row.kind),
            row.run_id,
            row.canonical or row.run_id,
            row.at_ms,
            row.tries,
            json.loads(row.body),
        )
        for row in rows
    ]


def claim(db: Connection, event: int, now_ms: int, until_ms: int) -> bool:
    """Take the event for one try; False when another process has it, or it is not due.

    A claim that nobody settles, because its process was killed, ends by itself at `until_ms`.
    """
    free = and_(_READY, events.c.next_try_ms <= now_ms, events.c.claimed_until_ms <= now_ms)
    taken = db.execute(update(events).where(events.c.id == event, free).values(claimed_until_ms=until_ms))
    return taken.rowcount == 1


def delivered(db: Connection, event: int) -> None:
    _settle(db, event, state="delivered", reason="")


def park(db: Connection, event: int, reason: str) -> None:
    """Set it aside: it will not go as it is. A person may `retry` it."""
    _settle(db, event, state="parked", reason=reason)


def try_later(db: Connection, event: int, next_try_ms: int, reason: str) -> None:
    _settle(db, event, tries=events.c.tries + 1, next_try_ms=next_try_ms, reason=reason)


def release(db: Connection, event: int, reason: str) -> None:
    """Give the claim back as if it had not been tried: it was not this event's fault."""
    _settle(db, event, reason=reason)


def _settle(db: Connection, event: int, **values: Any) -> None:
    db.execute(update(events).where(events.c.id == event, _READY).values(claimed_until_ms=0, **values))


def backlog(db: Connection, student_id: int | None = None) -> Backlog:
    """Count what waits and what is parked, of one student or of all."""
    counts = select(events.c.state, func.count()).where(_of(student_id)).group_by(events.c.state)
    by_state = {state: int(count) for state, count in db.execute(counts)}
    tried = select(events.c.reason).where(_READY, events.c.reason != "", _of(student_id)).order_by(events.c.id).limit(1)
    return Backlog(
        by_state.get("ready", 0), by_state.get("parked", 0), by_state.get("delivered", 0), db.scalar(tried) or ""
    )


def parked(db: Connection, student_id: int | None = None) -> list[Parked]:
    """What is set aside, oldest first, of one student or of all."""
    rows = db.execute(
        select(
            events.c.id, students.c.email, events.c.kind, runs.c.run_id, runs.c.activity, events.c.at_ms,
            events.c.active_ms, events.c.reason,
        )
        .join_from(events, runs, events.c.run == runs.c.id)
        .join(students, runs.c.student_id == students.c.id)
        .where(events.c.state == "parked", _of(student_id))
        .order_by(events.c.id)
    )  # fmt: skip
    return [Parked(row[0], row[1], Kind(row[2]), *row[3:]) for row in rows]


def retry(db: Connection, event: int | None = None) -> int:
    """Send a parked event again, or all of them, unchanged; tells how many that are."""
    which = events.c.state == "parked" if event is None else and_(events.c.state == "parked", events.c.id == event)
    return db.execute(update(events).where(which).values(state="ready", tries=0, next_try_ms=0)).rowcount


_READY = events.c.state == "ready"


def _of(student_id: int | None) -> ColumnElement[bool]:
    if student_id is None:
        return events.c.id.is_not(None)
    return events.c.run.in_(select(runs.c.id).where(runs.c.student_id == student_id))
