"""The server's database: SQLite in the data folder, or PostgreSQL. Every statement is right on both."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, InterfaceError, NoSuchModuleError, OperationalError

from kiosk.errors import StoreError, UsageError

FILE_NAME = "server.sqlite3"

_BUSY_S = 15
_LOOK_S = 0.25
_MIGRATING = 0x7EACE5  # any number, the same in every server: PostgreSQL's name for "somebody migrates"


def default_url(folder: Path) -> str:
    return f"sqlite:///{folder / FILE_NAME}"


class Database:
    """An open database at today's schema. Any thread; a transaction belongs to the thread that began it."""

    def __init__(self, url: str) -> None:
        """Open it, make it where there is none, and bring it up to date.

        Raises UsageError for an address that names no database we know, StoreError when it cannot be used.
        """
        self._engine = _engine(url)
        try:
            with self.write() as db:
                _migrate(db)
        except BaseException:
            self.close()
            raise

    @property
    def where(self) -> str:
        """Its address, without a password."""
        return self._engine.url.render_as_string(hide_password=True)

    @property
    def is_sqlite(self) -> bool:
        return self._engine.dialect.name == "sqlite"

    def write(self) -> AbstractContextManager[Connection]:
        """A transaction that is on the disk once it ends; undone when its block raises. Raises StoreError."""
        return _transaction(self._engine, writes=True)

    def read(self) -> AbstractContextManager[Connection]:
        """One view of the database, whoever writes meanwhile. Raises StoreError."""
        return _transaction(self._engine, writes=False)

    def wakes(self, channel: str, stop: threading.Event) -> Iterator[None]:
        """Yield at once, and then whenever there may be news, until stopped: what a thread of its own waits with.

        PostgreSQL says when somebody has notified the channel, and each second in case that was missed; with SQLite it
        is four times a second, because nobody says when another process has written. Raises StoreError.
        """
        yield
        if self._engine.dialect.name != "postgresql":
            while not stop.wait(_LOOK_S):
                yield
            return
        with _told_as_ours(self._engine):
            listening = self._engine.connect()
            try:
                connection: Any = listening.connection.driver_connection
                listening.detach()
                connection.autocommit = True
                connection.execute(f"LISTEN {channel}")
                while not stop.is_set():
                    for _ in connection.notifies(timeout=1.0, stop_after=1):
                        pass
                    yield
            finally:
                listening.close()

    def close(self) -> None:
        self._engine.dispose()


def insert_new(db: Connection, table: Table, values: Mapping[str, Any], unique: tuple[str, ...]) -> bool:
    """Insert a row unless one with the same `unique` columns is there, or comes to be there first; tells which."""
    insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values).on_conflict_do_nothing(index_elements=unique)
    return db.execute(statement.returning(*table.primary_key)).first() is not None


def insert_all_new(
    db: Connection, table: Table, rows: Sequence[Mapping[str, Any]], unique: tuple[str, ...]
) -> set[tuple[Any, ...]]:
    """Insert those rows whose `unique` columns are not there yet; tells these columns of each that was inserted."""
    if not rows:
        return set()
    insert = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).on_conflict_do_nothing(index_elements=unique)
    inserted = db.execute(statement.returning(*(table.c[name] for name in unique)), rows)
    return {tuple(row) for row in inserted}


@contextmanager
def _transaction(engine: Engine, *, writes: bool) -> Iterator[Connection]:
    with _told_as_ours(engine), engine.connect().execution_options(writes=writes) as db, db.begin():
        yield db


@contextmanager
def _told_as_ours(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError, engine.dialect.loaded_dbapi.OperationalError) as error:
        where = engine.url.render_as_string(hide_password=True)
        said = error.orig if isinstance(error, OperationalError | InterfaceError) else error
        raise StoreError(f"The database {where} cannot be used ({said}); see that it runs and has room.") from error


def _engine(url: str) -> Engine:
    try:
        parts = make_url(url)
        backend = parts.get_backend_name()
        if backend not in ("sqlite", "postgresql"):
            raise UsageError(f"The database must be sqlite:///FILE or postgresql+psycopg://…, not {backend}.")
        engine = create_engine(
            parts, hide_parameters=True, pool_size=10, max_overflow=40, pool_pre_ping=backend != "sqlite"
        )
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError(
            "The database's address is not of the form sqlite:///FILE or postgresql+psycopg://…."
        ) from error
    except ModuleNotFoundError as error:
        raise UsageError(
            f"PostgreSQL needs {error.name}; install it with: pip install 'timeback-kiosk[postgres]'"
        ) from error
    if backend == "sqlite":
        _prepare_sqlite(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    if engine.url.database:
        try:
            Path(engine.url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{Path(engine.url.database).parent} cannot be made: {error.strerror}.") from error

    def configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # BEGIN is ours
        for pragma in (
            f"busy_timeout = {_BUSY_S * 1000}",
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    def begin(db: Connection) -> None:
        # A transaction that reads first and then writes could find that somebody wrote in between.
        db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")

    event.listen(engine, "connect", configure)
    event.listen(engine, "begin", begin)


def _migrate(db: Connection) -> None:
    """Within the caller's transaction, so that a failing step changes nothing."""
    if db.dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": _MIGRATING})
    config = Config()
    config.set_main_option("script_location", "kiosk.server:migrations")
    config.attributes["connection"] = db
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        where = db.engine.url.render_as_string(hide_password=True)
        raise StoreError(f"The database {where} is of a newer school server; update this one.") from error
