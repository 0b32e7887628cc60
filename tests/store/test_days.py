import time
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.clock import ManualClock, day_start_ms, local_day
from kiosk.store import days
from kiosk.store.writer import Store
from tests.store.stories import add_student, start, work

BERLIN = ZoneInfo("Europe/Berlin")
pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set for a test")


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-01-05", 24)])
def test_a_day_is_as_long_as_the_clocks_make_it(day: str, hours: int) -> None:
    began = day_start_ms(day)
    assert local_day(began) == day
    assert local_day(began - 1) < day
    assert local_day(began + hours * 3_600_000 - 1) == day
    assert local_day(began + hours * 3_600_000) > day


@pytest.mark.usefixtures("in_berlin")
def test_the_hour_that_comes_twice_counts_twice_and_on_its_own_day(store: Store, clock: ManualClock) -> None:
    clock.set_wall(datetime(2026, 10, 25, 1, 30, tzinfo=BERLIN))
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run, 8 * 60)
    totals = store.call(days.totals, ana.id, "2026-10-01").result()
    assert [(total.day, total.active_ms) for total in totals] == [("2026-10-25", 8 * 60 * 15_000)]


@pytest.mark.usefixtures("in_berlin")
def test_a_machine_that_moves_to_another_zone_keeps_each_window_on_the_day_it_was_worked(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.set_wall(datetime(2026, 1, 5, 23, 30, tzinfo=BERLIN))
    ana = add_student(store)
    run = start(store, clock, ana)
    work(store, clock, run)
    store.call(days.totals, ana.id, "2026-01-01").result()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    work(store, clock, run, first=1)
    totals = store.call(days.totals, ana.id, "2026-01-01").result()
    assert [(total.day, total.active_ms) for total in totals] == [("2026-01-05", 15_000), ("2026-01-06", 15_000)]
