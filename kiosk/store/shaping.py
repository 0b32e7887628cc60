"""The shape in which a window is sent: merged with those that touch it, beside those that were sent before.

Only what was never tried may change; wherever a window is sent twice, a server sees the same message.
"""

import sqlite3

from kiosk.clock import local_day
from kiosk.store.journal import LENGTH, TIMES

MERGED_MS = 300_000
"""How long a merged window may be: five hours offline then cost about 60 requests, not 1,200."""

_LONGEST_MS = 86_400_000
"""No window is longer than a day."""


def freeze(db: sqlite3.Connection, student: int, window: int) -> None:
    """Give a waiting window the shape in which it will be sent, wherever that is. One that was taken in stays so."""
    if db.execute("SELECT state FROM windows WHERE id = ?", (window,)).fetchone()[0] != "ready":
        return
    shape(db, student, window)
    db.execute("UPDATE windows SET tries = max(tries, 1) WHERE id = ?", (window,))
    note_tried(db, student, window)


def shape(db: sqlite3.Connection, student: int, window: int) -> None:
    """Let a window that was never tried take in what touches it, and step aside from what was sent."""
    _merge_what_touches(db, window)
    _step_aside(db, student, window)  # as one: each moved by itself would touch the next no more


def note_tried(db: sqlite3.Connection, student: int, window: int) -> None:
    """No window that was never tried may lie before this one's end."""
    db.execute(
        f"UPDATE students SET tried_end_ms = max(tried_end_ms, (SELECT started_ms + {LENGTH} FROM windows"  # noqa: S608 - ours
        " WHERE id = ?)) WHERE id = ?",
        (window, student),
    )


def _step_aside(db: sqlite3.Connection, student: int, window: int) -> None:
    """Windows of one student never overlap on the wire: one that was never tried makes room for those that were.

    It happens only after a clock was wrong; both starts are kept.
    """
    started_ms, length, tries, tried_end_ms = db.execute(
        f"SELECT started_ms, {LENGTH}, tries, (SELECT tried_end_ms FROM students WHERE id = ?)"  # noqa: S608 - ours
        " FROM windows WHERE id = ?",
        (student, window),
    ).fetchone()
    if tries or started_ms >= tried_end_ms:
        return
    free_ms = started_ms
    while True:
        (occupied_until,) = db.execute(
            f"SELECT max(started_ms + {LENGTH}) FROM windows WHERE tries > 0"  # noqa: S608 - ours
            f" AND started_ms < ? AND started_ms > ? AND started_ms + {LENGTH} > ?"
            " AND run IN (SELECT id FROM runs WHERE student = ?)",
            (free_ms + length, free_ms - _LONGEST_MS, free_ms, student),
        ).fetchone()
        if occupied_until is None:
            break
        free_ms = occupied_until
    if free_ms != started_ms:
        db.execute(
            "UPDATE windows SET recorded_ms = coalesce(recorded_ms, started_ms), started_ms = ?, day = ? WHERE id = ?",
            (free_ms, local_day(free_ms), window),
        )


def _merge_what_touches(db: sqlite3.Connection, window: int) -> None:
    """Let a window that was never tried take in those after it, while they touch and it stays short enough.

        before   ├─ 1 ─┤├─ 2 ─┤├─ 3 ─┤   ├─ 4 ─┤       one sitting, one day, none ever tried
        after    ├──────── 1 ────────┤   ├─ 4 ─┤       2 and 3 are withdrawn: their time is 1's now

    The sums stay equal to the millisecond, by reason too; the day totals follow by their triggers.
    """
    rows = db.execute(
        f"SELECT id, started_ms, {LENGTH}, {', '.join(TIMES)} FROM windows"  # noqa: S608 - ours
        " WHERE (run, sitting, day) = (SELECT run, sitting, day FROM windows WHERE id = ? AND tries = 0)"
        " AND id >= ? AND state = 'ready' AND tries = 0 ORDER BY id",
        (window, window),
    )
    first = next(rows, None)
    if first is None:
        return
    _, started_ms, length, *_ = first
    taken: list[int] = []
    sums = [0] * len(TIMES)
    for other, other_started_ms, other_length, *times in rows:
        if other_started_ms != started_ms + length or length + other_length > MERGED_MS:
            break
        length += other_length
        taken.append(other)
        sums = [total + more for total, more in zip(sums, times, strict=True)]
    if not taken:
        return
    zeroed = ", ".join(f"{time} = 0" for time in TIMES)
    db.executemany(
        f"UPDATE windows SET state = 'withdrawn', reason = 'merged', {zeroed} WHERE id = ?",  # noqa: S608 - ours
        [(other,) for other in taken],
    )
    grown = ", ".join(f"{time} = {time} + ?" for time in TIMES)
    db.execute(f"UPDATE windows SET {grown} WHERE id = ?", (*sums, window))  # noqa: S608 - ours
