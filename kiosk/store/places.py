"""Where students are in their lessons, as far as the school server does not know it yet; and what it knows besides.

this computer   page and answers that changed since `sent_ms` ──► the server, which merges them by question
the server      the same run on another computer             ──► `adopt`, before the lesson is opened
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kiosk.lessons.codec import answer_to_json
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.protocol.messages import Body
from kiosk.protocol.run_id import RunId
from kiosk.store import files, runs
from kiosk.store.outbox import Lane
from kiosk.store.runs import RunRequest


@dataclass(frozen=True, slots=True)
class UnsentPlace:
    """A run's place with the answers that changed; the server has it all once it has what changed until `until_ms`."""

    run: int
    until_ms: int
    body: Body


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What the server knows of a student's unfinished run. `answers` with the moment of each one's latest change."""

    run_id: RunId
    page: int
    changed_ms: int
    focused_ms: int
    answers: Mapping[QuestionId, tuple[SavedAnswer, int]]


def with_unsent(db: sqlite3.Connection) -> list[Lane]:
    """The signed-in students with an unsent place, each with one of its lessons."""
    rows = db.execute(
        f"SELECT students.id, ref, min(lesson) FROM {_UNSENT} JOIN students ON students.id = student"  # noqa: S608 - ours
        " WHERE sign_in = 'ok' GROUP BY students.id ORDER BY students.id"
    )
    return [Lane(*row) for row in rows]


def unsent(db: sqlite3.Connection, student: int, at_most: int) -> list[UnsentPlace]:
    """The student's unsent places, those of unfinished runs: a finished run's answers go with its end."""
    rows = db.execute(
        f"SELECT runs.id, run_id, lesson, opened_ms, page, updated_ms, sent_ms FROM {_UNSENT}"  # noqa: S608 - ours
        " WHERE student = ? ORDER BY runs.id LIMIT ?",
        (student, at_most),
    ).fetchall()
    return [_unsent(db, *row) for row in rows]


_UNSENT = "progress JOIN runs ON runs.id = run AND runs.state <> 'finished' AND updated_ms <> sent_ms"


def _unsent(
    db: sqlite3.Connection, run: int, run_id: str, lesson: str, opened_ms: int, page: int, updated_ms: int, sent_ms: int
) -> UnsentPlace:
    since_ms = sent_ms if sent_ms < updated_ms else 0  # the clock was set back: all of it again does no harm
    changed = db.execute(
        "SELECT question, answer, updated_ms FROM answers WHERE run = ? AND updated_ms >= ?", (run, since_ms)
    )
    body: Body = {
        "runId": run_id,
        "lesson": lesson,
        "page": page,
        "startedMs": opened_ms,
        "changedMs": updated_ms,
        "answers": {question: {**json.loads(answer), "changedMs": at_ms} for question, answer, at_ms in changed},
    }
    return UnsentPlace(run, updated_ms, body)


def sent(db: sqlite3.Connection, place: UnsentPlace) -> None:
    """Note that the server has it, or will never take it."""
    db.execute("UPDATE progress SET sent_ms = ? WHERE run = ?", (place.until_ms, place.run))


def open_run(db: sqlite3.Connection, student: int, lesson: str) -> tuple[str, str]:
    """How the credentials know the student, and the run of this lesson that goes on here, "" for none."""
    ref, run_id = db.execute(
        "SELECT ref, (SELECT run_id FROM runs WHERE student = students.id AND lesson = ? AND state = 'open')"
        "  FROM students WHERE id = ?",
        (lesson, student),
    ).fetchone()
    return ref, run_id or ""


def close_finished_elsewhere(db: sqlite3.Connection, student: int, run_id: str, at_ms: int) -> None:
    """The server says that this run was finished on another computer: here nobody goes on with it."""
    db.execute(
        "UPDATE runs SET state = 'closed', closed_ms = ? WHERE student = ? AND run_id = ? AND state = 'open'",
        (at_ms, student, run_id),
    )


def adopt(db: sqlite3.Connection, request: RunRequest, known: KnownPlace, at_ms: int) -> None:
    """Make the run that the server knows the open one, with the later of each answer given here and there.

    Another run that was open here is closed; its time is still delivered, and the server counts it to this one.
    A run that is finished here stays so: its end is still on the way to the server.
    """
    run, state = runs.find_or_begin(db, replace(request, run_id=known.run_id), at_ms)
    if state == "finished":
        return
    other = db.execute(
        "UPDATE runs SET state = 'closed', closed_ms = ?"
        " WHERE student = ? AND lesson = ? AND state = 'open' AND id <> ? RETURNING id",
        (at_ms, request.student, request.lesson, run),
    ).fetchone()
    db.execute("UPDATE runs SET state = 'open', closed_ms = NULL WHERE id = ?", (run,))
    _take_page(db, run, known)
    _take_answers(db, run, known.answers)
    if other is not None:
        _take_over(db, run, other[0])
    # What is delivered, or may be, is in the server's sum already.
    db.execute(
        "UPDATE runs SET elsewhere_ms = max(0, ? - pruned_ms - (SELECT coalesce(sum(active_ms), 0) FROM windows"
        "       WHERE run = runs.id AND (state = 'delivered' OR doubt_ms IS NOT NULL))) WHERE id = ?",
        (known.focused_ms, run),
    )


def _take_page(db: sqlite3.Connection, run: int, known: KnownPlace) -> None:
    """Take a later page over. What was not sent from here yet stays unsent; where a clock was set back, all is."""
    db.execute(
        "INSERT INTO progress (run, page, percent, updated_ms, sent_ms) VALUES (?1, ?2, 0, ?3, ?3)"
        " ON CONFLICT (run) DO UPDATE SET page = excluded.page, updated_ms = excluded.updated_ms,"
        " sent_ms = CASE WHEN sent_ms = updated_ms THEN excluded.sent_ms WHEN sent_ms < updated_ms THEN sent_ms"
        " ELSE 0 END WHERE excluded.updated_ms > updated_ms",
        (run, known.page, known.changed_ms),
    )


def _take_answers(db: sqlite3.Connection, run: int, answers: Mapping[QuestionId, tuple[SavedAnswer, int]]) -> None:
    db.executemany(
        f"INSERT INTO answers (run, question, answer, updated_ms) VALUES (?, ?, ?, ?) {_UNLESS_OLDER}",  # noqa: S608 - ours
        [(run, question, answer_to_json(answer), at_ms) for question, (answer, at_ms) in answers.items()],
    )


def _take_over(db: sqlite3.Connection, run: int, other: int) -> None:
    files.copy(db, run, other)
    db.execute(
        "INSERT INTO answers (run, question, answer, updated_ms)"  # noqa: S608 - ours
        f" SELECT ?, question, answer, updated_ms FROM answers WHERE run = ? {_UNLESS_OLDER}",
        (run, other),
    )
    db.execute(
        "INSERT INTO progress (run, page, percent, updated_ms) SELECT ?, page, percent, updated_ms FROM progress"
        " WHERE run = ? ON CONFLICT (run) DO UPDATE SET page = excluded.page, percent = excluded.percent,"
        " updated_ms = excluded.updated_ms WHERE excluded.updated_ms > updated_ms",
        (run, other),
    )


_UNLESS_OLDER = (
    "ON CONFLICT (run, question) DO UPDATE SET answer = excluded.answer, updated_ms = excluded.updated_ms"
    " WHERE excluded.updated_ms > updated_ms"
)
