"""What is not delivered yet: claiming a message, sending it elsewhere, settling it by its outcome.

A claim is on the disk before the first byte leaves, so after a crash we know what may have arrived.

    ready ──claim──► (in doubt) ──DELIVERED──► delivered
      ▲                  ├─ UNREACHED, LATER, … ──► ready, the doubt of this try taken back
      └──────────────────┤
                         ├─ AMBIGUOUS, crash ──► ready, in doubt: again and unchanged within RESEND_MS
                         │                       └─ past that: maybe (a person settles it; the school server in
                         │                          whose ledger it may stand is asked again instead, at any age)
                         └─ PARK ──► parked, with its reason

Order: serial per student and lesson (a lane); a completion after its run's windows and after the
student's earlier completions of the same lesson, never after parked ones.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.clock import Instant
from kiosk.protocol.course import course_from_key
from kiosk.protocol.messages import HEARTBEAT, SUBMIT, Body, Completion, Heartbeat, Subject
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.protocol.run_id import RunId
from kiosk.store import clocks, notices, shaping

RESEND_MS = 240_000
"""How long an ambiguous window may be sent again: the SDK server remembers a window for five minutes."""

LONGEST_WAIT_MS = 86_400_000

NO_DOUBT = ", doubt_ms = NULL, doubt_mono = NULL, doubt_boot = NULL, doubt_ledger = ''"
"""What else of a window is set when it certainly has not arrived, or certainly has."""

_SAID = "started_ms, active_ms, idle_ms + unfocused_ms + locked_ms + paused_ms"
"""What is said of a window."""

PREVIEW = "preview"
"""The reason of what a server took and passed on to nobody."""

PREVIEWS = (
    "The server takes results as a preview and counts none of them. Please tell whoever runs it; what was sent to it is"
    " not sent again."
)


@dataclass(frozen=True, slots=True)
class Lane:
    """What is sent one after the other: a student's work on one lesson. `ref` names them to the credentials."""

    student: int
    ref: str
    lesson: str


@dataclass(frozen=True, slots=True)
class Message:
    """A claimed message. `path` is the route below the server's base address."""

    path: str
    body: Body
    id: int
    lane: Lane
    run_id: RunId
    tries: int
    was_in_doubt: bool
    active_ms: int

    @property
    def is_heartbeat(self) -> bool:
        return self.path == HEARTBEAT


def lanes(db: sqlite3.Connection) -> list[Lane]:
    """Every lane with something to deliver whose student is signed in, the longest waiting first."""
    rows = db.execute(
        """
        SELECT students.id, ref, lesson, min(runs.id) AS oldest
          FROM runs JOIN students ON students.id = runs.student
         WHERE sign_in = 'ok'
           AND (runs.id IN (SELECT run FROM completions WHERE state = 'ready')
                OR reports_time AND runs.id IN (SELECT DISTINCT run FROM windows WHERE state = 'ready'))
         GROUP BY students.id, lesson ORDER BY oldest
        """
    )
    return [Lane(student, ref, lesson) for student, ref, lesson, _ in rows]


def claim(db: sqlite3.Connection, lane: Lane, now: Instant, boot: str, *, hurry: bool = False) -> Message | int | None:
    """Claim the lane's next message: the message, or when to ask again (wall ms), or None when it is empty."""
    claimed, due = claim_many(db, lane, now, boot, most=1, hurry=hurry)
    return claimed[0] if claimed else due


