"""What happens on the kiosk: who is learning, their home, a lesson, its result. Translates between core and pages.

Signals here are facts for the window to show; slots are what a person asked for. Nothing waits for the disk or
the network: the store answers through the bridge.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.activities import Activities
from kiosk.activity import Activity
from kiosk.clock import Clock, local_day, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.facts import StudentFacts, everyones_facts, facts_of
from kiosk.desktop.present import (
    focus_state,
    home_view,
    next_lesson,
    result_view,
    safety,
    student_card,
    trouble_words,
    week_start,
)
from kiosk.desktop.sitting import Sitting
from kiosk.desktop.views import Safety, StudentsView
from kiosk.errors import KioskError, StoreError
from kiosk.lessons.model import Lesson, LessonId, Progress, QuestionId, Response
from kiosk.store import notices, outbox, progress, students
from kiosk.store.outbox import Backlog
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.window import Reason
from kiosk.tracking.xp import XpPolicy

TICK_MS = 1_000


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lessons of this device, those that could not be read, and focused minutes a day by lesson id."""

    lessons: tuple[Lesson, ...] = ()
    faults: tuple[str, ...] = ()
    goals: Mapping[LessonId, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """What this device is: its title on the wall of students, and how it tracks and rewards."""

    title: str
    times: TimePolicy
    xp: XpPolicy


class Scene(Enum):
    """Where the story is. While a lesson is OPENING its student cannot go elsewhere: time counts already."""

    WALL = auto()
    HOME = auto()
    OPENING = auto()
    LESSON = auto()
    RESULT = auto()


class Session(QObject):
    """One kiosk window's story. GUI thread.

    Signals:
        students_shown(StudentsView), home_shown(HomeView), lesson_shown(LessonView), result_shown(ResultView):
            a page to show.
        question_changed(QuestionView, Step): one question of the lesson page.
        focus_told(FocusState, int): the chip, with the sitting's focused milliseconds.
        safety_told(Safety): the cloud.
        idle_told(bool): whether to ask "Still there?".
        notices_told(list[Notice]): for the wall, the notices that nobody has acknowledged, the newest first.
        trouble_told(str): one sentence about what went wrong, "" when it is over.
        connect_asked(str): the name of the student whose token is to be entered.
        connected(): the token is kept.
        not_connected(str): why it is not.
    """

    students_shown = Signal(object)
    home_shown = Signal(object)
    lesson_shown = Signal(object)
    question_changed = Signal(object, object)
    result_shown = Signal(object)
    focus_told = Signal(object, int)
    safety_told = Signal(object)
    idle_told = Signal(bool)
    notices_told = Signal(list)
    trouble_told = Signal(str)
    connect_asked = Signal(str)
    connected = Signal()
    not_connected = Signal(str)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        activities: Activities,
        bridge: Bridge,
        place: Place,
        connect: Callable[[str, str, str], "Future[None]"],
        parent: QObject | None = None,
    ) -> None:
        """`connect(ref, server, token)` keeps a student's token and the server's address, off the GUI thread."""
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._activities = activities
        self._bridge = bridge
        self._place = place
        self._catalogue = Catalogue()
        self._connect = connect
        self._scene = Scene.WALL
        self._student: Student | None = None
        self._sitting: Sitting | None = None
        self._waiting_reads = 0
        self._trouble: KioskError | None = None
        bridge.failed.connect(self._tell_trouble)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Offer these lessons once they are read; until then there are none."""
        self._bridge.when(catalogue, self._take_catalogue)

    # -- who is learning -----------------------------------------------------------------------------

    def show_students(self) -> None:
        """Show the wall of students; nobody is learning."""
        if self._is_at_lesson:
            return
        self._student = None
        self._enter(Scene.WALL)
        self._ask(everyones_facts, self._show_students, self._week())
        self._ask(notices.unacknowledged, self._tell_notices)

    def add_student(self, name: str, avatar: str) -> None:
        now = read(self._clock).wall
        self._bridge.when(self._store.call(students.add_new, name, now, avatar), lambda _student: self.show_students())

    def acknowledge_notice(self, notice: int) -> None:
        known = self._store.call(notices.acknowledge, notice, read(self._clock).wall)
        self._bridge.when(known, lambda _done: self._ask(notices.unacknowledged, self._tell_notices))

    def _tell_notices(self, told: list[notices.Notice]) -> None:
        self.notices_told.emit(told)

    def choose_student(self, student: int) -> None:
        self._ask(facts_of, self._show_home, student, self._week())

    def show_home(self) -> None:
        """Show the home page of whoever is learning, unless they are somebody else when it has been read."""
        if (student := self._student) is None or self._is_at_lesson:
            return

        def still_wanted(facts: StudentFacts) -> None:
            if self._student is not None and self._student.id == student.id:
                self._show_home(facts)

        self._ask(facts_of, still_wanted, student.id, self._week())

    def signed_in_elsewhere(self, ref: str) -> None:
        """A token was entered with `kiosk connect` beside this window."""
        self._bridge.when(self._store.call(students.set_sign_in, ref, SignIn.OK), lambda _done: self._refresh_home())

    def ask_to_connect(self) -> None:
        if self._student is not None:
            self.connect_asked.emit(self._student.name)

    def connect_student(self, server: str, token: str) -> None:
        """Keep the token and the server's address, and deliver what has waited for them."""
        if (student := self._student) is None:
            return

        def signed_in(_none: None) -> None:
            self.connected.emit()
            self._refresh_home()

        def kept(_none: None) -> None:
            self._bridge.when(self._store.call(students.set_sign_in, student.ref, SignIn.OK), signed_in)

        self._bridge.when(
            self._connect(student.ref, server, token), kept, lambda error: self.not_connected.emit(str(error))
        )

    # -- a lesson ------------------------------------------------------------------------------------

    def open_lesson(self, lesson_id: LessonId) -> None:
        """Start the lesson, or go on where it stopped. Time counts from this call on."""
        lesson = next((each for each in self._catalogue.lessons if each.id == lesson_id), None)
        if lesson is None or self._student is None or self._scene not in (Scene.HOME, Scene.RESULT):
            return
        self._activities.student = self._student.id
        try:
            starting = self._activities.start_soon(lesson.id, lesson.title, lesson.course)
        except KioskError as error:
            self._tell_trouble(error)
            return
        before = self._scene
        self._enter(Scene.OPENING)

        def not_opened(error: KioskError) -> None:
            if (activity := self._activities.current) is not None:
                activity.end_soon()
            self._enter(before)
            self._tell_trouble(error)

        def load_progress(activity: Activity) -> None:
            loading = self._store.call_light(progress.load, activity.run)
            self._bridge.when(loading, lambda saved: self._begin(lesson, activity, saved), not_opened)

        self._bridge.when(starting, load_progress, not_opened)

    def _begin(self, lesson: Lesson, activity: Activity, saved: Progress) -> None:
        sitting = Sitting(
            lesson,
            saved,
            activity,
            store=self._store,
            clock=self._clock,
            bridge=self._bridge,
            times=self._place.times,
            xp=self._place.xp,
            parent=self,
        )
        sitting.page_shown.connect(self.lesson_shown)
        sitting.question_shown.connect(self.question_changed)
        sitting.left.connect(self._leave_done)
        sitting.finished.connect(self._finish_done)
        self._sitting = sitting
        self._enter(Scene.LESSON)
        sitting.show_page()
        self.tick()

    def respond(self, question: QuestionId, response: Response) -> None:
        self._in_lesson(lambda sitting: sitting.respond(question, response))

    def check(self, question: QuestionId) -> None:
        self._in_lesson(lambda sitting: sitting.check(question))

    def go_on(self) -> None:
        self._in_lesson(Sitting.go_on)

    def go_back(self) -> None:
        self._in_lesson(Sitting.go_back)

    def leave_lesson(self) -> None:
        self._in_lesson(Sitting.leave)

    def _in_lesson(self, act: Callable[[Sitting], None]) -> None:
        if self._sitting is not None:
            act(self._sitting)

    def _leave_done(self) -> None:
        self._drop_sitting()
        self._enter(Scene.HOME)
        self.show_home()

    def _finish_done(self, metrics: Metrics, focused_ms: int) -> None:
        assert self._sitting is not None
        lesson = self._sitting.lesson
        self._drop_sitting()
        self._enter(Scene.RESULT)
        assert self._student is not None
        self._ask(
            facts_of,
            lambda facts: self._show_result(facts, lesson, metrics, focused_ms),
            self._student.id,
            self._week(),
        )

    def _drop_sitting(self) -> None:
        if self._sitting is not None:
            self._sitting.deleteLater()
            self._sitting = None
        self.idle_told.emit(False)

    def close(self) -> None:
        """End what is in progress. Posted, not waited for: closing the store writes it."""
        self._timer.stop()
        self._in_lesson(Sitting.save_now)
        if (activity := self._activities.current) is not None:
            activity.end_soon()

    # -- each second ---------------------------------------------------------------------------------

    def tick(self) -> None:
        """Let time pass, refresh the chips, and keep the home page true: work arrives, a token is refused."""
        self._activities.tick()
        if (sitting := self._sitting) is not None:
            reason = sitting.activity.reason
            self.focus_told.emit(focus_state(reason), sitting.activity.run_active_ms)
            self.idle_told.emit(reason is Reason.IDLE)
            sitting.retry()
        self._refresh_home()
        self._ask_safety()

    def _ask_safety(self) -> None:
        student = self._student.id if self._student is not None else None
        self._bridge.when(self._store.call_light(outbox.backlog, student), self._tell_safety, self._tell_not_saved)

    @property
    def _disk_trouble(self) -> KioskError | None:
        return self._store.trouble or (self._sitting.trouble if self._sitting is not None else None)

    def _tell_safety(self, backlog: Backlog) -> None:
        """A window is on its way for a moment each time; only what stays longer is worth a word."""
        self._waiting_reads = 0 if backlog.is_on_server else self._waiting_reads + 1
        trouble = self._disk_trouble
        told = safety(backlog)
        if trouble is not None:
            self._tell_not_saved(trouble)
        elif told is not Safety.COMPUTER or self._waiting_reads != 1 or self._sitting is None:
            self.safety_told.emit(told)
        if trouble is None and isinstance(self._trouble, StoreError):
            self._forget_trouble()

    def _tell_not_saved(self, trouble: KioskError) -> None:
        self.safety_told.emit(Safety.NOT_SAVED)
        if self._trouble is None:
            self._tell_trouble(trouble)

    # -- answers of the store ------------------------------------------------------------------------

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        if catalogue.faults:
            self.trouble_told.emit(catalogue.faults[0])
        if self._scene is Scene.WALL:
            self.show_students()
        self._refresh_home()

    def _show_students(self, everyone: list[StudentFacts]) -> None:
        if self._student is None:
            today = self._today()
            cards = tuple(student_card(facts, self._catalogue.lessons, today) for facts in everyone)
            self.students_shown.emit(StudentsView(self._place.title, "", cards))

    def _show_home(self, facts: StudentFacts) -> None:
        if self._is_at_lesson:
            return
        self._student = facts.student
        self._enter(Scene.HOME)
        self.home_shown.emit(home_view(facts, self._catalogue.lessons, self._catalogue.goals, self._today()))

    def _show_result(self, facts: StudentFacts, lesson: Lesson, metrics: Metrics, focused_ms: int) -> None:
        lessons = self._catalogue.lessons
        card = student_card(facts, lessons, self._today())
        following = next_lesson(lesson, lessons, facts.latest)
        self.result_shown.emit(result_view(card, lesson, metrics, focused_ms, following))

    # -- small steps ---------------------------------------------------------------------------------

    def _enter(self, scene: Scene) -> None:
        """Be there. What went wrong elsewhere is forgotten, the machine's own trouble not."""
        if scene is self._scene:
            return
        self._scene = scene
        if not isinstance(self._trouble, StoreError):
            self._forget_trouble()
        self._ask_safety()

    @property
    def _is_at_lesson(self) -> bool:
        return self._scene in (Scene.OPENING, Scene.LESSON)

    def _refresh_home(self) -> None:
        if self._scene is Scene.HOME:
            self.show_home()

    def _tell_trouble(self, error: KioskError) -> None:
        """Say it once, however often it comes: a disk that refuses does so each second."""
        if str(error) != str(self._trouble):
            self._trouble = error
            self.trouble_told.emit(trouble_words(error))

    def _forget_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            self.trouble_told.emit("")

    def _ask[**P, T](self, verb: "Callable[..., T]", then: Callable[[T], object], *args: object) -> None:
        self._bridge.when(self._store.call_light(verb, *args), then)

    def _today(self) -> str:
        return local_day(read(self._clock).wall)

    def _week(self) -> str:
        return week_start(self._today())
