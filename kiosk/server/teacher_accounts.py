"""Teachers, their classes, their passwords, and the sessions and links by which they are known.

Whatever lets somebody in has 256 random bits, is told once and is kept as its digest; passwords are kept by argon2.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Connection, Table, delete, insert, select, update

from kiosk.errors import UsageError
from kiosk.server.classes import find_or_add_class
from kiosk.server.database import insert_new
from kiosk.server.schema import sign_in_links, teacher_classes, teacher_sessions, teachers
from kiosk.server.students import digest, is_email

SHORTEST_PASSWORD = 10
SESSION_MS = 12 * 3_600_000
"""A school day; a browser left open over night asks again."""

LINK_MS = 24 * 3_600_000

_hasher = PasswordHasher()
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$oMaMioFLy48lbgC5ZqusNQ$SfgUGCgZl8MFIDIHm6uAHDm/0cJ4EkD/eddffxi1I0s"
"""A hash that no password has: checking it takes as long as checking a teacher's."""


@dataclass(frozen=True, slots=True)
class Teacher:
    """`classes` are those they teach, by id; an admin may see every class."""

    id: int
    name: str
    email: str
    is_admin: bool
    classes: frozenset[int]
    has_password: bool

    def may_see(self, school_class: int | None) -> bool:
        """Whether this class is theirs. Students without a class are the admins'."""
        return self.is_admin or school_class in self.classes


def add(
    db: Connection, name: str, email: str, school_classes: Sequence[str], now_ms: int, *, is_admin: bool
) -> Teacher:
    """Add a teacher, and the classes where they are new. Raises UsageError."""
    name, email = name.strip(), email.strip().lower()
    if not is_email(email):
        raise UsageError(f"{email!r} is no e-mail address; the teacher signs in with it.")
    if not name:
        raise UsageError("The teacher's name is blank; give the name that the log is to show.")
    if not school_classes and not is_admin:
        raise UsageError("A teacher needs a class: give --class, once for each, or --admin for all classes.")
    values = {"name": name, "email": email, "is_admin": is_admin, "created_ms": now_ms}
    if not insert_new(db, teachers, values, ("email",)):
        raise UsageError(
            f"A teacher with the e-mail address {email} is here already; `kiosk server teachers` lists all."
        )
    teacher_id = db.scalars(select(teachers.c.id).where(teachers.c.email == email)).one()
    for class_id in {find_or_add_class(db, each) for each in school_classes}:
        db.execute(insert(teacher_classes).values(teacher_id=teacher_id, class_id=class_id))
    return find(db, email)


def everyone(db: Connection) -> list[Teacher]:
    """All teachers by name."""
    return [_teacher(db, row) for row in db.execute(_LIST.order_by(teachers.c.name, teachers.c.id)).all()]


def find(db: Connection, email: str) -> Teacher:
    """The teacher with this e-mail address. Raises UsageError when there is none."""
    row = db.execute(_LIST.where(teachers.c.email == email.strip().lower())).one_or_none()
    if row is None:
        raise UsageError(f"No teacher has the e-mail address {email}; `kiosk server teachers` lists all.")
    return _teacher(db, row)


def remove(db: Connection, teacher_id: int) -> None:
    """Remove the account and end its sessions; what the teacher did stays in the log."""
    for table in (teacher_sessions, sign_in_links, teacher_classes):
        db.execute(delete(table).where(table.c.teacher_id == teacher_id))
    db.execute(delete(teachers).where(teachers.c.id == teacher_id))


def set_password(db: Connection, teacher_id: int, password: str) -> None:
    """Take this password from now on, and end every session and link of before. Raises UsageError when it is short."""
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(f"A password needs at least {SHORTEST_PASSWORD} characters.")
    kept = _hasher.hash(password)
    db.execute(update(teachers).where(teachers.c.id == teacher_id).values(password=kept))
    for table in (teacher_sessions, sign_in_links):
        db.execute(delete(table).where(table.c.teacher_id == teacher_id))


def by_password(db: Connection, email: str, password: str) -> Teacher | None:
    """The teacher whom this password is of; None for a wrong one, and just as slowly for an unknown teacher."""
    row = db.execute(
        select(teachers.c.id, teachers.c.password).where(teachers.c.email == email.strip().lower())
    ).one_or_none()
    kept = row.password if row is not None and row.password is not None else _NOBODYS
    try:
        _hasher.verify(kept, password)
    except (Argon2Error, InvalidHashError):
        return None
    return find(db, email)


def open_session(db: Connection, teacher_id: int, now_ms: int) -> str:
    """A new session's token, for the cookie. Sessions that are over are swept away."""
    db.execute(delete(teacher_sessions).where(teacher_sessions.c.expires_ms <= now_ms))
    token = secrets.token_urlsafe(32)
    values = {"digest": digest(token), "teacher_id": teacher_id, "expires_ms": now_ms + SESSION_MS}
    db.execute(insert(teacher_sessions).values(values))
    return token


def by_session(db: Connection, token: str, now_ms: int) -> Teacher | None:
    return _by_secret(db, teacher_sessions, token, now_ms)


def close_session(db: Connection, token: str) -> None:
    db.execute(delete(teacher_sessions).where(teacher_sessions.c.digest == digest(token)))


def new_link(db: Connection, teacher_id: int, now_ms: int) -> str:
    """Make the token of a link by which the teacher chooses a password, once, within `LINK_MS`."""
    token = secrets.token_urlsafe(32)
    values = {"digest": digest(token), "teacher_id": teacher_id, "expires_ms": now_ms + LINK_MS}
    db.execute(insert(sign_in_links).values(values))
    return token


def by_link(db: Connection, token: str, now_ms: int) -> Teacher | None:
    return _by_secret(db, sign_in_links, token, now_ms)


def _by_secret(db: Connection, table: Table, token: str, now_ms: int) -> Teacher | None:
    valid = (table.c.digest == digest(token)) & (table.c.expires_ms > now_ms)
    row = db.execute(_LIST.where(teachers.c.id.in_(select(table.c.teacher_id).where(valid)))).one_or_none()
    return None if row is None else _teacher(db, row)


_LIST = select(teachers.c.id, teachers.c.name, teachers.c.email, teachers.c.is_admin, teachers.c.password)


def _teacher(db: Connection, row: tuple[int, str, str, bool, str | None]) -> Teacher:
    teacher_id, name, email, is_admin, password = row
    theirs = db.scalars(select(teacher_classes.c.class_id).where(teacher_classes.c.teacher_id == teacher_id))
    return Teacher(teacher_id, name, email, is_admin, frozenset(theirs), password is not None)
