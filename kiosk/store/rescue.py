"""A damaged file: moved aside with its date, and what can be read of it carried over into a fresh one.

    kiosk.sqlite3 ──────── read ───────► kiosk-rescue-part.sqlite3       table by table, row by row where pages are bad
    (damaged; -wal, -shm)                        │ complete
          │                                      ▼
          │ moved aside                  kiosk-rescued-20261121-101500.sqlite3
          ▼                                      │ takes its place
    kiosk-broken-20261121-101500.sqlite3         ▼
    (kept for ever, never overwritten)   kiosk.sqlite3                   with a notice for the teacher

A crash on the way is taken up at the next opening: a part is thrown away, a complete one takes its place.

SQLite ends its log (the -wal) where a checksum fails, without a word. What lay behind that point is lost, and
with it perhaps the claim of a window that arrived. So where the log itself is damaged no waiting window can be
trusted to be unsent: each becomes "maybe". Whoever calls holds the folder's lock.
"""

import os
import sqlite3
import struct
import sys
from contextlib import closing, suppress
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.clock import from_epoch_ms
from kiosk.errors import DamagedError
from kiosk.store import database
from kiosk.store.schema import MIGRATIONS

if TYPE_CHECKING:
    from kiosk.store.salvage import Carried

SIDES = ("-wal", "-shm")

UNSYNCED_FRAMES = 64
"""More pages than five seconds of ticks leave in the log: fewer behind its end are what a power cut tore off."""


class Damage(Enum):
    """FILE: pages cannot be read. LOG: the newest changes are lost, so that no waiting window is known to be unsent."""

    FILE = auto()
    LOG = auto()


def open_or_rescue(path: Path, now_ms: int) -> sqlite3.Connection:
    """Open the file for writing, and if it is damaged save first what can be read.

    After a clean close this looks at the file no further than opening does. Raises StoreError as
    `database.open_writer` does, also when there is no room to save.
    """
    _finish_interrupted(path)
    database.undo_interrupted(path)
    damage = find_damage(path)
    if damage is None:
        try:
            return database.open_writer(path)
        except DamagedError:
            damage = Damage.FILE
    rescue(path, damage, now_ms)
    return database.open_writer(path)


def note_damage(path: Path) -> None:
    """A statement met a damaged page: have the next opening save what can be read."""
    with suppress(OSError):  # a disk that refuses even this will show the damage again
        _mark(path).touch()


def find_damage(path: Path) -> Damage | None:
    """Look for damage where there is reason to: a mark, an empty file, or a log that a clean close would have removed.

    Raises StoreError for a file of a newer program.
    """
    log = Path(f"{path}-wal")
    logged = log.stat().st_size if log.exists() else 0
    if not path.exists():
        return Damage.LOG if logged else None
    if path.stat().st_size == 0 or _mark(path).exists():
        return Damage.FILE
    if not logged:
        return None if _ends_with_a_page(path) else Damage.FILE
    if not _has_sound_header(log):
        return Damage.LOG
    try:
        with closing(database.open_reader(path)) as db:
            if _frames_behind_the_end(path) > UNSYNCED_FRAMES:
                return Damage.LOG
            (verdict,) = db.execute("PRAGMA quick_check(1)").fetchone()
    except DamagedError:
        return Damage.FILE
    except sqlite3.DatabaseError as error:
        if isinstance(database.translate(error, path), DamagedError):
            return Damage.FILE
        raise database.translate(error, path) or error from error
    return None if verdict == "ok" else Damage.FILE


def _ends_with_a_page(path: Path) -> bool:
    """SQLite itself takes a torn last page for one that ends in zeros. It refuses a file that lacks whole pages."""
    with path.open("rb") as file:
        page_size = int.from_bytes(file.read(18)[16:], "big")  # 1 stands for 65,536
    return path.stat().st_size % (65_536 if page_size == 1 else page_size or 1) == 0


def rescue(path: Path, damage: Damage, now_ms: int) -> None:
    """Put a fresh file in the damaged one's place, with all of it that can be read, and a notice that says so.

    Raises StoreError, with everything as it was, when there is no room for it or it is a newer program's.
    """
    aside = _free_name(path, now_ms)
    part = path.with_name("kiosk-rescue-part.sqlite3")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(part, autocommit=True)) as fresh:
            _fill(fresh, path, damage, aside, now_ms)
    except sqlite3.Error as error:
        raise database.translate(error, path) or error from error
    rescued = part.with_name(aside.name.replace("broken", "rescued"))
    part.replace(rescued)
    _take_its_place(path, rescued, aside)


def _fill(fresh: sqlite3.Connection, path: Path, damage: Damage, aside: Path, now_ms: int) -> None:
    """Bring the fresh file to the old one's schema, carry over, and only then migrate."""
    from kiosk.store import notices, salvage  # noqa: PLC0415 - a sound file spares them

    fresh.execute("PRAGMA foreign_keys = ON")
    fresh.execute("PRAGMA synchronous = FULL")
    with closing(_open_damaged(path)) as source:
        schema = _version(source, path)
        database.migrate(fresh, path, MIGRATIONS[:schema])
        fresh.execute("BEGIN IMMEDIATE")
        carried = salvage.carry_over(source, fresh)
        doubted = _doubt_all(fresh) if damage is Damage.LOG else 0
        fresh.execute("COMMIT")
    database.migrate(fresh, path)
    fresh.execute("BEGIN IMMEDIATE")
    notices.add(fresh, now_ms, _sentence(carried, doubted, aside))
    fresh.execute("COMMIT")


