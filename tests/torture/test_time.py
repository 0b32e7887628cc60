"""Clocks that somebody sets, a machine that starts in 1970, zones, sleep: what was studied is counted, where it lay."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import ManualClock, SystemClock, boot_id, epoch_ms, local_day
from kiosk.demo.backend import Backend
from kiosk.store.clocks import TOLERANCE_MS
from tests.e2e.fortnight import TrueTime
from tests.e2e.killing import prepare, read
from tests.e2e.story import STUDENTS, TOKENS, Laptop, windows
from tests.torture.conftest import Many, Prove

FRIDAY = datetime(2026, 10, 30, 14, 0, tzinfo=UTC)
"""Ten in the morning in New York, two days before its clocks go back."""

SITTINGS = 12
STEPS = tuple(timedelta(**step) for step in ({"minutes": 7}, {"hours": 3}, {"days": 3}, {"days": 1_900}))
HOUR_MS = 3_600_000
DATE_MS = 1_000
"""A Date header is cut to whole seconds."""

NOBODY_LISTENS = "http://127.0.0.1:9/api/timeback"


@dataclass
class Life:
    """A student's days at a laptop whose clock is set at random, and the book: what was studied, by the true time."""

    folder: Path
    chance: random.Random
    clock: ManualClock
    true: TrueTime
    studied: list[tuple[int, int]] = field(default_factory=list)
    steps: int = 0

    def sit(self, backend: Backend | None) -> None:
        """Go to the next morning and sit down. With a server, deliver now and then."""
        self.clock.advance(24 * HOUR_MS + self.chance.randint(-1_800_000, 1_800_000))
        with Laptop(self.folder, self.clock, backend) as laptop:
            activity = laptop.start(self.chance.choice(("fractions", "decimals")))
            for _ in range(self.chance.randint(1, 5)):
                self._study(laptop)
                self.chance.choice((self._set_clock, self._sleep, lambda: None))()
                if backend is not None and self.chance.random() < 0.4:
                    laptop.timeback.sync()
            self._study(laptop)
            activity.end()

    def _study(self, laptop: Laptop) -> None:
        ms = self.chance.randint(1_000, 60_000)
        laptop.timeback.tick()
        self.studied.append((self.true_ms(), ms))
        laptop.study(ms)
        laptop.timeback.attention.note_input()

    def _sleep(self) -> None:
        self.clock.advance(self.chance.randint(3_001, 2 * HOUR_MS))

    def _set_clock(self) -> None:
        self.steps += 1
        by = self.chance.choice(STEPS) * self.chance.choice((1, -1))
        to = self.chance.choice((self.true.utc_now() + by, datetime(1970, 1, 1, 0, 5, tzinfo=UTC), self.true.utc_now()))
        self.clock.set_wall(to)

    def true_ms(self) -> int:
        return epoch_ms(self.true.utc_now())

    def when(self, offset_ms: int) -> int:
        """The true moment at which so much had been studied before."""
        for start, ms in self.studied:
            if offset_ms < ms:
                return start + offset_ms
            offset_ms -= ms
        raise AssertionError("more was counted than studied")


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_zone("America/New_York", monkeypatch)


