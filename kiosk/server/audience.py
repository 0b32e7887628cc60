"""For whom a kiosk asks: one student, or every student of the classes that its device has."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Connection, select

from kiosk.server import students
from kiosk.server.answers import Refused
from kiosk.server.classes import classes_of
from kiosk.server.database import Database
from kiosk.server.identity import STUDENT_HEADER, signed_in, signed_in_device
from kiosk.server.schema import device_classes, memberships
from kiosk.server.students import Student

IS_MEMBER = memberships.c.until_ms.is_(None)


@dataclass(frozen=True, slots=True)
class Audience:
    """Students and classes by row id: what is meant for one of them is told."""

    students: frozenset[int]
    classes: frozenset[int]


def audience(request: Request) -> Audience:
    """Who learns at the kiosk that asks. Raises Refused (401, 404). Reads the database, so not on the loop."""
    database: Database = request.app.state.database
    try:
        student = signed_in(request)
    except Refused:
        if STUDENT_HEADER in request.headers:
            raise
        device = signed_in_device(request)
        with database.read() as db:
            return _of_device(db, device.id)
    with database.read() as db:
        return of_student(db, student)


Audiences = Annotated[Audience, Depends(audience)]


def of_student(db: Connection, student: Student) -> Audience:
    return Audience(frozenset({student.id}), frozenset(classes_of(db, student.id)))


def members(db: Connection, class_id: int) -> list[Student]:
    """Who is in the class now, by name."""
    here = set(db.scalars(select(memberships.c.student_id).where(IS_MEMBER, memberships.c.class_id == class_id)))
    return [student for student in students.everyone(db) if student.id in here]


def _of_device(db: Connection, device_id: int) -> Audience:
    theirs = frozenset(db.scalars(select(device_classes.c.class_id).where(device_classes.c.device_id == device_id)))
    there = select(memberships.c.student_id).where(IS_MEMBER, memberships.c.class_id.in_(theirs))
    return Audience(frozenset(db.scalars(there)), theirs)