def _open_damaged(path: Path) -> sqlite3.Connection:
    """Open it so that reading changes nothing in it; an empty database where there is nothing to read."""
    if not path.exists() or path.stat().st_size == 0:
        return sqlite3.connect(":memory:", autocommit=True)
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, autocommit=True)
    source.execute("PRAGMA writable_schema = ON")  # a file shorter than its header says is refused without
    return source


def _version(source: sqlite3.Connection, path: Path) -> int:
    """The schema to carry over by: the file's own where that can be read, else today's. Not a newer program's."""
    try:
        database.refuse_newer(source, path)
        return database.version(source) or len(MIGRATIONS)
    except sqlite3.DatabaseError:
        return len(MIGRATIONS)


def _doubt_all(fresh: sqlite3.Connection) -> int:
    return fresh.execute(
        "UPDATE windows SET state = 'maybe', reason = 'the file was damaged, so it may have been sent'"
        " WHERE state IN ('open', 'held', 'ready')"
    ).rowcount


def _sentence(carried: "Carried", doubted: int, aside: Path) -> str:
    if not any(carried.kept.values()):
        return f"The data file was damaged and nothing of it could be read; it is kept as {aside.name}."
    kept = ", ".join(f"{carried.kept[table]} {table}" for table in ("students", "runs", "windows", "completions"))
    more = "" if carried.is_exact else "at least "
    doubt = f", {doubted} windows may have been sent already" if doubted else ""
    return (
        f"The data file was damaged: {kept} and {carried.kept['answers']} answers were saved,"
        f" {more}{carried.lost} rows could not be read{doubt}; the damaged file is kept as {aside.name}."
    )


# -- names and places ------------------------------------------------------------------------------------


def _mark(path: Path) -> Path:
    return Path(f"{path}-damaged")


def _free_name(path: Path, now_ms: int) -> Path:
    """`kiosk-broken-20261121-101500.sqlite3` by the local clock, or with a number behind it."""
    stem = f"{path.stem}-broken-{from_epoch_ms(now_ms).astimezone():%Y%m%d-%H%M%S}"
    number, name = 1, path.with_name(f"{stem}{path.suffix}")
    while any(Path(f"{name}{side}").exists() for side in ("", *SIDES)):
        number += 1
        name = path.with_name(f"{stem}-{number}{path.suffix}")
    return name


def _take_its_place(path: Path, rescued: Path, aside: Path) -> None:
    for side in (*SIDES, ""):
        damaged = Path(f"{path}{side}")
        if damaged.exists():
            damaged.replace(f"{aside}{side}")
    _mark(path).unlink(missing_ok=True)
    rescued.replace(path)


def _finish_interrupted(path: Path) -> None:
    """A crash after the fresh file was complete: what is left to do is to put it in its place."""
    for rescued in sorted(path.parent.glob(f"{path.stem}-rescued-*{path.suffix}")):
        _take_its_place(path, rescued, rescued.with_name(rescued.name.replace("rescued", "broken")))


# -- the log, as sqlite.org/walformat.html draws it --------------------------------------------------------

_HEADER = struct.Struct(">8I")
_FRAME_HEADER = struct.Struct(">6I")


def _has_sound_header(log: Path) -> bool:
    with log.open("rb") as file:
        head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        return False
    magic, *_, first, second = _HEADER.unpack(head)
    words = struct.unpack(">6I" if magic & 1 else "<6I", head[:24])
    sums = [0, 0]
    for even, odd in zip(words[::2], words[1::2], strict=True):
        sums[0] = (sums[0] + even + sums[1]) & 0xFFFFFFFF
        sums[1] = (sums[1] + odd + sums[0]) & 0xFFFFFFFF
    return magic & ~1 == 0x377F0682 and sums == [first, second]


def _frames_behind_the_end(path: Path) -> int:
    """How many frames of today's log lie behind the point up to which SQLite believes it.

    A reader has to be open: it writes that point into the -shm.
    """
    with Path(f"{path}-shm").open("rb") as index:
        believed = int.from_bytes(index.read(20)[16:20], sys.byteorder)
    behind = 0
    with Path(f"{path}-wal").open("rb") as log:
        _, _, page_size, _, *salts, _, _ = _HEADER.unpack(log.read(_HEADER.size))
        log.seek(believed * (_FRAME_HEADER.size + page_size), os.SEEK_CUR)
        while len(head := log.read(_FRAME_HEADER.size)) == _FRAME_HEADER.size:
            behind += [*_FRAME_HEADER.unpack(head)[2:4]] == salts
            log.seek(page_size, os.SEEK_CUR)
    return behind
