"""Reading what the pages of a class show: its students, their time and results of a day, what is set aside."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from kiosk.server import presence
from kiosk.server.classes import SchoolClass, every_class
from kiosk.server.console.class_view import Pupil
from kiosk.server.console.student_view import xp_of
from kiosk.server.ledger import Kind
from kiosk.server.schema import classes, events, finish_requests, memberships, runs, students
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import not_found


@dataclass(frozen=True, slots=True)
class Person:
    """A student as a teacher knows them; `school_class` is the one to list them under."""

    id: int
    name: str
    email: str
    school_class: str


def classes_of(db: Connection, teacher: Teacher) -> list[SchoolClass]:
    """The teacher's classes by name."""
    return [each for each in every_class(db) if teacher.may_see(each.id)]


def require_class(db: Connection, teacher: Teacher, class_id: int) -> SchoolClass:
    """Raises Refused (404) when it is not there, or not the teacher's."""
    found = next((each for each in classes_of(db, teacher) if each.id == class_id), None)
    if found is None:
        raise not_found()
    return found


def students_of(db: Connection, teacher: Teacher, class_id: int | None = None) -> list[Person]:
    """The students of one class, or of all that the teacher has, by name. An admin has those of no class too."""
    if class_id is None and teacher.is_admin:
        return _people(db, students.c.id.is_not(None))
    asked = {each.id for each in classes_of(db, teacher) if class_id in (None, each.id)}
    return _people(db, students.c.id.in_(_members(asked)))


def require_student(db: Connection, teacher: Teacher, student_id: int) -> Person:
    """Raises Refused (404) when they are not there, or in no class of the teacher's."""
    found = next((each for each in students_of(db, teacher) if each.id == student_id), None)
    if found is None:
        raise not_found()
    return found


def pupils(db: Connection, class_id: int, day_start_ms: int) -> list[Pupil]:
    """What is known of each student of the class, by name; today began at `day_start_ms`."""
    people = _people(db, students.c.id.in_(_members({class_id})))
    ids = [person.id for person in people]
    focused, points, aside = _focused(db, ids, day_start_ms), _xp(db, ids, day_start_ms), _set_aside(db, ids)
    seen = presence.of_students(db, ids)
    return [
        Pupil(
            each.id,
            each.name,
            focused.get(each.id, 0),
            points.get(each.id, 0),
            aside.get(each.id, 0),
            seen.get(each.id, ()),
        )
        for each in people
    ]


def _members(class_ids: Collection[int]) -> Select[Any]:
    now = memberships.c.until_ms.is_(None)
    return select(memberships.c.student_id).where(now, memberships.c.class_id.in_(class_ids))


def _people(db: Connection, which: ColumnElement[bool]) -> list[Person]:
    rows = db.execute(
        select(students.c.id, students.c.name, students.c.email, classes.c.name)
        .join_from(students, classes, isouter=True)
        .where(which)
        .order_by(students.c.name, students.c.id)
    )
    return [Person(student, name, email, school_class or "") for student, name, email, school_class in rows]


def _focused(db: Connection, ids: Collection[int], from_ms: int) -> dict[int, int]:
    rows = db.execute(
        select(runs.c.student_id, func.sum(events.c.active_ms))
        .join_from(runs, events, events.c.run == runs.c.id)
        .where(runs.c.student_id.in_(ids), events.c.at_ms >= from_ms, events.c.state != "moved")
        .group_by(runs.c.student_id)
    )
    return {student: int(ms) for student, ms in rows}


def _xp(db: Connection, ids: Collection[int], from_ms: int) -> dict[int, float]:
    rows = db.execute(
        select(runs.c.student_id, events.c.kind, events.c.body)
        .join_from(runs, events, events.c.run == runs.c.id)
        .where(
            runs.c.student_id.in_(ids),
            events.c.kind.in_((Kind.COMPLETION, Kind.FINISH)),
            events.c.at_ms >= from_ms,
            events.c.state != "moved",
        )
    )
    found: dict[int, float] = {}
    for student, kind, body in rows:
        found[student] = found.get(student, 0) + xp_of(Kind(kind), json.loads(body))
    return found


def _set_aside(db: Connection, ids: Collection[int]) -> dict[int, int]:
    refused = (
        select(runs.c.student_id)
        .join_from(runs, events, events.c.run == runs.c.id)
        .where(runs.c.student_id.in_(ids), events.c.state == "parked")
    )
    unscored = (
        select(runs.c.student_id)
        .join_from(runs, finish_requests, finish_requests.c.run == runs.c.id)
        .where(runs.c.student_id.in_(ids), finish_requests.c.result.is_(None))
    )
    both = refused.union_all(unscored).subquery()
    rows = db.execute(select(both.c.student_id, func.count()).group_by(both.c.student_id))
    return {student: int(count) for student, count in rows}
