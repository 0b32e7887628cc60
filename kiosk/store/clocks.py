"""A wrong clock, mended: where a window truly lay, told by its boot and its monotonic time.

    boot b    mono  ├──── window ────┤        ├ reading: this mono is that wall
    true start = window's mono + the reading's offset (wall minus mono)

Whom to believe, for each boot: the server's Date on an answer that is the SDK's; else, where the machine's
clock was seen to be set, what it was set to last. Without either a boot's windows stay as they are. Only
windows that were never tried are moved; what is on the wire never changes. Both starts are kept.
"""

import sqlite3
from collections.abc import Iterable
from enum import StrEnum

from kiosk.clock import Instant, local_day
from kiosk.store import ends, notices
from kiosk.store.journal import LENGTH
from kiosk.tracking.policy import CLOCK_STEP_MS

TOLERANCE_MS = 5_000
"""A Date header is told in whole seconds and travels for a while; less than this is no wrong clock."""

NOT_BEFORE_MS = 1_735_689_600_000
"""2025-01-01: this program did not exist yet, so a clock that says less is wrong."""


class Source(StrEnum):
    MACHINE = "machine"
    SERVER = "server"


def note(db: sqlite3.Connection, boot: str, source: Source, at: Instant) -> bool:
    """Keep a reading when it differs from the last one of its boot and source; tells whether it does.

    `at.wall` is what the source said.
    """
    known = _latest(db, boot, source)
    if not boot or (known is not None and abs(at.wall - at.mono - known) <= CLOCK_STEP_MS):
        return False
    db.execute(
        "INSERT INTO clock_readings (boot, mono, offset_ms, source) VALUES (?, ?, ?, ?)",
        (boot, at.mono, at.wall - at.mono, source),
    )
    return True


def is_unvouched(db: sqlite3.Connection, boot: str) -> bool:
    """Whether the clock of this boot ought to be compared with the server's before anything is sent."""
    return bool(boot) and _latest(db, boot, Source.SERVER) is None


def mended(db: sqlite3.Connection, boot: str, now: Instant) -> Instant:
    """Now, with the wall as the server's clock has it, where that was told in this boot."""
    offset_ms = _latest(db, boot, Source.SERVER)
    return now if offset_ms is None else now._replace(wall=now.mono + offset_ms)


def repair(db: sqlite3.Connection, running_boot: str, now: Instant) -> int:
    """Move the windows whose clock is known to have been wrong, and the ends of runs; tells how many windows.

    Call it before claiming. The running boot's machine clock is not believed by itself: the server can still be asked.
    """
    waiting = db.execute(
        "SELECT DISTINCT boot FROM sittings WHERE id IN"
        " (SELECT DISTINCT sitting FROM windows WHERE state = 'ready' AND tries = 0)"
    )
    moved = 0
    students: set[int] = set()
    for boot in ({boot for (boot,) in waiting} | ends.untold_in(db)) - {""}:
        offset_ms = _latest(db, boot, Source.SERVER)
        if offset_ms is None and boot != running_boot:
            offset_ms = _set_to(db, boot, now)
        if offset_ms is None:
            continue
        rows = db.execute(
            "SELECT windows.id, windows.started_ms, windows.started_mono, student FROM windows"
            " JOIN sittings ON sittings.id = sitting JOIN runs ON runs.id = windows.run"
            " WHERE boot = ? AND windows.state = 'ready' AND tries = 0"
            " AND abs(windows.started_ms - windows.started_mono - ?) > ?",
            (boot, offset_ms, TOLERANCE_MS),
        ).fetchall()
        for window, started_ms, started_mono, student in rows:
            true_ms = started_mono + offset_ms
            db.execute(
                "UPDATE windows SET recorded_ms = coalesce(recorded_ms, ?), started_ms = ?, day = ? WHERE id = ?",
                (started_ms, true_ms, local_day(true_ms), window),
            )
            students.add(student)
        ends.mend(db, boot, offset_ms, TOLERANCE_MS)
        moved += len(rows)
    _tell_last_ends(db, students)
    if moved:
        notices.add(
            db,
            now.wall,
            f"This computer's clock was wrong; the times of {moved} windows were mended before they were sent."
            " Please set the clock.",
        )
    return moved


def _set_to(db: sqlite3.Connection, boot: str, now: Instant) -> int | None:
    """What an ended boot's clock was set to last, where it was seen to be set and that was no future."""
    row = db.execute(
        "SELECT mono, offset_ms, (SELECT count(*) FROM clock_readings WHERE boot = :boot AND source = 'machine')"
        " FROM clock_readings WHERE boot = :boot AND source = 'machine' ORDER BY id DESC LIMIT 1",
        {"boot": boot},
    ).fetchone()
    if row is None or row[2] < 2:
        return None
    mono, offset_ms, _ = row
    return int(offset_ms) if NOT_BEFORE_MS <= mono + offset_ms <= now.wall + TOLERANCE_MS else None


def _latest(db: sqlite3.Connection, boot: str, source: Source) -> int | None:
    row = db.execute(
        "SELECT offset_ms FROM clock_readings WHERE boot = ? AND source = ? ORDER BY id DESC LIMIT 1", (boot, source)
    ).fetchone()
    return None if row is None else int(row[0])


def _tell_last_ends(db: sqlite3.Connection, students: Iterable[int]) -> None:
    """A student whose windows came back from the future may begin before where those had ended."""
    db.executemany(
        f"""
        UPDATE students SET last_end_ms = coalesce(
               (SELECT max(started_ms + {LENGTH})
                  FROM windows JOIN runs ON runs.id = run
                 WHERE student = students.id AND windows.state <> 'withdrawn'), 0)
         WHERE id = ?
        """,  # noqa: S608 - ours
        [(student,) for student in students],
    )
