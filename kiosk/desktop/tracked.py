"""`track()`: another Qt program's widget as an activity. It runs while the widget is shown, and ends when it is not.

    shown, with the focus ──► STARTING ──► RUNNING ──► hidden, finished or stopped ──► ENDING ──► shown again …

Everything belongs to the GUI thread, and nothing waits for the disk but the program's end.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from enum import Enum, auto
from typing import override

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.activity import Activity, Callbacks, OnError
from kiosk.client import Timeback
from kiosk.desktop.watch import Watch, watch_over
from kiosk.errors import ActivityError, KioskError

log = logging.getLogger(__name__)


def track(
    widget: QWidget,
    timeback: Timeback,
    *,
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
) -> "Tracked":
    """Count the time a person is at `widget`, until it is destroyed or the handle's `stop()`.

    What follows `timeback` goes to `timeback.activity.start()`. When the widget is shown and its window has the
    focus the activity starts, or its open run goes on; when the widget is hidden it ends without completion.
    Focus, input, the screen's lock and the tick are told to `timeback`; close that after the event loop.
    The widget is held until then: hide, close or delete it, since letting go of it in Python does not end it.
    One widget at a time has its activity. What goes wrong comes by `Tracked.failed`; only without a
    QApplication this raises ActivityError.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise ActivityError("there is no QApplication yet; make it before anything is tracked")
    callbacks = Callbacks(on_error, on_pause, on_resume, on_flush)

    def start() -> "Future[Activity]":
        return timeback.activity.start_soon(id, name, course, run_id, time, process=process, callbacks=callbacks)

    tracked = Tracked(widget, name, start, watch_over(timeback, application))
    application.aboutToQuit.connect(tracked.end_now)
    return tracked


class _Phase(Enum):
    NOTHING = auto()
    STARTING = auto()
    RUNNING = auto()
    ENDING = auto()


class Tracked(QObject):
    """The handle of one widget's tracking, made by `track()`. It need not be kept.

    Signals:
        began(Activity): a sitting is in progress.
        ended(): it is on the disk, with its completion where it was finished.
        failed(KioskError): why it could not begin or end; logged too. It is tried again when the widget is next
            shown, an end that the disk refused each second.
    """

    began = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, widget: QWidget, name: str, start: "Callable[[], Future[Activity]]", watch: Watch) -> None:
        super().__init__(watch)
        self.widget = widget
        self.name = name
        self._start = start
        self._watch = watch
        self._phase = _Phase.NOTHING
        self._activity: Activity | None = None
        self._end: Callable[[], Future[None]] | None = None
        self._ending: Future[None] | None = None
        self._is_stopped = False
        self._rests = False
        watch.add_user()
        watch.changed.connect(self._consider)
        watch.ticked.connect(self._retry)
        widget.installEventFilter(self)
        widget.destroyed.connect(self.stop)
        self._consider_soon()

    @property
    def activity(self) -> Activity | None:
        """The sitting in progress; None while the widget is hidden, and until it has begun."""
        return self._activity if self._phase is _Phase.RUNNING else None

    @property
    def is_shown(self) -> bool:
        """Whether the widget is there to be tracked: not hidden, finished, failed or stopped."""
        return not (self._is_stopped or self._rests) and isValid(self.widget) and self.widget.isVisible()

    def finish(self, metrics: Mapping[str, object]) -> None:
        """Complete the run with these metrics. A new run begins when the widget is shown the next time.

        `ended` tells when it is on the disk. Raises MetricsError, and ActivityError when nothing is in progress:
        then nothing has changed.
        """
        if (activity := self.activity) is None:
            raise ActivityError(f"“{self.name}” is not in progress; finish it while its widget is shown")
        ending = activity.end_soon(metrics)
        self._rests = True
        self._end = lambda: activity.end_soon(metrics)
        self._await_end(ending)

    def stop(self) -> None:
        """End the sitting, keep the run, and track this widget no more. More than once is no error."""
        if not self._is_stopped:
            self._is_stopped = True
            if isValid(self.widget):
                self.widget.removeEventFilter(self)
            self._leave()
            self._go_if_stopped()

    def end_now(self) -> None:
        """End the sitting, and wait until it is on the disk: the program ends."""
        if self._activity is not None:
            try:
                (self._end or self._activity.end_soon)().result()
            except KioskError as error:
                self._tell(error)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._consider_soon()
        elif event.type() == QEvent.Type.Hide and not self.widget.isVisible():  # minimised, it is still shown to Qt
            self._rests = False
            self._leave()
        return False

    def _consider_soon(self) -> None:
        """A stack shows its next page before it hides the last one: look when both has happened."""
        self._watch.bridge.call(self._consider)

    def _consider(self) -> None:
        """Begin, if there is somebody to begin with and it is this widget's turn."""
        if self._phase is not _Phase.NOTHING or not self.is_shown or not self._watch.has_focus(self.widget):
            return
        try:
            if not self._watch.take_turn(self):
                return
        except ActivityError as error:
            self._rests = True
            self._tell(error)
            return
        self._phase = _Phase.STARTING
        try:
            starting = self._start()
        except KioskError as error:
            self._not_started(error)
        else:
            self._watch.bridge.when(starting, self._started, self._not_started)

    def _started(self, activity: Activity) -> None:
        self._phase, self._activity = _Phase.RUNNING, activity
        if self.is_shown:
            self.began.emit(activity)
        else:
            self._leave()

    def _not_started(self, error: KioskError) -> None:
        self._rests = True
        self._over()
        self._tell(error)

    def _leave(self) -> None:
        if (activity := self.activity) is not None:
            self._end = activity.end_soon
            self._await_end(activity.end_soon())

    def _await_end(self, ending: "Future[None]") -> None:
        self._phase, self._ending = _Phase.ENDING, ending
        self._watch.bridge.when(ending, lambda _none: self._ended(), self._tell)

    def _retry(self) -> None:
        """End again what the disk refused."""
        if self._end is not None and self._ending is not None and self._ending.done() and self._ending.exception():
            self._await_end(self._end())

    def _ended(self) -> None:
        self._over()
        self.ended.emit()

    def _over(self) -> None:
        self._phase = _Phase.NOTHING
        self._activity = self._end = self._ending = None
        self._watch.end_turn()
        self._go_if_stopped()

    def _go_if_stopped(self) -> None:
        if self._is_stopped and self._phase is _Phase.NOTHING:
            self._watch.remove_user()
            self.deleteLater()

    def _tell(self, error: KioskError) -> None:
        log.error("%s: %s", self.name, error)
        self.failed.emit(error)
