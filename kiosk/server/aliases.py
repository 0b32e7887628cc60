"""Runs of one lesson that were begun on two machines without knowing of each other: they are one attempt.

One of them is canonical: the one whose id Timeback has seen, else the one begun earlier, else the one with the smaller
id. The others are its aliases. Only runs that nobody has finished are joined: two that are finished are two attempts.
What a kiosk sends is known by its own run id for ever; of an alias only what goes on to Timeback changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, exists, func, insert, or_, select, update

from kiosk.server import ledger
from kiosk.server.ledger import Kind
from kiosk.server.schema import events, finish_requests, progress, run_aliases, runs


@dataclass(frozen=True, slots=True)
class Member:
    """An unfinished run with a place. `seen` is its first event that went on to Timeback, None for none."""

    run: int
    run_id: str
    started_ms: int
    canonical: int | None
    seen: int | None


def join(db: Connection, student_id: int, lesson: str) -> None:
    """Make one of all the student's unfinished runs of this lesson whose place is known."""
    members = unfinished(db, student_id, lesson)
    for member in members[1:]:
        if member.canonical is None:
            db.execute(insert(run_aliases).values(run=member.run, canonical=members[0].run, counted_ms=0))
        elif member.canonical != members[0].run:
            db.execute(update(run_aliases).where(run_aliases.c.run == member.run).values(canonical=members[0].run))
    if members and members[0].canonical is not None:
        db.execute(delete(run_aliases).where(run_aliases.c.run == members[0].run))


def unfinished(db: Connection, student_id: int, lesson: str) -> list[Member]:
    """The student's runs of this lesson that go on, the canonical one first."""
    rows = db.execute(
        select(
            runs.c.id,
            runs.c.run_id,
            progress.c.started_ms,
            run_aliases.c.canonical,
            select(func.min(events.c.id)).where(events.c.run == runs.c.id, _WENT_ON).scalar_subquery(),
        )
        .join_from(runs, progress, progress.c.run == runs.c.id)
        .join(run_aliases, run_aliases.c.run == runs.c.id, isouter=True)
        .where(
            runs.c.student_id == student_id,
            runs.c.activity == lesson,
            ~_ended(runs.c.id),
            or_(run_aliases.c.canonical.is_(None), ~_ended(run_aliases.c.canonical)),
        )
    )
    members = [Member(*row) for row in rows]
    kept = {member.canonical for member in members} - {None} if any(member.seen for member in members) else set()
    return sorted(members, key=lambda member: (member.run not in kept, *_rank(member)))


def _rank(member: Member) -> tuple[bool, int, int, str]:
    return member.seen is None, member.seen or 0, member.started_ms, member.run_id


_WENT_ON = or_(events.c.state == "delivered", events.c.tries > 0, events.c.claimed_until_ms > 0)
"""The event was tried at least once, or is just being tried: Timeback may have it."""


def _ended(run: ColumnElement[int]) -> ColumnElement[bool]:
    completed = exists().where(events.c.run == run, events.c.kind.in_((Kind.COMPLETION, Kind.FINISH)))
    return or_(completed, exists().where(finish_requests.c.run == run))


def is_finished(db: Connection, run: int) -> bool:
    """Whether the run has ended, or is asked to, by itself or as a part of its canonical one."""
    canonical = db.scalar(select(run_aliases.c.canonical).where(run_aliases.c.run == run))
    which = [run] if canonical is None else [run, canonical]
    return db.scalar(select(func.count()).where(and_(runs.c.id.in_(which), _ended(runs.c.id)))) != 0


def focused_ms(db: Connection, run: int) -> int:
    """The focused time that the attempt is paid for when this run is finished: its own and its aliases', once each.

    A run that is finished by itself after it was an alias is not paid for what its canonical one was paid for.
    """
    counted_ms = db.scalar(select(run_aliases.c.counted_ms).where(run_aliases.c.run == run))
    unpaid = [(run, int(counted_ms or 0)), *((alias.run, int(alias.counted_ms)) for alias in _aliases(db, run))]
    # Time that was paid for may have been given to another student since.
    return sum(max(0, ledger.focused_ms(db, each) - paid_ms) for each, paid_ms in unpaid)


def finish(db: Connection, run: int) -> None:
    """Note that the time which `focused_ms` told is paid for; the run is nobody's alias any more."""
    for alias in _aliases(db, run):
        paid = update(run_aliases).where(run_aliases.c.run == alias.run)
        db.execute(paid.values(counted_ms=ledger.focused_ms(db, alias.run)))
    db.execute(delete(run_aliases).where(run_aliases.c.run == run))


def _aliases(db: Connection, run: int) -> Sequence[Row[Any]]:
    return db.execute(select(run_aliases).where(run_aliases.c.canonical == run)).all()
