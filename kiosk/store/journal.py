"""Windows as they come from the tracker: the journal that survives a crash.

A window's row is born when it opens, is overwritten each second while it runs, and is the outbox entry
once it is ready (see `kiosk.store.outbox`). There is no second copy.
"""

import sqlite3
from typing import NamedTuple

from kiosk.clock import local_day
from kiosk.tracking.window import Reason, Window, WindowState

TIMES = ("active_ms", "idle_ms", "unfocused_ms", "locked_ms", "paused_ms")
"""A window's columns of time, one for each reason that is reported."""

LENGTH = " + ".join(TIMES)
"""SQL: how long a window is."""


class Entry(NamedTuple):
    """What a step changed in a sitting: whole windows by `seq`, and the absolute sleep so far."""

    run: int
    sitting: int
    windows: tuple[Window, ...]
    asleep_ms: int

    def merged(self, newer: "Entry") -> "Entry":
        """Make one entry of it and a newer one: the newer window of a `seq` wins."""
        windows = {window.seq: window for window in (*self.windows, *newer.windows)}
        return Entry(self.run, self.sitting, tuple(windows.values()), newer.asleep_ms)

    @property
    def only_goes_on(self) -> bool:
        """Whether no window of it is more than open: nothing comes to be sent by it."""
        return all(window.state is WindowState.OPEN for window in self.windows)


def write(db: sqlite3.Connection, entry: Entry) -> None:
    """Write the windows of an entry. A window that is final on the disk stays as it is."""
    db.executemany(
        """
        INSERT INTO windows (run, sitting, seq, started_ms, started_mono, day, state,
                             active_ms, idle_ms, unfocused_ms, locked_ms, paused_ms)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sitting, seq) DO UPDATE SET
               state = excluded.state, active_ms = excluded.active_ms, idle_ms = excluded.idle_ms,
               unfocused_ms = excluded.unfocused_ms, locked_ms = excluded.locked_ms, paused_ms = excluded.paused_ms
         WHERE state IN ('open', 'held')
        """,
        [_row(entry, window) for window in entry.windows],
    )
    db.execute("UPDATE sittings SET asleep_ms = ? WHERE id = ?", (entry.asleep_ms, entry.sitting))


def _row(entry: Entry, window: Window) -> tuple[object, ...]:
    reported = window.state is not WindowState.WITHDRAWN
    times = [window.of(reason) if reported else 0 for reason in _COLUMNS]
    day = local_day(window.start_ms)
    head = (entry.run, entry.sitting, window.seq, window.start_ms, window.start_mono, day, window.state)
    return (*head, *times)


_COLUMNS = (Reason.ACTIVE, Reason.IDLE, Reason.UNFOCUSED, Reason.LOCKED, Reason.PAUSED)


def end_sitting(db: sqlite3.Connection, entry: Entry) -> None:
    """Write the last windows and end the sitting where the last of them ended."""
    write(db, entry)
    db.execute(f"UPDATE sittings SET ended_ms = {_LAST_END} WHERE id = ?", (entry.sitting,))  # noqa: S608 - ours


_LAST_END = f"""coalesce((SELECT max(started_ms + {LENGTH})
                            FROM windows WHERE sitting = sittings.id AND state <> 'withdrawn'), started_ms)"""  # noqa: S608 - ours


def make_durable(db: sqlite3.Connection) -> None:
    """Have every tick before this on the disk, by `Store.call`. A commit that changes nothing would sync nothing."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    db.execute(f"PRAGMA user_version = {version}")


def recover(db: sqlite3.Connection) -> int:
    """Close what a crash left open, at its last journaled second. Time in doubt was active. Tells how many windows."""
    recovered = db.execute("UPDATE windows SET state = 'ready' WHERE state IN ('open', 'held')").rowcount
    db.execute(f"UPDATE sittings SET ended_ms = {_LAST_END} WHERE ended_ms IS NULL")  # noqa: S608 - ours
    return recovered
