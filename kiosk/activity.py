"""One sitting of one activity: the SDK's verbs over the tracker and the journal."""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from kiosk.clock import Clock, Instant, from_epoch_ms, read
from kiosk.errors import ActivityError, KioskError, MetricsError, StoreError
from kiosk.protocol.messages import Json
from kiosk.protocol.run_id import RunId
from kiosk.store import clocks, journal, runs
from kiosk.store.journal import Entry
from kiosk.store.runs import OpenedRun
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics, parse_metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.tracker import NoticeKind, Step, Tracker
from kiosk.tracking.window import Reason, Window, WindowState

log = logging.getLogger(__name__)

UNTOLD_MS = 10_000
"""A host that is silent for longer is told once that untold time counts as nothing."""


@dataclass(frozen=True, slots=True)
class ErrorContext:
    """What an `on_error` is about. `kind`: "heartbeat", "completion" or "journal" (the disk).

    `started_at` and `ended_at` are the window's, as on the wire; None where it is no window.
    """

    kind: str
    run_id: RunId
    attempts: int = 0
    started_at: Json = None
    ended_at: Json = None


type OnError = Callable[[KioskError, ErrorContext], object]


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What a host may want to hear, on its own thread: from the verbs, `tick()` and `sync()`.

    `on_flush` gets the active ms of each window that arrived; `on_pause` and `on_resume` alternate.
    """

    on_error: OnError | None = None
    on_pause: Callable[[], object] | None = None
    on_resume: Callable[[], object] | None = None
    on_flush: Callable[[int], object] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How a sitting is to be tracked. `at` is when it was asked for: time counts from there."""

    at: Instant
    times: TimePolicy
    callbacks: Callbacks = Callbacks()
    focused: bool = True
    locked: bool = False
    reports_time: bool = True
    boot: str = ""


