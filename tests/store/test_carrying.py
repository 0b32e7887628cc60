"""Work that leaves in a file and comes back in one: nothing is lost, and nothing is sent twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, read
from kiosk.errors import UsageError
from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.rescue_file import RescueFile
from kiosk.store import carrying, days, finishing, outbox, runs, students
from kiosk.store.outbox import Backlog, Lane, Message
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, end, entry, start, window, work


@pytest.fixture
def other(tmp_path: Path, clock: ManualClock) -> Iterator[Store]:
    """Another computer of the school."""
    store = Store(tmp_path / "other", clock)
    yield store
    store.close()


def carried(store: Store, file_id: str = "f1") -> RescueFile:
    given = store.call(carrying.carry_away, file_id, "a.rescue", 1).result()
    return RescueFile(file_id, 1, "Room 12", given)


def sent_by(store: Store, clock: ManualClock) -> list[Body]:
    """Every message that this computer would send, each taken by the server at once."""
    bodies = []
    for lane in store.call(outbox.lanes).result():
        while isinstance(message := store.call(outbox.claim, lane, read(clock), BOOT, hurry=True).result(), Message):
            bodies.append(message.body)
            store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(clock), 0).result()
    return bodies


def backlog(store: Store) -> Backlog:
    return store.call(outbox.backlog).result()


def finished_work(store: Store, clock: ManualClock, name: str = "ana") -> None:
    """Three windows that touch, and the end of the run."""
    run = start(store, clock, add_student(store, name))
    work(store, clock, run, 3, touching=True)
    store.end_sitting(runs.finish, entry(run), Metrics(total_questions=4, correct_questions=3, xp_earned=2)).result()


def test_what_is_carried_is_sent_from_the_other_computer_and_not_from_here(
    store: Store, other: Store, clock: ManualClock
) -> None:
    finished_work(store, clock)
    file = carried(store)
    assert sent_by(store, clock) == []
    assert backlog(store) == Backlog(carried=2)
    add_student(other)
    taken = other.call(carrying.take_in, file, "a.rescue", 2).result()
    assert (taken.messages, taken.known, taken.added, taken.signed_out) == (2, 0, (), ())
    window, completion = sent_by(other, clock)
    assert (window["elapsedMs"], window["pausedMs"]) == (45_000, 0)
    assert completion["metrics"] == {"totalQuestions": 4, "correctQuestions": 3, "xpEarned": 2}


def test_the_messages_are_the_same_wherever_they_are_sent_from(store: Store, other: Store, clock: ManualClock) -> None:
    finished_work(store, clock)
    file = carried(store)
    add_student(other)
    other.call(carrying.take_in, file, "a.rescue", 2).result()
    store.call(carrying.take_back, "f1").result()
    assert sent_by(store, clock) == sent_by(other, clock)


def test_a_run_that_tells_its_time_at_its_end_tells_it_from_the_other_computer_too(
    store: Store, other: Store, clock: ManualClock
) -> None:
    run = start(store, clock, add_student(store), reports_time=False)
    store.end_sitting(runs.request_finish, entry(run, window(clock, 0)), Metrics(xp_earned=0), "1").result()
    file = carried(store)
    add_student(other)
    other.call(carrying.take_in, file, "a.rescue", 2).result()
    (request,) = other.call(finishing.due, 3, hurry=True).result()
    assert request.body["activeMs"] == 15_000


def test_a_file_is_taken_in_once(store: Store, other: Store, clock: ManualClock) -> None:
    finished_work(store, clock)
    file = carried(store)
    other.call(carrying.take_in, file, "a.rescue", 2).result()
    with pytest.raises(UsageError, match="was taken in here on 1970-01-01 already; nothing was changed"):
        other.call(carrying.take_in, file, "a.rescue", 3).result()
    with pytest.raises(UsageError, match="was made on this computer"):
        store.call(carrying.take_in, file, "a.rescue", 3).result()
    assert backlog(other).waiting == 2


def test_work_that_came_in_an_earlier_file_is_not_taken_again(store: Store, other: Store, clock: ManualClock) -> None:
    finished_work(store, clock)
    other.call(carrying.take_in, carried(store), "a.rescue", 2).result()
    store.call(carrying.take_back, "f1").result()
    taken = other.call(carrying.take_in, carried(store, "f2"), "b.rescue", 3).result()
    assert (taken.messages, taken.known) == (0, 2)


def test_a_student_nobody_knows_is_added_and_has_to_be_signed_in(
    store: Store, other: Store, clock: ManualClock
) -> None:
    finished_work(store, clock)
    taken = other.call(carrying.take_in, carried(store), "a.rescue", 2).result()
    assert (taken.added, taken.signed_out) == (("Ana",), ("Ana",))
    assert [student.name for student in other.call(students.everyone).result()] == ["Ana"]


def test_a_student_is_known_by_their_name_where_the_other_computer_made_its_own_ref(
    store: Store, other: Store, clock: ManualClock
) -> None:
    finished_work(store, clock)
    ana = other.call(students.add_new, "Ana", 0).result()
    other.call(carrying.take_in, carried(store), "a.rescue", 2).result()
    assert [student.id for student in other.call(students.everyone).result()] == [ana.id]
    assert sum(day.active_ms for day in other.call(days.totals, ana.id, "").result()) == 45_000


def test_what_may_have_arrived_stays_where_it_is(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    store.call(outbox.claim, Lane(ana.id, ana.ref, "fractions"), read(clock), BOOT).result()  # it is on its way
    (student,) = carried(store).students
    assert [len(run.windows) for run in student.runs] == [1]
    assert backlog(store) == Backlog(waiting=1, waiting_ms=15_000, carried=1)


def test_a_result_is_not_carried_before_its_time(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    store.end_sitting(runs.finish, entry(run), Metrics(xp_earned=0)).result()
    store.call(outbox.claim, Lane(ana.id, ana.ref, "fractions"), read(clock), BOOT).result()
    (student,) = carried(store).students
    assert student.runs[0].end is None


def test_where_nothing_waits_no_file_is_begun(store: Store) -> None:
    add_student(store)
    with pytest.raises(UsageError, match="Nothing waits on this computer"):
        store.call(carrying.carry_away, "f1", "a.rescue", 1).result()
    assert store.call(carrying.carried_files).result() == []
    with pytest.raises(UsageError, match="No work was carried away"):
        store.call(carrying.take_back, "f1").result()


def test_what_is_said_to_have_arrived_counts_as_delivered(store: Store, clock: ManualClock) -> None:
    finished_work(store, clock)
    carried(store)
    (file,) = store.call(carrying.carried_files).result()
    assert (file.file_id, file.messages) == ("f1", 2)
    assert store.call(carrying.arrived, "f1", 9).result() == 2
    assert backlog(store) == Backlog()
    assert store.call(carrying.carried_files).result() == []


def test_a_lesson_goes_on_while_its_earlier_time_is_carried(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    work(store, clock, run, 1)
    carried(store)
    work(store, clock, run, 1, first=1)
    end(store, run)
    assert [body["elapsedMs"] for body in sent_by(store, clock)] == [15_000]
    assert backlog(store) == Backlog(carried=1)