def in_zone(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", name)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def live(folder: Path, chance: random.Random) -> tuple[Life, Backend]:
    """Some days without a server, some with one, and a last delivery."""
    clock = ManualClock(FRIDAY)
    life = Life(folder, chance, clock, TrueTime(clock))
    for _ in range(SITTINGS // 2):
        life.sit(None)
    with Backend(resources.sample_config(), STUDENTS, TOKENS, clock=life.true) as backend:
        for _ in range(SITTINGS // 2):
            life.sit(backend)
        for _ in range(10):
            with Laptop(folder, clock, backend) as laptop:
                if laptop.timeback.sync().pending == 0:
                    return life, backend
            clock.advance(26 * HOUR_MS)
    raise AssertionError("it is never all delivered")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs zones as POSIX has them")
@pytest.mark.skipif(not boot_id(), reason="this system names no boots, so a wrong clock cannot be mended")
@pytest.mark.usefixtures("new_york")
def test_whatever_the_clock_says_windows_are_disjoint_nothing_asleep_counts_and_days_are_right(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    lives, steps, farthest_ms, count = many(4, 100), 0, 0, 0
    for number in range(lives):
        life, backend = live(tmp_path / str(number), chance)
        assert {window.state for window in windows(life.folder)} <= {"delivered", "withdrawn"}
        arrived = sorted(
            (epoch_ms(event.window.started_at), event.active_ms) for event in backend.log.time_spent if event.window
        )
        assert all(active > 0 for _, active in arrived)
        assert (backend.log.active_ms(), backend.log.inactive_ms()) == (sum(ms for _, ms in life.studied), 0)
        assert backend.log.duplicate_windows() == {}
        assert all(start + active <= later for (start, active), (later, _) in pairwise(arrived))

        offset_ms, by_day = 0, Counter[str]()
        for start, active in arrived:
            truly = life.when(offset_ms)
            farthest_ms = max(farthest_ms, abs(start - truly))
            by_day[local_day(truly)] += active  # a window belongs to the day on which it began
            offset_ms += active
        totals = {
            day: (active, inactive)
            for day, active, inactive in read(
                life.folder, "SELECT day, active_ms, inactive_ms FROM day_totals WHERE active_ms + inactive_ms > 0"
            )
        }
        assert totals == {day: (ms, 0) for day, ms in by_day.items()}
        steps += life.steps
        count += len(arrived)
    assert steps
    assert farthest_ms <= TOLERANCE_MS + DATE_MS
    prove(
        "time-clock",
        steps,
        f"in {lives} lives of {SITTINGS} days {count} windows, disjoint, their sum to the millisecond what was studied,"
        f" none farther than {farthest_ms} ms from where it truly lay; every day's total right",
    )


def test_a_process_that_is_stopped_counts_nothing_of_it_and_goes_on(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    stops, seconds = many(2, 10), many(4, 20)
    folder = tmp_path / "data"
    prepare(folder)
    command = [sys.executable, "-m", "tests.e2e.programs.host", str(folder), NOBODY_LISTENS]
    stopped: list[tuple[int, int]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(stops):
            while '"tick"' not in process.stdout.readline():
                pass
            threading.Event().wait(chance.uniform(0, 0.9))
            process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, process.pid, os.WSTOPPED)
            began = SystemClock().monotonic_ms()
            threading.Event().wait(seconds)
            stopped.append((began, SystemClock().monotonic_ms()))
            process.send_signal(signal.SIGCONT)
        for _ in range(6):
            process.stdout.readline()
        process.kill()
    spans = read(
        folder,
        "SELECT started_mono, started_mono + active_ms + idle_ms + unfocused_ms + locked_ms + paused_ms FROM windows"
        " WHERE state <> 'withdrawn' ORDER BY started_mono",
    )
    asleep = sum(max(0, min(end, until) - max(start, since)) for start, end in spans for since, until in stopped)
    assert asleep == 0
    assert any(start >= stopped[-1][1] for start, _ in spans), "it went on"
    assert all(start < end for start, end in spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
    prove("time-stopped", stops, f"of {stops} stops of {seconds} s {asleep} ms were counted, and it went on after each")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs zones as POSIX has them")
def test_travelling_through_zones_moves_no_window_and_keeps_every_sum(
    tmp_path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ManualClock(FRIDAY)
    life = Life(tmp_path, chance, clock, TrueTime(clock))
    for zone in chance.sample(("Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "Europe/Berlin", "UTC"), 5):
        for _ in in_zone(zone, monkeypatch):
            life.sit(None)
    spans = read(tmp_path, "SELECT started_ms, active_ms, day FROM windows WHERE state <> 'withdrawn' ORDER BY id")
    assert sum(active for _, active, _ in spans) == sum(ms for _, ms in life.studied)
    in_days = Counter[str]()
    for _, active, day in spans:
        in_days[day] += active
    assert dict(read(tmp_path, "SELECT day, active_ms FROM day_totals")) == in_days
    into_day = [epoch_ms(datetime.fromisoformat(f"{day}T00:00Z")) - start for start, _, day in spans]
    assert all(-35 * HOUR_MS < ms <= 14 * HOUR_MS for ms in into_day), "each on a day that it was somewhere"
