import sqlite3
from collections.abc import Mapping
from contextlib import closing

import pytest

from kiosk.clock import ManualClock
from kiosk.errors import UsageError
from kiosk.lessons.files import LARGEST, file_name
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.store import database, files, progress, students
from kiosk.store.files import HandedIn
from kiosk.store.salvage import carry_over
from kiosk.store.writer import Store
from tests.store.stories import add_student, start

PNG = b"\x89PNG and so on"
LEAF = file_name(PNG, "leaf.png")
ROOT = file_name(b"root", "würzelchen.txt")
OTHER = file_name(b"other", "other.pdf")
Q = QuestionId("q1")


@pytest.fixture
def run(store: Store, clock: ManualClock) -> int:
    return start(store, clock, add_student(store)).run


def answer(store: Store, run: int, name: str, given: Mapping[str, bytes]) -> None:
    store.call(progress.save, run, 0, 0, {Q: SavedAnswer({"R": (name,)})}, 1, given).result()


def test_a_file_is_kept_with_its_run_and_comes_back_as_it_was(store: Store, run: int) -> None:
    store.call(files.put, run, LEAF, PNG, 1).result()
    store.call(files.put, run, LEAF, PNG, 2).result()
    assert store.call(files.get, run, LEAF).result() == PNG
    assert store.call(files.get, run + 1, LEAF).result() is None
    assert store.call(files.names, run).result() == (LEAF,)
    store.call(files.delete, run, LEAF).result()
    assert store.call(files.names, run).result() == ()


def test_what_an_answer_names_is_kept_and_what_none_names_any_more_is_deleted(store: Store, run: int) -> None:
    answer(store, run, LEAF, {LEAF: PNG})
    answer(store, run, LEAF, {})
    assert store.call(files.load, run).result() == {LEAF: PNG}
    answer(store, run, ROOT, {ROOT: b"root"})
    assert store.call(files.load, run).result() == {ROOT: b"root"}


def test_a_file_that_is_too_large_is_refused_and_nothing_is_kept(store: Store, run: int) -> None:
    data = bytes(LARGEST + 1)
    with pytest.raises(UsageError, match="choose a smaller one"):
        store.call(files.put, run, "x film.mp4", data, 1).result()
    assert store.call(files.names, run).result() == ()


def test_a_name_that_is_not_the_files_own_is_our_fault(store: Store, run: int) -> None:
    with pytest.raises(ValueError, match="not the name of what it holds"):
        store.call(files.put, run, LEAF, b"root", 1).result()


def place_is_sent(store: Store) -> None:
    store.call(lambda db: db.execute("UPDATE progress SET sent_ms = updated_ms")).result()


def test_a_file_is_to_be_sent_once_the_server_knows_the_answer_that_names_it(store: Store, run: int) -> None:
    answer(store, run, LEAF, {LEAF: PNG})
    assert store.call(files.unsent).result() == []
    place_is_sent(store)
    (file,) = store.call(files.unsent).result()
    assert file == HandedIn("ana@example.com", run, LEAF)
    store.call(files.sent, file).result()
    assert store.call(files.unsent).result() == []
    answer(store, run, LEAF, {LEAF: PNG})
    place_is_sent(store)
    assert store.call(files.unsent).result() == [file], "handed in again, it may be named again"


@pytest.mark.parametrize("fact", ["runs SET state = 'finished'", "students SET sign_in = 'refused'"])
def test_what_nobody_can_take_up_or_send_is_not_to_be_sent(store: Store, run: int, fact: str) -> None:
    answer(store, run, LEAF, {LEAF: PNG})
    place_is_sent(store)
    store.call(lambda db: db.execute(f"UPDATE {fact}")).result()
    assert store.call(files.unsent).result() == []


def test_what_answers_and_attempts_name_and_is_not_here_is_missing_what_stands_there_first(
    store: Store, run: int
) -> None:
    saved = {
        Q: SavedAnswer({"R": (LEAF, "a text")}, ({"R": (ROOT,)},)),
        QuestionId("q2"): SavedAnswer({"R": (OTHER, LEAF)}),
    }
    store.call(progress.save, run, 0, 0, saved, 1, {OTHER: b"other"}).result()
    missing = store.call(files.missing, 1, "fractions").result()
    assert missing == [HandedIn("ana@example.com", run, name) for name in (LEAF, ROOT)]
    assert store.call(files.missing, 1, "decimals").result() == []


def test_what_was_fetched_is_kept_as_sent_if_an_answer_still_names_it(store: Store, run: int) -> None:
    answer(store, run, LEAF, {})
    for name, data in ((LEAF, PNG), (ROOT, b"root")):
        store.call(files.fetched, HandedIn("ana@example.com", run, name), data, 5).result()
    place_is_sent(store)
    assert store.call(files.load, run).result() == {LEAF: PNG}
    assert store.call(files.unsent).result() == []
    store.call(lambda db: db.execute("DELETE FROM runs")).result()
    store.call(files.fetched, HandedIn("ana@example.com", run, LEAF), PNG, 5).result()


def test_a_run_that_takes_anothers_answers_over_knows_which_of_its_files_are_sent(
    store: Store, clock: ManualClock, run: int
) -> None:
    answer(store, run, LEAF, {LEAF: PNG})
    store.call(files.sent, HandedIn("", run, LEAF)).result()
    answer(store, run, LEAF, {})
    ana = store.call(students.find, "ana@example.com").result()
    assert ana is not None
    other = start(store, clock, ana, "decimals").run
    store.call(files.copy, other, run).result()
    answer(store, other, LEAF, {})
    place_is_sent(store)
    assert store.call(files.load, other).result() == {LEAF: PNG}
    assert store.call(files.unsent).result() == []


def test_a_run_that_is_deleted_takes_its_files_along(store: Store, run: int) -> None:
    store.call(files.put, run, LEAF, PNG, 1).result()
    store.call(lambda db: db.execute("DELETE FROM runs")).result()
    assert store.call(files.names, run).result() == ()


def test_files_are_saved_from_a_damaged_database_too(store: Store, run: int) -> None:
    store.call(files.put, run, LEAF, PNG, 1).result()
    with (
        closing(sqlite3.connect(":memory:", autocommit=True)) as fresh,
        closing(database.open_reader(store.path)) as source,
    ):
        database.migrate(fresh, store.path)
        assert carry_over(source, fresh).kept["files"] == 1
        assert files.get(fresh, run, LEAF) == PNG