def claim_many(
    db: sqlite3.Connection, lane: Lane, now: Instant, boot: str, *, most: int, ledger: str = "", hurry: bool = False
) -> tuple[list[Message], int | None]:
    """Claim the lane's next messages, at most so many; where one is not due yet, also when to ask again (wall ms).

    `hurry` does not wait for the time that was set for the next try. Runs go in their order, and within a
    run the windows before the completion. `ledger` names the book of the server that will have them, "" for one
    that forgets: what may stand in that very book is sent again at any age.
    """
    mended = clocks.mended(db, boot, now)
    claimed: list[Message] = []
    run = 0
    while len(claimed) < most and (run := _head_run(db, lane, run)):
        last = 0
        while len(claimed) < most and (window := _next_window(db, run, last)) is not None:
            last, next_try_ms, *doubt, doubt_ledger = window
            if not hurry and (due := _due(next_try_ms, now)):
                return claimed, due
            remembers = bool(ledger) and doubt_ledger == ledger
            if not remembers and _is_too_old_to_resend(doubt, mended, boot):
                db.execute("UPDATE windows SET state = 'maybe', settled_ms = ? WHERE id = ?", (mended.wall, last))
                continue
            shaping.shape(db, lane.student, last)
            was_in_doubt = doubt[0] is not None
            claimed.append(_claim_window(db, lane, last, mended, boot, ledger, was_in_doubt=was_in_doubt))
        if len(claimed) < most:
            completion = _claim_completion(db, lane, run, now, hurry=hurry)
            if isinstance(completion, int):
                return claimed, completion
            if completion is not None:
                claimed.append(completion)
            run += 1
    return claimed, None


def ask_again(db: sqlite3.Connection, ledger: str) -> None:
    """Have what may stand in this very ledger, and was kept as "maybe", sent there once more: it knows a repeat."""
    db.execute(
        "UPDATE windows SET state = 'ready', next_try_ms = 0, settled_ms = NULL"
        " WHERE state = 'maybe' AND doubt_ledger = ?",
        (ledger,),
    )


def _head_run(db: sqlite3.Connection, lane: Lane, from_run: int) -> int:
    """The lane's first run from `from_run` on with something to send; 0 for none."""
    row = db.execute(
        """
        SELECT id FROM runs
         WHERE student = ? AND lesson = ? AND id >= ?
           AND (reports_time AND EXISTS (SELECT 1 FROM windows WHERE run = runs.id AND state = 'ready')
                OR EXISTS (SELECT 1 FROM completions WHERE run = runs.id AND state = 'ready'))
         ORDER BY id LIMIT 1
        """,
        (lane.student, lane.lesson, from_run),
    ).fetchone()
    return 0 if row is None else int(row[0])


def _next_window(db: sqlite3.Connection, run: int, after: int) -> tuple[int, int, int | None, int, str, str] | None:
    """The run's first waiting window after that one: id, next try, since when, by which clock and where in doubt."""
    row: tuple[int, int, int | None, int, str, str] | None = db.execute(
        "SELECT id, next_try_ms, doubt_ms, doubt_mono, doubt_boot, doubt_ledger FROM windows"
        " WHERE run = ? AND state = 'ready' AND id > ? AND (SELECT reports_time FROM runs WHERE id = run)"
        " ORDER BY id LIMIT 1",
        (run, after),
    ).fetchone()
    return row


def _claim_window(
    db: sqlite3.Connection, lane: Lane, window: int, now: Instant, boot: str, ledger: str, *, was_in_doubt: bool
) -> Message:
    # What may stand in two books can be settled by neither.
    ((tries, run, *times),) = db.execute(
        "UPDATE windows SET tries = tries + 1,"  # noqa: S608 - ours
        " doubt_ms = coalesce(doubt_ms, ?), doubt_mono = coalesce(doubt_mono, ?),"
        " doubt_boot = coalesce(doubt_boot, ?),"
        " doubt_ledger = CASE WHEN doubt_ms IS NULL OR doubt_ledger = ? THEN ? ELSE '' END WHERE id = ?"
        f" RETURNING tries, run, {_SAID}",
        (now.wall, now.mono, boot, ledger, ledger, window),
    ).fetchall()
    told = _heartbeat(db, run, times)
    shaping.note_tried(db, lane.student, window)
    return Message(
        HEARTBEAT, told.to_wire(), window, lane, told.subject.run_id, tries, was_in_doubt, active_ms=told.active_ms
    )


