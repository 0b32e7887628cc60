"""Two weeks of a class on one laptop that meets no network, and a second book in which every millisecond is entered.

The book knows nothing of windows: each thing that happens is entered by the rule for it.

    studying, input at least every 20 s        all of it focused
    looking away (no focus), pausing           not focused, at most ten minutes of it; after that nothing
    falling idle                               thirty seconds focused, the rest not
    asleep, a clock that is set, a crash       nothing
"""

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from kiosk.clock import ManualClock, epoch_ms, from_epoch_ms, local_day
from tests.e2e.story import DONE, Laptop

STRUCK = Path(__file__).parent / "programs" / "struck.py"
LESSONS = ("fractions", "decimals")
HIDDEN_TIMEOUT_MS = 600_000
IDLE_GRACE_MS = 30_000


class Account(NamedTuple):
    """What a line of the book is about. `day` is the true one."""

    student: str
    lesson: str
    day: str


class TrueTime:
    """What the time really is, whatever somebody sets the laptop's clock to."""

    def __init__(self, clock: ManualClock) -> None:
        self.follow(clock)

    def follow(self, clock: ManualClock) -> None:
        """Go by this clock from now on, which is right now: the laptop is started."""
        self._clock = clock
        self._offset_ms = epoch_ms(clock.utc_now()) - clock.monotonic_ms()

    def utc_now(self) -> datetime:
        return from_epoch_ms(self._clock.monotonic_ms() + self._offset_ms)

    def monotonic_ms(self) -> int:
        return self._clock.monotonic_ms() + self._offset_ms


class Fortnight:
    """Lives it, on the folder, and keeps the book. `cuts` counts what two windows cannot be merged across."""

    def __init__(self, folder: Path, clock: ManualClock, students: dict[str, str], seed: int) -> None:
        self.folder = folder
        self.clock = clock
        self.true = TrueTime(clock)
        self.active: Counter[Account] = Counter()
        self.inactive: Counter[Account] = Counter()
        self.cuts = 0
        self._students = students
        self._chance = random.Random(seed)
        self._began = self.true.utc_now()
        self._faults: dict[int, Callable[[], datetime]] = {
            2: lambda: self.true.utc_now() - timedelta(minutes=7),
            4: lambda: self.true.utc_now() + timedelta(minutes=25),
            5: lambda: self.true.utc_now() - timedelta(days=3),
            6: lambda: self.true.utc_now() + timedelta(days=2),
            7: self.true.utc_now,
            8: lambda: self.true.utc_now().replace(year=2037),
            9: lambda: datetime(1970, 1, 1, 0, 5, tzinfo=UTC),
            11: self.true.utc_now,
        }

    def live(self) -> None:
        for day in range(14):
            morning = self._began + timedelta(days=day)
            self.clock.advance(epoch_ms(morning) - epoch_ms(self.true.utc_now()))
            for token, student in self._students.items():
                for lesson in LESSONS:
                    self._sit(day, token, student, lesson)

    def _sit(self, day: int, token: str, student: str, lesson: str) -> None:
        account = Account(student, lesson, local_day(epoch_ms(self.true.utc_now())))
        self.cuts += 1
        if day == 12 and lesson == LESSONS[0]:
            self._be_struck(account)
            return
        laptop = Laptop(self.folder, self.clock, student=student, token=token)
        activity = laptop.start(lesson)
        sitting = Sitting(self, laptop, account)
        sitting.study()
        for _ in range(self._chance.randint(1, 3)):
            self._chance.choice(sitting.happenings)()
            sitting.study()
        if day in self._faults and lesson == LESSONS[0]:
            self.cuts += 1
            self.clock.set_wall(self._faults[day]())
            sitting.study()
        if day == 3 and lesson == LESSONS[1]:
            laptop.timeback._store.close()  # the end of a program that had no time to end anything
            return
        activity.end(DONE if day == 13 else None)
        laptop.timeback.close()

    def _be_struck(self, account: Account) -> None:
        seconds = self._chance.randint(20, 60)
        now, mono = self.clock.utc_now().isoformat(), str(self.clock.monotonic_ms())
        command = [sys.executable, "-m", "tests.e2e.programs.struck", str(self.folder), *account[:2]]
        subprocess.run([*command, now, mono, str(seconds)], check=False)
        self.clock.advance(seconds * 1000)
        self.active[account] += seconds * 1000

    def ms(self, shortest_s: int, longest_s: int) -> int:
        """A length to the millisecond."""
        return self._chance.randint(shortest_s * 1000, longest_s * 1000)

    def of(self, book: Counter[Account], **wanted: str) -> int:
        """The sum of the lines whose account has these parts."""
        return sum(
            ms for account, ms in book.items() if all(getattr(account, part) == it for part, it in wanted.items())
        )


class Sitting:
    """What can happen in a sitting, each with its entry in the book. Each ends with the student present."""

    def __init__(self, fortnight: Fortnight, laptop: Laptop, account: Account) -> None:
        self._fortnight = fortnight
        self._laptop = laptop
        self._timeback = laptop.timeback
        self._account = account
        self.happenings = (self.look_away, self.fall_idle, self.sleep, self.pause, self.leave_it_open)

    def study(self) -> None:
        ms = self._fortnight.ms(20, 150)
        self._laptop.study(ms)
        self._timeback.attention.note_input()
        self._fortnight.active[self._account] += ms

    def look_away(self) -> None:
        self._away(self._fortnight.ms(1, 120))

    def leave_it_open(self) -> None:
        self._fortnight.cuts += 1
        self._away(HIDDEN_TIMEOUT_MS + self._fortnight.ms(1, 60))

    def _away(self, ms: int) -> None:
        self._timeback.attention.set_focused(False)
        self._laptop.let_pass(ms)
        self._timeback.attention.set_focused(True)
        self._fortnight.inactive[self._account] += min(ms, HIDDEN_TIMEOUT_MS)

    def fall_idle(self) -> None:
        ms = self._fortnight.ms(130, 300)
        self._laptop.let_pass(ms)
        self._timeback.attention.note_input()
        self._fortnight.active[self._account] += IDLE_GRACE_MS
        self._fortnight.inactive[self._account] += ms - IDLE_GRACE_MS

    def sleep(self) -> None:
        self._fortnight.cuts += 1
        self._fortnight.clock.advance(self._fortnight.ms(4, 3_600))
        self._timeback.tick()

    def pause(self) -> None:
        ms = self._fortnight.ms(1, 120)
        activity = self._timeback.activity.current
        assert activity is not None
        activity.pause()
        self._laptop.let_pass(ms)
        activity.resume()
        self._fortnight.inactive[self._account] += ms
