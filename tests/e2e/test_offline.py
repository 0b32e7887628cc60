"""Offline and bad networks: nothing is lost, and nothing is received twice."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.protocol.messages import wire_time
from kiosk.store.outbox import RESEND_MS
from tests.e2e.story import ANA, BEN, DONE, MONDAY, Laptop, sums, windows
from tests.waiting import PATIENCE_S

LESSONS = ("fractions", "decimals", "angles")


def test_a_week_of_two_students_without_a_server_arrives_once_and_whole(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    students = {"ana": ANA, "ben": BEN}
    backend.stop()
    for day in range(7):
        clock.advance(epoch_ms(MONDAY + timedelta(days=day)) - epoch_ms(clock.utc_now()))
        for number, (token, student) in enumerate(students.items()):
            with Laptop(tmp_path, clock, backend, student, token) as laptop:
                for lesson in LESSONS:
                    activity = laptop.start(lesson)
                    laptop.study(60_000 + 1_001 * day + number)
                    laptop.let_pass(25_000)
                    activity.end(DONE if day == 6 else None)
                assert laptop.timeback.sync().sent == 0

    backend.start()
    kept = windows(tmp_path)
    assert {window.state for window in kept} <= {"ready", "withdrawn"}, "some were merged for a try that met nobody"
    for token, student in students.items():
        with Laptop(tmp_path, clock, backend, student, token) as laptop:
            laptop.timeback.sync(timeout=PATIENCE_S)

    settled = windows(tmp_path)
    assert {window.state for window in settled} == {"delivered", "withdrawn"}
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(settled) == sums(kept)
    assert backend.log.active_ms() == 3 * sum(2 * (85_000 + 1_001 * day) + 1 for day in range(7))
    for run_id in {window.run_id for window in kept}:
        assert backend.log.active_ms(run_id) == sums([window for window in kept if window.run_id == run_id])[0]
    assert len(backend.log.time_spent) == 7 * len(students) * len(LESSONS), "each sitting's windows became one"
    assert backend.log.duplicate_windows() == {}
    assert sorted((done.email, done.activity_url.rpartition("/")[2]) for done in backend.log.completions) == sorted(
        (student, lesson) for student in students.values() for lesson in LESSONS
    )


FAULTS: dict[str, Callable[[Backend], None]] = {
    "away": Backend.stop,
    "500": lambda backend: backend.refuse_next(2, 500),
    "502 of the cloud": lambda backend: backend.cloud.fail(500, times=2),
    "503": lambda backend: backend.refuse_next(2, 503),
    "429": lambda backend: backend.refuse_next(2, 429, headers={"Retry-After": "120"}),
    "cut before the SDK acts": lambda backend: backend.cut_next(2, sdk_acts=False),
    "cut after the SDK acted": lambda backend: backend.cut_next(2, sdk_acts=True),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_in_mid_run_loses_nothing_and_doubles_nothing(
    backend: Backend, clock: ManualClock, tmp_path: Path, fault: Callable[[Backend], None]
) -> None:
    with Laptop(tmp_path, clock, backend) as laptop:
        activity = laptop.start()
        laptop.study(40_000)
        laptop.timeback.sync()
        fault(backend)
        laptop.study(40_000)
        assert laptop.timeback.sync().pending
        laptop.study(10_500)
        assert laptop.timeback.sync().pending
        backend.start()
        laptop.study(10_500)
        activity.end(DONE)
        report = laptop.timeback.sync()
    assert (report.pending, report.parked, report.error) == (0, 0, None)
    assert backend.log.active_ms() == activity.total_active_ms == 101_000
    assert backend.log.duplicate_windows() == {}
    assert len(backend.log.completions) == 1


@pytest.mark.usefixtures("vouched")
def test_the_next_try_waits_for_as_long_as_the_server_asks(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    backend.refuse_next(1, 429, headers={"Retry-After": "120"})
    with Laptop(tmp_path, clock, backend) as laptop:
        laptop.start()
        laptop.study(15_000)
        laptop.timeback.sync()
        assert windows(tmp_path)[0].next_try_ms == epoch_ms(clock.utc_now()) + 120_000


@pytest.fixture
def doubtful(backend: Backend, clock: ManualClock, vouched: Path) -> Iterator[Laptop]:
    """A laptop whose only window may or may not have arrived: the answer was lost."""
    with Laptop(vouched, clock, backend) as laptop:
        activity = laptop.start()
        laptop.study(12_345)
        activity.end()
        yield laptop


def test_what_arrived_unheard_is_sent_again_and_counted_once(backend: Backend, doubtful: Laptop) -> None:
    backend.cut_next(sdk_acts=True)
    assert doubtful.timeback.sync().pending == 1
    assert len(backend.log.time_spent) == 1
    doubtful.clock.advance(RESEND_MS)
    assert doubtful.timeback.sync().sent == 1
    (window,) = windows(doubtful.folder)
    assert (window.state, window.tries) == ("delivered", 2)
    assert len(backend.log.time_spent) == 1


def test_what_did_not_arrive_is_sent_again_unchanged(backend: Backend, doubtful: Laptop) -> None:
    backend.cut_next(sdk_acts=False)
    doubtful.timeback.sync()
    (before,) = windows(doubtful.folder)
    doubtful.start()
    doubtful.study(10_000)
    assert doubtful.timeback.sync().sent == 1
    (event,) = backend.log.time_spent
    assert event.event_time == wire_time(before.started_ms + before.active_ms)
    assert event.active_ms == before.active_ms == 12_345


def test_a_doubt_of_more_than_four_minutes_is_kept_as_maybe_and_not_sent_again(
    backend: Backend, doubtful: Laptop
) -> None:
    backend.cut_next(sdk_acts=True)
    doubtful.timeback.sync()
    doubtful.clock.advance(RESEND_MS + 1)
    backend.forget_windows()
    report = doubtful.timeback.sync()
    assert (report.sent, report.pending, report.parked) == (0, 0, 1)
    (window,) = windows(doubtful.folder)
    assert (window.state, window.tries, window.active_ms) == ("maybe", 1, 12_345)
    assert backend.log.active_ms() == 12_345
