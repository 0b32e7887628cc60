"""The answer to “this was not me”: today's work in a wrong student's name goes to the right one, and a log says so.

How it is split is decided in `wrong_person`. Everything here runs in one transaction on the writer's thread, so that no
message is claimed in between.
"""

import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from kiosk.clock import day_start_ms, epoch_ms, local_day
from kiosk.errors import UsageError
from kiosk.protocol.run_id import new_run_id
from kiosk.store import files
from kiosk.store.ends import free_moment
from kiosk.store.journal import LENGTH
from kiosk.store.wrong_person import FOREVER_MS, End, Piece, RunMove, RunWork, SatDown, SittingMove, Span, plan
from kiosk.words import tr

A_DAY_MS = 86_400_000
"""No window is longer, so none that began earlier can reach into today."""


@dataclass(frozen=True, slots=True)
class TodaysSitting:
    """A sitting that began today. Focused time: `waiting_ms` can move, `sent_ms` may be on the server and stays."""

    sitting: int
    lesson: str
    started_ms: int
    ended_ms: int | None
    waiting_ms: int
    sent_ms: int
    result_was_sent: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of the log: a sitting that was moved, or what of it was. Focused time; `sent_ms` stayed where it was."""

    at_ms: int
    taken_for: str
    right: str
    lesson: str
    started_ms: int
    moved_ms: int
    sent_ms: int
    result_was_sent: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sitting that stays as it is, and why."""

    lesson: str
    started_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the sittings that were to move."""

    made: tuple[Correction, ...]
    refused: tuple[Refusal, ...]


def todays_sittings(db: sqlite3.Connection, student: int, today: str) -> list[TodaysSitting]:
    """The student's sittings of that local day, the latest first."""
    rows = db.execute(
        """
        SELECT sittings.id, name, sittings.started_ms, sittings.ended_ms,
               coalesce(sum(active_ms) FILTER (WHERE tries = 0), 0),
               coalesce(sum(active_ms) FILTER (WHERE tries > 0), 0), runs.id
          FROM sittings JOIN runs ON runs.id = sittings.run LEFT JOIN windows ON windows.sitting = sittings.id
         WHERE student = ? AND sittings.started_ms >= ?
         GROUP BY sittings.id ORDER BY sittings.started_ms DESC, sittings.id DESC
        """,
        (student, day_start_ms(today)),
    ).fetchall()
    return [
        TodaysSitting(*(*row[:6], _end(db, row[6]) is End.SENT and row[0] == _last_sitting(db, row[6]))) for row in rows
    ]


def correct(db: sqlite3.Connection, taken_for: int, right: int, sittings: Collection[int], at_ms: int) -> Outcome:
    """Give these sittings of `taken_for` to `right`: all that was never sent, with answers and results.

    Raises UsageError for a sitting that is not of today, or not of this student, with nothing changed.
    """
    ours = {each.sitting for each in todays_sittings(db, taken_for, local_day(at_ms))}
    if taken_for == right or not ours.issuperset(sittings):
        raise UsageError(tr("Only today's lessons of one student can become another's; choose them again."))
    (whose,) = db.execute("SELECT name FROM students WHERE id = ?", (right,)).fetchone()
    planned = plan(_work(db, sittings, right), frozenset(sittings), _taken(db, right, at_ms), whose)
    for run in planned.runs:
        _carry_out(db, run, right)
        for move in run.moves:
            _log(db, run, move, taken_for, right, at_ms)
    refused = [Refusal(*_named(db, sitting), reason) for sitting, reason in planned.refused]
    return Outcome(tuple(log(db))[: sum(len(run.moves) for run in planned.runs)], tuple(refused))


def log(db: sqlite3.Connection) -> Iterator[Correction]:
    """Every correction on this machine, the newest first. It goes with the students whose names are in it."""
    rows = db.execute(
        """
        SELECT at_ms, one.name, other.name, lesson, started_ms, moved_ms, sent_ms, result_was_sent
          FROM corrections JOIN students AS one ON one.id = taken_for JOIN students AS other ON other.id = right_student
         ORDER BY corrections.id DESC
        """
    )
    for row in rows:
        yield Correction(*(*row[:7], bool(row[7])))


# -- reading -----------------------------------------------------------------------------------------


