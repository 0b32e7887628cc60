"""What a tick costs the GUI thread: the tracker asked, and what changed handed to the thread that writes.

`python -m tests.benchmarks.programs.journal_ticks FOLDER TICKS` prints how long each took, in milliseconds, and how
long a bare upsert of one row takes on a SQLite file of the same kind, each with its commit.
"""

import json
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from kiosk.activities import Activities
from kiosk.clock import ManualClock, SystemClock
from kiosk.store import students
from kiosk.store.writer import Store

UPSERT = "INSERT INTO ticks VALUES (1, ?) ON CONFLICT DO UPDATE SET ms = excluded.ms"


def ours(folder: Path, ticks: int) -> list[float]:
    """One second of a lesson after the other, each written before the next begins."""
    clock = ManualClock(SystemClock().utc_now())
    store = Store(folder, clock)
    activities = Activities(store, clock, knows_course=lambda _course: True)
    activities.student = store.call(students.add_new, "Ana", 0).result().id
    activities.start_soon("fractions", "Fractions", {"subject": "Math", "grade": 3}).result()
    took: list[float] = []
    for _ in range(ticks):
        clock.advance(1_000)
        activities.attention.note_input()
        began_ns = time.perf_counter_ns()
        activities.tick()
        took.append((time.perf_counter_ns() - began_ns) / 1e6)
        store.call_light(students.everyone).result()
    store.close()
    return took


def floor(folder: Path, ticks: int) -> list[float]:
    took: list[float] = []
    with closing(sqlite3.connect(folder / "bare.sqlite3", autocommit=True)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("CREATE TABLE ticks (id INTEGER PRIMARY KEY, ms INTEGER NOT NULL)")
        for number in range(ticks):
            began_ns = time.perf_counter_ns()
            db.execute(UPSERT, (number,))
            took.append((time.perf_counter_ns() - began_ns) / 1e6)
    return took


def main() -> None:
    folder, ticks = Path(sys.argv[1]), int(sys.argv[2])
    print(json.dumps({"ours_ms": ours(folder, ticks), "floor_ms": floor(folder, ticks)}))


if __name__ == "__main__":
    main()
