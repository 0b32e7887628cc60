"""The way into a lesson and out of it: the run started, the sitting made, the end told."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from kiosk.activities import Activities
from kiosk.activity import Activity
from kiosk.clock import Clock
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.present import focus_state
from kiosk.desktop.read_ahead import ReadLesson
from kiosk.desktop.sitting import Sitting
from kiosk.errors import KioskError
from kiosk.lessons.interactions import Html
from kiosk.lessons.model import Lesson, Progress
from kiosk.lessons.outline import Outline
from kiosk.store import files, progress
from kiosk.store.runs import RunRequest
from kiosk.store.writer import Connection, Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.window import Reason
from kiosk.tracking.xp import XpPolicy

type CatchUp = Callable[[RunRequest], Future[None] | None]
"""Has the store learn what was done on another computer, within a moment; None where nobody can be asked."""


class LessonRoom(QObject):
    """Holds one sitting at a time. GUI thread; nothing waits for the disk.

    Signals:
        page_shown(LessonView), question_shown(QuestionView, Step): what the lesson page shows.
        opened(): the lesson's page is shown.
        not_opened(KioskError): why it is not; the student stays where they were.
        focus_told(FocusState, int): whether time counts, with the sitting's focused milliseconds.
        idle_told(bool): whether to ask "Still there?".
        left(): the student left; the run goes on another time.
        overview_shown(OverviewView), time_left_told(TimeLeftView | None): of a test (see `Sitting`).
        finished(Lesson, Metrics, int, tuple): the attempt is on the disk, with its focused milliseconds and what a test
            says at its end.
    """

    page_shown = Signal(object)
    question_shown = Signal(object, object)
    overview_shown = Signal(object)
    time_left_told = Signal(object)
    opened = Signal()
    not_opened = Signal(object)
    focus_told = Signal(object, int)
    idle_told = Signal(bool)
    left = Signal()
    finished = Signal(object, object, int, tuple)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        activities: Activities,
        bridge: Bridge,
        times: TimePolicy,
        xp: XpPolicy,
        catch_up: CatchUp,
        read: ReadLesson,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._activities = activities
        self._bridge = bridge
        self._times = times
        self._xp = xp
        self._catch_up = catch_up
        self._read = read
        self.sitting: Sitting | None = None

    def open(self, student: int, outline: Outline) -> None:
        """Start the lesson, or go on where it stopped, on this computer or on another.

        Time counts from when the lesson has been read, and the server's answer is here where one is asked. What goes
        wrong comes as `not_opened`.
        """
        self._activities.student = student
        asking = self._catch_up(RunRequest(student, outline.id, outline.title, outline.course))

        def start(lesson: Lesson) -> None:
            if asking is None:
                self._start(lesson)
            else:
                self._bridge.when(asking, lambda _none: self._start(lesson))

        self._bridge.when(self._read(outline), start, self._give_up)

    def _start(self, lesson: Lesson) -> None:
        try:
            starting = self._activities.start_soon(lesson.id, lesson.title, lesson.course)
        except KioskError as error:
            self._give_up(error)
            return

        def load_progress(activity: Activity) -> None:
            loading = self._store.call_light(_saved, activity.run)
            self._bridge.when(loading, lambda saved: self._begin(lesson, activity, *saved), self._give_up)

        self._bridge.when(starting, load_progress, self._give_up)

    def tick(self) -> None:
        """Tell whether time counts, and let the sitting do what is due."""
        if (sitting := self.sitting) is not None:
            reason = sitting.activity.reason
            self.focus_told.emit(focus_state(reason), sitting.activity.run_active_ms)
            self.idle_told.emit(reason is Reason.IDLE)
            sitting.tick()

    def close(self) -> None:
        """End what is in progress. Posted, not waited for: closing the store writes it."""
        if self.sitting is not None:
            self.sitting.save_now()
        self._end_activity()

    def _give_up(self, error: KioskError) -> None:
        self._end_activity()
        self.not_opened.emit(error)

    def _end_activity(self) -> None:
        if (activity := self._activities.current) is not None:
            activity.end_soon()

    def _begin(self, lesson: Lesson, activity: Activity, saved: Progress, handed_in: Mapping[str, bytes]) -> None:
        sitting = Sitting(
            lesson,
            saved,
            handed_in,
            activity,
            store=self._store,
            clock=self._clock,
            bridge=self._bridge,
            times=self._times,
            xp=self._xp,
            parent=self,
        )
        sitting.page_shown.connect(self.page_shown)
        sitting.question_shown.connect(self.question_shown)
        sitting.overview_shown.connect(self.overview_shown)
        sitting.time_left_told.connect(self.time_left_told)
        sitting.left.connect(self._leave)
        sitting.finished.connect(self._finish)
        self.sitting = sitting
        sitting.show_page()
        self.opened.emit()

    def _leave(self) -> None:
        self._drop_sitting()
        self.left.emit()

    def _finish(self, metrics: Metrics, focused_ms: int, said: tuple[Html, ...]) -> None:
        assert self.sitting is not None
        lesson = self.sitting.lesson
        self._drop_sitting()
        self.finished.emit(lesson, metrics, focused_ms, said)

    def _drop_sitting(self) -> None:
        assert self.sitting is not None
        self.sitting.deleteLater()
        self.sitting = None
        self.idle_told.emit(False)


def _saved(db: Connection, run: int) -> tuple[Progress, dict[str, bytes]]:
    return progress.load(db, run), files.load(db, run)
