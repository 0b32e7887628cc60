"""Reading what the pages of a class show: its students, their time and results of a day, what is set aside."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from kiosk.server import presence
from kiosk.server.console.class_view import Pupil
from kiosk.server.ledger import Kind
from kiosk.server.schema import classes, events, finish_requests, runs, students
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import not_found


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """`id` None stands for the students of no class, whom only admins see."""

    id: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """A student, as a teacher knows them."""

    id: int
    name: str
    email: str
    class_id: int | None
    school_class: str


def classes_of(db: Connection, teacher: Teacher) -> list[SchoolClass]:
    """The teacher's classes by name."""
    rows = db.execute(select(classes.c.id, classes.c.name).order_by(classes.c.name))
    return [SchoolClass(row.id, row.name) for row in rows if teacher.may_see(row.id)]


def require_class(db: Connection, teacher: Teacher, class_id: int) -> SchoolClass:
    """Raises Refused (404) when it is not there, or not the teacher's."""
    found = next((each for each in classes_of(db, teacher) if each.id == class_id), None)
    if found is None:
        raise not_found()
    return found


def students_of(db: Connection, class_ids: Collection[int]) -> list[Person]:
    """The students of these classes, by name."""
    return _people(db, students.c.class_id.in_(class_ids))


def everyone_of(db: Connection, teacher: Teacher) -> list[Person]:
    """Every student whom the teacher may see, by name."""
    return [person for person in _people(db, students.c.id.is_not(None)) if teacher.may_see(person.class_id)]


def require_student(db: Connection, teacher: Teacher, student_id: int) -> Person:
    """Raises Refused (404) when they are not there, or of no class of the teacher's."""
    found = next(iter(_people(db, students.c.id == student_id)), None)
    if found is None or not teacher.may_see(found.class_id):
        raise not_found()
    return found


def pupils(db: Connection, class_id: int, day_start_ms: int) -> list[Pupil]:
    """What is known of each student of the class, by name; today began at `day_start_ms`."""
    people = students_of(db, [class_id])
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


def xp_of(kind: str, body: Mapping[str, Any]) -> float:
    """The XP that a completion brings, as a kiosk spells it or as this server does."""
    metrics = body.get("metrics", {})
    points = metrics.get("xpEarned" if kind == Kind.COMPLETION else "xp_earned", 0)
    return float(points) if isinstance(points, int | float) else 0.0


def _people(db: Connection, which: Any) -> list[Person]:
    rows = db.execute(
        select(students.c.id, students.c.name, students.c.email, students.c.class_id, classes.c.name)
        .join_from(students, classes, isouter=True)
        .where(which)
        .order_by(students.c.name, students.c.id)
    )
    return [Person(row[0], row[1], row[2], row[3], row[4] or "") for row in rows]


def _focused(db: Connection, ids: Collection[int], from_ms: int) -> dict[int, int]:
    rows = db.execute(
        select(runs.c.student_id, func.sum(events.c.active_ms))
        .join_from(runs, events, events.c.run == runs.c.id)
        .where(
            runs.c.student_id.in_(ids),
            events.c.kind == Kind.WINDOW,
            events.c.at_ms >= from_ms,
            events.c.state != "moved",
        )
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
        found[student] = found.get(student, 0) + xp_of(kind, json.loads(body))
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
