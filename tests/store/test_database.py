import shutil
import sqlite3
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.errors import DamagedError, FolderInUseError, StoreError
from kiosk.store import database, students
from kiosk.store.schema import MIGRATIONS
from kiosk.store.writer import Store
from tests.store.stories import add_student


def tables(db: sqlite3.Connection) -> list[tuple[str, str]]:
    return db.execute("SELECT name, sql FROM sqlite_schema ORDER BY name").fetchall()


def test_a_failing_migration_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    db = sqlite3.connect(path, autocommit=True)
    database.migrate(db, path, ("CREATE TABLE a (x) STRICT;".replace("x)", "x INT)"),))
    before = tables(db)
    with pytest.raises(sqlite3.OperationalError):
        database.migrate(db, path, ("", "CREATE TABLE b (y INT) STRICT;\nCREATE TABLE a (z INT);"))
    assert tables(db) == before
    assert database.version(db) == 1
    db.close()


def test_each_migration_is_committed_with_its_number_so_that_a_second_run_does_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    db = database.open_writer(path)
    before = tables(db)
    database.migrate(db, path)
    assert database.version(db) == len(MIGRATIONS)
    assert tables(db) == before
    db.close()


def test_a_file_of_a_newer_program_is_refused_in_a_sentence_and_left_alone(tmp_path: Path, clock: ManualClock) -> None:
    Store(tmp_path, clock).close()
    path = tmp_path / database.FILE_NAME
    db = sqlite3.connect(path, autocommit=True)
    db.execute("PRAGMA user_version = 99")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"newer version of this program.*Nothing was changed"):
        Store(tmp_path, clock)
    with pytest.raises(StoreError, match="newer version"):
        database.open_reader(path)
    assert path.read_bytes() == before


def test_a_newer_file_is_left_alone_even_where_its_program_was_killed(
    store: Store, tmp_path_factory: pytest.TempPathFactory, clock: ManualClock
) -> None:
    store.call(lambda db: db.execute("PRAGMA user_version = 99")).result()
    folder = tmp_path_factory.mktemp("killed")
    killed = [Path(shutil.copy(f"{store.path}{side}", folder)) for side in ("", "-wal")]
    before = [file.read_bytes() for file in killed]
    with pytest.raises(StoreError, match="newer version"):
        Store(folder, clock)
    assert [file.read_bytes() for file in killed] == before


def test_beside_a_running_program_a_file_that_is_no_database_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / database.FILE_NAME).write_bytes(b"not a database, certainly" * 100)
    with pytest.raises(DamagedError, match="is not a database; start the kiosk again"):
        database.open_reader(tmp_path / database.FILE_NAME)


def test_two_writers_on_one_folder_are_refused_and_the_first_goes_on(store: Store, clock: ManualClock) -> None:
    with pytest.raises(FolderInUseError, match="in use by another running kiosk"):
        Store(store.folder, clock)
    assert add_student(store).name == "Ana"


def test_the_folder_is_free_again_after_closing(store: Store, clock: ManualClock) -> None:
    store.close()
    store.close()
    Store(store.folder, clock).close()


def test_a_reader_reads_beside_the_running_writer_and_cannot_write(store: Store) -> None:
    add_student(store)
    reader = database.open_reader(store.path)
    assert [student.name for student in students.everyone(reader)] == ["Ana"]
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reader.execute("DELETE FROM students")
    reader.close()


def test_a_folder_may_have_any_name(tmp_path: Path, clock: ManualClock) -> None:
    folder = tmp_path / "what? 50%41 #1 ü&mode=rw;"
    store = Store(folder, clock)
    add_student(store)
    with database.reading(store.path) as reader:
        assert [student.name for student in students.everyone(reader)] == ["Ana"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.execute("DELETE FROM students")
    store.close()


def test_reading_where_nothing_was_ever_written_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist yet: start the kiosk once"):
        database.open_reader(tmp_path / "none.sqlite3")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, clock: ManualClock) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made or written"):
        Store(tmp_path / "file" / "data", clock)


def test_after_closing_verbs_are_refused(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.call(students.everyone).result()


@pytest.mark.parametrize(
    ("code", "word"),
    [(sqlite3.SQLITE_FULL, "disk is full"), (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
     (sqlite3.SQLITE_IOERR_FSYNC, "disk reports an error"), (sqlite3.SQLITE_CORRUPT, "damaged"),
     (sqlite3.SQLITE_BUSY, "in use"), (sqlite3.SQLITE_CANTOPEN, "cannot be opened"), (sqlite3.SQLITE_CONSTRAINT, None),
     (sqlite3.SQLITE_ERROR, None), (sqlite3.SQLITE_MISUSE, None)],
)  # fmt: skip
def test_errors_are_the_machines_or_ours(code: int, word: str | None) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    translated = database.translate(error, Path("f"))
    assert (translated is None) if word is None else (word in str(translated))


def test_a_file_of_an_older_program_is_brought_up_to_date_and_keeps_what_it_had(
    tmp_path: Path, clock: ManualClock
) -> None:
    path = tmp_path / database.FILE_NAME
    db = sqlite3.connect(path, autocommit=True)
    database.migrate(db, path, MIGRATIONS[:1])
    db.execute("INSERT INTO students (id, ref, name, avatar, added_ms) VALUES (1, 'ana@example.com', 'Ana', 'fox', 0)")
    db.close()
    with pytest.raises(StoreError, match="of an older version; start the kiosk once"), database.reading(path):
        pass
    store = Store(tmp_path, clock)
    assert [student.name for student in store.call(students.everyone).result()] == ["Ana"]


def test_completions_are_kept_when_the_table_learns_that_one_may_be_withdrawn(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite3"
    db = sqlite3.connect(path, autocommit=True)
    db.execute("PRAGMA foreign_keys = ON")
    before = next(number for number, script in enumerate(MIGRATIONS) if "completions_new" in script)
    database.migrate(db, path, MIGRATIONS[:before])
    db.execute("INSERT INTO students (id, ref, name, avatar, added_ms) VALUES (1, 'a', 'Ana', 'fox', 0)")
    db.execute(
        "INSERT INTO runs (id, run_id, student, lesson, name, course, reports_time, state, opened_ms)"
        " VALUES (7, 'r', 1, 'l', 'L', '{}', 1, 'finished', 0)"
    )
    db.execute("INSERT INTO completions VALUES (3, 7, 'then', '{}', 50.0, 'parked', 2, 9, 'why', 11)")
    database.migrate(db, path)
    (kept,) = db.execute("SELECT * FROM completions").fetchall()
    assert kept[:10] == (3, 7, "then", "{}", 50.0, "parked", 2, 9, "why", 11)
    db.execute("UPDATE completions SET state = 'withdrawn'")
    db.execute("DELETE FROM runs")
    assert db.execute("SELECT count(*) FROM completions").fetchone() == (0,)
    db.close()


def test_a_copy_is_tried_on_and_the_file_stays_as_it_is(tmp_path: Path, clock: ManualClock) -> None:
    store = Store(tmp_path, clock)
    add_student(store)
    copy = database.open_copy(store.path)
    students.add(copy, "ben", "Ben", "fox", 0)
    assert [student.name for student in students.everyone(copy)] == ["Ana", "Ben"]
    copy.close()
    assert [student.name for student in store.call(students.everyone).result()] == ["Ana"]
    database.check(store.path)
    store.close()
