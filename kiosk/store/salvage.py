"""Reading what can be read of a damaged database, into a fresh one of the same schema.

    ids     ─────────────►  ✗ bad pages ✗  ◄─────────────     forward to the first fault, backward to the last,
                            ? ? ? ? ? ? ? ?                   and one by one in between

Rows that the fresh file's constraints refuse are left out, and so is what belongs to a row that is lost.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field

KEYS = {
    "rescue_files": "id",
    "students": "id",
    "runs": "id",
    "sittings": "id",
    "windows": "id",
    "completions": "id",
    "finish_requests": "run",
    "progress": "run",
    "answers": "run",
    "files": "id",
    "day_totals": "student",
    "clock_readings": "id",
    "notices": "id",
    "enrolment": "id",
    "secrets": "id",
    "corrections": "id",
    "place": "id",
}
"""Every table, parents first, with the whole number that its rows are ordered by."""

BEYOND = 100_000
"""How many ids are tried after the last one that could be read, where the end cannot be read either."""

type Row = tuple[object, ...]


@dataclass(slots=True)
class Carried:
    """Rows saved, by table; rows lost on bad pages or to a constraint. `is_exact`: whether no more were lost."""

    kept: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    is_exact: bool = True


def carry_over(source: sqlite3.Connection, fresh: sqlite3.Connection) -> Carried:
    """Copy what can be read. Call it in a transaction of `fresh`, with its foreign keys on."""
    carried = Carried()
    for table, key in KEYS.items():
        if not _has(fresh, table):
            continue  # made by a later migration than the damaged file had
        if not _has(source, table):
            carried.is_exact = False
            continue
        _carry(source, fresh, table, key, carried)
        if table == "students":
            _carry_their_refs(source, fresh)
    carried.kept = {
        table: fresh.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - ours
        for table in KEYS
        if _has(fresh, table)
    }
    return carried


def _has(db: sqlite3.Connection, table: str) -> bool:
    try:
        db.execute(f"SELECT 1 FROM {table} LIMIT 0")  # noqa: S608 - ours
    except sqlite3.DatabaseError:
        return False
    return True


def _carry(source: sqlite3.Connection, fresh: sqlite3.Connection, table: str, key: str, carried: Carried) -> None:
    names = [name for _, name, *_ in fresh.execute(f"PRAGMA table_info({table})")]
    names.sort(key=lambda name: name != key)
    columns, marks = ", ".join(names), ", ".join("?" * len(names))
    # The triggers have made day totals of the windows that could be read; the file's own count all there were.
    verb = "INSERT OR REPLACE" if table == "day_totals" else "INSERT"
    for row in _rows(source, f"SELECT {columns} FROM {table}", key, carried):  # noqa: S608 - ours
        try:
            fresh.execute(f"{verb} INTO {table} ({columns}) VALUES ({marks})", row)
        except sqlite3.IntegrityError:
            known = fresh.execute(f"SELECT 1 FROM {table} WHERE ({columns}) IS ({marks})", row)  # noqa: S608 - ours
            carried.lost += known.fetchone() is None


def _rows(source: sqlite3.Connection, select: str, key: str, carried: Carried) -> Iterator[Row]:
    """Every row that can be read, some of them twice. The key is the first column."""
    last, first = 0, None
    try:
        for row in source.execute(f"{select} ORDER BY {key}"):
            last = row[0]
            yield row
    except sqlite3.DatabaseError:
        pass
    else:
        return
    try:
        for row in source.execute(f"{select} WHERE {key} > ? ORDER BY {key} DESC", (last,)):
            first = row[0]
            yield row
    except sqlite3.DatabaseError:
        pass
    faults = 0
    for number in range(last, min(first or last + BEYOND, last + BEYOND) + 1):
        try:
            rows = source.execute(f"{select} WHERE {key} = ?", (number,)).fetchall()
        except sqlite3.DatabaseError:
            faults += 1
        else:
            carried.lost += faults
            faults = 0
            yield from rows
    if faults:  # the end is not known, so neither is how many rows lay there
        carried.lost += 1
        carried.is_exact = False


def _carry_their_refs(source: sqlite3.Connection, fresh: sqlite3.Connection) -> None:
    """Students whose own page is bad, by the index over their refs: without them all their work would be left out."""
    try:
        for number, ref in source.execute("SELECT id, ref FROM students ORDER BY ref"):
            fresh.execute(
                "INSERT INTO students (id, ref, name, avatar, added_ms) VALUES (?, ?, ?, 'fox', 0)"
                " ON CONFLICT DO NOTHING",
                (number, ref, f"Student {number}"),
            )
    except sqlite3.DatabaseError:
        pass
