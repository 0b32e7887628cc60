import sqlite3
import sys
import threading
from contextlib import closing

import pytest

from kiosk.clock import ManualClock
from kiosk.errors import FileMovedError, StoreError
from kiosk.store import days, journal, students
from kiosk.store.writer import Store
from kiosk.tracking.window import WindowState
from tests.store.stories import add_student, entry, start, window


def test_a_verb_that_fails_changes_nothing_and_its_error_reaches_the_caller(store: Store) -> None:
    def add_and_fail(db: sqlite3.Connection) -> None:
        students.add(db, "ben", "Ben", "sun", 0)
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        store.call(add_and_fail).result()
    assert store.call(students.everyone).result() == []


def test_a_fault_of_ours_is_not_dressed_up_as_the_machines(store: Store) -> None:
    def wrong(db: sqlite3.Connection) -> None:
        db.execute("SELECT * FROM nowhere")

    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        store.call(wrong).result()
    assert store.trouble is None


def full(db: sqlite3.Connection) -> None:
    """Let the file not grow any more, which SQLite reports as a full disk."""
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")


def roomy(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA max_page_count = 1000000")


def fill(db: sqlite3.Connection) -> None:
    db.executemany(
        "INSERT INTO students (ref, name, avatar, added_ms) VALUES (?, ?, ?, 0)",
        [(f"s{n}", "x" * 500, "") for n in range(200)],
    )


def test_a_full_disk_is_told_and_what_it_refused_is_written_when_there_is_room(
    store: Store, clock: ManualClock
) -> None:
    told: list[StoreError | None] = []
    run = start(store, clock, add_student(store))
    store.on_change = told.append
    store.call(full).result()
    with pytest.raises(StoreError, match="disk is full"):
        store.call(fill).result()
    assert "disk is full" in str(store.trouble)
    for seq in range(300):
        store.journal(entry(run, window(clock, seq)))
    store.call(roomy).result()
    store.journal(entry(run, window(clock, 300)))
    (total,) = store.call(days.totals, 1, "2026-01-05").result()
    assert total.active_ms == 301 * 15_000
    assert str(store.trouble) == "None"
    assert isinstance(told[0], StoreError)
    assert told[-1] is None


def test_ending_a_sitting_writes_what_the_disk_refused_of_it(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    store.call_light(lambda db: db.execute("PRAGMA query_only = ON")).result()
    for seq in range(3):
        store.journal(entry(run, window(clock, seq)))
    with pytest.raises(StoreError, match="cannot be written"):
        store.end_sitting(journal.end_sitting, entry(run)).result()
    store._db.execute("PRAGMA query_only = OFF")  # the writer itself can begin nothing any more
    store.end_sitting(journal.end_sitting, entry(run)).result()
    (total,) = store.call(days.totals, 1, "2026-01-05").result()
    assert total.active_ms == 45_000


def test_trouble_lasts_until_something_is_written_again(store: Store) -> None:
    store.call(full).result()
    with pytest.raises(StoreError):
        store.call(fill).result()
    assert store.call(students.everyone).result() == []
    assert "disk is full" in str(store.trouble)
    store.call(roomy).result()
    store.call(students.add_new, "Ana", 0).result()
    assert store.trouble is None


def test_journal_entries_that_pile_up_become_one_and_the_newest_of_a_window_wins(
    store: Store, clock: ManualClock
) -> None:
    run = start(store, clock, add_student(store))
    gate = threading.Event()
    store.call_light(lambda _db: gate.wait())
    for second in range(1, 15):
        running = window(ManualClock(clock.utc_now()), 0, second * 1000, state=WindowState.OPEN)
        store.journal(entry(run, running))
    gate.set()
    (total,) = store.call(days.totals, 1, "2026-01-05").result()
    assert total.active_ms == 14_000


def test_seconds_that_were_refused_while_another_program_held_the_file_are_written_with_the_next(
    store: Store, clock: ManualClock
) -> None:
    run = start(store, clock, add_student(store))
    store.call_light(lambda db: db.execute("PRAGMA busy_timeout = 1").fetchone()).result()
    with closing(sqlite3.connect(store.path, autocommit=True)) as other:
        other.execute("BEGIN IMMEDIATE")
        for second in (1, 2, 3):
            store.journal(entry(run, window(clock, 0, second * 1000, state=WindowState.OPEN)))
            with pytest.raises(StoreError, match="in use by another program"):
                store.call(days.totals, 1, "2026-01-05").result()
        other.execute("ROLLBACK")
    store.journal(entry(run, window(clock, 0, 4_000, state=WindowState.OPEN)))
    (total,) = store.call(days.totals, 1, "2026-01-05").result()
    assert total.active_ms == 4_000
    assert store.trouble is None


def test_a_tick_goes_before_whatever_waits(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    go_on = threading.Event()
    store.call(lambda _db: go_on.wait())
    waited = store.call(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()[0])
    store.journal(entry(run, window(clock, 0)))
    go_on.set()
    assert waited.result() == 1


def test_closing_writes_what_was_posted(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    store.journal(entry(run, window(clock, 0)))
    store.close()
    again = Store(store.folder, clock)
    assert again.call(days.totals, 1, "2026-01-05").result()[0].active_ms == 15_000
    again.close()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be moved there")
def test_nothing_is_written_into_a_file_that_was_moved_away_and_work_goes_on_once_it_is_back(
    store: Store, clock: ManualClock
) -> None:
    run = start(store, clock, add_student(store))
    away = store.path.with_name("away")
    store.path.rename(away)
    store.journal(entry(run, window(clock, 0)))
    with pytest.raises(FileMovedError, match="was moved or replaced while it was open; put it back"):
        add_student(store, "ben")
    assert "was moved" in str(store.trouble)
    away.rename(store.path)
    store.journal(entry(run, window(clock, 1)))
    assert add_student(store, "ben").name == "Ben"
    assert store.trouble is None
    assert store.call(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()).result() == (2,)


def test_a_change_is_what_more_than_a_running_windows_second_comes_to(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    before = store.changes
    store.journal(entry(run, window(clock, 0, 1_000, state=WindowState.OPEN)))
    store.call_light(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()).result()
    assert store.changes == before
    store.journal(entry(run, window(clock, 0, 2_000)))
    store.call_light(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()).result()
    assert store.changes == before + 1
    store.call(students.add_new, "Ben", 0).result()
    assert store.changes == before + 2
