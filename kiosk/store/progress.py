"""Where a student is in a lesson, and every answer: saved at once, kept with the run."""

import sqlite3
from collections.abc import Mapping
from types import MappingProxyType

from kiosk.lessons.codec import answer_from_json, answer_to_json
from kiosk.lessons.model import Progress, QuestionId, SavedAnswer
from kiosk.store import files


def load(db: sqlite3.Connection, run: int) -> Progress:
    row = db.execute("SELECT page FROM progress WHERE run = ?", (run,)).fetchone()
    answers = db.execute("SELECT question, answer FROM answers WHERE run = ?", (run,))
    return Progress(
        page=row[0] if row else 0,
        answers={QuestionId(question): answer_from_json(text) for question, text in answers},
    )


def save(
    db: sqlite3.Connection,
    run: int,
    page: int,
    percent: int,
    answers: Mapping[QuestionId, SavedAnswer],
    at_ms: int,
    given: Mapping[str, bytes] = MappingProxyType({}),
) -> None:
    """Save the page, the answers that changed, and the files that they name, together.

    It is dated after all that is known of the run: what was done on another computer with a better clock came before.
    """
    (at_ms,) = db.execute(
        "SELECT max(:at_ms, coalesce((SELECT updated_ms + 1 FROM progress WHERE run = :run), 0),"
        " coalesce((SELECT max(updated_ms) + 1 FROM answers WHERE run = :run), 0))",
        {"at_ms": at_ms, "run": run},
    ).fetchone()
    db.execute(
        "INSERT INTO progress (run, page, percent, updated_ms) VALUES (?, ?, ?, ?) ON CONFLICT (run) DO UPDATE"
        " SET page = excluded.page, percent = excluded.percent, updated_ms = excluded.updated_ms",
        (run, page, percent, at_ms),
    )
    db.executemany(
        "INSERT INTO answers (run, question, answer, updated_ms) VALUES (?, ?, ?, ?) ON CONFLICT (run, question)"
        " DO UPDATE SET answer = excluded.answer, updated_ms = excluded.updated_ms",
        [(run, question, answer_to_json(answer), at_ms) for question, answer in answers.items()],
    )
    files.keep(db, run, given, at_ms)
