from kiosk.clock import ManualClock
from kiosk.lessons.model import Progress, QuestionId, SavedAnswer
from kiosk.store import progress
from kiosk.store.writer import Store
from tests.store.stories import add_student, start

SUM, POLE = QuestionId("sum"), QuestionId("pole")
TRIED = SavedAnswer({"RESPONSE": ("b", "ü")}, ({"RESPONSE": ("b",)}, {"RESPONSE": ("c",)}))


def test_a_run_begins_on_the_first_page_with_nothing_answered(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store)).run
    assert store.call(progress.load, run).result() == Progress(0, {})


def test_page_and_answers_come_back_as_they_were_saved(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store)).run
    answers = {SUM: TRIED, POLE: SavedAnswer()}
    store.call(progress.save, run, 3, 60, answers, 1).result()
    assert store.call(progress.load, run).result() == Progress(3, answers)


def test_saving_again_replaces_what_changed_and_keeps_the_rest(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store)).run
    store.call(progress.save, run, 3, 60, {SUM: TRIED}, 1).result()
    done = SavedAnswer({"RESPONSE": ("Santa",)}, ({"RESPONSE": ("Santa",)},))
    store.call(progress.save, run, 2, 60, {POLE: done}, 2).result()
    assert store.call(progress.load, run).result() == Progress(2, {SUM: TRIED, POLE: done})
    times = store.call(lambda db: db.execute("SELECT question, updated_ms FROM answers ORDER BY 2").fetchall())
    assert times.result() == [(SUM, 1), (POLE, 2)]


def test_what_is_saved_is_dated_after_all_that_is_known_of_the_run(store: Store, clock: ManualClock) -> None:
    """Else what a child does under a clock that is behind would be older than what it replaces, wherever it is sent."""
    run = start(store, clock, add_student(store)).run
    for at_ms in (5_000, 10, 6_000):
        store.call(progress.save, run, 3, 60, {SUM: TRIED}, at_ms).result()
        store.call(progress.save, run, 3, 60, {POLE: TRIED}, at_ms).result()
    times = store.call(lambda db: db.execute("SELECT question, updated_ms FROM answers ORDER BY 2").fetchall())
    assert times.result() == [(SUM, 6_000), (POLE, 6_001)]
    assert store.call(lambda db: db.execute("SELECT updated_ms FROM progress").fetchone()).result() == (6_001,)


def test_each_run_has_its_own_progress(store: Store, clock: ManualClock) -> None:
    ana, ben = add_student(store), add_student(store, "ben")
    runs = [start(store, clock, who).run for who in (ana, ben)]
    store.call(progress.save, runs[0], 4, 80, {SUM: TRIED}, 1).result()
    assert store.call(progress.load, runs[1]).result() == Progress()
