"""Work that goes to another computer in a file, and work that came in one (see `kiosk.rescue_file`).

    ready ──carry_away──► carried ──take_back──► ready          a person says so, and accepts the risk
                             └──────arrived────► delivered      a person saw it on the server

A carried window is in state 'maybe', a carried completion is 'parked': neither is sent from here, because the server
may have it. What is in doubt already, or was refused, is never carried: it stays and is decided on here.
Every verb runs on the writer's thread (see `kiosk.store.writer`).
"""

import json
import sqlite3
from dataclasses import dataclass, replace

from kiosk.clock import local_day
from kiosk.errors import UsageError
from kiosk.rescue_file import CarriedEnd, CarriedRun, CarriedStudent, CarriedWindow, RescueFile
from kiosk.store import outbox, shaping, students
from kiosk.store.journal import LENGTH, TIMES
from kiosk.store.students import SignIn, Student

_COLUMNS = ", ".join(TIMES)


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file that left with work which is not decided on yet."""

    file_id: str
    name: str
    at_ms: int
    messages: int


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: messages that wait here now, those that were here already, and who has to be signed in."""

    messages: int
    known: int
    added: tuple[str, ...]
    signed_out: tuple[str, ...]


def carry_away(db: sqlite3.Connection, file_id: str, name: str, at_ms: int) -> tuple[CarriedStudent, ...]:
    """Freeze all that certainly has not arrived, and give it to be written into a file. Raises UsageError for nothing.

    What is frozen never changes: wherever it is sent from, a server sees the same message.
    """
    file = db.execute(
        "INSERT INTO rescue_files (file_id, direction, name, at_ms) VALUES (?, 'out', ?, ?)", (file_id, name, at_ms)
    ).lastrowid
    everyone = [(student, _carry(db, student, file or 0)) for student in students.everyone(db)]
    carried = tuple(
        CarriedStudent(student.ref, student.name, student.avatar, None, runs) for student, runs in everyone if runs
    )
    if not carried:
        raise UsageError("Nothing waits on this computer that could be carried; all is on the server or set aside.")
    return carried


def take_back(db: sqlite3.Connection, file_id: str) -> int:
    """Send from here again what that file holds; tells how many messages. Raises UsageError for an unknown file."""
    file = _require_out(db, file_id)
    count = 0
    for table in ("windows", "completions"):
        count += db.execute(
            f"UPDATE {table} SET state = 'ready', reason = '', carried = NULL, settled_ms = NULL, next_try_ms = 0"  # noqa: S608 - ours
            " WHERE carried = ? AND state IN ('maybe', 'parked')",
            (file,),
        ).rowcount
    return count + db.execute("UPDATE finish_requests SET carried = NULL WHERE carried = ?", (file,)).rowcount


def arrived(db: sqlite3.Connection, file_id: str, at_ms: int) -> int:
    """Take it that a server has all of that file; tells how many messages. Raises UsageError for an unknown file."""
    file = _require_out(db, file_id)
    count = 0
    for table in ("windows", "completions"):
        count += db.execute(
            f"UPDATE {table} SET state = 'delivered', reason = '', settled_ms = ?"  # noqa: S608 - ours
            " WHERE carried = ? AND state IN ('maybe', 'parked')",
            (at_ms, file),
        ).rowcount
    # The school server tells the results of finished runs to whoever asks again: so they are asked for from here.
    return count + db.execute("UPDATE finish_requests SET carried = NULL WHERE carried = ?", (file,)).rowcount


def carried_files(db: sqlite3.Connection) -> list[CarriedFile]:
    """The files that left and are not decided on, the newest first."""
    rows = db.execute(
        """
        SELECT file_id, name, at_ms, (SELECT count(*) FROM windows WHERE carried = file.id AND state = 'maybe')
                            + (SELECT count(*) FROM completions WHERE carried = file.id AND state = 'parked')
                            + (SELECT count(*) FROM finish_requests WHERE carried = file.id) AS messages
          FROM rescue_files AS file WHERE direction = 'out' AND messages > 0 ORDER BY file.id DESC
        """
    )
    return [CarriedFile(*row) for row in rows]


