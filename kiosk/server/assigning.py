"""Which lessons a class or a student is to do, from when until when, and in which order."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from kiosk.clock import local_day
from kiosk.errors import UsageError
from kiosk.server.announcements import Kind, announce
from kiosk.server.audience import Audience
from kiosk.server.library import Shelved, shelf
from kiosk.server.schema import assignments, classes, launches, memberships, students

BEFORE_ALL = -1_000
"""Where a lesson stands that the teacher has just opened for somebody."""


@dataclass(frozen=True, slots=True)
class Target:
    """A class or a student, by row id: one of the two."""

    class_id: int | None = None
    student_id: int | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day, such as 2026-01-05; None: since ever, for ever. Raises UsageError."""

    from_day: str | None = None
    until_day: str | None = None

    def __post_init__(self) -> None:
        for day in (self.from_day, self.until_day):
            if day is not None and not _is_day(day):
                raise UsageError(f"{day} is no day of the calendar; write it as 2026-01-05.")
        if self.from_day and self.until_day and self.until_day < self.from_day:
            raise UsageError(f"{self.until_day} is before {self.from_day}: the lesson would never be there.")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One row of the plan, for a class or for a student's e-mail address."""

    id: int
    lesson: str
    school_class: str | None
    email: str | None
    from_day: str | None
    until_day: str | None
    position: int


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A lesson as a kiosk is told of it. Without a `hash` it is not on this server: the kiosk has its own copy."""

    lesson: str
    title: str
    hash: str | None
    size: int
    from_day: str | None
    until_day: str | None
    order: int
    students: tuple[str, ...]

    def to_wire(self) -> Mapping[str, object]:
        told = asdict(self)
        return {**told, "from": told.pop("from_day"), "until": told.pop("until_day"), "students": list(self.students)}


def assign(db: Connection, lesson: str, target: Target, span: Span, position: int, now_ms: int) -> int:
    """Hand the lesson out, in place of the same lesson to the same target; tells the row's number."""
    db.execute(delete(assignments).where(assignments.c.lesson == lesson, *_is(target)))
    values = {"lesson": lesson, "class_id": target.class_id, "student_id": target.student_id, "position": position}
    values |= {"from_day": span.from_day, "until_day": span.until_day, "created_ms": now_ms}
    number = int(db.scalars(insert(assignments).values(values).returning(assignments.c.id)).one())
    announce(db, Kind.CHANGED, now_ms, class_id=target.class_id, student_id=target.student_id)
    return number


def unassign(db: Connection, number: int, now_ms: int) -> None:
    """Take a row out of the plan. Raises UsageError when there is none of that number."""
    row = db.execute(delete(assignments).where(assignments.c.id == number).returning(*assignments.c)).one_or_none()
    if row is None:
        raise UsageError(f"There is no assignment {number}; `kiosk server assignments` lists all with their numbers.")
    announce(db, Kind.CHANGED, now_ms, class_id=row.class_id, student_id=row.student_id)


def plan(db: Connection) -> list[Assignment]:
    """Every assignment by class and student, in the teacher's order."""
    rows = (
        select(
            assignments.c.id,
            assignments.c.lesson,
            classes.c.name,
            students.c.email,
            assignments.c.from_day,
            assignments.c.until_day,
            assignments.c.position,
        )
        .join_from(assignments, classes, assignments.c.class_id == classes.c.id, isouter=True)
        .join(students, assignments.c.student_id == students.c.id, isouter=True)
        .order_by(classes.c.name, students.c.email, assignments.c.position, assignments.c.id)
    )
    return [Assignment(*row) for row in db.execute(rows)]


def handed_out(db: Connection, audience: Audience, now_ms: int) -> list[HandedOut]:
    """What these students are to do now or later, and what was opened for them, the first first.

    What is past is left out. What comes later is told now, so that it is on the kiosk when its day comes.
    """
    today = local_day(now_ms)
    on_shelf = {each.lesson: each for each in shelf(db)}
    emails = _emails(db, audience)
    told: list[HandedOut] = []
    rows = db.execute(
        select(assignments)
        .where(assignments.c.student_id.in_(audience.students) | assignments.c.class_id.in_(audience.classes))
        .order_by(assignments.c.position, assignments.c.id)
    ).all()
    for row in rows:
        if row.until_day is None or row.until_day >= today:
            who = _members(db, audience, row.class_id) if row.student_id is None else {row.student_id}
            span = Span(row.from_day, row.until_day)
            told.append(_handed(row.lesson, on_shelf, span, row.position, [emails[each] for each in sorted(who)]))
    opened = select(launches).where(launches.c.student_id.in_(audience.students), launches.c.expires_ms > now_ms)
    for row in db.execute(opened.order_by(launches.c.id.desc())).all():
        span = Span(None, local_day(row.expires_ms - 1))
        told.insert(0, _handed(row.lesson, on_shelf, span, BEFORE_ALL, [emails[row.student_id]], row.title))
    return told


def etag(told: Sequence[HandedOut]) -> str:
    """The same for the same lessons, so that a kiosk may ask often."""
    text = json.dumps([each.to_wire() for each in told], sort_keys=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def _handed(
    lesson: str,
    on_shelf: Mapping[str, Shelved],
    span: Span,
    order: int,
    emails: Sequence[str],
    title: str = "",
) -> HandedOut:
    here = on_shelf.get(lesson)
    digest, size = (None, 0) if here is None else (here.digest, here.size)
    name = title if here is None else here.title
    return HandedOut(lesson, name, digest, size, span.from_day, span.until_day, order, tuple(emails))


def _emails(db: Connection, audience: Audience) -> dict[int, str]:
    mine = select(students.c.id, students.c.email).where(students.c.id.in_(audience.students))
    return {row.id: row.email for row in db.execute(mine)}


def _members(db: Connection, audience: Audience, class_id: int) -> set[int]:
    there = select(memberships.c.student_id).where(
        memberships.c.class_id == class_id,
        memberships.c.until_ms.is_(None),
        memberships.c.student_id.in_(audience.students),
    )
    return set(db.scalars(there))


def _is(target: Target) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return (
        assignments.c.class_id.is_(None) if target.class_id is None else assignments.c.class_id == target.class_id,
        assignments.c.student_id.is_(None)
        if target.student_id is None
        else assignments.c.student_id == target.student_id,
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
