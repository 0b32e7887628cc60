"""A class's months of work as rows, too many to be worked through: what a data folder holds at the end of a term."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from kiosk.clock import SystemClock, epoch_ms
from kiosk.store import database

DAYS = 80
"""Less than delivered windows are kept (see `kiosk.store.pruning`)."""

WINDOWS_OF_A_RUN = 20

_RUNS = """
    INSERT INTO runs (run_id, student, lesson, name, course, reports_time, state, opened_ms, closed_ms)
    WITH RECURSIVE
        wall (student, place, students) AS (SELECT id, row_number() OVER () - 1, count(*) OVER () FROM students),
        counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < :runs)
    SELECT printf('00000000-0000-4000-8000-%012d', n), student, 'lesson-' || (n / students % :lessons + 1), 'A lesson',
           (SELECT course FROM runs LIMIT 1), 1, 'closed', :began + n * :apart, :began + n * :apart + 300000
      FROM counted JOIN wall ON n % students = place
"""
_SITTINGS = """
    INSERT INTO sittings (run, started_ms, ended_ms, boot)
    SELECT id, opened_ms, closed_ms, 'an-earlier-boot' FROM runs WHERE name = 'A lesson'
"""
_WINDOWS = """
    INSERT INTO windows (run, sitting, seq, started_ms, started_mono, day, active_ms, idle_ms, unfocused_ms, locked_ms,
                         paused_ms, state, tries, settled_ms)
    WITH RECURSIVE seqs (seq) AS (SELECT 0 UNION ALL SELECT seq + 1 FROM seqs WHERE seq + 1 < :seqs)
    SELECT run, id, seq, started_ms + seq * 15000, seq * 15000, date(started_ms / 1000, 'unixepoch'), 15000, 0, 0, 0,
           0, 'delivered', 1, ended_ms
      FROM sittings JOIN seqs WHERE boot = 'an-earlier-boot'
"""


def write_history(folder: Path, windows: int, lessons: int) -> None:
    """Add so many delivered windows to a furnished folder: sittings of five minutes, of all students and lessons."""
    runs = windows // WINDOWS_OF_A_RUN
    began = epoch_ms(SystemClock().utc_now() - timedelta(days=DAYS))
    apart = timedelta(days=DAYS - 1) // timedelta(milliseconds=1) // runs
    with closing(sqlite3.connect(folder / database.FILE_NAME)) as db, db:
        db.execute(_RUNS, {"runs": runs, "lessons": lessons, "began": began, "apart": apart})
        db.execute(_SITTINGS)
        db.execute(_WINDOWS, {"seqs": WINDOWS_OF_A_RUN})
