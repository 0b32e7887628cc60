"""What a teacher should know of this file, such as that it was damaged; shown in the window and by `kiosk status`."""

import sqlite3
from dataclasses import dataclass

RECENT_MS = 7 * 86_400_000
"""How long the window shows a notice. `kiosk status` always does."""


@dataclass(frozen=True, slots=True)
class Notice:
    at_ms: int
    sentence: str


def add(db: sqlite3.Connection, at_ms: int, sentence: str) -> None:
    db.execute("INSERT INTO notices (at_ms, sentence) VALUES (?, ?)", (at_ms, sentence))


def since(db: sqlite3.Connection, at_ms: int) -> list[Notice]:
    """The notices from `at_ms` on (wall), the newest first."""
    rows = db.execute("SELECT at_ms, sentence FROM notices WHERE at_ms >= ? ORDER BY id DESC", (at_ms,))
    return [Notice(*row) for row in rows]
