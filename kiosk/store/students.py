"""Who learns on this machine."""

import sqlite3
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from kiosk.errors import UsageError

LONGEST_NAME = 60
"""Characters, of a name that is typed or listed here."""

LONGEST_SHOWN = 60
"""Of what somebody typed or sent, in a sentence."""


class SignIn(StrEnum):
    """NONE: no token was ever entered. REFUSED: the server refused the one there is (401)."""

    NONE = "none"
    OK = "ok"
    REFUSED = "refused"


class Student(NamedTuple):
    """`ref` names them to the server's sign-in and to the credentials; it never changes.

    `class_name` "": in none. `language` is what the program speaks with them; "": what this device speaks.
    `of_school`: the school lists them for this device, or once did; then their ref is their e-mail address.
    """

    id: int
    ref: str
    name: str
    avatar: str
    sign_in: SignIn
    of_school: bool = False
    class_name: str = ""
    language: str = ""


def add(db: sqlite3.Connection, ref: str, name: str, avatar: str, at_ms: int) -> Student:
    """Add a student. Raises UsageError when the ref is taken."""
    if find(db, ref) is not None:
        raise UsageError(f"{ref} is on this computer already; choose another name.")
    db.execute("INSERT INTO students (ref, name, avatar, added_ms) VALUES (?, ?, ?, ?)", (ref, name, avatar, at_ms))
    return _require(db, ref)


def add_new(db: sqlite3.Connection, name: str, at_ms: int, avatar: str = "fox", class_name: str = "") -> Student:
    """Add a student who is known by name alone; their ref is made here."""
    import uuid  # noqa: PLC0415 - the first picture needs none

    student = add(db, str(uuid.uuid4()), name, avatar, at_ms)
    set_class(db, student.id, class_name)
    return student._replace(class_name=class_name)


def find(db: sqlite3.Connection, ref: str) -> Student | None:
    row = db.execute(f"{_SELECT} WHERE ref = ?", (ref,)).fetchone()
    return None if row is None else _student(*row)


def get(db: sqlite3.Connection, student: int) -> Student:
    """The student with that row id, which must be there."""
    return _student(*db.execute(f"{_SELECT} WHERE id = ?", (student,)).fetchone())


def find_or_add(db: sqlite3.Connection, ref: str, name: str, avatar: str, at_ms: int) -> Student:
    return find(db, ref) or add(db, ref, name, avatar, at_ms)


def everyone(db: sqlite3.Connection) -> list[Student]:
    """Who is on the wall: without those whom the school has taken off its roster."""
    rows = db.execute(f"{_SELECT} WHERE roster <> 'off' ORDER BY name COLLATE NOCASE, id")
    return [_student(*row) for row in rows]


def hidden(db: sqlite3.Connection) -> list[Student]:
    """Whom the school has taken off its roster. Their work may still wait here."""
    rows = db.execute(f"{_SELECT} WHERE roster = 'off' ORDER BY name COLLATE NOCASE, id")
    return [_student(*row) for row in rows]


def called(known: Sequence[Student], name: str) -> list[Student]:
    """Everyone who is meant by that name or ref: one, when it is clear who."""
    return [student for student in known if name in (student.name, student.ref)]


def find_student(everyone: Sequence[Student], asked: str) -> Student:
    """Find a student by name or external id. Raises UsageError, with who there is."""
    found = called(everyone, asked)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} students are called {asked}; give the id they sign in with.")
    names = ", ".join(student.name for student in everyone) or "nobody yet"
    shown = asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"
    raise UsageError(f"There is no student “{shown}” on this computer. There is: {names}.")


def set_sign_in(db: sqlite3.Connection, ref: str, state: SignIn) -> None:
    db.execute("UPDATE students SET sign_in = ? WHERE ref = ?", (state, ref))


def set_class(db: sqlite3.Connection, student: int, class_name: str) -> None:
    """Put the student into that class; "" for none."""
    db.execute("UPDATE students SET class_name = ? WHERE id = ?", (class_name, student))


def set_language(db: sqlite3.Connection, student: int, language: str) -> None:
    """Speak that language with the student from now on; "" for this device's."""
    db.execute("UPDATE students SET language = ? WHERE id = ?", (language, student))


_SELECT = "SELECT id, ref, name, avatar, sign_in, roster <> 'no', class_name, language FROM students"


def _student(
    number: int, ref: str, name: str, avatar: str, sign_in: str, of_school: int, class_name: str, language: str
) -> Student:
    return Student(number, ref, name, avatar, SignIn(sign_in), bool(of_school), class_name, language)


def _require(db: sqlite3.Connection, ref: str) -> Student:
    student = find(db, ref)
    if student is None:
        raise UsageError(f"No student {ref} on this computer; add them first.")
    return student
