"""Messages set aside: refused for good (parked), perhaps delivered (maybe), or dropped by a person.

parked ──retry──► ready                      certainly not counted: nothing to fear
maybe ───retry──► ready                      only with `may_count_twice`: the server may have it already
parked, maybe ──drop──► withdrawn            never sent again; stays listed with its reason
"""

import re
import sqlite3
from dataclasses import dataclass
from typing import NewType

from kiosk.errors import UsageError
from kiosk.store.outbox import NO_DOUBT

MessageId = NewType("MessageId", str)
"""Names a message to a person: w12 is a window, c3 a completion."""

DROPPED = "dropped by a person"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A message as a teacher reads it. `is_in_doubt`: the server may have counted it already."""

    id: MessageId
    student: str
    lesson: str
    kind: str
    state: str
    started_ms: int | None
    active_ms: int
    is_in_doubt: bool
    reason: str


def set_aside(db: sqlite3.Connection, *, dropped: bool = False) -> list[SetAside]:
    """Everything parked or in lasting doubt, the oldest first; with `dropped` also what a person withdrew."""
    rows = db.execute(
        """
        SELECT 'w' || windows.id, students.name, runs.name, 'heartbeat', windows.state, started_ms, active_ms,
               doubt_ms IS NOT NULL, reason
          FROM windows JOIN runs ON runs.id = windows.run JOIN students ON students.id = student
         WHERE windows.state IN ('maybe', 'parked') AND carried IS NULL
            OR :dropped AND windows.state = 'withdrawn' AND reason = :reason
         UNION ALL
        SELECT 'c' || completions.id, students.name, runs.name, 'completion', completions.state, NULL, 0, 0, reason
          FROM completions JOIN runs ON runs.id = completions.run JOIN students ON students.id = student
         WHERE completions.state = 'parked' AND carried IS NULL OR :dropped AND completions.state = 'withdrawn'
         ORDER BY 4 DESC, 6, 1
        """,
        {"dropped": dropped, "reason": DROPPED},
    )
    return [SetAside(*(*row[:7], bool(row[7]), row[8])) for row in rows]


def retry(db: sqlite3.Connection, message: MessageId, *, may_count_twice: bool = False) -> None:
    """Put a message back to be sent, unchanged. Raises UsageError when it is not set aside, or is in doubt."""
    found = _require(db, message)
    if found.is_in_doubt and not may_count_twice:
        raise UsageError(
            f"{message} may have arrived already: sent again, its {found.active_ms / 1000:g} s may be counted twice."
        )
    table, number = _row(message)
    no_doubt = NO_DOUBT if table == "windows" else ""
    db.execute(
        f"UPDATE {table} SET state = 'ready', reason = '', next_try_ms = 0, settled_ms = NULL{no_doubt}"  # noqa: S608
        " WHERE id = ?",
        (number,),
    )


def drop(db: sqlite3.Connection, message: MessageId, at_ms: int) -> None:
    """Never send a message again. Its time stays in the student's own totals. Raises UsageError as `retry` does."""
    _require(db, message)
    table, number = _row(message)
    db.execute(
        f"UPDATE {table} SET state = 'withdrawn', reason = ?, settled_ms = ? WHERE id = ?",  # noqa: S608 - ours
        (DROPPED, at_ms, number),
    )


def _require(db: sqlite3.Connection, message: MessageId) -> SetAside:
    for each in set_aside(db):
        if each.id == message:
            return each
    raise UsageError(f'No message "{message}" is set aside; `kiosk parked` lists those that are.')


def _row(message: MessageId) -> tuple[str, int]:
    parts = re.fullmatch(r"([wc])(\d+)", message)
    assert parts is not None
    return ("windows" if parts[1] == "w" else "completions"), int(parts[2])
