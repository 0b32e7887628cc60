"""Activities: starting them one at a time, attention, and the callbacks, for the public API and the desktop alike.

    host's thread:  attention, verbs, tick() ──► Tracker ──► Step ──► store.journal(…)
    writer thread:  commits                   courier's thread: deliveries ──► queue ──► tick(): callbacks

Everything here belongs to the host's thread, except where it says otherwise. Nothing waits for the disk
but `start()` and `end()`; their `_soon` forms answer by a future instead.
"""

import queue
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING

from kiosk.activity import Activity, Callbacks, ErrorContext, OnError, Plan
from kiosk.clock import Clock, Instant, boot_id, read
from kiosk.errors import ActivityError, DeliveryError
from kiosk.protocol.course import Course, parse_course
from kiosk.protocol.outcomes import Outcome
from kiosk.protocol.run_id import RunId, is_uuid
from kiosk.store import journal, runs
from kiosk.store.runs import OpenedRun, RunRequest
from kiosk.store.writer import Store
from kiosk.tracking.policy import TimePolicy, parse_time_options
from kiosk.tracking.tracker import Step, Tracker

if TYPE_CHECKING:
    from kiosk.sync.delivery import Delivery  # it brings asyncio, which start-up does without


class Attention:
    """Where the host tells what it sees of the student. It remembers focus and lock between activities."""

    def __init__(self, activities: "Activities") -> None:
        self._activities = activities
        self.focused = True
        self.locked = False

    def set_focused(self, focused: bool) -> None:
        self.focused = focused
        self._activities.observe(lambda tracker: tracker.set_focused(self._activities.now(), focused))

    def set_locked(self, locked: bool) -> None:
        self.locked = locked
        self._activities.observe(lambda tracker: tracker.set_locked(self._activities.now(), locked))

    def set_watching(self, watching: bool) -> None:
        """A film or a sound of the current activity plays, or no longer; meanwhile nobody is idle."""
        self._activities.observe(lambda tracker: tracker.set_watching(self._activities.now(), watching))

    def note_input(self) -> None:
        self._activities.observe(lambda tracker: tracker.note_input(self._activities.now()))


