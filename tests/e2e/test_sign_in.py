"""A token that is refused: that student's work stops and is kept; a new token delivers it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.store import outbox, students
from kiosk.store.outbox import Backlog
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from tests.e2e.story import ANA, BEN, DONE, Laptop, completions, windows


def test_a_refused_token_stops_the_work_is_said_and_a_new_one_delivers_everything(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    told: list[str] = []
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start(on_error=lambda error, _context: told.append(str(error)))
        laptop.study(15_000)
        assert laptop.timeback.sync().sent == 1
        backend.revoke("ana")
        laptop.study(20_000)
        for _ in range(3):
            report = laptop.timeback.sync()
            assert (report.sent, report.pending, report.error) == (0, 1, "the server refused the token")
        laptop.study(10_000)
        activity.end(DONE)
        laptop.timeback.sync()
        assert told == ["401 UNAUTHORIZED: Unauthorized"]
        assert [window.tries for window in windows(tmp_path)] == [1, 1, 0]

        backend.allow("a new one", ANA)
        laptop.timeback.set_token("a new one")
        report = laptop.timeback.sync()
    assert (report.pending, report.parked, report.error) == (0, 0, None)
    assert backend.log.active_ms() == 45_000
    assert backend.log.duplicate_windows() == {}
    assert [end.state for end in completions(tmp_path)] == ["delivered"]
    assert len(backend.log.completions) == 1


@pytest.fixture
def shared(clock: ManualClock, tmp_path: Path) -> Iterator[Store]:
    """A classroom's computer with work of two students, one after the other."""
    for token, student in (("ana", ANA), ("ben", BEN)):
        with Laptop(tmp_path, clock, student=student, token=token) as laptop:
            activity = laptop.start()
            laptop.study(40_000)
            activity.end(DONE)
    store = Store(tmp_path, clock)
    yield store
    store.close()


def test_one_students_refused_token_does_not_hold_up_another_student(
    backend: Backend, clock: ManualClock, shared: Store
) -> None:
    tokens = {ANA: "old", BEN: "ben"}
    courier = Courier(shared, clock, backend.url, tokens.get, background=False)
    courier.start()
    courier.sync().result(10)

    ana, ben = (shared.call(students.find, student).result() for student in (ANA, BEN))
    assert ana is not None
    assert ben is not None
    assert (ana.sign_in, ben.sign_in) == (SignIn.REFUSED, SignIn.OK)
    assert shared.call(outbox.backlog, ana.id).result() == Backlog(waiting=2, waiting_ms=40_000)
    assert shared.call(outbox.backlog, ben.id).result() == Backlog()
    assert {event.email for event in backend.log.time_spent} == {BEN}

    tokens[ANA] = "ana"
    shared.call(students.set_sign_in, ANA, SignIn.OK).result()
    courier.sync().result(10)
    courier.close()
    assert shared.call(outbox.backlog).result() == Backlog()
    assert backend.log.active_ms() == 80_000
    assert {done.email for done in backend.log.completions} == {ANA, BEN}
