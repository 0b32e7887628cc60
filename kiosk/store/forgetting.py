"""Everything of one student: read as a copy, and deleted."""

import json
import re
import sqlite3
from dataclasses import dataclass
from typing import Any

from kiosk.errors import UsageError
from kiosk.lessons.files import title
from kiosk.store import students, windows
from kiosk.store.windows import KeptWindow

_OF_RUNS = ("sittings", "windows", "completions", "finish_requests", "progress", "answers")
_JSON = frozenset({"course", "metrics", "claim", "result", "answer"})
"""Columns that hold JSON: a copy has what they mean."""


@dataclass(frozen=True, slots=True)
class StudentCopy:
    """`told` is every row about the student, for programs; `files` are what was handed in, by their names there.

    Each run in `told` lists its `files`: the response that an answer has, and the name of its file.
    """

    name: str
    windows: list[KeptWindow]
    told: dict[str, Any]
    files: dict[str, bytes]


def copy_of(db: sqlite3.Connection, student: int) -> StudentCopy:
    """Read everything that is kept of a student, but for their secret."""
    told: dict[str, Any] = {"student": _rows(db, "students", "id = ?", student)[0]}
    del told["student"]["secret"]
    told["days"] = _rows(db, "day_totals", "student = ?", student)
    told["runs"] = _rows(db, "runs", "student = ?", student)
    for run in told["runs"]:
        run |= {table: _rows(db, table, "run = ?", run["id"]) for table in _OF_RUNS}
        run["files"] = []
    by_run = {run["id"]: run["files"] for run in told["runs"]}
    kept = {}
    for run_id, number, response, data in db.execute(
        "SELECT run, files.id, files.name, data FROM files JOIN runs ON runs.id = run WHERE student = ?", (student,)
    ):
        name = f"{number}-{re.sub(r'[^\w.-]+', '-', title(response))}"
        kept[name] = data
        by_run[run_id].append({"response": response, "file": name})
    return StudentCopy(students.get(db, student).name, list(windows.every(db, student)), told, kept)


def forget(db: sqlite3.Connection, student: int) -> None:
    """Delete a student and all that is theirs, what waits to be sent too. Raises UsageError while they learn.

    A message that is on its way at this moment may still arrive; its answer then finds nothing here.
    """
    learning = db.execute(
        "SELECT 1 FROM sittings JOIN runs ON runs.id = run WHERE student = ? AND ended_ms IS NULL", (student,)
    ).fetchone()
    if learning:
        name = students.get(db, student).name
        raise UsageError(f"{name} has a lesson open on this computer; have them leave it, then delete them.")
    db.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten in the file
    db.execute("DELETE FROM students WHERE id = ?", (student,))


def _rows(db: sqlite3.Connection, table: str, which: str, value: int) -> list[dict[str, Any]]:
    found = db.execute(f"SELECT * FROM {table} WHERE {which}", (value,))  # noqa: S608 - ours
    names = [column[0] for column in found.description]
    return [
        {name: json.loads(each) if name in _JSON and each else each for name, each in zip(names, row, strict=True)}
        for row in found
    ]