class Activities:
    """Starts activities for one student at a time, and knows the one in progress."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        student: int | None = None,
        default_course: Course | None = None,
        knows_course: Callable[[Course], bool] = lambda _course: True,
        times: TimePolicy | None = None,
        on_work: Callable[[], None] = lambda: None,
    ) -> None:
        self.store = store
        self.attention = Attention(self)
        self.student = student
        self._clock = clock
        self._default_course = default_course
        self._knows_course = knows_course
        self._times = times or TimePolicy()
        self._on_work = on_work
        self._boot = boot_id()
        self._current: Activity | None = None
        self._starting = False
        self._latest: dict[RunId, Activity] = {}  # who hears of a run's deliveries, which come after its end too
        self._deliveries: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
        self._failed_tries: dict[tuple[str, int], int] = {}
        self._told_of_trouble = False

    @property
    def current(self) -> Activity | None:
        """The activity in progress, or None."""
        if self._current is not None and self._current.is_ended:
            self._current = None
        return self._current

    def now(self) -> Instant:
        return read(self._clock)

    def start(
        self,
        id: str,  # noqa: A002 - the SDK's name
        name: str,
        course: object = None,
        run_id: str | None = None,
        time: Mapping[str, object] | bool | None = None,
        process: bool | None = None,
        on_error: OnError | None = None,
        on_pause: Callable[[], object] | None = None,
        on_resume: Callable[[], object] | None = None,
        on_flush: Callable[[int], object] | None = None,
    ) -> Activity:
        """Begin an activity, or continue its open run. Its run id is on the disk when this returns.

        `time=False` counts here and sends no windows. Raises ActivityError (a wrong argument, another
        activity in progress, a finished run id) and StoreError.
        """
        callbacks = Callbacks(on_error, on_pause, on_resume, on_flush)
        future = self.start_soon(id, name, course, run_id, time, process=process, callbacks=callbacks)
        return future.result()

    def start_soon(
        self,
        id: str,  # noqa: A002 - the SDK's name
        name: str,
        course: object = None,
        run_id: str | None = None,
        time: Mapping[str, object] | bool | None = None,
        *,
        process: bool | None = None,
        callbacks: Callbacks | None = None,
    ) -> "Future[Activity]":
        """`start()` without the wait. Wrong arguments raise at once; time counts from this call on.

        The activity is current once the future is done; its callbacks run on the writer's thread.
        """
        if self._starting or self.current is not None:
            raise ActivityError("Another activity is already in progress")
        request, plan = self._plan(id, name, course, run_id, time, process, callbacks or Callbacks())
        self._starting = True
        started: Future[Activity] = Future()

        def finish(opening: "Future[OpenedRun]") -> None:
            try:
                opened = opening.result()
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits for the start
                self._starting = False
                started.set_exception(error)
                return
            self._current = Activity(self.store, self._clock, opened, plan, self._on_work)
            self._latest[self._current.run_id] = self._current
            self._starting = False
            started.set_result(self._current)

        self.store.call(runs.start_sitting, request, plan.at, self._boot).add_done_callback(finish)
        return started

    def _plan(
        self,
        id: str,  # noqa: A002 - the SDK's name
        name: str,
        course: object,
        run_id: str | None,
        time: Mapping[str, object] | bool | None,
        process: bool | None,
        callbacks: Callbacks,
    ) -> tuple[RunRequest, Plan]:
        for key, text in (("id", id), ("name", name)):
            if not isinstance(text, str) or not text.strip():
                raise ActivityError(f"{key} must be text that is not blank, not {text!r}")
        if self.student is None:
            raise ActivityError("no student is set; say whose activity this is")
        if course is None and self._default_course is None:
            raise ActivityError("course is required where no default_course is set")
        selector = parse_course(course) if course is not None else self._default_course
        assert selector is not None
        if not self._knows_course(selector):
            raise ActivityError(f"course {selector} is not in timeback.config.json; add it there, or name one that is")
        if run_id is not None and (not isinstance(run_id, str) or not run_id.strip()):
            raise ActivityError(f"run_id must be text that is not blank, not {run_id!r}")
        if run_id is not None and not is_uuid(run_id):
            warnings.warn(
                f"run_id {run_id!r} is no UUID: the SDK's own server refuses those", UserWarning, stacklevel=4
            )
        if time is True or not (time is None or time is False or isinstance(time, Mapping)):
            raise ActivityError("time must be False, or a mapping of time options")
        policy = parse_time_options(time, self._times) if isinstance(time, Mapping) else self._times
        request = RunRequest(
            self.student,
            id.strip(),
            name.strip(),
            selector,
            RunId(run_id) if run_id else None,
            reports_time=time is not False,
            process=process,
        )
        focused, locked = self.attention.focused, self.attention.locked
        return request, Plan(self.now(), policy, callbacks, focused, locked, request.reports_time, self._boot)

    # -- time and deliveries -------------------------------------------------------------------------

    def tick(self) -> None:
        """Let time pass and pass on what arrived; the host calls it about once a second."""
        self.observe(lambda tracker: tracker.tick(self.now()))
        self.pass_on()

    def save_soon(self) -> "Future[None]":
        """Count up to now, and have it on the disk: the machine goes to sleep, and may not wake."""
        self.tick()
        return self.store.call(journal.make_durable)

    def observe(self, tell: Callable[[Tracker], Step]) -> None:
        if (activity := self.current) is not None:
            activity.observe(tell)

    def delivered(self, delivery: "Delivery") -> None:
        """Take note of a try. Any thread; the callbacks come from the host's next `tick()`."""
        self._deliveries.put(delivery)

    def pass_on(self) -> None:
        """Run the callbacks for what has been delivered, or not, since the last time: those given at a run's start."""
        while True:
            try:
                delivery = self._deliveries.get_nowait()
            except queue.Empty:
                break
            if (started := self._latest.get(delivery.message.run_id)) is not None:
                self._tell(started, delivery)
        activity = self.current
        trouble = self.store.trouble
        if activity is not None and trouble is not None and not self._told_of_trouble:
            activity.report(trouble, ErrorContext("journal", activity.run_id))
        self._told_of_trouble = trouble is not None

    def _tell(self, activity: Activity, delivery: "Delivery") -> None:
        message, verdict = delivery.message, delivery.verdict
        key = (message.path, message.id)
        if verdict.outcome is Outcome.DELIVERED:
            self._failed_tries.pop(key, None)
            if message.is_heartbeat:
                activity.flushed(message.active_ms)
            else:
                del self._latest[message.run_id]  # a completion is the last that is heard of a run
            return
        tries = self._failed_tries[key] = self._failed_tries.get(key, 0) + 1
        if tries == activity.retry_attempts or verdict.outcome is Outcome.PARK:
            kind = "heartbeat" if message.is_heartbeat else "completion"
            body = message.body
            context = ErrorContext(kind, message.run_id, tries, body.get("startedAt"), body.get("endedAt"))
            activity.report(DeliveryError(verdict.reason), context)
