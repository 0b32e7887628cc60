import sqlite3

import pytest

from kiosk.clock import Instant, ManualClock, read
from kiosk.store import secrets
from kiosk.store.secrets import TEACHER, Try
from kiosk.store.writer import Store
from tests.store.stories import add_student

SECOND_MS = 1_000


def begin(store: Store, now: Instant, boot: str = "this boot") -> Try:
    begun = store.call(secrets.begin_try, TEACHER, now, boot).result()
    assert begun is not None
    return begun


@pytest.fixture
def kept(store: Store) -> Store:
    store.call(secrets.change, TEACHER, "kept").result()
    return store


def test_where_no_secret_is_set_nothing_can_be_tried(store: Store, clock: ManualClock) -> None:
    assert not store.call(secrets.is_set, TEACHER).result()
    assert store.call(secrets.begin_try, TEACHER, read(clock), "boot").result() is None


def test_three_wrong_tries_are_free_and_then_each_wait_is_longer(kept: Store, clock: ManualClock) -> None:
    waits = []
    for _ in range(8):
        begun = begin(kept, read(clock))
        assert begun.wait_ms == 0
        waits.append(begun.wait_if_wrong_ms // SECOND_MS)
        clock.advance(begun.wait_if_wrong_ms)
    assert waits == [0, 0, 5, 30, 120, 600, 600, 600]


def test_before_the_wait_is_over_nothing_is_tried_or_counted(kept: Store, clock: ManualClock) -> None:
    for _ in range(3):
        begin(kept, read(clock))
    clock.advance(2 * SECOND_MS)
    assert [begin(kept, read(clock)).wait_ms for _ in range(3)] == [3 * SECOND_MS] * 3
    clock.advance(3 * SECOND_MS)
    assert begin(kept, read(clock)).wait_if_wrong_ms == 30 * SECOND_MS


def test_a_right_try_and_a_new_secret_forget_the_wrong_ones(kept: Store, clock: ManualClock) -> None:
    for _ in range(3):
        begin(kept, read(clock))
    assert begin(kept, read(clock)).wait_ms
    kept.call(secrets.forgive, TEACHER).result()
    assert [begin(kept, read(clock)).wait_ms for _ in range(4)] == [0, 0, 0, 5_000]
    kept.call(secrets.change, TEACHER, "new").result()
    assert begin(kept, read(clock)) == Try("new", 0, 0)


def test_a_restart_of_the_machine_ends_no_wait(kept: Store, clock: ManualClock) -> None:
    for _ in range(3):
        begin(kept, read(clock))
    clock.advance(SECOND_MS)
    after = Instant(read(clock).wall, mono=7)
    assert begin(kept, after, "next boot").wait_ms == 4 * SECOND_MS


def test_a_clock_set_back_lengthens_the_wait_to_a_new_one_and_no_further(kept: Store, clock: ManualClock) -> None:
    for _ in range(3):
        begin(kept, read(clock))
    last_year = Instant(read(clock).wall - 365 * 86_400 * SECOND_MS, mono=7)
    assert begin(kept, last_year, "next boot").wait_ms == 5 * SECOND_MS
    later = Instant(last_year.wall + 5 * SECOND_MS, last_year.mono + 5 * SECOND_MS)
    assert begin(kept, later, "next boot").wait_ms == 0


def test_each_student_has_a_secret_of_their_own_which_goes_with_them(kept: Store) -> None:
    ana = add_student(kept)
    kept.call(secrets.change, ana.id, "hers").result()
    assert kept.call(secrets.is_set, ana.id).result()

    def remove(db: sqlite3.Connection) -> int:
        db.execute("DELETE FROM students WHERE id = ?", (ana.id,))
        return int(db.execute("SELECT count(*) FROM secrets").fetchone()[0])

    assert kept.call(remove).result() == 1
    assert kept.call(secrets.is_set, TEACHER).result()


def test_without_a_secret_any_more_none_is_set(kept: Store) -> None:
    kept.call(secrets.change, TEACHER, None).result()
    assert not kept.call(secrets.is_set, TEACHER).result()
