"""What students hand in besides text, kept with the run: uploads and drawings, named by `kiosk.lessons.files`.

this computer   a file that an answer names, once the place with that answer is sent  ──► the server
the server      a file that an answer names and that is not here                     ──► `fetched`

Every verb runs on the writer thread (see `kiosk.store.writer`); `get` and `names` also read beside it.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.files import DIGEST, digest, file_name, is_name, title


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file that an answer of the run names. `ref` is how the credentials know the student."""

    ref: str
    run: int
    name: str


def put(db: sqlite3.Connection, run: int, name: str, data: bytes, at_ms: int) -> None:
    """Keep a file; one that is kept already stays, and is sent again. Raises UsageError for one that is too large."""
    if file_name(data, title(name)) != name:
        raise ValueError(f"{name} is not the name of what it holds")
    db.execute(
        "INSERT INTO files (run, name, data, added_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET sent = 0",
        (run, name, data, at_ms),
    )


def get(db: sqlite3.Connection, run: int, name: str) -> bytes | None:
    """What the file holds; None where there is no such file, as in a data file that was saved from damage."""
    found = db.execute("SELECT data FROM files WHERE run = ? AND name = ?", (run, name)).fetchone()
    return found[0] if found else None


def load(db: sqlite3.Connection, run: int) -> dict[str, bytes]:
    """What all of the run's files hold, by name."""
    return dict(db.execute("SELECT name, data FROM files WHERE run = ?", (run,)).fetchall())


def names(db: sqlite3.Connection, run: int) -> tuple[str, ...]:
    """The run's files in the order in which they were handed in."""
    return tuple(name for (name,) in db.execute("SELECT name FROM files WHERE run = ? ORDER BY id", (run,)))


def copy(db: sqlite3.Connection, run: int, other: int) -> None:
    """Keep the other run's files with this one, too: answers that name them come over. Both are one student's."""
    db.execute(
        "INSERT INTO files (run, name, data, added_ms, sent)"
        " SELECT ?, name, data, added_ms, sent FROM files WHERE run = ? ON CONFLICT DO NOTHING",
        (run, other),
    )


def delete(db: sqlite3.Connection, run: int, name: str) -> None:
    db.execute("DELETE FROM files WHERE run = ? AND name = ?", (run, name))


def keep(db: sqlite3.Connection, run: int, given: Mapping[str, bytes], at_ms: int) -> None:
    """Keep what was handed in, and delete files that no answer of the run names any more.

    Call it in the transaction that saves the answers, after they are saved: a drawing is another file at each stroke.
    """
    for name, data in given.items():
        put(db, run, name, data, at_ms)
    db.execute(
        "DELETE FROM files WHERE run = ?1 AND NOT EXISTS"
        " (SELECT 1 FROM answers WHERE run = ?1 AND instr(answer, substr(files.name, 1, ?2)) > 0)",
        (run, DIGEST),
    )


def unsent(db: sqlite3.Connection) -> list[HandedIn]:
    """What the server can take now, student by student: it knows the answers of these runs, and they are not finished.

    Only files of students who are signed in.
    """
    rows = db.execute(
        """
        SELECT ref, files.run, files.name
          FROM files JOIN runs ON runs.id = files.run JOIN progress ON progress.run = files.run
          JOIN students ON students.id = student
         WHERE NOT sent AND runs.state <> 'finished' AND progress.updated_ms = sent_ms AND sign_in = 'ok'
         ORDER BY students.id, files.id
        """
    )
    return [HandedIn(*row) for row in rows]


def sent(db: sqlite3.Connection, file: HandedIn) -> None:
    """Note that the server has it, or will never take it."""
    db.execute("UPDATE files SET sent = 1 WHERE run = ? AND name = ?", (file.run, file.name))


def missing(db: sqlite3.Connection, student: int, lesson: str) -> list[HandedIn]:
    """What answers of the run that goes on here name, and what is not here: what stands there now comes first."""
    row = db.execute(
        "SELECT ref, runs.id FROM runs JOIN students ON students.id = student"
        " WHERE student = ? AND lesson = ? AND state = 'open'",
        (student, lesson),
    ).fetchone()
    if row is None:
        return []
    ref, run = row
    texts = db.execute("SELECT answer FROM answers WHERE run = ? ORDER BY updated_ms DESC", (run,))
    answers = [answer_from_json(text) for (text,) in texts]
    given = [answer.response for answer in answers] + [tried for answer in answers for tried in answer.attempts]
    values = [value for responses in given for response in responses.values() for value in response]
    here = names(db, run)
    return [HandedIn(ref, run, name) for name in dict.fromkeys(values) if is_name(name) and name not in here]


def fetched(db: sqlite3.Connection, file: HandedIn, data: bytes, at_ms: int) -> None:
    """Keep what the server had, if an answer still names it."""
    db.execute(
        "INSERT INTO files (run, name, data, added_ms, sent) SELECT ?1, ?2, ?3, ?4, 1 WHERE EXISTS"
        " (SELECT 1 FROM answers WHERE run = ?1 AND instr(answer, ?5) > 0) ON CONFLICT DO NOTHING",
        (file.run, file.name, data, at_ms, digest(file.name)),
    )
