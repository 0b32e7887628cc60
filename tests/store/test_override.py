import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.clock import ManualClock, day_start_ms, read
from kiosk.errors import MetricsError
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import days, outbox, runs
from kiosk.store.outbox import Lane, Message
from kiosk.store.override import _pieces
from kiosk.store.runs import OpenedRun
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics, TimeOverride
from kiosk.tracking.policy import LONGEST_WINDOW_MS
from tests.store.stories import BOOT, add_student, entry, start, window, work

HOUR = 3_600_000


def finish(store: Store, run: OpenedRun, active_ms: int, inactive_ms: int = 0) -> None:
    metrics = Metrics(1, time=TimeOverride(active_ms, inactive_ms))
    store.call(runs.finish, entry(run), metrics).result()


def send(store: Store, clock: ManualClock, student: Student, outcome: Outcome = Outcome.DELIVERED) -> Message | None:
    lane = Lane(student.id, student.ref, "fractions")
    message = store.call(outbox.claim, lane, read(clock), BOOT).result()
    if not isinstance(message, Message):
        return None
    store.call(outbox.settle, message, Verdict(outcome), read(clock), 0).result()
    return message


def send_all(store: Store, clock: ManualClock, student: Student) -> tuple[int, int]:
    """Deliver everything; tells the active and inactive time of the windows that were still to go."""
    active = inactive = 0
    while (message := send(store, clock, student)) is not None:
        if message.is_heartbeat:
            active += message.active_ms
            inactive += int(str(message.body["pausedMs"]))
    return active, inactive


def test_the_given_time_replaces_windows_that_were_never_tried(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 4)
    finish(store, run, 30 * 60_000, 5 * 60_000)
    assert send_all(store, clock, ana) == (30 * 60_000, 5 * 60_000)
    (day,) = store.call(days.totals, ana.id, "2026-01-05").result()
    assert (day.active_ms, day.inactive_ms) == (30 * 60_000, 5 * 60_000)


def test_what_was_tried_is_subtracted_each_kind_not_below_zero(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    store.journal(entry(run, window(clock, 0, 10_000, 5_000)))
    clock.advance(1)
    store.journal(entry(run, window(clock, 1, 15_000)))
    assert send(store, clock, ana, Outcome.LATER) is not None
    finish(store, run, 18_000, 2_000)
    assert send_all(store, clock, ana) == (18_000, 5_000)


def test_windows_end_at_the_activitys_end_and_lie_backwards_from_it(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, touching=True)
    end = read(clock).wall
    finish(store, run, 2 * HOUR)
    message = send(store, clock, ana)
    assert message is not None
    assert message.body["startedAt"] == "2026-01-05T08:00:15.000Z"
    assert read(clock).wall == end
    assert message.body["endedAt"] == "2026-01-05T10:00:15.000Z"


def test_time_that_does_not_fit_after_the_previous_end_is_refused_by_name_and_changes_nothing(
    store: Store, clock: ManualClock
) -> None:
    ana = add_student(store)
    first = start(store, clock, ana, lesson="water")
    work(store, clock, first, touching=True)
    clock.advance(60_000)
    run = start(store, clock, ana)
    work(store, clock, run, touching=True)
    with pytest.raises(MetricsError, match="time has 75001 ms left to report, and only 75000 ms lie between"):
        finish(store, run, 75_001)
    assert store.call(outbox.backlog, ana.id).result().waiting == 2
    finish(store, run, 75_000)
    assert store.call(outbox.backlog, ana.id).result().waiting_ms == 90_000


def test_no_time_at_all_withdraws_everything(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 4)
    finish(store, run, 0)
    assert send_all(store, clock, ana) == (0, 0)


def test_three_days_become_windows_of_a_day_each_and_the_day_totals_follow(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    finish(store, run, 60 * HOUR, 3 * HOUR)
    totals = store.call(days.totals, ana.id, "2026-01-01").result()
    assert sum(day.active_ms for day in totals) == 60 * HOUR
    assert all(day.active_ms + day.inactive_ms <= 24 * HOUR for day in totals)
    assert send_all(store, clock, ana) == (60 * HOUR, 3 * HOUR)


@settings(max_examples=200)
@given(end=st.integers(1_700_000_000_000, 1_800_000_000_000), length=st.integers(0, 400 * HOUR))
def test_pieces_touch_cover_the_whole_and_stay_within_a_day(end: int, length: int) -> None:
    pieces = list(reversed(_pieces(end - length, end)))
    assert sum(stop - start for start, stop in pieces) == length
    assert all(left[1] == right[0] for left, right in itertools.pairwise(pieces))
    assert all(0 < stop - start <= LONGEST_WINDOW_MS for start, stop in pieces)


def test_a_local_midnight_is_never_inside_a_piece() -> None:
    midnight = day_start_ms("2026-01-05")
    assert _pieces(midnight - 5, midnight + 7) == [(midnight, midnight + 7), (midnight - 5, midnight)]
