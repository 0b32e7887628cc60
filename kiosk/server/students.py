"""School classes, students, and the tokens by which a kiosk speaks for a student."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from kiosk.errors import UsageError
from kiosk.server.database import insert_new
from kiosk.server.schema import classes, students, tokens


@dataclass(frozen=True, slots=True)
class Student:
    """`email` is how Timeback knows the student; `tokens` counts those that are not revoked."""

    id: int
    name: str
    email: str
    school_class: str | None
    tokens: int


def add(db: Connection, name: str, email: str, school_class: str | None, now_ms: int) -> Student:
    """Add a student, and the class where it is new. Raises UsageError when the e-mail address is taken or is none."""
    name, email = name.strip(), email.strip().lower()
    local, at, domain = email.partition("@")
    if not (local and at and domain) or any(character.isspace() for character in email):
        raise UsageError(f"{email!r} is no e-mail address; give the one by which Timeback knows the student.")
    if not name:
        raise UsageError("The student's name is blank; give the name that the class uses.")
    class_id = None
    if school_class is not None:
        insert_new(db, classes, {"name": school_class.strip()}, ("name",))
        class_id = db.scalar(select(classes.c.id).where(classes.c.name == school_class.strip()))
    values = {"name": name, "email": email, "class_id": class_id, "created_ms": now_ms}
    if not insert_new(db, students, values, ("email",)):
        raise UsageError(
            f"A student with the e-mail address {email} is here already; `kiosk server students` lists all."
        )
    return find(db, email)


def everyone(db: Connection) -> list[Student]:
    """All students by class and name."""
    return [_student(row) for row in db.execute(_LIST.order_by(classes.c.name, students.c.name, students.c.id))]


def find(db: Connection, email: str) -> Student:
    """The student with this e-mail address. Raises UsageError when there is none."""
    row = db.execute(_LIST.where(students.c.email == email.strip().lower())).one_or_none()
    if row is None:
        raise UsageError(f"No student has the e-mail address {email}; `kiosk server students` lists all.")
    return _student(row)


def new_token(db: Connection, student_id: int, now_ms: int) -> str:
    """Make a further token for the student. It is told this once; the database knows only its digest."""
    token = secrets.token_urlsafe(32)
    db.execute(insert(tokens).values(student_id=student_id, digest=_digest(token), created_ms=now_ms))
    return token


def revoke(db: Connection, student_id: int, now_ms: int) -> int:
    """Make every token of the student worthless from now on; tells how many that were."""
    valid = (tokens.c.student_id == student_id) & tokens.c.revoked_ms.is_(None)
    return db.execute(update(tokens).where(valid).values(revoked_ms=now_ms)).rowcount


def by_token(db: Connection, token: str) -> Student | None:
    """Whose token it is; None for one that was revoked or never given."""
    return by_digest(db, _digest(token))


def by_digest(db: Connection, digest: str) -> Student | None:
    """Whose token has this digest; None as in `by_token`."""
    mine = select(tokens.c.student_id).where(tokens.c.digest == digest, tokens.c.revoked_ms.is_(None))
    row = db.execute(_LIST.where(students.c.id.in_(mine))).one_or_none()
    return None if row is None else _student(row)


_VALID_TOKENS = (
    select(func.count())
    .where(tokens.c.student_id == students.c.id, tokens.c.revoked_ms.is_(None))
    .correlate(students)
    .scalar_subquery()
)
_LIST = select(students.c.id, students.c.name, students.c.email, classes.c.name, _VALID_TOKENS).join_from(
    students, classes, isouter=True
)


def _student(row: tuple[int, str, str, str | None, int]) -> Student:
    return Student(*row)


def _digest(token: str) -> str:
    """SHA-256 is enough: a token has 256 random bits, so there is nothing to guess."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
