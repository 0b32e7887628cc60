"""Time that a program knows better: `end({..., "time": ...})` replaces what the sitting tracked.

    tracked     ├ tried ┤├ tried ┤├ never tried ┤├ never tried ┤ end
    replaced    ├ tried ┤├ tried ┤      ├──── the rest of it ───┤ end

What was tried may have arrived, so it stays and is subtracted; the rest lies backwards from the end,
never before the student's previous end, in windows below a day that do not cross a local midnight.
Source: timeback-protocol, "Our choices".
"""

import sqlite3

from kiosk.clock import day_start_ms, local_day
from kiosk.errors import MetricsError
from kiosk.store.journal import LENGTH
from kiosk.tracking.metrics import TimeOverride
from kiosk.tracking.policy import LONGEST_WINDOW_MS


def replace_time(db: sqlite3.Connection, run: int, sitting: int, time: TimeOverride) -> None:
    """Make `time` the sitting's time. Raises MetricsError, with nothing changed, when it does not fit.

    Call it once the sitting has ended, in the transaction that ends it.
    """
    (end_ms,) = db.execute("SELECT ended_ms FROM sittings WHERE id = ?", (sitting,)).fetchone()
    tried_active, tried_inactive, tried_end = db.execute(
        f"SELECT coalesce(sum(active_ms), 0), coalesce(sum({LENGTH} - active_ms), 0),"  # noqa: S608 - ours
        f" coalesce(max(started_ms + {LENGTH}), 0) FROM windows WHERE sitting = ? AND tries > 0",
        (sitting,),
    ).fetchone()
    active_ms = max(time.active_ms - tried_active, 0)
    inactive_ms = max(time.inactive_ms - tried_inactive, 0)
    room_ms = end_ms - max(_previous_end(db, run, sitting, end_ms), tried_end)
    if active_ms + inactive_ms > room_ms:
        raise MetricsError(
            "time",
            f"has {active_ms + inactive_ms} ms left to report, and only {max(room_ms, 0)} ms lie between the"
            " student's previous end and this one",
        )
    db.execute(
        "UPDATE windows SET state = 'withdrawn', reason = 'replaced', active_ms = 0, idle_ms = 0, unfocused_ms = 0,"
        " locked_ms = 0, paused_ms = 0 WHERE sitting = ? AND tries = 0 AND state <> 'withdrawn'",
        (sitting,),
    )
    _add_windows(db, run, sitting, end_ms, active_ms, inactive_ms)


def _previous_end(db: sqlite3.Connection, run: int, sitting: int, end_ms: int) -> int:
    """Where the student's last window outside this sitting ended, of those that began before its end."""
    (end_ms,) = db.execute(
        f"SELECT coalesce(max(started_ms + {LENGTH}), 0) FROM windows"  # noqa: S608 - ours
        " WHERE state <> 'withdrawn' AND sitting <> ? AND started_ms < ? AND run IN"
        " (SELECT id FROM runs WHERE student = (SELECT student FROM runs WHERE id = ?))",
        (sitting, end_ms, run),
    ).fetchone()
    return int(end_ms)


def _add_windows(db: sqlite3.Connection, run: int, sitting: int, end_ms: int, active_ms: int, inactive_ms: int) -> None:
    (seq,) = db.execute("SELECT coalesce(max(seq), -1) + 1 FROM windows WHERE sitting = ?", (sitting,)).fetchone()
    # The monotonic start keeps its distance to the wall's, so that a clock repaired later moves these too.
    (offset,) = db.execute(
        "SELECT coalesce((SELECT max(started_mono - started_ms) FROM windows WHERE sitting = sittings.id),"
        " started_mono - started_ms) FROM sittings WHERE id = ?",
        (sitting,),
    ).fetchone()
    for started_ms, ended_ms in reversed(_pieces(end_ms - active_ms - inactive_ms, end_ms)):
        length = ended_ms - started_ms
        active = min(active_ms, length)
        active_ms -= active
        day = local_day(started_ms)
        db.execute(
            "INSERT INTO windows (run, sitting, seq, started_ms, started_mono, day, state,"
            " active_ms, idle_ms, unfocused_ms, locked_ms, paused_ms)"
            " VALUES (?, ?, ?, ?, ?, ?, 'ready', ?, 0, 0, 0, ?)",
            (run, sitting, seq, started_ms, started_ms + offset, day, active, length - active),
        )
        seq += 1


def _pieces(start_ms: int, end_ms: int) -> list[tuple[int, int]]:
    """[start, end) in pieces that lie within a day each, the last one first."""
    pieces = []
    while end_ms > start_ms:
        piece_start = max(start_ms, end_ms - LONGEST_WINDOW_MS, day_start_ms(local_day(end_ms - 1)))
        pieces.append((piece_start, end_ms))
        end_ms = piece_start
    return pieces
