"""A student's life with a laptop whose clock is not to be trusted, and whether what arrived of it is true."""

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from kiosk.clock import ManualClock, epoch_ms, local_day
from kiosk.demo.backend import Backend
from tests.e2e.fortnight import TrueTime
from tests.e2e.killing import read
from tests.e2e.story import DONE, Laptop, windows
from tests.torture.machine import name_boot

FRIDAY = datetime(2026, 10, 30, 14, 0, tzinfo=UTC)
"""Ten in the morning in New York, two days before its clocks go back."""

STEPS = tuple(timedelta(**step) for step in ({"minutes": 7}, {"hours": 3}, {"days": 3}, {"days": 1_900}))
HOUR_MS = 3_600_000
SITTINGS = 12

type Arrived = list[tuple[int, int]]
"""Windows by their starts: wall ms and active ms."""


@dataclass
class Life:
    """A student's days at a laptop whose clock is set at random, and the book: what was studied, by the true time.

    `boot`: the file that names the machine's boot, where it is started anew, with any clock, before each sitting.
    """

    folder: Path
    chance: random.Random
    boot: Path | None = None
    clock: ManualClock = field(default_factory=lambda: ManualClock(FRIDAY))
    studied: list[tuple[int, int]] = field(default_factory=list)
    finished: dict[str, int] = field(default_factory=dict)
    steps: int = 0

    def __post_init__(self) -> None:
        self.true = TrueTime(self.clock)

    def sit(self, backend: Backend | None) -> None:
        """Go to the next morning and sit down. With a server, deliver now and then, and at least once in each boot."""
        self.clock.advance(24 * HOUR_MS + self.chance.randint(-1_800_000, 1_800_000))
        if self.boot is not None:
            self._restart(self.boot)
        with Laptop(self.folder, self.clock, backend) as laptop:
            activity = laptop.start(self.chance.choice(("fractions", "decimals")))
            for _ in range(self.chance.randint(1, 5)):
                self._study(laptop)
                self.chance.choice((self._set_clock, self._sleep, lambda: None))()
                if backend is not None and self.chance.random() < 0.4:
                    laptop.timeback.sync()
            self._study(laptop)
            if self.chance.random() < 0.5:
                self.finished[activity.run_id] = self.true_ms()
                activity.end(DONE)
            else:
                activity.end()
            if backend is not None and self.boot is not None:
                laptop.timeback.sync()

    def deliver(self, backend: Backend) -> None:
        """Let days pass until all that waits is delivered."""
        for _ in range(10):
            with Laptop(self.folder, self.clock, backend) as laptop:
                if laptop.timeback.sync().pending == 0:
                    return
            self.clock.advance(26 * HOUR_MS)
        raise AssertionError("it is never all delivered")

    def _study(self, laptop: Laptop) -> None:
        ms = self.chance.randint(1_000, 60_000)
        laptop.timeback.tick()
        self.studied.append((self.true_ms(), ms))
        laptop.study(ms)
        laptop.timeback.attention.note_input()

    def _restart(self, boot: Path) -> None:
        name_boot(boot)
        self.clock = ManualClock(self.true.utc_now(), self.chance.randint(5_000, 1_000_000_000))
        self.true.follow(self.clock)
        if self.chance.random() < 0.7:
            self._set_clock()

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


def arrived(life: Life, backend: Backend) -> Arrived:
    """All that was studied has arrived once, to the millisecond, in windows that are disjoint; and each end, once."""
    assert {window.state for window in windows(life.folder)} <= {"delivered", "withdrawn"}
    found = sorted(
        (epoch_ms(event.window.started_at), event.active_ms) for event in backend.log.time_spent if event.window
    )
    assert all(active > 0 for _, active in found)
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == (sum(ms for _, ms in life.studied), 0)
    assert backend.log.duplicate_windows() == {}
    assert sorted(done.run_id for done in backend.log.completions) == sorted(life.finished)
    assert all(start + active <= later for (start, active), (later, _) in pairwise(found))
    return found


def farthest_ms(life: Life, backend: Backend, found: Arrived) -> int:
    """How far from where it truly lay a window or an end arrived at most; and each day's total is that day's."""
    ends = {done.run_id: epoch_ms(datetime.fromisoformat(done.event_time)) for done in backend.log.completions}
    farthest = max((abs(ends[run_id] - truly) for run_id, truly in life.finished.items()), default=0)
    offset_ms, by_day = 0, Counter[str]()
    for start, active in found:
        truly = life.when(offset_ms)
        farthest = max(farthest, abs(start - truly))
        by_day[local_day(truly)] += active  # a window belongs to the day on which it began
        offset_ms += active
    totals = {
        day: (active, inactive)
        for day, active, inactive in read(
            life.folder, "SELECT day, active_ms, inactive_ms FROM day_totals WHERE active_ms + inactive_ms > 0"
        )
    }
    assert totals == {day: (ms, 0) for day, ms in by_day.items()}
    return farthest
