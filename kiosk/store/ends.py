"""When a run ended, as a server is told it: a text that never changes once it was sent."""

import sqlite3
from datetime import datetime

from kiosk.clock import epoch_ms
from kiosk.protocol.messages import wire_time
from kiosk.store.journal import LENGTH


def free_moment(db: sqlite3.Connection, run: int, ended_ms: int) -> str:
    """That moment, or the first after it at which no other attempt at the lesson ended.

    By this very text a server tells attempts apart; it need not be the latest, for a clock may have been in 2031.
    """
    others = db.execute(
        "SELECT ended_at FROM completions WHERE run <> :run AND run IN (SELECT other.id FROM runs AS this"
        " JOIN runs AS other USING (student, lesson) WHERE this.id = :run)",
        {"run": run},
    )
    taken = {ended_at for (ended_at,) in others}
    while wire_time(ended_ms) in taken:
        ended_ms += 1
    return wire_time(ended_ms)


_UNTOLD = (
    "SELECT run, ended_at FROM completions WHERE state = 'ready' AND tries = 0"
    " UNION ALL SELECT run, json_extract(claim, '$.endedAt') FROM finish_requests WHERE result IS NULL"
)

_IS_LAST = "sittings.id = (SELECT max(id) FROM sittings AS other WHERE other.run = sittings.run)"


def untold_in(db: sqlite3.Connection) -> set[str]:
    """The boots in which a run ended of whose end no server was told yet, or none has decided."""
    rows = db.execute(f"SELECT boot FROM sittings JOIN ({_UNTOLD}) USING (run) WHERE {_IS_LAST}")  # noqa: S608 - ours
    return {boot for (boot,) in rows}


def mend(db: sqlite3.Connection, boot: str, offset_ms: int, tolerance_ms: int) -> None:
    """Move the untold ends of that boot, whose wall truly was its monotonic time and `offset_ms`.

    A run ends with the last window of its last sitting, or where that began when it has none.
    """
    last_window = (
        f"SELECT max(started_mono + {LENGTH}) FROM windows WHERE sitting = sittings.id AND state <> 'withdrawn'"  # noqa: S608 - ours
    )
    rows = db.execute(
        f"SELECT sittings.run, ended_at, coalesce(({last_window}), nullif(started_mono, 0)) FROM sittings"  # noqa: S608 - ours
        f" JOIN ({_UNTOLD}) AS untold ON untold.run = sittings.run WHERE boot = ? AND {_IS_LAST}",
        (boot,),
    ).fetchall()
    for run, ended_at, ended_mono in rows:
        if ended_at is None or ended_mono is None:  # of a file from before these were kept
            continue
        true_ms = ended_mono + offset_ms
        if abs(epoch_ms(datetime.fromisoformat(ended_at)) - true_ms) <= tolerance_ms:
            continue
        db.execute("UPDATE completions SET ended_at = ? WHERE run = ?", (free_moment(db, run, true_ms), run))
        db.execute(
            "UPDATE finish_requests SET claim = json_set(claim, '$.endedAt', ?), requested_ms = ? WHERE run = ?",
            (wire_time(true_ms), true_ms, run),
        )
        db.execute("UPDATE runs SET closed_ms = ? WHERE id = ?", (true_ms, run))
