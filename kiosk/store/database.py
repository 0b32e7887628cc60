"""Opening the file: one writer, any number of readers, migrations, and whose fault an error is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.errors import DamagedError, DiskFullError, StoreError
from kiosk.store.schema import MIGRATIONS

FILE_NAME = "kiosk.sqlite3"

# Extended result codes keep the primary code in their low byte.
_ENVIRONMENT = {
    sqlite3.SQLITE_BUSY: "is in use by another program; close that one first",
    sqlite3.SQLITE_LOCKED: "is in use by another program; close that one first",
    sqlite3.SQLITE_READONLY: "cannot be written; give this user the right to write to the folder",
    sqlite3.SQLITE_PERM: "cannot be opened; give this user the right to read and write it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; see that the folder exists and that this user may write to it",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full; make room and work goes on",
    sqlite3.SQLITE_CORRUPT: "is damaged; start the kiosk again, it saves what can be read",
    sqlite3.SQLITE_NOTADB: "is not a database; start the kiosk again, it begins a new one and keeps this",
    sqlite3.SQLITE_AUTH: "may not be opened by this user",
}

_KINDS = {
    sqlite3.SQLITE_FULL: DiskFullError,
    sqlite3.SQLITE_CORRUPT: DamagedError,
    sqlite3.SQLITE_NOTADB: DamagedError,
}


def translate(error: sqlite3.Error, path: Path) -> StoreError | None:
    """The sentence for a fault of the machine; None when the fault is ours and must not be hidden."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    cause = _ENVIRONMENT.get(code)
    return _KINDS.get(code, StoreError)(f"{path} {cause}.") if cause else None


def open_writer(path: Path) -> sqlite3.Connection:
    """Open (or make) the file for the one writing connection and bring it to today's schema.

    Raises StoreError in a sentence when the machine is at fault, and for a file of a newer program,
    which is left untouched. `kiosk.store.rescue` is the way to open a file that may be damaged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            open_reader(path).close()  # a connection that could write would change a newer file when it closes
        db = sqlite3.connect(path, autocommit=True, check_same_thread=False, timeout=5.0)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA foreign_keys = ON")
            migrate(db, path)
        except BaseException:
            db.close()
            raise
    except OSError as error:
        raise StoreError(f"{path.parent} cannot be made or written: {error.strerror or error}.") from error
    except sqlite3.Error as error:
        raise translate(error, path) or error from error
    return db


def undo_interrupted(path: Path) -> None:
    """Take back the first step of making the file, where the power failed in it.

    That step, before the file has its log, is the only one that leaves a journal, and only who may write can play it
    back: without this the file could not even be looked at. Raises StoreError.
    """
    if not Path(f"{path}-journal").exists():
        return
    try:
        with closing(sqlite3.connect(path, autocommit=True)) as db:
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise translate(error, path) or error from error
    if path.stat().st_size == 0:
        path.unlink()


def open_reader(path: Path) -> sqlite3.Connection:
    """Open the file to read beside a running program. Raises StoreError when there is none to read."""
    if not path.exists():
        raise StoreError(f"{path} does not exist yet: start the kiosk once, or name its folder with --data-dir.")
    try:
        db = sqlite3.connect(f"{_uri(path)}?mode=ro", uri=True, autocommit=True, timeout=5.0)
        try:
            refuse_newer(db, path)
        except BaseException:
            db.close()
            raise
    except sqlite3.Error as error:
        raise translate(error, path) or error from error
    return db


def _uri(path: Path) -> str:
    """The path as SQLite reads it in an address (https://sqlite.org/uri.html, 3.1). Path.as_uri costs 4 ms."""
    name = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{name if name.startswith('/') else f'/{name}'}"


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Read a file that is up to date while the block lasts; what the machine refuses in it is a StoreError too."""
    db = open_reader(path)
    try:
        refuse_older(db, path)
        yield db
    except sqlite3.Error as error:
        raise translate(error, path) or error from error
    finally:
        db.close()


def open_copy(path: Path) -> sqlite3.Connection:
    """Copy the file into memory, at today's schema, to try there what would happen. Raises as `open_reader` does."""
    reader = open_reader(path)
    copy = sqlite3.connect(":memory:", autocommit=True)
    try:
        reader.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")
        migrate(copy, path)
    except sqlite3.Error as error:
        copy.close()
        raise translate(error, path) or error from error
    finally:
        reader.close()
    return copy


def migrate(db: sqlite3.Connection, path: Path, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Run what is missing, each migration in one transaction with its number: all of it or nothing."""
    refuse_newer(db, path, len(migrations))
    for number, script in enumerate(migrations[version(db) :], start=version(db) + 1):
        db.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements(script):
                db.execute(statement)
            db.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def statements(script: str) -> list[str]:
    """Split a script where SQLite says a statement is whole, so that triggers stay in one piece."""
    whole, part = [], ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            whole.append(part.strip())
            part = ""
    return whole


def version(db: sqlite3.Connection) -> int:
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    return found


def refuse_newer(db: sqlite3.Connection, path: Path, known: int = len(MIGRATIONS)) -> None:
    if version(db) > known:
        raise StoreError(
            f"{path} was written by a newer version of this program (its format is {version(db)}, "
            f"this one knows up to {known}); install the newer version. Nothing was changed."
        )


def refuse_older(db: sqlite3.Connection, path: Path) -> None:
    """For who may only read: bringing the file up to date is the writer's work."""
    if version(db) < len(MIGRATIONS):
        raise StoreError(f"{path} is of an older version; start the kiosk once to bring it up to date.")


def check(path: Path) -> None:
    """Look through the whole file beside a running program. Raises DamagedError with SQLite's first complaint.

    Raises StoreError as `open_reader` does.
    """
    db = open_reader(path)
    try:
        (finding,) = db.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        raise translate(error, path) or error from error
    finally:
        db.close()
    if finding != "ok":
        raise DamagedError(
            f"{path} is damaged ({finding}); close the kiosk and start it again, it saves what can be read."
        )
