"""Students, and the tokens by which a kiosk speaks for one of them."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from kiosk.errors import UsageError
from kiosk.server.classes import classes_of, find_class, find_or_add_class, join, leave, leave_all
from kiosk.server.database import insert_new
from kiosk.server.schema import classes, students, tokens


@dataclass(frozen=True, slots=True)
class Student:
    """`email` is how Timeback knows the student, `school_class` the one to list them under.

    `tokens` counts those that are not revoked.
    """

    id: int
    name: str
    email: str
    school_class: str | None
    tokens: int


def add(db: Connection, name: str, email: str, school_class: str | None, now_ms: int) -> Student:
    """Add a student, and the class where it is new; one who was removed is here again.

    Raises UsageError when the e-mail address is taken or is none.
    """
    name, email = name.strip(), email.strip().lower()
    if not is_email(email):
        raise UsageError(f"{email!r} is no e-mail address; give the one by which Timeback knows the student.")
    if not name:
        raise UsageError("The student's name is blank; give the name that the class uses.")
    if not insert_new(db, students, {"name": name, "email": email, "created_ms": now_ms}, ("email",)):
        again = (students.c.email == email) & students.c.removed_ms.is_not(None)
        if not db.execute(update(students).where(again).values(name=name, removed_ms=None)).rowcount:
            raise UsageError(
                f"A student with the e-mail address {email} is here already; `kiosk server students` lists all."
            )
    if school_class is not None:
        join(db, find(db, email).id, find_or_add_class(db, school_class), now_ms)
    return find(db, email)


def is_email(text: str) -> bool:
    local, at, domain = text.partition("@")
    return bool(local and at and domain) and text.isprintable() and not any(map(str.isspace, text))


def move(db: Connection, student_id: int, to: str, out_of: str | None, now_ms: int) -> None:
    """Put the student into the class `to`, which may be new, and out of another: of all where none is named.

    Raises UsageError.
    """
    target = find_or_add_class(db, to)
    left = classes_of(db, student_id) if out_of is None else [find_class(db, out_of)]
    join(db, student_id, target, now_ms)
    for class_id in left:
        if class_id != target and not leave(db, student_id, class_id, now_ms):
            raise UsageError(f"The student is not in the class {out_of}.")


def set_secret(db: Connection, student_id: int, secret: str | None) -> None:
    """Have kiosks ask for this secret, as `protocol.roster.Pupil` spells it, or for none."""
    db.execute(update(students).where(students.c.id == student_id).values(secret=secret))


def remove(db: Connection, student_id: int, now_ms: int) -> None:
    """Take the student out of all classes and lists. Their time, results and tokens stay: kiosks may still send."""
    leave_all(db, student_id, now_ms)
    db.execute(update(students).where(students.c.id == student_id).values(removed_ms=now_ms))


def everyone(db: Connection) -> list[Student]:
    """All students who were not removed, by class and name."""
    here = _LIST.where(students.c.removed_ms.is_(None))
    return [_student(row) for row in db.execute(here.order_by(classes.c.name, students.c.name, students.c.id))]


def find(db: Connection, email: str) -> Student:
    """The student with this e-mail address, removed or not. Raises UsageError when there is none."""
    found = by_email(db, email)
    if found is None:
        raise UsageError(f"No student has the e-mail address {email}; `kiosk server students` lists all.")
    return found


def by_email(db: Connection, email: str) -> Student | None:
    row = db.execute(_LIST.where(students.c.email == email.strip().lower())).one_or_none()
    return None if row is None else _student(row)


def new_token(db: Connection, student_id: int, now_ms: int) -> str:
    """Make a further token for the student. It is told this once; the database knows only its digest."""
    token = secrets.token_urlsafe(32)
    db.execute(insert(tokens).values(student_id=student_id, digest=digest(token), created_ms=now_ms))
    return token


def revoke(db: Connection, student_id: int, now_ms: int) -> int:
    """Make every token of the student worthless from now on; tells how many that were."""
    valid = (tokens.c.student_id == student_id) & tokens.c.revoked_ms.is_(None)
    return db.execute(update(tokens).where(valid).values(revoked_ms=now_ms)).rowcount


def by_token(db: Connection, token: str) -> Student | None:
    """Whose token it is; None for one that was revoked or never given."""
    return by_digest(db, digest(token))


def by_digest(db: Connection, token_digest: str) -> Student | None:
    """Whose token has this digest; None as in `by_token`."""
    mine = select(tokens.c.student_id).where(tokens.c.digest == token_digest, tokens.c.revoked_ms.is_(None))
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


def digest(token: str) -> str:
    """SHA-256 is enough: a token has 256 random bits, so there is nothing to guess."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