def _claim_completion(
    db: sqlite3.Connection, lane: Lane, run: int, now: Instant, *, hurry: bool
) -> Message | int | None:
    row = db.execute(
        "SELECT id, next_try_ms, tries FROM completions WHERE run = ? AND state = 'ready'", (run,)
    ).fetchone()
    if row is None:
        return None
    completion, next_try_ms, tries = row
    if not hurry and (due := _due(next_try_ms, now)):
        return due
    db.execute("UPDATE completions SET tries = tries + 1 WHERE id = ?", (completion,))
    told = completion_message(db, run)
    return Message(
        SUBMIT, told.to_wire(), completion, lane, told.subject.run_id, tries + 1, was_in_doubt=False, active_ms=0
    )


def window_message(db: sqlite3.Connection, window: int) -> Heartbeat:
    """What is said of a window. One that was ever tried never changes, so this is what was sent of it, too."""
    run, *times = db.execute(f"SELECT run, {_SAID} FROM windows WHERE id = ?", (window,)).fetchone()  # noqa: S608 - ours
    return _heartbeat(db, run, times)


def _heartbeat(db: sqlite3.Connection, run: int, times: Sequence[int]) -> Heartbeat:
    subject, _ = _subject(db, run)
    return Heartbeat(subject, *times)


def completion_message(db: sqlite3.Connection, run: int) -> Completion:
    """What is said of the end of a run; it never changes."""
    ended_at, metrics, pct_complete = db.execute(
        "SELECT ended_at, metrics, pct_complete FROM completions WHERE run = ?", (run,)
    ).fetchone()
    subject, process = _subject(db, run)
    return Completion(subject, ended_at, json.loads(metrics), _whole(pct_complete), process)


def _subject(db: sqlite3.Connection, run: int) -> tuple[Subject, bool | None]:
    lesson, name, course, run_id, process = db.execute(
        "SELECT lesson, name, course, run_id, process FROM runs WHERE id = ?", (run,)
    ).fetchone()
    subject = Subject(lesson, name, course_from_key(course), RunId(run_id))
    return subject, None if process is None else bool(process)


def _whole(number: float | None) -> float | None:
    """67.0 as 67: a number is spelled on the wire as it was given."""
    return int(number) if number is not None and number == int(number) else number


def _due(next_try_ms: int, now: Instant) -> int | None:
    """When the next try may be; None for now. A time too far off was set by a clock that has since been mended."""
    return next_try_ms if now.wall < next_try_ms <= now.wall + LONGEST_WAIT_MS else None


def _is_too_old_to_resend(doubt: Sequence[Any], now: Instant, boot: str) -> bool:
    """Whether the server may have forgotten the window. Monotonic time where it is the same boot's.

    Else by the wall as the server has it: a machine that starts in 1970 each day is not one that was off for a minute.
    Two boots read that clock to the second or so, so a doubt that is a little younger than nothing is young.
    """
    doubt_ms, doubt_mono, doubt_boot = doubt
    if doubt_ms is None:
        return False
    age = now.mono - doubt_mono if boot and doubt_boot == boot else now.wall - doubt_ms
    return not -clocks.TOLERANCE_MS <= age <= RESEND_MS


