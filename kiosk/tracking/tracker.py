"""From observations to windows: the part that decides what a second was.

The tracker is told everything, time included, and reads no clock. Each observation first lets time
pass up to its instant, deadline by deadline (idle, hidden timeout, end of a window), and then changes
what it says. What changed comes back as values: the windows to journal and the notices to pass on.

    input       input + grace          input + timeout
      │  active    │   in doubt           │
      ├────────────┼──────────────────────┤
                   │ next input, focus lost, lock, pause, gap, crash, end: it was active
                   └ timeout reached: it was idle, from here on

A closed window that reaches into the doubt is HELD; it becomes READY when the doubt is settled. While a film or a sound
plays there is no doubt: a student who watches gives no input.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.clock import Instant
from kiosk.tracking.policy import CLOCK_STEP_MS, GAP_MS, TimePolicy
from kiosk.tracking.window import Reason, Span, Window, WindowState, append, cut, relabel


class NoticeKind(StrEnum):
    PAUSED = "paused"
    RESUMED = "resumed"
    SLEPT = "slept"
    CLOCK_CHANGED = "clock-changed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the host may want to know. `ms`: how long the gap was, or by how much the clock was set."""

    kind: NoticeKind
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """What an observation changed. Each window is given whole; the latest of a `seq` replaces the one before."""

    windows: tuple[Window, ...] = ()
    notices: tuple[Notice, ...] = ()


