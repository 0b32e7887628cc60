"""School classes, and who is in them. A student may be in several, and is listed under one.

A membership that has ended stays as a row with its end: the class's kiosks may hold time that they have not sent yet.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, Update, func, select, update

from kiosk.errors import UsageError
from kiosk.protocol.avatars import least_used
from kiosk.server.database import insert_new
from kiosk.server.schema import classes, memberships, students


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """`students` counts those in it now."""

    id: int
    name: str
    students: int


def every_class(db: Connection) -> list[SchoolClass]:
    """All classes that were not removed, by name."""
    count = (
        select(func.count())
        .where(memberships.c.class_id == classes.c.id, memberships.c.until_ms.is_(None))
        .correlate(classes)
        .scalar_subquery()
    )
    rows = select(classes.c.id, classes.c.name, count).where(classes.c.removed_ms.is_(None)).order_by(classes.c.name)
    return [SchoolClass(*row) for row in db.execute(rows)]


def find_class(db: Connection, name: str) -> int:
    """The class with this name. Raises UsageError when there is none."""
    found = db.scalar(select(classes.c.id).where(classes.c.name == name.strip(), classes.c.removed_ms.is_(None)))
    if found is None:
        raise UsageError(f"There is no class {name.strip()}; `kiosk server classes` lists all.")
    return int(found)


def find_or_add_class(db: Connection, name: str) -> int:
    """The class with this name, made or taken up again where it has to be. Raises UsageError for a blank name."""
    name = name.strip()
    if not name:
        raise UsageError("The class's name is blank; give one such as 3b.")
    insert_new(db, classes, {"name": name}, ("name",))
    db.execute(update(classes).where(classes.c.name == name).values(removed_ms=None))
    return find_class(db, name)


def join(db: Connection, student_id: int, class_id: int, now_ms: int, source_id: str | None = None) -> bool:
    """Put the student into the class; False when they are in it already. Who has no picture yet gets one.

    `source_id` names the membership in a OneRoster export.
    """
    values = {"student_id": student_id, "class_id": class_id, "since_ms": now_ms, "source_id": source_id}
    joined = insert_new(db, memberships, values, ("student_id", "class_id"))
    if not joined:
        joined = db.execute(_of(student_id, class_id, ended=True).values(until_ms=None, since_ms=now_ms)).rowcount > 0
        if source_id is not None:
            db.execute(_of(student_id, class_id).values(source_id=source_id))
    if joined:
        _list_somewhere(db, student_id)
        _give_avatar(db, student_id, class_id)
    return joined


def leave(db: Connection, student_id: int, class_id: int, now_ms: int) -> bool:
    """Take the student out of the class; False when they are not in it."""
    left = db.execute(_of(student_id, class_id).values(until_ms=now_ms)).rowcount > 0
    if left:
        _list_somewhere(db, student_id)
    return left


def leave_all(db: Connection, student_id: int, now_ms: int) -> None:
    for class_id in classes_of(db, student_id):
        leave(db, student_id, class_id, now_ms)


def classes_of(db: Connection, student_id: int) -> list[int]:
    """The classes a student is in now, by name."""
    rows = (
        select(memberships.c.class_id)
        .join(classes, memberships.c.class_id == classes.c.id)
        .where(memberships.c.student_id == student_id, memberships.c.until_ms.is_(None))
        .order_by(classes.c.name)
    )
    return list(db.scalars(rows))


def _of(student_id: int, class_id: int, *, ended: bool = False) -> Update:
    end = memberships.c.until_ms
    return update(memberships).where(
        memberships.c.student_id == student_id,
        memberships.c.class_id == class_id,
        end.is_not(None) if ended else end.is_(None),
    )


def _list_somewhere(db: Connection, student_id: int) -> None:
    """Keep the class they are listed under while they are in it, else take the first of theirs."""
    listed = db.scalar(select(students.c.class_id).where(students.c.id == student_id))
    theirs = classes_of(db, student_id)
    if listed not in theirs:
        first = theirs[0] if theirs else None
        db.execute(update(students).where(students.c.id == student_id).values(class_id=first))


def _give_avatar(db: Connection, student_id: int, class_id: int) -> None:
    if db.scalar(select(students.c.avatar).where(students.c.id == student_id)) is None:
        others = (
            select(students.c.avatar)
            .join(memberships, memberships.c.student_id == students.c.id)
            .where(memberships.c.class_id == class_id, memberships.c.until_ms.is_(None))
        )
        avatar = least_used(db.scalars(others))
        db.execute(update(students).where(students.c.id == student_id).values(avatar=avatar))
