"""Who is at this machine, and at which lesson: where a kiosk that crashed goes on.

It is true while the program runs; what it says of an earlier run is for whoever restarts it at once.
"""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`lesson` None: on their own page."""

    student: int
    lesson: str | None


def note(db: sqlite3.Connection, place: Place | None) -> None:
    """Be there; None: nobody is at this machine."""
    db.execute("DELETE FROM place")
    if place is not None:
        db.execute("INSERT INTO place (id, student, lesson) VALUES (1, ?, ?)", (place.student, place.lesson))


def noted(db: sqlite3.Connection) -> Place | None:
    row = db.execute("SELECT student, lesson FROM place").fetchone()
    return None if row is None else Place(*row)
