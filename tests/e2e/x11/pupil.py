"""A pupil in a lesson of the real kiosk, and what the journal says of their time, against what the clock says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from kiosk.clock import epoch_ms
from kiosk.store import database, students
from kiosk.store.writer import Store
from tests.e2e.x11.screen import CLOCK, Program, Screen
from tests.waiting import POLL_S, wait_until

LATE_MS = 150
"""A change may be counted this late. Qt alone waits 100 ms before it believes that the focus is lost."""

STAY_MS = 700

ROUNDING_MS = 2
"""The wall is read anew after a sleep, and each clock is cut to whole milliseconds."""


class Counted(NamedTuple):
    """Sums over all windows of the folder, in ms."""

    active: int
    idle: int
    unfocused: int
    locked: int
    asleep: int
    first: int
    end: int

    @property
    def beginning(self) -> "Counted":
        """What was counted at the first moment."""
        return Counted(0, 0, 0, 0, 0, self.first, self.first)

    def passed_since(self, before: "Counted") -> object:
        """All the time since then but what was slept."""
        asleep = self.asleep - before.asleep
        return pytest.approx(self.end - before.end - asleep, rel=0, abs=ROUNDING_MS if asleep else 0)


@dataclass(frozen=True, slots=True)
class Change:
    """Something happened between `before` and `after`; the program answered nothing for `stall` ms at most."""

    before: int
    after: int
    stall: int


def prepare(folder: Path) -> None:
    """Make a data folder with one student, who does not fall idle while we measure, and is not sent away."""
    store = Store(folder, CLOCK)
    store.call(students.add_new, "Ana", epoch_ms(CLOCK.utc_now())).result()
    store.close()
    (folder / "settings.toml").write_text("idle_timeout_s = 86400\nabsence_minutes = 600\n", "utf-8")


def counted(folder: Path) -> Counted | None:
    """Read the journal beside the running program; None before its first window."""
    reader = database.open_reader(folder / database.FILE_NAME)
    try:
        row = reader.execute(
            """
            SELECT sum(active_ms), sum(idle_ms), sum(unfocused_ms), sum(locked_ms),
                   (SELECT sum(asleep_ms) FROM sittings), min(started_ms),
                   max(started_ms + active_ms + idle_ms + unfocused_ms + locked_ms)
              FROM windows
            """
        ).fetchone()
    finally:
        reader.close()
    return None if row[0] is None else Counted(*row)


class Pupil:
    """Sits in a lesson. Leaving and coming back are measured; nothing here is true before the journal says so."""

    def __init__(self, screen: Screen, kiosk: Program, folder: Path) -> None:
        self.screen = screen
        self.kiosk = kiosk
        self.window = screen.window("Timeback Kiosk")
        self._folder = folder

    def open_lesson(self) -> None:
        self.kiosk.do("open the lesson")
        wait_until(lambda: counted(self._folder), "the first window of the lesson")

    def counted(self) -> Counted:
        found = counted(self._folder)
        assert found is not None
        return found

    def caught_up(self) -> Counted:
        """What is counted, once the journal has gone on from now: everything before is in it."""
        now = self.counted().end
        wait_until(lambda: self.counted().end > now, "the next second in the journal")
        return self.counted()

    def counts_from_the_first_moment(self) -> None:
        """All of the lesson so far is active time."""
        now = self.caught_up()
        self._adds_up(now)
        assert now.active == now.passed_since(now.beginning)

    def change(self, act: Callable[[], object], happened: Callable[[], bool]) -> Change:
        """Do something, see it happen, and stay for a while, watching whether the program lives."""
        before = CLOCK.monotonic_ms()
        act()
        wait_until(happened, "what was done to happen")
        after = CLOCK.monotonic_ms()
        stall = 0
        while CLOCK.monotonic_ms() - after < STAY_MS:
            asked = CLOCK.monotonic_ms()
            self.kiosk.do("nothing")
            stall = max(stall, CLOCK.monotonic_ms() - asked)
            Event().wait(POLL_S)
        return Change(before, after, stall)

    def has_focus(self) -> bool:
        return self.screen.focused() == self.window

    def has_no_focus(self) -> bool:
        return not self.has_focus()

    def stays(self, *acts: str) -> None:
        """Have the kiosk do these: all of it is active time."""
        before = self.caught_up()
        for act in acts:
            self.change(partial(self.kiosk.do, act), lambda: True)
        after = self.caught_up()
        self._adds_up(after)
        assert after.active - before.active == after.passed_since(before)

    def is_away(
        self,
        leave: Callable[[], object],
        come_back: Callable[[], object],
        *,
        left: Callable[[], bool] | None = None,
        back: Callable[[], bool] | None = None,
        as_: str = "unfocused",
    ) -> int:
        """The time between the two is counted as that, to 150 ms at each end; `left` and `back` tell when it was so.

        Tells how far off it was, in ms: 0 where it lies between what may have been and what must have been.
        """
        before = self.caught_up()
        leaving = self.change(leave, left or self.has_no_focus)
        coming = self.change(come_back, back or self.has_focus)
        after = self.caught_up()
        self._adds_up(after)
        away: int = getattr(after, as_) - getattr(before, as_)
        off = max(coming.before - leaving.after - away, away - (coming.after - leaving.before), 0)
        assert off <= 2 * LATE_MS + leaving.stall + coming.stall
        assert after.active - before.active + away == after.passed_since(before)
        return off

    def _adds_up(self, now: Counted) -> None:
        """Every millisecond since the start is counted once, and none was lost to a gap.

        Where the machine let the program stand still, that was a gap for it, and as long a one at most.
        """
        assert now.active + now.idle + now.unfocused + now.locked == now.passed_since(now.beginning)
        assert now.asleep <= int(self.kiosk.do("how long it stood still"))


@contextmanager
def sitting(screen: Screen, folder: Path, **environment: str) -> Iterator[Pupil]:
    """Start the kiosk on that screen and open a lesson."""
    prepare(folder)
    kiosk = Program("tests.e2e.x11.program", str(folder), environment=screen.environment | environment)
    try:
        pupil = Pupil(screen, kiosk, folder)
        pupil.open_lesson()
        yield pupil
    finally:
        kiosk.end()
