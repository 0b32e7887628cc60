from contextlib import suppress
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from kiosk.errors import StoreError, UsageError
from kiosk.server import ledger
from kiosk.server.database import Database, default_url
from kiosk.server.schema import classes, metadata
from tests.server.schoolhouse import on_both


@on_both
def test_the_migrations_make_what_the_schema_says(database: Database) -> None:
    with database.read() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []


@on_both
def test_a_database_of_before_runs_were_joined_is_brought_up_to_date_with_what_is_in_it(url: str) -> None:
    engine, config = create_engine(url), Config()
    config.set_main_option("script_location", "kiosk.server:migrations")
    with engine.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0004_handout")
        db.execute(text("INSERT INTO students (id, name, email, created_ms) VALUES (1, 'Ana', 'a@example.com', 1)"))
        db.execute(text("INSERT INTO runs (id, run_id, student_id, activity) VALUES (1, 'r', 1, 'halves')"))
        db.execute(text("INSERT INTO progress (run, page, answers, updated_ms) VALUES (1, 2, '{}', 700)"))
    engine.dispose()
    database = Database(url)
    with database.read() as db:
        assert compare_metadata(MigrationContext.configure(db), metadata) == []
        assert db.execute(text("SELECT page, started_ms, updated_ms FROM progress")).all() == [(2, 700, 700)]
        assert ledger.name(db)
    database.close()


@on_both
def test_it_is_opened_again_with_what_is_in_it(url: str) -> None:
    for expected in ([], ["3b"]):
        database = Database(url)
        with database.write() as db:
            assert list(db.scalars(classes.select().with_only_columns(classes.c.name))) == expected
            if not expected:
                db.execute(classes.insert().values(name="3b"))
        database.close()


@on_both
def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    with suppress(RuntimeError), database.write() as db:
        db.execute(classes.insert().values(name="3b"))
        raise RuntimeError
    with database.read() as db:
        assert db.execute(classes.select()).all() == []


@on_both
def test_a_newer_servers_database_is_refused_and_left_as_it_is(url: str) -> None:
    database = Database(url)
    with database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    for _ in range(2):
        with pytest.raises(StoreError, match="newer school server"):
            Database(url)


def test_a_commit_is_on_the_disk_before_it_returns(tmp_path: Path) -> None:
    database = Database(default_url(tmp_path))
    with database.write() as db:
        modes = [db.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]
    database.close()
    assert modes == ["wal", 2], "2 is FULL"


@pytest.mark.parametrize("address", ["", "school", "mysql://host/school", "postgresql+nothing://host/school"])
def test_an_address_that_is_none_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(UsageError, match=r"sqlite:///FILE or postgresql\+psycopg://"):
        Database(address)


def test_a_database_that_cannot_be_reached_is_told_without_its_password() -> None:
    with pytest.raises(StoreError) as told:
        Database("postgresql+psycopg://kiosk:hidden@127.0.0.1:1/school")
    assert "127.0.0.1:1/school" in str(told.value)
    assert "hidden" not in str(told.value)
