"""What is kept of the teacher's PIN and of students' secrets, and the lock-out that grows with wrong tries.

A try is counted before it is judged, and forgotten when it was right: ending the program in between saves no try.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.clock import Instant

TEACHER: None = None
"""Whose secret the teacher's PIN is."""

type Owner = int | None
"""A student's number, or TEACHER."""

WAITS_MS = (0, 0, 5_000, 30_000, 120_000, 600_000)
"""How long after so many wrong tries (from 1); the last counts for all that follow."""


class SecretKind(StrEnum):
    """How a secret is entered: digits, or pictures one after the other (see `identity.picture_secret`)."""

    PIN = "pin"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Lock:
    """What stands before an owner's work, and how long nothing may be tried."""

    kind: SecretKind
    wait_ms: int


@dataclass(frozen=True, slots=True)
class Try:
    """What a text is checked against; nothing may be before `wait_ms` are over.

    `wait_if_wrong_ms` is how long the next wait will be.
    """

    kept: str
    wait_ms: int
    wait_if_wrong_ms: int


def is_set(db: sqlite3.Connection, owner: Owner) -> bool:
    return db.execute("SELECT 1 FROM secrets WHERE student IS ?", (owner,)).fetchone() is not None


def lock_of(db: sqlite3.Connection, owner: Owner, now: Instant, boot: str) -> Lock | None:
    """What is to be asked for; None where no secret is set."""
    row = db.execute(
        "SELECT kind, tries, tried_ms, tried_mono, tried_boot FROM secrets WHERE student IS ?", (owner,)
    ).fetchone()
    if row is None:
        return None
    kind, tries, *latest = row
    return Lock(SecretKind(kind), max(wait_after(tries) - max(_passed(latest, now, boot), 0), 0))


def change(db: sqlite3.Connection, owner: Owner, kept: str | None, kind: SecretKind = SecretKind.PIN) -> None:
    """Have this secret (as `identity.secrets` keeps it), or none any more; wrong tries are forgotten."""
    db.execute("DELETE FROM secrets WHERE student IS ?", (owner,))
    if kept is not None:
        db.execute("INSERT INTO secrets (student, kept, kind) VALUES (?, ?, ?)", (owner, kept, kind))


def begin_try(db: sqlite3.Connection, owner: Owner, now: Instant, boot: str) -> Try | None:
    """Count one more try, unless it has to wait; None where no secret is set."""
    row = db.execute(
        "SELECT kept, tries, tried_ms, tried_mono, tried_boot FROM secrets WHERE student IS ?", (owner,)
    ).fetchone()
    if row is None:
        return None
    kept, tries, *latest = row
    passed = _passed(latest, now, boot)
    wait = wait_after(tries) - max(passed, 0)
    if wait > 0:
        if passed < 0:  # somebody set the clock back: without this the wait would last until it is where it was
            _note_time(db, owner, now, boot)
        return Try(kept, wait, wait)
    db.execute("UPDATE secrets SET tries = tries + 1 WHERE student IS ?", (owner,))
    _note_time(db, owner, now, boot)
    return Try(kept, 0, wait_after(tries + 1))


def forgive(db: sqlite3.Connection, owner: Owner) -> None:
    """Forget the wrong tries: the latest was right, or the teacher lifts the lock-out."""
    db.execute("UPDATE secrets SET tries = 0 WHERE student IS ?", (owner,))


def wait_after(tries: int) -> int:
    """Milliseconds from one wrong try to the next that is taken, after so many in a row."""
    return WAITS_MS[min(tries, len(WAITS_MS)) - 1] if tries else 0


def _passed(latest: Sequence[Any], now: Instant, boot: str) -> int:
    """Milliseconds since the latest try (its wall, monotonic time and boot); below 0 where a clock was set back."""
    tried_ms, tried_mono, tried_boot = latest
    return int(now.mono - tried_mono if boot and boot == tried_boot else now.wall - tried_ms)


def _note_time(db: sqlite3.Connection, owner: Owner, now: Instant, boot: str) -> None:
    db.execute(
        "UPDATE secrets SET tried_ms = ?, tried_mono = ?, tried_boot = ? WHERE student IS ?",
        (now.wall, now.mono, boot, owner),
    )
