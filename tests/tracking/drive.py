"""Drive a tracker by seconds and collect what it journals, as the store would."""

from datetime import UTC, datetime
from itertools import pairwise

from kiosk.clock import Instant, epoch_ms
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.tracker import Notice, Step, Tracker
from kiosk.tracking.window import Reason, Window, WindowState

MONDAY_TEN = epoch_ms(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


class Drive:
    """A tracker with a hand-moved clock. Every window is checked as it comes; final ones must stay as they are."""

    def __init__(
        self, policy: TimePolicy | None = None, *, focused: bool = True, not_before: int = 0, wall: int = MONDAY_TEN
    ) -> None:
        self.now = Instant(wall, 50_000)
        self.windows: dict[int, Window] = {}
        self.notices: list[Notice] = []
        self.policy = policy or TimePolicy()
        self.tracker = Tracker(self.now, self.policy, focused=focused, not_before=not_before)

    def pass_ms(self, ms: int, wall_ms: int | None = None) -> None:
        """Let time pass without anybody looking; `wall_ms` where the wall clock moves differently."""
        self.now = Instant(self.now.wall + (ms if wall_ms is None else wall_ms), self.now.mono + ms)

    def run(self, seconds: float) -> None:
        """Tick each second, and at the end."""
        left = round(seconds * 1000)
        while left > 0:
            ms = min(left, 1000)
            self.pass_ms(ms)
            self.take(self.tracker.tick(self.now))
            left -= ms

    def focus(self, focused: bool) -> None:
        self.take(self.tracker.set_focused(self.now, focused))

    def lock(self, locked: bool) -> None:
        self.take(self.tracker.set_locked(self.now, locked))

    def watch(self, watching: bool) -> None:
        self.take(self.tracker.set_watching(self.now, watching))

    def input(self) -> None:
        self.take(self.tracker.note_input(self.now))

    def turn(self, policy: TimePolicy) -> None:
        """A page is turned, to one with times of its own."""
        self.take(self.tracker.set_policy(self.now, policy))

    def pause(self) -> None:
        self.take(self.tracker.pause(self.now))

    def resume(self) -> None:
        self.take(self.tracker.resume(self.now))

    def end(self) -> None:
        self.take(self.tracker.end(self.now))

    def take(self, step: Step) -> None:
        for window in step.windows:
            old = self.windows.get(window.seq)
            assert old is None or old.state in (WindowState.OPEN, WindowState.HELD), "a final window changed"
            assert window.spans
            assert all(left.end == right.start for left, right in pairwise(window.spans))
            assert all(span.start < span.end for span in window.spans)
            assert window.length_ms <= self.policy.heartbeat_interval_ms
            assert window.end_ms - window.start_ms == window.active_ms + window.inactive_ms
            self.windows[window.seq] = window
        self.notices.extend(step.notices)

    def in_state(self, state: WindowState) -> list[Window]:
        return [window for _, window in sorted(self.windows.items()) if window.state is state]

    @property
    def ready(self) -> list[Window]:
        return self.in_state(WindowState.READY)

    @property
    def held(self) -> list[Window]:
        return self.in_state(WindowState.HELD)

    def sum_ready(self) -> tuple[int, int]:
        """Active and inactive milliseconds of all READY windows."""
        return sum(w.active_ms for w in self.ready), sum(w.inactive_ms for w in self.ready)

    def ms_of(self, reason: Reason) -> int:
        return sum(w.of(reason) for w in self.ready)
