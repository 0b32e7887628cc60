"""What students hand in besides text, kept with the run: uploads and drawings, named by `kiosk.lessons.files`.

Every verb runs on the writer thread (see `kiosk.store.writer`); `get` and `names` also read beside it.
"""

import sqlite3
from collections.abc import Mapping

from kiosk.lessons.files import DIGEST, file_name, title


def put(db: sqlite3.Connection, run: int, name: str, data: bytes, at_ms: int) -> None:
    """Keep a file; one that is kept already stays. Raises UsageError for one that is too large."""
    if file_name(data, title(name)) != name:
        raise ValueError(f"{name} is not the name of what it holds")
    db.execute(
        "INSERT INTO files (run, name, data, added_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
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
    """Keep the other run's files with this one, too: answers that name them come over."""
    db.execute(
        "INSERT INTO files (run, name, data, added_ms)"
        " SELECT ?, name, data, added_ms FROM files WHERE run = ? ON CONFLICT DO NOTHING",
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