def take_in(db: sqlite3.Connection, file: RescueFile, name: str, at_ms: int) -> TakenIn:
    """Have the file's work sent from here: all of it, or on an error nothing. Raises UsageError.

    A student is found by ref, else by a name that only one has, else added. What is here already is not taken again.
    """
    known = db.execute("SELECT direction, at_ms FROM rescue_files WHERE file_id = ?", (file.id,)).fetchone()
    if known is not None and known[0] == "in":
        raise UsageError(f"{name} was taken in here on {local_day(known[1])} already; nothing was changed.")
    if known is not None:
        raise UsageError(f"{name} was made on this computer; its work is here. Take it back instead, if it was lost.")
    db.execute(
        "INSERT INTO rescue_files (file_id, direction, name, at_ms) VALUES (?, 'in', ?, ?)", (file.id, name, at_ms)
    )
    total, added, signed_out = 0, [], []
    everyone = students.everyone(db)
    for carried in file.students:
        found = students.find(db, carried.ref) or _only(students.called(everyone, carried.name))
        if found is None:
            found = students.add(db, carried.ref, carried.name, carried.avatar, at_ms)
            added.append(found.name)
        if found.sign_in is not SignIn.OK:
            signed_out.append(found.name)
        total += sum(_take_in_run(db, found.id, run) for run in carried.runs)
    return TakenIn(total, file.messages - total, tuple(added), tuple(signed_out))


def _carry(db: sqlite3.Connection, student: Student, file: int) -> tuple[CarriedRun, ...]:
    waiting = db.execute(
        "SELECT windows.id FROM windows JOIN runs ON runs.id = run"
        " WHERE student = ? AND windows.state = 'ready' AND doubt_ms IS NULL AND reports_time ORDER BY windows.id",
        (student.id,),
    ).fetchall()
    for (window,) in waiting:
        shaping.freeze(db, student.id, window)
    frozen = [(file, window) for (window,) in waiting]
    db.executemany("UPDATE windows SET state = 'maybe', carried = ? WHERE id = ? AND state = 'ready'", frozen)
    still_here = (
        "SELECT run FROM windows WHERE state IN ('open', 'held', 'ready')"
        " AND run IN (SELECT id FROM runs WHERE student = :student AND reports_time)"
    )
    mine = f"run IN (SELECT id FROM runs WHERE student = :student) AND run NOT IN ({still_here})"  # noqa: S608 - ours
    values = {"file": file, "student": student.id}
    db.execute(
        f"UPDATE completions SET state = 'parked', carried = :file WHERE state = 'ready' AND {mine}",  # noqa: S608 - ours
        values,
    )
    db.execute(f"UPDATE finish_requests SET carried = :file WHERE result IS NULL AND {mine}", values)  # noqa: S608 - ours
    runs = db.execute(
        "SELECT id, run_id, lesson, name, course, process, reports_time FROM runs WHERE student = :student AND ("
        "id IN (SELECT run FROM windows WHERE carried = :file) OR id IN (SELECT run FROM completions WHERE"
        " carried = :file) OR id IN (SELECT run FROM finish_requests WHERE carried = :file)) ORDER BY id",
        values,
    ).fetchall()
    return tuple(
        _with_its_end(
            db,
            run,
            file,
            CarriedRun(
                run_id,
                lesson,
                name,
                course,
                None if process is None else bool(process),
                _windows_of(db, run, file),
                reports_time=bool(reports_time),
            ),
        )
        for run, run_id, lesson, name, course, process, reports_time in runs
    )


def _windows_of(db: sqlite3.Connection, run: int, file: int) -> tuple[CarriedWindow, ...]:
    rows = db.execute(
        f"SELECT started_ms, {_COLUMNS} FROM windows WHERE run = ? AND carried = ? ORDER BY started_ms",  # noqa: S608 - ours
        (run, file),
    )
    return tuple(CarriedWindow(*row) for row in rows)


