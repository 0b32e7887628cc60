"""Whether this device belongs to a school, and which students the school says learn here.

A student of the school is known by e-mail address: whoever was here before under it is the same student. Whom the
school takes off its roster is hidden here; the row stays, and what it has not sent goes on being sent.
`students.secret` is what the school said last of their secret; what the door checks is in `secrets`.
"""

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from kiosk.protocol.roster import Pupil, Roster
from kiosk.store import notices, secrets, students
from kiosk.store.secrets import SecretKind


class State(StrEnum):
    """REFUSED: the server does not know this device any more. CLONED: another one has the same disk."""

    OK = "ok"
    REFUSED = "refused"
    CLONED = "cloned"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """`server` is where the device was enrolled, `etag` names the roster it has, `fetches` counts its questions."""

    server: str
    device: str
    classes: tuple[str, ...]
    etag: str
    fetches: int
    state: State


FIRST_AVATAR = "fox"
"""For whom the school has chosen none."""

MUST_JOIN_AGAIN = "This computer has to join your school again: ask for a code there. All work is kept until then."


def enrolled(db: sqlite3.Connection) -> Enrolment | None:
    """The device's enrolment, whatever has become of it; None when it never had one."""
    row = db.execute("SELECT server, device, classes, etag, fetches, state FROM enrolment").fetchone()
    if row is None:
        return None
    server, device, classes, etag, fetches, state = row
    return Enrolment(server, device, tuple(json.loads(classes)), etag, fetches, State(state))


def begin(db: sqlite3.Connection, server: str, roster: Roster, at_ms: int) -> None:
    """Belong to this school from now on, in place of any before."""
    db.execute(
        "INSERT OR REPLACE INTO enrolment (id, server, device, classes, etag, fetches, state)"
        " VALUES (1, ?, '', '[]', '', 0, 'ok')",
        (server,),
    )
    take_roster(db, roster, at_ms)


def count_fetch(db: sqlite3.Connection) -> Enrolment | None:
    """Count a question to the server before it is asked: the count never stands still, so a copied disk is noticed."""
    db.execute("UPDATE enrolment SET fetches = fetches + 1")
    return enrolled(db)


def take_roster(db: sqlite3.Connection, roster: Roster, at_ms: int) -> None:
    """Have exactly these students of the school on the wall, signed in by the device."""
    db.execute(
        "UPDATE enrolment SET device = ?, classes = ?, etag = ?",
        (roster.device, json.dumps(roster.classes), roster.etag),
    )
    db.execute("UPDATE students SET roster = 'off' WHERE roster = 'on'")
    for pupil in roster.pupils:
        _take(db, pupil, at_ms)
    confirm(db)


def confirm(db: sqlite3.Connection) -> None:
    """The server knows this device and has nothing new: all is well, also where it was not."""
    db.execute("UPDATE enrolment SET state = 'ok' WHERE state <> 'ok'")
    db.execute("UPDATE students SET sign_in = 'ok' WHERE roster <> 'no' AND sign_in <> 'ok'")


def refuse(db: sqlite3.Connection, state: State, at_ms: int) -> None:
    """The server will not have this device: nothing of its students is sent until it is enrolled anew. Told once."""
    changed = db.execute("UPDATE enrolment SET state = ? WHERE state <> ?", (state, state)).rowcount
    db.execute("UPDATE students SET sign_in = 'refused' WHERE roster <> 'no'")
    if changed:
        notices.add(db, at_ms, MUST_JOIN_AGAIN)


def email_of(db: sqlite3.Connection, ref: str) -> str | None:
    """The address by which this device may speak for the student; None for others, and while it is refused."""
    row = db.execute(
        "SELECT ref FROM students WHERE ref = ? AND roster <> 'no' AND (SELECT state FROM enrolment) = 'ok'", (ref,)
    ).fetchone()
    return None if row is None else str(row[0])


def _take(db: sqlite3.Connection, pupil: Pupil, at_ms: int) -> None:
    known = db.execute("SELECT id FROM students WHERE lower(ref) = ? ORDER BY id", (pupil.email,)).fetchone()
    student = students.add(db, pupil.email, pupil.name, FIRST_AVATAR, at_ms).id if known is None else int(known[0])
    _take_secret(db, student, pupil.secret)
    db.execute(
        "UPDATE students SET name = ?, avatar = coalesce(?, avatar), grade = ?, secret = ?,"
        " class_name = coalesce(?, class_name), roster = 'on' WHERE id = ?",
        (pupil.name, pupil.avatar, pupil.grade, pupil.secret, pupil.class_name, student),
    )


def _take_secret(db: sqlite3.Connection, student: int, told: str | None) -> None:
    """Have the door ask for the school's secret when the school changes it; one that was set here since then stays."""
    (before,) = db.execute("SELECT secret FROM students WHERE id = ?", (student,)).fetchone()
    if told == before:
        return
    kind, _, kept = (told or f"{SecretKind.PIN}:").partition(":")
    if kind in SecretKind:
        secrets.change(db, student, kept or None, SecretKind(kind))
