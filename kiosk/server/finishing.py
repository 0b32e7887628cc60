"""Finishing a stateful run: once, by the server, and told again to whoever asks again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from sqlalchemy import Connection, delete, insert, select

from kiosk.lessons.model import Lesson, LessonId
from kiosk.protocol.messages import Body, wire_time
from kiosk.server import aliases, ledger, library
from kiosk.server.ledger import Event, Kind
from kiosk.server.schema import finish_requests, runs, students
from kiosk.server.scoring import Claim, UnfitClaimError, earned
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.xp import XpPolicy


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a claim: the `metrics` as the wire spells them, or why it is parked."""

    metrics: Mapping[str, int | float] | None
    reason: str = ""

    @property
    def told(self) -> tuple[HTTPStatus, Body]:
        """What the kiosk is answered."""
        if self.metrics is None:
            return HTTPStatus.ACCEPTED, {"status": "parked", "reason": self.reason}
        return HTTPStatus.OK, {"status": "finished", "metrics": dict(self.metrics)}


@dataclass(frozen=True, slots=True)
class ParkedClaim:
    """A claim that did not fit, for the teacher. Its kiosk asks again every hour."""

    email: str
    lesson: str
    run_id: str
    reason: str


def parked_claims(db: Connection) -> list[ParkedClaim]:
    """The runs that wait for somebody to mend something, oldest first."""
    rows = db.execute(
        select(students.c.email, runs.c.activity, runs.c.run_id, finish_requests.c.reason)
        .join_from(finish_requests, runs, finish_requests.c.run == runs.c.id)
        .join(students, runs.c.student_id == students.c.id)
        .where(finish_requests.c.result.is_(None))
        .order_by(finish_requests.c.received_ms, runs.c.id)
    )
    return [ParkedClaim(*row) for row in rows]


def finish(
    db: Connection,
    student_id: int,
    claim: Claim,
    shipped: Mapping[LessonId, Lesson],
    policy: XpPolicy,
    now_ms: int,
) -> Finished:
    """Decide on the claim, keep it either way, and have a finished run told to Timeback. Raises ForeignRunError.

    It is scored by the lesson as it was played; `shipped` are those that came with the program. A run that is finished
    stays as it was decided. A parked claim is decided anew when it comes again: the lesson may be here by now.
    """
    run = ledger.run_of_lesson(db, student_id, claim.run_id, claim.lesson)
    known = db.execute(select(finish_requests.c.result).where(finish_requests.c.run == run)).one_or_none()
    if known is not None and known.result is not None:
        return Finished(json.loads(known.result))
    try:
        focused_ms = aliases.focused_ms(db, run)
        untold_ms = 0 if focused_ms else claim.active_ms
        played = library.played(db, claim.lesson, claim.version, shipped)
        lesson, metrics = earned(claim, played, focused_ms + untold_ms, policy)
    except UnfitClaimError as unfit:
        _keep(db, run, claim, Finished(None, str(unfit)), now_ms)
        return Finished(None, str(unfit))
    done = Finished(metrics.to_wire())
    _keep(db, run, claim, done, now_ms)
    aliases.finish(db, run)
    told = _record_input(claim, lesson, metrics, untold_ms)
    event = Event(Kind.FINISH, claim.run_id, lesson.id, claim.ended_ms, told, untold_ms)
    ledger.record(db, student_id, event, now_ms)
    return done


def _keep(db: Connection, run: int, claim: Claim, done: Finished, now_ms: int) -> None:
    kept = {
        "lesson": claim.lesson,
        "version": claim.version,
        "endedMs": claim.ended_ms,
        "answers": claim.answers,
        "activeMs": claim.active_ms,
    }
    db.execute(delete(finish_requests).where(finish_requests.c.run == run))
    db.execute(
        insert(finish_requests).values(
            run=run,
            claim=json.dumps(kept),
            result=None if done.metrics is None else json.dumps(done.metrics),
            reason=done.reason,
            received_ms=now_ms,
        )
    )


def _record_input(claim: Claim, lesson: Lesson, metrics: Metrics, active_ms: int) -> Body:
    """What `activity.record()` of the SDK wants; whose it is comes with the delivery.

    It takes the moment of the end only as part of a time. Mostly the time itself is with Timeback already: then it
    is none, and the SDK's hook for it (`connection`) sends nothing. A lesson without windows tells it here.
    """
    told: Body = {"xp_earned": metrics.xp_earned}
    if metrics.total_questions is not None:
        told |= {"total_questions": metrics.total_questions, "correct_questions": metrics.correct_questions}
    if metrics.mastered_units is not None:
        told["mastered_units"] = metrics.mastered_units
    return {
        "activity": {"id": lesson.id, "name": lesson.title, "course": {**lesson.course.to_wire()}},
        "metrics": told,
        "time": {"ended_at": wire_time(claim.ended_ms), "active_ms": active_ms, "inactive_ms": 0},
        "run_id": claim.run_id,
    }