class Activity:
    """One sitting of one activity. Made by `activity.start()`; the host's thread only."""

    def __init__(self, store: Store, clock: Clock, opened: OpenedRun, plan: Plan, on_work: Callable[[], None]) -> None:
        self._store = store
        self._clock = clock
        self._opened = opened
        self._plan = plan
        self._on_work = on_work
        self._tracker = Tracker(
            plan.at, plan.times, focused=plan.focused, locked=plan.locked, not_before=opened.last_end_ms
        )
        self._warned_of_silence = False
        self._ending: Future[None] | None = None

    @property
    def id(self) -> str:
        return self._opened.subject.id

    @property
    def run(self) -> int:
        """The run's row in the store."""
        return self._opened.run

    @property
    def run_id(self) -> RunId:
        return self._opened.subject.run_id

    @property
    def is_resumed(self) -> bool:
        """Whether the run had sittings before this one."""
        return self._opened.resumed

    @property
    def started_at(self) -> datetime:
        return from_epoch_ms(max(self._plan.at.wall, self._opened.last_end_ms))

    @property
    def is_paused(self) -> bool:
        """Paused by `pause()`, or stopped by the hidden timeout."""
        return self._tracker.is_paused or self._tracker.is_stopped

    @property
    def is_ended(self) -> bool:
        """True once `end()` has everything on the disk."""
        return self._ending is not None and self._ending.done() and self._ending.exception() is None

    @property
    def reason(self) -> Reason:
        """What the present moment counts as."""
        return self._tracker.reason

    @property
    def total_active_ms(self) -> int:
        """Active time of the sitting, time in doubt included: it may step back when idleness is found."""
        return self._tracker.total_active_ms

    @property
    def elapsed_ms(self) -> int:
        """Active time of the window in progress."""
        return self._tracker.elapsed_ms

    @property
    def run_active_ms(self) -> int:
        """The run's active time over all sittings: what caps XP."""
        return self._opened.active_ms + self._tracker.total_active_ms

    def pause(self) -> None:
        """Close the window in progress; time is inactive until `resume()`."""
        self._require_running()
        self._take(self._tracker.pause(read(self._clock)))

    def resume(self) -> None:
        self._require_running()
        self._take(self._tracker.resume(read(self._clock)))

    def set_times(self, policy: TimePolicy) -> None:
        """Go on under other times, as a page that is read slowly asks for."""
        self._require_running()
        self._take(self._tracker.set_policy(read(self._clock), policy))

    def refresh(self) -> int:
        """Let time pass up to now; tells `run_active_ms`."""
        self.observe(lambda tracker: tracker.tick(read(self._clock)))
        return self.run_active_ms

    def end(self, metrics: Mapping[str, object] | None = None) -> None:
        """End the sitting; with metrics, complete the run. Returns when everything is on the disk.

        Raises MetricsError before anything is queued, and StoreError when the disk refuses: then the
        activity is not ended and `end()` may be called again. After success another call does nothing.
        """
        try:
            self.end_soon(metrics).result()
        except StoreError as error:
            self.report(error, ErrorContext("journal" if metrics is None else "completion", self.run_id))
            raise

    def end_soon(self, metrics: Mapping[str, object] | None = None) -> "Future[None]":
        """`end()` without the wait: MetricsError comes at once, what the disk says comes by the future."""
        checked = None if metrics is None else self._check(metrics)
        return self._end(None if checked is None else runs.finish, checked)

    def request_finish(self, metrics: Mapping[str, object], version: str) -> "Future[None]":
        """End a stateful run: its completion is a server's to record; `metrics` are this client's view of it.

        `version` is the lesson's: the server scores with its own copy.
        """
        return self._end(partial(runs.request_finish, version=version), self._check(metrics))

    def _check(self, metrics: Mapping[str, object]) -> Metrics:
        checked = parse_metrics(metrics)
        if checked.time is not None and not self._plan.reports_time:
            raise MetricsError("time", "cannot be replaced where the activity was started with time=False")
        return checked

    def _end(self, verb: "Callable[..., None] | None", metrics: Metrics | None) -> "Future[None]":
        if self._ending is not None and (not self._ending.done() or self.is_ended):
            return self._ending
        self._take(self._tracker.end(read(self._clock)))
        last = self._changed(())
        if verb is None or metrics is None:
            self._ending = self._store.end_sitting(journal.end_sitting, last)
        else:
            self._ending = self._store.end_sitting(verb, last, metrics)
        self._on_work()
        return self._ending

    def _require_running(self) -> None:
        if self._tracker.is_ended:
            raise ActivityError("this activity has ended; start another one")

    # -- called by Activities ------------------------------------------------------------------------

    def observe(self, tell: Callable[[Tracker], Step]) -> None:
        if not self._tracker.is_ended:
            self._take(tell(self._tracker))

    def _take(self, step: Step) -> None:
        if step.windows:
            self._store.journal(self._changed(step.windows))
            if any(window.state is WindowState.READY for window in step.windows):
                self._on_work()
        for notice in step.notices:
            match notice.kind:
                case NoticeKind.PAUSED if self._plan.callbacks.on_pause:
                    self._plan.callbacks.on_pause()
                case NoticeKind.RESUMED if self._plan.callbacks.on_resume:
                    self._plan.callbacks.on_resume()
                case NoticeKind.SLEPT:
                    self._warn_of_silence(notice.ms)
                    self._note_clock()
                case NoticeKind.CLOCK_CHANGED:
                    self._note_clock()
                case _:
                    pass

    def _changed(self, windows: tuple[Window, ...]) -> Entry:
        return Entry(self._opened.run, self._opened.sitting, windows, self._tracker.asleep_ms)

    @property
    def retry_attempts(self) -> int:
        return self._plan.times.retry_attempts or 1

    def flushed(self, active_ms: int) -> None:
        if self._plan.callbacks.on_flush:
            self._plan.callbacks.on_flush(active_ms)

    def report(self, error: KioskError, context: ErrorContext) -> None:
        if self._plan.callbacks.on_error:
            self._plan.callbacks.on_error(error, context)

    def _note_clock(self) -> None:
        """Keep what the clock says now: where it was seen to be set, windows before that can be mended."""
        self._store.call_light(clocks.note, self._plan.boot, clocks.Source.MACHINE, read(self._clock))

    def _warn_of_silence(self, ms: int) -> None:
        if ms > UNTOLD_MS and not self._warned_of_silence:
            self._warned_of_silence = True
            log.warning(
                "%s: nothing was told for %.0f s, which counts as nothing; call tick() about once a second",
                self.id,
                ms / 1000,
            )
