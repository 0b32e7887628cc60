"""Stateful runs that are finished here and wait for the school server's word.

A request waits for its run's windows: the server computes XP from the time that it has.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.protocol.messages import Body
from kiosk.store.outbox import Lane


@dataclass(frozen=True, slots=True)
class FinishRequest:
    """What is sent for a run, and whose it is."""

    run: int
    lane: Lane
    body: Body


def due(db: sqlite3.Connection, now_ms: int, *, hurry: bool) -> list[FinishRequest]:
    """The requests that may go now, oldest first. `hurry` does not wait for the time set for the next try."""
    rows = db.execute(
        """
        SELECT runs.id, students.id, ref, lesson
          FROM finish_requests JOIN runs ON runs.id = run JOIN students ON students.id = student
         WHERE result IS NULL AND carried IS NULL AND sign_in = 'ok' AND (next_try_ms <= ? OR ?)
           AND NOT EXISTS (SELECT 1 FROM windows WHERE run = runs.id AND state IN ('open', 'held', 'ready')
                                                   AND reports_time)
         ORDER BY runs.id
        """,
        (now_ms, hurry),
    ).fetchall()
    return [FinishRequest(run, Lane(student, ref, lesson), finish_body(db, run)) for run, student, ref, lesson in rows]


def finish_body(db: sqlite3.Connection, run: int) -> Body:
    """What is sent to have a run finished: what was answered, for the server to score.

    A run that sends no windows tells its time here.
    """
    run_id, lesson, reports_time, claimed = db.execute(
        "SELECT run_id, lesson, reports_time, claim FROM finish_requests JOIN runs ON runs.id = run WHERE run = ?",
        (run,),
    ).fetchone()
    claim = json.loads(claimed)
    answers = db.execute("SELECT question, answer FROM answers WHERE run = ?", (run,))
    body: Body = {
        "runId": run_id,
        "lesson": lesson,
        "version": claim.get("version"),
        "endedAt": claim["endedAt"],
        "answers": {question: json.loads(answer) for question, answer in answers},
    }
    return body if reports_time else {**body, "activeMs": claim["activeMs"]}


def finished(db: sqlite3.Connection, run: int, metrics: Mapping[str, float]) -> None:
    """Keep the server's word: these are the run's metrics now, whatever was claimed."""
    db.execute("UPDATE finish_requests SET result = ?, reason = '' WHERE run = ?", (json.dumps(dict(metrics)), run))


def ask_again(db: sqlite3.Connection, run: int, next_try_ms: int, reason: str) -> None:
    db.execute("UPDATE finish_requests SET next_try_ms = ?, reason = ? WHERE run = ?", (next_try_ms, reason, run))