def _with_its_end(db: sqlite3.Connection, run: int, file: int, carried: CarriedRun) -> CarriedRun:
    if db.execute("SELECT 1 FROM completions WHERE run = ? AND carried = ?", (run, file)).fetchone():
        told = outbox.completion_message(db, run)
        carried = replace(carried, end=CarriedEnd(told.ended_at, dict(told.metrics), told.pct_complete))
    claim = db.execute("SELECT claim FROM finish_requests WHERE run = ? AND carried = ?", (run, file)).fetchone()
    if claim is None:
        return carried
    answers = db.execute("SELECT question, answer FROM answers WHERE run = ?", (run,))
    return replace(
        carried,
        claim=json.loads(claim[0]),
        answers={question: json.loads(answer) for question, answer in answers},
    )


def _require_out(db: sqlite3.Connection, file_id: str) -> int:
    row = db.execute("SELECT id FROM rescue_files WHERE file_id = ? AND direction = 'out'", (file_id,)).fetchone()
    if row is None:
        raise UsageError(f"No work was carried away in {file_id!r}; `kiosk rescue list` names the files.")
    return int(row[0])


def _only(found: list[Student]) -> Student | None:
    return found[0] if len(found) == 1 else None


def _take_in_run(db: sqlite3.Connection, student: int, carried: CarriedRun) -> int:
    """Add what is new of a run; tells how many messages that is."""
    ends = [window.started_ms + window.active_ms + window.inactive_ms for window in carried.windows]
    first = min((window.started_ms for window in carried.windows), default=0)
    run = _run_of(db, student, carried, first, max(ends, default=0))
    sitting = db.execute(  # of no boot: its times are no clock's of this machine, so no repair of one moves them
        "INSERT INTO sittings (run, started_ms, ended_ms, boot) VALUES (?, ?, ?, '')",
        (run, first, max(ends, default=first)),
    ).lastrowid
    count = 0
    for seq, window in enumerate(carried.windows):
        if db.execute(
            f"SELECT 1 FROM windows WHERE run = ? AND started_ms = ? AND {LENGTH} > 0",  # noqa: S608 - ours
            (run, window.started_ms),
        ).fetchone():
            continue
        count += 1
        db.execute(
            f"INSERT INTO windows (run, sitting, seq, started_ms, started_mono, day, {_COLUMNS}, state, tries)"  # noqa: S608 - ours
            " VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, 'ready', 1)",
            (
                run,
                sitting,
                seq,
                window.started_ms,
                local_day(window.started_ms),
                window.active_ms,
                window.idle_ms,
                window.unfocused_ms,
                window.locked_ms,
                window.paused_ms,
            ),
        )
    return count + _take_in_end(db, run, carried)


def _run_of(db: sqlite3.Connection, student: int, carried: CarriedRun, opened_ms: int, closed_ms: int) -> int:
    """The run of that id, or a new one that nobody here goes on with."""
    is_finished = carried.end is not None or carried.claim is not None
    row = db.execute("SELECT id FROM runs WHERE student = ? AND run_id = ?", (student, carried.run_id)).fetchone()
    if row is not None:
        if is_finished:
            db.execute("UPDATE runs SET state = 'finished' WHERE id = ?", row)
        return int(row[0])
    cursor = db.execute(
        "INSERT INTO runs (run_id, student, lesson, name, course, reports_time, process, state, opened_ms, closed_ms)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            carried.run_id,
            student,
            carried.lesson,
            carried.name,
            carried.course,
            carried.reports_time,
            carried.process,
            "finished" if is_finished else "closed",
            opened_ms,
            closed_ms,
        ),
    )
    return cursor.lastrowid or 0


def _take_in_end(db: sqlite3.Connection, run: int, carried: CarriedRun) -> int:
    count = 0
    if (end := carried.end) is not None:
        count += db.execute(
            "INSERT INTO completions (run, ended_at, metrics, pct_complete, state) VALUES (?, ?, ?, ?, 'ready')"
            " ON CONFLICT DO NOTHING",
            (run, end.ended_at, json.dumps(dict(end.metrics)), end.pct_complete),
        ).rowcount
    if carried.claim is not None:
        for question, answer in (carried.answers or {}).items():
            db.execute(
                "INSERT INTO answers (run, question, answer, updated_ms) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING",
                (run, question, json.dumps(answer)),
            )
        count += db.execute(
            "INSERT INTO finish_requests (run, claim, requested_ms) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
            (run, json.dumps(dict(carried.claim))),
        ).rowcount
    return count