class Tracker:
    """One sitting of one activity, from start to end. Not thread-safe: one thread tells it everything.

    `not_before` is where this student's last window ended (wall ms): no window begins earlier, so that
    windows of one student never overlap, whatever happened to the clock.

    Guarantees, after any sequence of observations: windows are ordered and disjoint; each one's length
    is the sum of its spans; READY and WITHDRAWN windows never change again; the active time never
    exceeds the time that passed.
    """

    def __init__(
        self, at: Instant, policy: TimePolicy, *, focused: bool = True, locked: bool = False, not_before: int = 0
    ) -> None:
        self._policy = policy
        self._focused = focused
        self._locked = locked
        self._paused = False
        self._idle = False
        self._watching = False
        self._stopped = False
        self._ended = False
        self._announced_pause = False
        self._presence = at.mono
        self._inactive_since: int | None = None
        self._floor = not_before
        self._cursor = at.mono
        self._pending: list[Window] = []
        self._reported: dict[int, Window] = {}
        self._next_seq = 0
        self._settled_active = 0
        self._asleep_ms = 0
        self._notices: list[Notice] = []
        self._changed: dict[int, Window] = {}
        self._anchor_at(at)
        self._judge_attention(at)

    # -- what may be asked ---------------------------------------------------------------------------

    @property
    def reason(self) -> Reason:
        """What the present moment counts as."""
        if self._paused:
            return Reason.PAUSED
        if self._locked:
            return Reason.LOCKED
        if not self._focused:
            return Reason.UNFOCUSED
        return Reason.IDLE if self._idle else Reason.ACTIVE

    @property
    def is_paused(self) -> bool:
        return self._paused

    @property
    def is_stopped(self) -> bool:
        """Whether the hidden timeout has stopped tracking until the student returns."""
        return self._stopped

    @property
    def is_ended(self) -> bool:
        return self._ended

    @property
    def total_active_ms(self) -> int:
        """All windows of the sitting, those in doubt included: it may step back when idleness is found."""
        return self._settled_active + sum(window.active_ms for window in self._pending)

    @property
    def elapsed_ms(self) -> int:
        """Active time of the window in progress."""
        window = self._open()
        return window.active_ms if window else 0

    @property
    def asleep_ms(self) -> int:
        """Time of this sitting that was a gap and was reported as nothing."""
        return self._asleep_ms

    # -- observations --------------------------------------------------------------------------------

    def tick(self, at: Instant) -> Step:
        """Time passed, nothing else happened."""
        self._advance(at)
        return self._step()

    def note_input(self, at: Instant) -> Step:
        """The student did something: a key, a click, a movement."""
        self._advance(at)
        self._be_present(at)
        return self._step()

    def set_focused(self, at: Instant, focused: bool) -> Step:
        self._advance(at)
        gained = focused and not self._focused
        self._focused = focused
        self._be_present(at) if gained else self._judge_attention(at)
        return self._step()

    def set_locked(self, at: Instant, locked: bool) -> Step:
        self._advance(at)
        unlocked = self._locked and not locked
        self._locked = locked
        self._be_present(at) if unlocked else self._judge_attention(at)
        return self._step()

    def set_watching(self, at: Instant, watching: bool) -> Step:
        """A film or a sound of the lesson plays, or no longer: nobody is idle meanwhile. Either change is presence."""
        self._advance(at)
        changed = watching != self._watching
        self._watching = watching
        if changed:
            self._be_present(at)
        return self._step()

    def set_policy(self, at: Instant, policy: TimePolicy) -> Step:
        """Go on under other times, as a page that is read slowly asks for. Turning a page is presence."""
        self._advance(at)
        self._be_present(at)
        self._policy = policy
        return self._step()

    def pause(self, at: Instant) -> Step:
        """Close the window in progress; what follows is inactive until `resume`, whatever else happens."""
        self._advance(at)
        if not self._paused and not self._ended:
            self._paused = True
            self._close_window()
            self._announce_pause()
            self._judge_attention(at)
        return self._step()

    def resume(self, at: Instant) -> Step:
        self._advance(at)
        if self._paused and not self._ended:
            self._paused = False
            self._announce_resume()
            self._be_present(at)
        return self._step()

    def end(self, at: Instant) -> Step:
        """Close everything; nothing changes after it. Time in doubt was active."""
        self._advance(at)
        if not self._ended:
            self._ended = True
            self._close_window()
        return self._step()

    # -- time passes ---------------------------------------------------------------------------------

    def _advance(self, at: Instant) -> None:
        if self._ended:
            return
        if at.mono - self._cursor > GAP_MS:
            self._sleep_until(at)
            return
        now = max(at.mono, self._cursor)
        while self._meet_deadline(now):
            pass
        self._extend(now)
        step = (at.wall - at.mono) - self._wall_offset
        if abs(step) > CLOCK_STEP_MS:
            self._notices.append(Notice(NoticeKind.CLOCK_CHANGED, step))
            self._close_window()
            self._anchor_at(at)

    def _meet_deadline(self, now: int) -> bool:
        """Let time pass to the earliest deadline up to `now` and act on it; False when there is none."""
        deadlines: list[tuple[int, int, Callable[[int], None]]] = []
        if self.reason is Reason.ACTIVE and not self._watching:
            deadlines.append((self._presence + self._policy.idle_timeout_ms, 0, self._find_idle))
        if self._inactive_since is not None and not self._stopped:
            deadlines.append((self._inactive_since + self._policy.hidden_timeout_ms, 1, self._stop))
        if not self._stopped:
            window = self._open()
            start = window.start_mono if window else self._cursor
            deadlines.append((start + self._policy.heartbeat_interval_ms, 2, self._close_window))
        deadline, _, act = min(deadlines, default=(now + 1, 0, self._extend))
        if deadline > now:
            return False
        self._extend(deadline)
        act(deadline)
        return True

    def _extend(self, until: int) -> None:
        """Let [cursor, until) count as the present reason does; after the hidden timeout as nothing."""
        if until <= self._cursor:
            return
        if not self._stopped:
            if window := self._open():
                self._pending[-1] = window._replace(spans=append(window.spans, until, self.reason))
            else:
                start_ms = self._anchor.wall + self._cursor - self._anchor.mono
                spans = (Span(self._cursor, until, self.reason),)
                self._pending.append(Window(self._next_seq, WindowState.OPEN, start_ms, self._cursor, spans))
                self._next_seq += 1
        self._cursor = until
        if self._watching:
            self._presence = until

    def _find_idle(self, _at: int) -> None:
        """Nothing came for the whole timeout: the stretch in doubt was idle, and so is what follows."""
        unsettled = self._pending[0].start_mono if self._pending else self._cursor
        doubt = max(self._presence + self._policy.idle_grace_ms, unsettled)
        self._pending = [
            window._replace(spans=relabel(window.spans, doubt, Reason.IDLE)) if window.end_mono > doubt else window
            for window in self._pending
        ]
        self._idle = True
        self._inactive_since = doubt

    def _stop(self, at: int) -> None:
        """Inactive for too long: nothing after `at` is reported, until the student returns."""
        kept = []
        for window in self._pending:
            if window.start_mono < at:
                kept.append(window._replace(spans=cut(window.spans, at)))
            elif window.seq in self._reported:
                self._changed[window.seq] = window._replace(state=WindowState.WITHDRAWN)
        self._pending = kept
        self._close_window()
        self._stopped = True
        self._announce_pause()

    def _sleep_until(self, at: Instant) -> None:
        """A gap counts as nothing: the window ends where it was last seen, and idleness does not grow."""
        gap = at.mono - self._cursor
        if not self._stopped:
            self._asleep_ms += gap
        self._notices.append(Notice(NoticeKind.SLEPT, gap))
        self._close_window()
        self._settle(doubt=None)
        self._presence += gap
        if self._inactive_since is not None:
            self._inactive_since += gap
        self._anchor_at(at)

    # -- attention -----------------------------------------------------------------------------------

    def _be_present(self, at: Instant) -> None:
        self._presence = self._cursor
        self._idle = False
        self._judge_attention(at)

    def _judge_attention(self, at: Instant) -> None:
        """Begin or end the inactive stretch, after a flag has changed. The stretch is one, whatever its mix."""
        if self._ended:
            return
        if self.reason is not Reason.ACTIVE:
            if self._inactive_since is None:
                self._inactive_since = self._cursor
            return
        self._inactive_since = None
        if self._stopped:
            self._stopped = False
            self._anchor_at(at)
            self._announce_resume()

    def _announce_pause(self) -> None:
        if not self._announced_pause:
            self._announced_pause = True
            self._notices.append(Notice(NoticeKind.PAUSED))

    def _announce_resume(self) -> None:
        if self._announced_pause:
            self._announced_pause = False
            self._notices.append(Notice(NoticeKind.RESUMED))

    # -- windows -------------------------------------------------------------------------------------

    def _open(self) -> Window | None:
        return self._pending[-1] if self._pending and self._pending[-1].state is WindowState.OPEN else None

    def _close_window(self, _at: int | None = None) -> None:
        if window := self._open():
            self._pending[-1] = window._replace(state=WindowState.HELD)

    def _anchor_at(self, at: Instant) -> None:
        """Take wall time anew. A clock that was set back does not make windows overlap."""
        if self._pending:
            self._floor = max(self._floor, self._pending[-1].end_ms)
        self._anchor = Instant(max(at.wall, self._floor), at.mono)
        self._wall_offset = at.wall - at.mono
        self._cursor = max(self._cursor, at.mono)

    def _settle(self, doubt: int | None) -> None:
        """Make every closed window final that does not reach into the doubt."""
        while self._pending and self._pending[0].state is WindowState.HELD:
            if doubt is not None and self._pending[0].end_mono > doubt:
                return
            window = self._pending.pop(0)._replace(state=WindowState.READY)
            self._reported.pop(window.seq, None)
            self._changed[window.seq] = window
            self._settled_active += window.active_ms
            self._floor = max(self._floor, window.end_ms)

    def _step(self) -> Step:
        attending = self.reason is Reason.ACTIVE and not self._ended
        self._settle(self._presence + self._policy.idle_grace_ms if attending else None)
        for window in self._pending:
            if self._reported.get(window.seq) != window:
                self._reported[window.seq] = self._changed[window.seq] = window
        step = Step(tuple(self._changed[seq] for seq in sorted(self._changed)), tuple(self._notices))
        self._changed, self._notices = {}, []
        return step
