"""What a teacher should know of this file, such as that it was damaged: told until somebody has acknowledged it.

The window tells them on the wall of students, `kiosk status` prints them. An acknowledged one stays in the file.
"""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    id: int
    at_ms: int
    sentence: str


def add(db: sqlite3.Connection, at_ms: int, sentence: str) -> None:
    db.execute("INSERT INTO notices (at_ms, sentence) VALUES (?, ?)", (at_ms, sentence))


def add_once(db: sqlite3.Connection, at_ms: int, sentence: str) -> None:
    """Tell it, unless it is being told already."""
    if sentence not in [notice.sentence for notice in unacknowledged(db)]:
        add(db, at_ms, sentence)


def unacknowledged(db: sqlite3.Connection) -> list[Notice]:
    """The newest first."""
    rows = db.execute("SELECT id, at_ms, sentence FROM notices WHERE acknowledged_ms IS NULL ORDER BY id DESC")
    return [Notice(*row) for row in rows]


def acknowledge(db: sqlite3.Connection, notice: int, at_ms: int) -> None:
    """Tell it no more. The first time counts."""
    db.execute("UPDATE notices SET acknowledged_ms = ? WHERE id = ? AND acknowledged_ms IS NULL", (at_ms, notice))