def _work(db: sqlite3.Connection, sittings: Collection[int], right: int) -> list[RunWork]:
    """The runs of these sittings, whole."""
    marks = ", ".join("?" * len(sittings))
    rows = db.execute(
        f"""
        SELECT DISTINCT runs.id, state = 'open', {_HAS_OPEN_RUN.format("runs.student")}, {_HAS_OPEN_RUN.format("?")}
          FROM runs JOIN sittings ON run = runs.id WHERE sittings.id IN ({marks}) ORDER BY runs.id
        """,  # noqa: S608 - ours
        (right, *sittings),
    ).fetchall()
    return [
        RunWork(run, _end(db, run), _sittings_of(db, run), *map(bool, open_here_there))
        for run, *open_here_there in rows
    ]


_HAS_OPEN_RUN = """EXISTS (SELECT 1 FROM runs AS other WHERE other.student = {} AND other.lesson = runs.lesson
                      AND other.course = runs.course AND other.state = 'open' AND other.id <> runs.id)"""


def _sittings_of(db: sqlite3.Connection, run: int) -> tuple[SatDown, ...]:
    rows = db.execute(
        f"SELECT sitting, id, started_ms, {LENGTH}, active_ms, tries > 0 FROM windows"  # noqa: S608 - ours
        f" WHERE run = ? AND {LENGTH} > 0 ORDER BY sitting, id",
        (run,),
    )
    pieces = {
        sitting: tuple(Piece(*(*row[1:5], bool(row[5]))) for row in group)
        for sitting, group in groupby(rows, lambda row: row[0])
    }
    found = db.execute("SELECT id, started_ms, ended_ms FROM sittings WHERE run = ? ORDER BY id", (run,))
    return tuple(SatDown(sat, started_ms, ended_ms, pieces.get(sat, ())) for sat, started_ms, ended_ms in found)


def _end(db: sqlite3.Connection, run: int) -> End:
    """How far the run's result is. A finish request waits for its windows: while one waits, it has never left.

    What was carried away in a file may be on the server from there.
    """
    tries, carried, result, reason, next_try_ms, waits = db.execute(
        """
        SELECT completions.tries, coalesce(completions.carried, finish_requests.carried), result,
               finish_requests.reason, finish_requests.next_try_ms,
               sign_in = 'none' OR EXISTS (SELECT 1 FROM windows WHERE run = runs.id AND state = 'ready')
          FROM runs JOIN students ON students.id = student
          LEFT JOIN completions ON completions.run = runs.id LEFT JOIN finish_requests ON finish_requests.run = runs.id
         WHERE runs.id = ?
        """,
        (run,),
    ).fetchone()
    if tries is None and reason is None:
        return End.NONE
    if carried is not None:
        return End.SENT
    never_left = tries == 0 if tries is not None else result is None and not reason and not next_try_ms and waits
    return End.WAITING if never_left else End.SENT


def _last_sitting(db: sqlite3.Connection, run: int) -> int:
    return int(db.execute("SELECT max(id) FROM sittings WHERE run = ?", (run,)).fetchone()[0])


def _taken(db: sqlite3.Connection, student: int, at_ms: int) -> list[Span]:
    """When the student was learning today, as far as this machine knows."""
    return db.execute(
        f"SELECT windows.started_ms, windows.started_ms + {LENGTH} FROM windows JOIN runs ON runs.id = run"  # noqa: S608
        f" WHERE student = ? AND {LENGTH} > 0 AND windows.started_ms >= ?",
        (student, day_start_ms(local_day(at_ms)) - A_DAY_MS),
    ).fetchall()


def _named(db: sqlite3.Connection, sitting: int) -> tuple[str, int]:
    name, started_ms = db.execute(
        "SELECT name, started_ms FROM sittings JOIN runs ON runs.id = run WHERE sittings.id = ?", (sitting,)
    ).fetchone()
    return str(name), int(started_ms)


# -- writing -----------------------------------------------------------------------------------------


