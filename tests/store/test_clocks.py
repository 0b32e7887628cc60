from datetime import UTC, datetime

from kiosk.clock import Instant, ManualClock, epoch_ms, read
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import clocks, days, notices, outbox
from kiosk.store.clocks import Source
from kiosk.store.outbox import Lane, Message
from kiosk.store.students import Student
from kiosk.store.writer import Store
from tests.store.stories import BOOT, add_student, end, start, work

NOW = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
WRONG = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)


def note(store: Store, source: Source, at: Instant, boot: str = BOOT) -> None:
    store.call(clocks.note, boot, source, at).result()


def repair(store: Store, clock: ManualClock, running_boot: str = BOOT) -> int:
    return store.call(clocks.repair, running_boot, read(clock)).result()


def starts(store: Store) -> list[tuple[int, int | None]]:
    """Each window's start, and what the wrong clock had said where it was mended."""
    query = "SELECT started_ms, recorded_ms FROM windows WHERE state <> 'withdrawn' ORDER BY id"
    return store.call(lambda db: list(db.execute(query))).result()


def work_in_1970(store: Store, clock: ManualClock, windows: int = 2) -> Student:
    """The clock fell back to 1970, and a student works for some windows."""
    clock.set_wall(WRONG)
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, windows)
    end(store, run)
    return ana


def test_a_machine_that_started_in_1970_is_mended_by_the_servers_clock_and_both_values_are_kept(
    store: Store, clock: ManualClock
) -> None:
    ana = work_in_1970(store, clock)
    clock.advance(60_000)
    note(store, Source.SERVER, Instant(epoch_ms(NOW), read(clock).mono))
    assert repair(store, clock) == 2
    begun = epoch_ms(NOW) - 60_000 - 30_002
    assert starts(store) == [(begun, epoch_ms(WRONG)), (begun + 15_001, epoch_ms(WRONG) + 15_001)]
    assert [day.day for day in store.call(days.totals, ana.id, "1900-01-01").result() if day.active_ms] == [
        "2026-01-05"
    ]
    assert repair(store, clock) == 0
    (notice,) = store.call(notices.unacknowledged).result()
    assert "the times of 2 windows were mended" in notice.sentence


def test_a_running_boot_whose_clock_nobody_vouches_for_is_left_alone(store: Store, clock: ManualClock) -> None:
    work_in_1970(store, clock)
    assert repair(store, clock) == 0


def test_an_ended_boot_is_mended_where_its_clock_was_seen_to_be_set(store: Store, clock: ManualClock) -> None:
    work_in_1970(store, clock)
    clock.set_wall(NOW)
    note(store, Source.MACHINE, read(clock))
    assert repair(store, clock) == 0, "it runs still: the server can be asked"
    clock.advance(600_000)
    assert repair(store, clock, running_boot="boot-2") == 2
    assert starts(store)[0][0] == epoch_ms(NOW) - 30_002


def test_an_ended_boot_is_not_mended_by_a_clock_that_was_set_into_the_future(store: Store, clock: ManualClock) -> None:
    work_in_1970(store, clock)
    clock.set_wall(NOW.replace(year=2031))
    note(store, Source.MACHINE, read(clock))
    clock.set_wall(NOW)
    assert repair(store, clock, running_boot="boot-2") == 0


def test_a_window_that_was_tried_never_moves(store: Store, clock: ManualClock) -> None:
    ana = work_in_1970(store, clock)
    lane = Lane(ana.id, ana.ref, "fractions")
    message = store.call(outbox.claim, lane, read(clock), BOOT).result()
    assert isinstance(message, Message)
    store.call(outbox.settle, message, Verdict(Outcome.LATER), read(clock), 0).result()
    note(store, Source.SERVER, Instant(epoch_ms(NOW), read(clock).mono))
    assert repair(store, clock) == 1
    assert starts(store)[0] == (epoch_ms(WRONG), None)


def test_a_clock_that_is_a_few_seconds_off_is_no_wrong_clock(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    work(store, clock, start(store, clock, ana))
    now = read(clock)
    note(store, Source.SERVER, Instant(now.wall + 4_500, now.mono))
    assert repair(store, clock) == 0


def test_after_the_repair_the_student_may_begin_before_where_the_wrong_clock_had_ended(
    store: Store, clock: ManualClock
) -> None:
    clock.set_wall(NOW.replace(hour=20))
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, touching=True)
    note(store, Source.SERVER, Instant(epoch_ms(NOW), read(clock).mono))
    assert repair(store, clock) == 1
    clock.set_wall(NOW)
    assert start(store, clock, ana, lesson="water").last_end_ms == epoch_ms(NOW)


def test_a_window_that_was_never_tried_steps_aside_for_those_that_were(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    lane = Lane(ana.id, ana.ref, "fractions")
    clock.advance(180_000)  # three minutes fast
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    for _ in range(2):
        message = store.call(outbox.claim, lane, read(clock), BOOT).result()
        assert isinstance(message, Message)
        store.call(outbox.settle, message, Verdict(Outcome.DELIVERED), read(clock), 0).result()
    clock.set_wall(NOW.replace(minute=3, second=10))
    again = start(store, ManualClock(NOW.replace(minute=3, second=10)), ana, lesson="water")
    store.call(lambda db: db.execute("UPDATE students SET last_end_ms = 0")).result()
    work(store, clock, again)
    moved = store.call(outbox.claim, Lane(ana.id, ana.ref, "water"), read(clock), BOOT).result()
    assert isinstance(moved, Message)
    assert moved.body["startedAt"] == "2026-01-05T10:03:30.001Z"
    assert starts(store)[-1][1] == epoch_ms(NOW.replace(minute=3, second=10))


def test_windows_that_touch_step_aside_as_one(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    water = start(store, clock, ana, lesson="water")
    work(store, clock, water, 4, touching=True)
    tried_first = start(store, clock, ana, lesson="tried")
    other = ManualClock(NOW.replace(second=10))
    work(store, other, tried_first)
    lane = Lane(ana.id, ana.ref, "tried")
    assert isinstance(store.call(outbox.claim, lane, read(clock), BOOT).result(), Message)
    moved = store.call(outbox.claim, Lane(ana.id, ana.ref, "water"), read(clock), BOOT).result()
    assert isinstance(moved, Message)
    assert (moved.body["startedAt"], moved.active_ms) == ("2026-01-05T10:00:25.000Z", 60_000)


def test_a_boots_clock_is_unvouched_until_the_server_has_told_its_time_in_it(store: Store, clock: ManualClock) -> None:
    def unvouched(boot: str = BOOT) -> bool:
        return store.call(clocks.is_unvouched, boot).result()

    note(store, Source.MACHINE, read(clock))
    assert unvouched(), "what the machine says of itself vouches for nothing"
    note(store, Source.SERVER, read(clock))
    assert not unvouched()
    assert unvouched("boot-2")
    assert not unvouched(""), "where boots have no names nothing can be mended"


def test_now_is_what_the_server_says_where_it_has_told_its_time_in_this_boot(store: Store, clock: ManualClock) -> None:
    def mended(boot: str = BOOT) -> Instant:
        return store.call(clocks.mended, boot, read(clock)).result()

    clock.set_wall(WRONG)
    note(store, Source.MACHINE, read(clock))
    assert mended() == read(clock)
    note(store, Source.SERVER, Instant(epoch_ms(NOW), read(clock).mono))
    clock.advance(60_000)
    assert mended() == Instant(epoch_ms(NOW) + 60_000, read(clock).mono)
    assert mended("boot-2") == read(clock)
