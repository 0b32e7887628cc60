from kiosk.clock import ManualClock, read
from kiosk.store import days, outbox, pruning, runs
from kiosk.store.outbox import Backlog
from kiosk.store.pruning import BATCH, KEPT_MS
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import WindowState
from tests.store.stories import add_student, end, entry, start, window, work


def set_states(store: Store, state: str) -> None:
    store.call(lambda db: db.execute("UPDATE windows SET state = ?", (state,))).result()


def prune(store: Store, clock: ManualClock) -> bool:
    return store.call(pruning.prune, read(clock).wall).result()


def count(store: Store) -> int:
    (number,) = store.call(lambda db: db.execute("SELECT count(*) FROM windows").fetchone()).result()
    return int(number)


def test_what_was_delivered_three_months_ago_is_deleted_and_every_sum_stays(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    first = start(store, clock, ana)
    work(store, clock, first, 3)
    end(store, first)
    set_states(store, "delivered")
    before = store.call(days.totals, ana.id, "").result()
    clock.advance(KEPT_MS)
    again = start(store, clock, ana)
    work(store, clock, again, 2)
    assert not prune(store, clock)
    assert count(store) == 2
    assert store.call(days.totals, ana.id, "").result()[: len(before)] == before
    assert store.call(runs.active_ms, again.run).result() == 75_000
    assert store.call(runs.latest_by_lesson, ana.id).result()["fractions"].active_ms == 75_000
    end(store, again)
    assert start(store, clock, ana).active_ms == 75_000


def test_pruning_twice_adds_nothing_twice(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 2)
    set_states(store, "delivered")
    clock.advance(KEPT_MS)
    prune(store, clock)
    prune(store, clock)
    assert store.call(runs.active_ms, run.run).result() == 30_000


def test_what_is_not_on_the_server_stays_however_old(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 3)
    store.call(lambda db: db.execute("UPDATE windows SET state = 'maybe' WHERE seq = 1")).result()
    store.call(lambda db: db.execute("UPDATE windows SET state = 'parked' WHERE seq = 2")).result()
    store.call(runs.finish, entry(run), Metrics(1)).result()
    clock.advance(10 * KEPT_MS)
    prune(store, clock)
    assert store.call(outbox.backlog).result() == Backlog(waiting=2, waiting_ms=15_000, parked=1, maybe=1)


def test_what_was_delivered_lately_can_still_be_looked_up(store: Store, clock: ManualClock) -> None:
    work(store, clock, start(store, clock, add_student(store)), 2)
    set_states(store, "delivered")
    clock.advance(KEPT_MS - 60_000)
    prune(store, clock)
    assert count(store) == 2


def test_withdrawn_windows_go_too(store: Store, clock: ManualClock) -> None:
    run = start(store, clock, add_student(store))
    store.journal(entry(run, window(clock, 0, state=WindowState.WITHDRAWN)))
    clock.advance(KEPT_MS)
    prune(store, clock)
    assert count(store) == 0


def test_pruning_goes_batch_by_batch(store: Store, clock: ManualClock) -> None:
    work(store, clock, start(store, clock, add_student(store)), BATCH + 1)
    set_states(store, "delivered")
    clock.advance(KEPT_MS)
    assert prune(store, clock)
    assert count(store) == 1
    assert not prune(store, clock)
    assert count(store) == 0
