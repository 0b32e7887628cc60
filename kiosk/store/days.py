"""Focused time by day, as the triggers keep it."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DayTotal:
    """One local calendar day of a student, time in doubt included."""

    day: str
    active_ms: int
    inactive_ms: int


def totals(db: sqlite3.Connection, student: int, since: str) -> list[DayTotal]:
    """The days from `since` ("2026-01-05") on that have any time, in order."""
    rows = db.execute(
        "SELECT day, active_ms, inactive_ms FROM day_totals WHERE student = ? AND day >= ? ORDER BY day",
        (student, since),
    )
    return [DayTotal(*row) for row in rows]
