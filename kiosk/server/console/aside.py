"""What is set aside and waits for a person: events that Timeback refused, runs that could not be scored."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kiosk.lessons.model import Lesson, LessonId
from kiosk.server import ledger
from kiosk.server.console.pupils import Person
from kiosk.server.finishing import Finished, finish
from kiosk.server.ledger import Kind
from kiosk.server.schema import events, finish_requests, runs
from kiosk.server.scoring import Claim
from kiosk.tracking.xp import XpPolicy


@dataclass(frozen=True, slots=True)
class Refusal:
    """An event that Timeback refused. It can be sent again, unchanged, once the reason is mended."""

    event: int
    student: Person
    lesson: str
    kind: Kind
    at_ms: int
    active_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unscored:
    """A claim to have finished a run that does not fit. It can be decided anew, with the lessons that are here now."""

    run: int
    student: Person
    lesson: str
    since_ms: int
    reason: str


def refusals(db: Connection, people: Collection[Person]) -> list[Refusal]:
    """The refused events of these students, oldest first."""
    by_id = {person.id: person for person in people}
    rows = db.execute(
        select(
            events.c.id, runs.c.student_id, runs.c.activity, events.c.kind, events.c.at_ms, events.c.active_ms,
            events.c.reason,
        )
        .join_from(events, runs, events.c.run == runs.c.id)
        .where(events.c.state == "parked", runs.c.student_id.in_(by_id))
        .order_by(events.c.id)
    )  # fmt: skip
    return [Refusal(row[0], by_id[row[1]], row[2], Kind(row[3]), *row[4:]) for row in rows]


def unscored(db: Connection, people: Collection[Person]) -> list[Unscored]:
    """The claims of these students that are parked, oldest first."""
    by_id = {person.id: person for person in people}
    rows = db.execute(
        select(
            runs.c.id, runs.c.student_id, runs.c.activity, finish_requests.c.received_ms, finish_requests.c.reason
        )
        .join_from(finish_requests, runs, finish_requests.c.run == runs.c.id)
        .where(finish_requests.c.result.is_(None), runs.c.student_id.in_(by_id))
        .order_by(finish_requests.c.received_ms, runs.c.id)
    )  # fmt: skip
    return [Unscored(row[0], by_id[row[1]], *row[2:]) for row in rows]


def decide_anew(
    db: Connection, run: int, shipped: Mapping[LessonId, Lesson], policy: XpPolicy, now_ms: int
) -> Finished:
    """Score the parked claim of this run with the lessons that are here now (see `finish`)."""
    row = db.execute(
        select(runs.c.run_id, runs.c.student_id, finish_requests.c.claim)
        .join_from(finish_requests, runs, finish_requests.c.run == runs.c.id)
        .where(runs.c.id == run)
    ).one()
    ledger.one_at_a_time(db, row.student_id)
    kept = json.loads(row.claim)
    active_ms = kept.get("activeMs", 0)  # claims of before had none
    claim = Claim(row.run_id, kept["lesson"], kept["version"], kept["endedMs"], kept["answers"], active_ms)
    return finish(db, row.student_id, claim, shipped, policy, now_ms)