def settle(db: sqlite3.Connection, message: Message, verdict: Verdict, now: Instant, next_try_ms: int) -> None:
    """Write down what became of a claimed message. `next_try_ms` (wall) is for those that stay.

    Its student may have been deleted meanwhile: another row that has its number now is left alone.
    """
    table = "windows" if message.is_heartbeat else "completions"
    if not _is_still_there(db, table, message):
        return
    match verdict.outcome:
        case Outcome.DELIVERED:
            became: tuple[object, ...] = (PREVIEW if verdict.preview else "", now.wall)
            changes = "state = 'delivered', reason = ?, settled_ms = ?"
            if verdict.preview:
                notices.add_once(db, now.wall, PREVIEWS)
        case Outcome.PARK:
            became = (verdict.reason, now.wall)
            changes = "state = 'parked', reason = ?, settled_ms = ?"
        case _:
            became = (verdict.reason, next_try_ms)
            changes = "reason = ?, next_try_ms = ?"
    if verdict.outcome is Outcome.UNREACHED:
        changes += ", tries = tries - 1"
    certain = verdict.outcome is not Outcome.AMBIGUOUS
    if message.is_heartbeat and certain and not message.was_in_doubt:
        changes += NO_DOUBT
    db.execute(f"UPDATE {table} SET {changes} WHERE id = ?", (*became, message.id))  # noqa: S608 - ours
    if verdict.outcome is Outcome.SIGN_IN:
        db.execute("UPDATE students SET sign_in = 'refused' WHERE id = ?", (message.lane.student,))


def _is_still_there(db: sqlite3.Connection, table: str, message: Message) -> bool:
    row = db.execute(
        f"SELECT run_id FROM {table} AS message JOIN runs ON runs.id = run WHERE message.id = ?",  # noqa: S608 - ours
        (message.id,),
    ).fetchone()
    return row is not None and row[0] == message.run_id


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much work is where. Windows and completions together; `waiting_ms` is the focused part of it.

    Windows that still run are not in it. `finish_requests` wait for a school server; `carried` left in a file, and
    nobody has said yet that it arrived.
    """

    waiting: int = 0
    waiting_ms: int = 0
    parked: int = 0
    maybe: int = 0
    finish_requests: int = 0
    carried: int = 0

    @property
    def is_on_server(self) -> bool:
        return not (self.waiting or self.parked or self.maybe or self.finish_requests or self.carried)


def backlog(db: sqlite3.Connection, student: int | None = None) -> Backlog:
    """Count what is not on the server, of one student or of all."""
    counts = db.execute(
        """
        WITH mine AS (SELECT id, reports_time FROM runs WHERE student = coalesce(:student, student)),
             ready AS (SELECT active_ms FROM mine JOIN windows ON windows.run = mine.id AND state = 'ready'
                        WHERE reports_time),
             aside AS (SELECT state, carried FROM mine JOIN windows ON windows.run = mine.id
                              AND state IN ('maybe', 'parked')),
             ends  AS (SELECT state, carried FROM mine JOIN completions ON run = mine.id AND state <> 'delivered'),
             asked AS (SELECT carried FROM mine JOIN finish_requests ON run = mine.id AND result IS NULL)
        SELECT (SELECT count(*) FROM ready) + (SELECT count(*) FROM ends WHERE state = 'ready'),
               (SELECT coalesce(sum(active_ms), 0) FROM ready),
               (SELECT count(*) FROM aside WHERE state = 'parked' AND carried IS NULL)
                 + (SELECT count(*) FROM ends WHERE state = 'parked' AND carried IS NULL),
               (SELECT count(*) FROM aside WHERE state = 'maybe' AND carried IS NULL),
               (SELECT count(*) FROM asked WHERE carried IS NULL),
               (SELECT count(*) FROM aside WHERE carried IS NOT NULL)
                 + (SELECT count(*) FROM ends WHERE state = 'parked' AND carried IS NOT NULL)
                 + (SELECT count(*) FROM asked WHERE carried IS NOT NULL)
        """,
        {"student": student},
    ).fetchone()
    return Backlog(*counts)


def waiting_reason(db: sqlite3.Connection) -> str:
    """Why the latest message that was tried and still waits was not taken; "" when none was tried."""
    row = db.execute(
        """
        SELECT reason FROM windows WHERE state = 'ready' AND reason <> ''
         UNION ALL
        SELECT reason FROM completions WHERE state = 'ready' AND reason <> '' LIMIT 1
        """
    ).fetchone()
    return "" if row is None else str(row[0])