def _carry_out(db: sqlite3.Connection, move: RunMove, right: int) -> None:
    if move.state_here is not None:
        db.execute(
            "UPDATE runs SET state = ?1, closed_ms = CASE ?1 WHEN 'open' THEN NULL"
            " ELSE coalesce(closed_ms, opened_ms) END WHERE id = ?2",
            (move.state_here, move.run),
        )
    there = _new_run(db, move, right)
    for part in move.moves:
        _move_sitting(db, part, there)
    _move_answers(db, move, there)
    if move.takes_end:
        db.execute("UPDATE finish_requests SET run = ? WHERE run = ?", (there, move.run))
        _move_completion(db, move.run, there)
    db.execute(
        "DELETE FROM runs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM sittings WHERE run = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM completions WHERE run = ?1)"
        " AND NOT EXISTS (SELECT 1 FROM finish_requests WHERE run = ?1)",
        (move.run,),
    )


def _log(db: sqlite3.Connection, run: RunMove, part: SittingMove, taken_for: int, right: int, at_ms: int) -> None:
    is_last = run.end_was_sent and part is run.moves[-1]
    db.execute(
        "INSERT INTO corrections (at_ms, taken_for, right_student, lesson, started_ms, moved_ms, sent_ms,"
        " result_was_sent) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (at_ms, taken_for, right, *_named(db, part.sitting), part.moved_ms, part.sent_ms, is_last),
    )


def _new_run(db: sqlite3.Connection, move: RunMove, right: int) -> int:
    (run_id,) = db.execute("SELECT run_id FROM runs WHERE id = ?", (move.run,)).fetchone()
    taken = db.execute("SELECT 1 FROM runs WHERE student = ? AND run_id = ?", (right, run_id)).fetchone()
    cursor = db.execute(
        "INSERT INTO runs (run_id, student, lesson, name, course, reports_time, process, state, opened_ms, closed_ms)"
        " SELECT ?, ?, lesson, name, course, reports_time, process, ?,"
        "        (SELECT min(started_ms) FROM sittings WHERE id IN (SELECT value FROM json_each(?))),"
        "        CASE ? WHEN 'open' THEN NULL ELSE coalesce(closed_ms, opened_ms) END"
        "   FROM runs WHERE id = ?",
        (
            run_id if move.keeps_id and taken is None else new_run_id(),
            right,
            move.state_there,
            str([part.sitting for part in move.moves]),
            move.state_there,
            move.run,
        ),
    )
    return cursor.lastrowid or 0


def _move_sitting(db: sqlite3.Connection, move: SittingMove, there: int) -> None:
    if move.whole:
        db.execute("UPDATE sittings SET run = ? WHERE id = ?", (there, move.sitting))
        db.execute("UPDATE windows SET run = ? WHERE sitting = ?", (there, move.sitting))
        return
    if not move.pieces:
        return
    half = db.execute(
        "INSERT INTO sittings (run, started_ms, ended_ms, asleep_ms, boot, started_mono)"
        " SELECT ?, started_ms, ended_ms, 0, boot, started_mono FROM sittings WHERE id = ?",
        (there, move.sitting),
    ).lastrowid
    db.executemany(
        "UPDATE windows SET run = ?, sitting = ? WHERE id = ?", [(there, half, piece) for piece in move.pieces]
    )


def _move_answers(db: sqlite3.Connection, move: RunMove, there: int) -> None:
    """The place goes along; what was on the page before the wrong student answered anew is not known any more."""
    spans = [(0, FOREVER_MS)] if move.answered is None else move.answered
    db.execute(
        "INSERT INTO progress (run, page, percent, updated_ms)"
        " SELECT ?, page, percent, updated_ms FROM progress WHERE run = ?",
        (there, move.run),
    )
    db.execute(  # none of them is sent: the server keeps files by student
        "INSERT INTO files (run, name, data, added_ms) SELECT ?, name, data, added_ms FROM files WHERE run = ?",
        (there, move.run),
    )
    for begun, until in spans:
        db.execute(
            "UPDATE answers SET run = ? WHERE run = ? AND updated_ms >= ? AND updated_ms < ?",
            (there, move.run, begun, until),
        )
    for run in (there, move.run):
        files.keep(db, run, {}, 0)


def _move_completion(db: sqlite3.Connection, run: int, there: int) -> None:
    """Its moment stays, unless the right student has a result of this lesson at the very same: then it is later."""
    row = db.execute("SELECT ended_at FROM completions WHERE run = ?", (run,)).fetchone()
    if row is None:
        return
    ended_at = free_moment(db, there, epoch_ms(datetime.fromisoformat(row[0])))
    db.execute("UPDATE completions SET run = ?, ended_at = ? WHERE run = ?", (there, ended_at, run))
