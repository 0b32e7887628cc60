import pytest

from kiosk.clock import ManualClock, day_start_ms, read
from kiosk.errors import UsageError
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import aside, outbox, runs
from kiosk.store.aside import DROPPED, MessageId, SetAside
from kiosk.store.outbox import RESEND_MS, Backlog, Lane, Message
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, entry, start, work


@pytest.fixture
def ana(store: Store) -> Student:
    return add_student(store)


def claim(store: Store, clock: ManualClock, student: Student) -> Message | int | None:
    return store.call(outbox.claim, Lane(student.id, student.ref, "fractions"), read(clock), BOOT).result()


def send(store: Store, clock: ManualClock, student: Student, outcome: Outcome) -> Message:
    message = claim(store, clock, student)
    assert isinstance(message, Message)
    store.call(outbox.settle, message, Verdict(outcome, "400 INVALID_PAYLOAD: no"), read(clock), 0).result()
    return message


def listed(store: Store, *, dropped: bool = False) -> list[SetAside]:
    return store.call(aside.set_aside, dropped=dropped).result()


def parked(store: Store, clock: ManualClock, student: Student) -> Message:
    work(store, clock, start(store, clock, student))
    return send(store, clock, student, Outcome.PARK)


def perhaps_delivered(store: Store, clock: ManualClock, student: Student) -> Message:
    work(store, clock, start(store, clock, student))
    message = send(store, clock, student, Outcome.AMBIGUOUS)
    clock.advance(RESEND_MS + 1)
    assert claim(store, clock, student) is None
    return message


def test_a_parked_window_is_named_and_says_why(store: Store, clock: ManualClock, ana: Student) -> None:
    parked(store, clock, ana)
    (message,) = listed(store)
    assert (message.id, message.student, message.state) == ("w1", "Ana", "parked")
    assert (message.active_ms, message.is_in_doubt, message.reason) == (15_000, False, "400 INVALID_PAYLOAD: no")


def test_a_parked_window_put_back_is_sent_unchanged(store: Store, clock: ManualClock, ana: Student) -> None:
    first = parked(store, clock, ana)
    store.call(aside.retry, MessageId("w1")).result()
    assert listed(store) == []
    again = send(store, clock, ana, Outcome.DELIVERED)
    assert again.body == first.body
    assert store.call(outbox.backlog).result() == Backlog()


def test_a_completion_can_be_parked_put_back_and_dropped(store: Store, clock: ManualClock, ana: Student) -> None:
    run = start(store, clock, ana)
    store.call(runs.finish, entry(run), Metrics(4)).result()
    first = send(store, clock, ana, Outcome.PARK)
    assert [(each.id, each.kind, each.state) for each in listed(store)] == [("c1", "completion", "parked")]
    store.call(aside.retry, MessageId("c1")).result()
    assert send(store, clock, ana, Outcome.PARK).body == first.body
    monday = day_start_ms("2026-01-05")
    assert store.call(runs.xp_since, ana.id, "2026-01-05").result() == 4
    store.call(aside.drop, MessageId("c1"), monday).result()
    assert claim(store, clock, ana) is None
    assert [(each.state, each.reason) for each in listed(store, dropped=True)] == [("withdrawn", DROPPED)]
    assert store.call(runs.xp_since, ana.id, "2026-01-05").result() == 0


def test_a_window_that_may_have_arrived_is_put_back_only_when_that_is_accepted(
    store: Store, clock: ManualClock, ana: Student
) -> None:
    first = perhaps_delivered(store, clock, ana)
    with pytest.raises(UsageError, match="may have arrived already: sent again, its 15 s may be counted twice"):
        store.call(aside.retry, MessageId("w1")).result()
    assert claim(store, clock, ana) is None
    store.call(aside.retry, MessageId("w1"), may_count_twice=True).result()
    assert send(store, clock, ana, Outcome.DELIVERED).body == first.body


def test_a_window_refused_after_a_lost_answer_is_still_in_doubt(store: Store, clock: ManualClock, ana: Student) -> None:
    work(store, clock, start(store, clock, ana))
    send(store, clock, ana, Outcome.AMBIGUOUS)
    send(store, clock, ana, Outcome.PARK)
    (message,) = listed(store)
    assert (message.state, message.is_in_doubt) == ("parked", True)
    with pytest.raises(UsageError, match="may have arrived"):
        store.call(aside.retry, message.id).result()


def test_what_is_dropped_is_never_sent_and_stays_listed(store: Store, clock: ManualClock, ana: Student) -> None:
    perhaps_delivered(store, clock, ana)
    store.call(aside.drop, MessageId("w1"), read(clock).wall).result()
    assert claim(store, clock, ana) is None
    assert listed(store) == []
    (message,) = listed(store, dropped=True)
    assert (message.state, message.reason, message.active_ms) == ("withdrawn", DROPPED, 15_000)
    assert store.call(outbox.backlog).result() == Backlog()


@pytest.mark.parametrize("name", ["w2", "c1", "1", "", "w1; drop"])
def test_only_what_is_set_aside_can_be_put_back_or_dropped(
    store: Store, clock: ManualClock, ana: Student, name: str
) -> None:
    parked(store, clock, ana)
    work(store, clock, start(store, clock, ana))
    with pytest.raises(UsageError, match="is set aside; `kiosk parked` lists"):
        store.call(aside.retry, MessageId(name)).result()
    with pytest.raises(UsageError, match="is set aside"):
        store.call(aside.drop, MessageId(name), 0).result()
