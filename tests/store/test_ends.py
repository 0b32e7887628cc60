from datetime import UTC, datetime

import pytest

from kiosk.clock import Instant, ManualClock, epoch_ms, read
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import clocks, finishing, outbox, runs
from kiosk.store.clocks import Source
from kiosk.store.outbox import Lane, Message
from kiosk.store.runs import OpenedRun
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from tests.store.stories import BOOT, add_student, entry, start, work

NOW = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
WRONG = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)
TRUE_END = "2026-01-05T10:00:30.000Z"


@pytest.fixture
def worked(store: Store, clock: ManualClock) -> OpenedRun:
    """A lesson of two windows of 15 s, begun at 10:00 by the true time and in 1970 by the clock."""
    clock.set_wall(WRONG)
    run = start(store, clock, add_student(store))
    work(store, clock, run, 2, touching=True)
    return run


def told(store: Store) -> list[str]:
    return store.call(
        lambda db: [row[0] for row in db.execute("SELECT ended_at FROM completions ORDER BY id")]
    ).result()


def server_tells_its_time(store: Store, clock: ManualClock) -> None:
    """At 10:00:30: the second window has just ended."""
    at = Instant(epoch_ms(NOW) + 30_000, read(clock).mono)
    store.call(clocks.note, BOOT, Source.SERVER, at).result()
    store.call(clocks.repair, BOOT, read(clock)).result()


def test_the_end_of_a_run_is_mended_as_its_windows_are(store: Store, clock: ManualClock, worked: OpenedRun) -> None:
    store.call(runs.finish, entry(worked), Metrics(1)).result()
    assert told(store) == ["1970-01-01T00:05:30.000Z"]
    server_tells_its_time(store, clock)
    assert told(store) == [TRUE_END]
    assert store.call(runs.lessons_since, 1, "2026-01-05").result() == 1


def test_an_end_that_was_sent_stays_as_it_was_sent(store: Store, clock: ManualClock, worked: OpenedRun) -> None:
    store.call(runs.finish, entry(worked), Metrics(1)).result()
    sent: list[object] = []
    for _ in range(2):  # the windows, which are one, and the end
        message = store.call(outbox.claim, Lane(1, "ana@example.com", "fractions"), read(clock), BOOT).result()
        assert isinstance(message, Message)
        outcome = Outcome.LATER if message.path.endswith("submit") else Outcome.DELIVERED
        store.call(outbox.settle, message, Verdict(outcome), read(clock), 0).result()
        sent.append(message.body.get("endedAt"))
    server_tells_its_time(store, clock)
    assert told(store) == [sent[-1]] == ["1970-01-01T00:05:30.000Z"]


def test_a_server_that_is_to_finish_a_run_is_told_the_mended_end(
    store: Store, clock: ManualClock, worked: OpenedRun
) -> None:
    store.call(runs.request_finish, entry(worked), Metrics(1), "v1").result()
    server_tells_its_time(store, clock)
    assert store.call(finishing.finish_body, worked.run).result()["endedAt"] == TRUE_END


def test_an_attempt_after_a_clock_that_was_in_2031_ends_when_it_ends(store: Store, clock: ManualClock) -> None:
    ana = add_student(store)
    for wall in (NOW.replace(year=2031), NOW, NOW):
        clock.set_wall(wall)
        store.call(runs.finish, entry(start(store, clock, ana)), Metrics(1)).result()
    assert told(store) == ["2031-01-05T10:00:00.000Z", "2026-01-05T10:00:00.000Z", "2026-01-05T10:00:00.001Z"]
