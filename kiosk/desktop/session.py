"""What happens on the kiosk: who is learning, their home, a lesson, its result. Translates between core and pages.

Signals here are facts for the window to show; slots are what a person asked for. Nothing waits for the disk or
the network: the store answers through the bridge. What happens inside a lesson is in `lesson_room` and `sitting`,
what comes of it in `results`, what the cloud and the line of trouble say in `safety_watch`, the words in
`present`.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.activities import Activities
from kiosk.clock import Clock, local_day, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.facts import FinishedAttempt, StudentFacts, answers_of, everyones_facts, facts_of
from kiosk.desktop.home import home_view, student_card
from kiosk.desktop.lesson_room import CatchUp, LessonRoom
from kiosk.desktop.place import Place, Scene
from kiosk.desktop.read_ahead import ReadLesson
from kiosk.desktop.results import Results
from kiosk.desktop.review import review_view
from kiosk.desktop.safety_watch import SafetyWatch
from kiosk.desktop.sitting import Sitting
from kiosk.desktop.students_door import StudentsDoor
from kiosk.desktop.wall_views import StudentsView
from kiosk.errors import KioskError
from kiosk.lessons.interactions import Html
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import Lesson, LessonId, QuestionId
from kiosk.lessons.outline import Outline
from kiosk.store import notices, students
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics

TICK_MS = 1_000


class Session(QObject):
    """One kiosk window's story. GUI thread.

    Signals:
        students_shown(StudentsView), home_shown(HomeView), lesson_shown(LessonView), result_shown(ResultView),
            review_shown(ReviewView): a page to show.
        teacher_shown(): nobody is learning, and the teacher's panel may come.
        page_shown(): with each of these.
        question_changed(QuestionView, Step): one question of the lesson page.
        overview_shown(OverviewView): how the questions of a test's part stand.
        time_left_told(TimeLeftView | None): each second of a test, what is left of its time.
        focus_told(FocusState, int): the chip, with the sitting's focused milliseconds.
        safety_told(Safety): the cloud.
        idle_told(bool): whether to ask "Still there?".
        notices_told(list[Notice]): for the wall, the notices that nobody has acknowledged, the newest first.
        learner_told(Student | None): who learns from now on; what is shown after this is for them.
        student_left(): whoever was learning is not any more; nothing of theirs may stay on a page.
        watching_changed(bool): a sound or film plays, or no longer.
        ticked(): a second has passed.
        trouble_told(str): one sentence about what went wrong, "" when it is over.
    """

    students_shown = Signal(object)
    home_shown = Signal(object)
    lesson_shown = Signal(object)
    question_changed = Signal(object, object)
    overview_shown = Signal(object)
    time_left_told = Signal(object)
    result_shown = Signal(object)
    review_shown = Signal(object)
    teacher_shown = Signal()
    page_shown = Signal()
    focus_told = Signal(object, int)
    safety_told = Signal(object)
    idle_told = Signal(bool)
    notices_told = Signal(list)
    student_left = Signal()
    learner_told = Signal(object)
    watching_changed = Signal(bool)
    ticked = Signal()
    trouble_told = Signal(str)

    def __init__(
        self,
        store: Store,
        clock: Clock,
        activities: Activities,
        bridge: Bridge,
        place: Place,
        door: StudentsDoor,
        read: ReadLesson,
        parent: QObject | None = None,
        catch_up: CatchUp = lambda _request: None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._activities = activities
        self._bridge = bridge
        self._title = place.title
        self._door = door
        self._read = read
        door.opened.connect(self._come_in)
        self._catalogue = Catalogue(is_known=False)
        self._scene = Scene.WALL
        self._before_lesson = Scene.HOME
        self._after_lesson: Callable[[], None] | None = None
        self._student: Student | None = None
        self._opened: Mapping[str, str] = {}
        pages = (self.students_shown, self.home_shown, self.lesson_shown, self.result_shown, self.review_shown)
        for shown in (*pages, self.teacher_shown):
            shown.connect(self.page_shown)
        self._watch = SafetyWatch(store, bridge, self)
        self._watch.safety_told.connect(self.safety_told)
        self._watch.trouble_told.connect(self.trouble_told)
        bridge.failed.connect(self._watch.tell_trouble)
        self._results = Results(store, bridge, self._offered, self._today, self)
        self._results.shown.connect(self.result_shown)
        self._room = LessonRoom(store, clock, activities, bridge, place.times, place.xp, catch_up, read, self)
        self._room.page_shown.connect(self.lesson_shown)
        self._room.question_shown.connect(self.question_changed)
        self._room.overview_shown.connect(self.overview_shown)
        self._room.time_left_told.connect(self.time_left_told)
        self._room.focus_told.connect(self.focus_told)
        self._room.idle_told.connect(self.idle_told)
        self._room.opened.connect(self._lesson_opened)
        self._room.not_opened.connect(self._lesson_not_opened)
        self._room.left.connect(self._lesson_left)
        self._room.finished.connect(self._lesson_finished)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)  # on the full second, when others wake the thread too
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @property
    def student(self) -> Student | None:
        """Who is learning; None on the wall."""
        return self._student

    @property
    def lesson(self) -> Lesson | None:
        """The lesson in progress; None elsewhere, and while one opens."""
        return self._room.sitting.lesson if self._room.sitting is not None else None

    @property
    def is_at_lesson(self) -> bool:
        """Whether a lesson is in progress, or opens."""
        return self._scene in (Scene.OPENING, Scene.LESSON)

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Offer these lessons once they are read; until then there are none."""
        self._bridge.when(catalogue, self._take_catalogue)

    def close(self) -> None:
        """End what is in progress. Posted, not waited for: closing the store writes it."""
        self._timer.stop()
        self._room.close()

    # -- who is learning -----------------------------------------------------------------------------

    def show_students(self) -> None:
        """Show the wall of students; nobody is learning."""
        if self.is_at_lesson:
            return
        self._be(None)
        self._enter(Scene.WALL)
        self._ask(everyones_facts, self._show_students, self._today())
        self._ask(notices.unacknowledged, self._tell_notices)

    def send_away(self) -> None:
        """Nobody has been there for long: end what is in progress, and show the wall.

        The time of the absence is what the tracker says it is; the lesson goes on another day where it stopped.
        """
        self._door.walk_away()
        if self.is_at_lesson:
            self._leave_for(self.show_students)
        elif self._scene is not Scene.WALL:
            self.show_students()

    def _be(self, student: Student | None) -> None:
        """Be this student from now on, and leave nothing of who was here before."""
        before, self._student = self._student, student
        if before is not None and (student is None or student.id != before.id):
            self._results.forget()
            self.student_left.emit()
        self.learner_told.emit(student)

    def _show_students(self, everyone: list[StudentFacts]) -> None:
        if self._scene is Scene.WALL:
            today = self._today()
            cards = tuple(
                student_card(facts, self._offered(facts), today, self._opened.get(facts.student.ref.casefold(), ""))
                for facts in everyone
            )
            self.students_shown.emit(StudentsView(self._title, "", cards))

    def show_opened(self, titles: Mapping[str, str]) -> None:
        """Say on the tiles what the teacher opened: by the student's ref, in small letters, the lesson's title."""
        if titles != self._opened:
            self._opened = titles
            self.refresh_wall()

    def refresh_wall(self) -> None:
        """The students of this computer have become others; whoever is learning is left in peace."""
        if self._scene is Scene.WALL:
            self.show_students()

    def show_teacher(self) -> None:
        """Make room for the teacher's panel: nobody is learning. A lesson is left first, and its place is kept."""
        if self.is_at_lesson:
            self._leave_for(self.show_teacher)
            return
        self._door.walk_away()
        self._be(None)
        self._enter(Scene.TEACHER)
        self.teacher_shown.emit()

    def add_student(self, name: str, avatar: str, class_name: str = "") -> None:
        now = read(self._clock).wall
        self._bridge.when(
            self._store.call(students.add_new, name, now, avatar, class_name), lambda _student: self.show_students()
        )

    def acknowledge_notice(self, notice: int) -> None:
        known = self._store.call(notices.acknowledge, notice, read(self._clock).wall)
        self._bridge.when(known, lambda _done: self._ask(notices.unacknowledged, self._tell_notices))

    def _tell_notices(self, told: list[notices.Notice]) -> None:
        self.notices_told.emit(told)

    def choose_student(self, student: int) -> None:
        """Bring the student home, once they have entered their secret where they have one.

        The teacher's panel is left first: it is not for whoever turns back at the door.
        """
        if self._scene is Scene.TEACHER:
            self.show_students()
        self._door.knock(student)

    def _come_in(self, student: int) -> None:
        self._ask(facts_of, self._come_home, student, self._today())

    # -- home ----------------------------------------------------------------------------------------

    def show_home(self) -> None:
        """Show the home page of whoever is learning, unless they are somebody else when it has been read."""
        if self._student is not None and not self.is_at_lesson:
            self._ask(facts_of, self._if_still_here(self._come_home), self._student.id, self._today())

    def _come_home(self, facts: StudentFacts) -> None:
        if not self.is_at_lesson:
            self._be(facts.student)
            self._results.forget()
            self._enter(Scene.HOME)
            self._show_home(facts)

    def refresh_home(self) -> None:
        """Keep the home page true: work arrives, a token is refused. One reading tells page and cloud."""
        if self._scene is Scene.HOME and self._student is not None:
            reading = self._store.call_light(facts_of, self._student.id, self._today())
            self._bridge.when(reading, self._if_still_here(self._show_home), self._watch.tell_not_saved)

    def _show_home(self, facts: StudentFacts) -> None:
        if self._scene is Scene.HOME:
            self._student = facts.student
            today = self._today()
            assigned = self._catalogue.assigned(facts.student.ref, today)
            view = home_view(facts, self._offered(facts), self._catalogue.goals, today, assigned)
            self.home_shown.emit(replace(view, is_waiting=not self._catalogue.is_known))
            self._watch.take(facts.backlog, self._room.sitting)

    def _if_still_here(self, then: Callable[[StudentFacts], None]) -> Callable[[StudentFacts], None]:
        """Drop what was read of a student who has gone since."""

        def if_still_here(facts: StudentFacts) -> None:
            if self._student is not None and self._student.id == facts.student.id:
                then(facts)

        return if_still_here

    # -- a lesson ------------------------------------------------------------------------------------

    def open_lesson(self, lesson_id: LessonId) -> None:
        """Start the lesson, or go on where it stopped, here or on another computer (see `LessonRoom.open`)."""
        lesson = self._catalogue.find(lesson_id)
        if lesson is None or self._student is None or self._scene not in (Scene.HOME, Scene.RESULT):
            return
        self._before_lesson = self._scene
        self._enter(Scene.OPENING)
        self._room.open(self._student.id, lesson)

    def respond(self, question: QuestionId, responses: Responses) -> None:
        self._in_lesson(lambda sitting: sitting.respond(question, responses))

    def keep_file(self, name: str, data: bytes) -> None:
        """Keep what a file holds that the next response names."""
        self._in_lesson(lambda sitting: sitting.keep_file(name, data))

    def check(self, question: QuestionId) -> None:
        self._in_lesson(lambda sitting: sitting.check(question))

    def set_watching(self, watching: bool) -> None:
        """A sound or film plays, or no longer: whoever watches is not idle."""
        self._activities.attention.set_watching(watching)
        self.watching_changed.emit(watching)

    def go_on(self) -> None:
        self._in_lesson(Sitting.go_on)

    def go_back(self) -> None:
        self._in_lesson(Sitting.go_back)

    def show_overview(self) -> None:
        self._in_lesson(Sitting.show_overview)

    def go_to(self, question: QuestionId) -> None:
        self._in_lesson(lambda sitting: sitting.go_to(question))

    def hand_in(self) -> None:
        self._in_lesson(Sitting.hand_in)

    def flag(self, flagged: bool) -> None:
        self._in_lesson(lambda sitting: sitting.flag(flagged))

    def comment(self, text: str) -> None:
        """Write to the teacher about the test's question on the page."""
        self._in_lesson(lambda sitting: sitting.comment(text))

    def leave_lesson(self) -> None:
        self._in_lesson(Sitting.leave)

    def _leave_for(self, then: Callable[[], None]) -> None:
        """Go there once the lesson is left; one that still opens is left as soon as it has."""
        self._after_lesson = then
        self.leave_lesson()

    def _in_lesson(self, act: Callable[[Sitting], None]) -> None:
        if self._room.sitting is not None:
            act(self._room.sitting)

    def _lesson_opened(self) -> None:
        self._enter(Scene.LESSON)
        self.tick()
        if self._after_lesson is not None:
            self.leave_lesson()

    def _lesson_not_opened(self, error: KioskError) -> None:
        self._enter(self._before_lesson)
        self._watch.tell_trouble(error)
        if (then := self._after_lesson) is not None:
            self._after_lesson = None
            then()

    def _lesson_left(self) -> None:
        self._enter(Scene.HOME)
        then, self._after_lesson = self._after_lesson or self.show_home, None
        then()

    def _lesson_finished(self, lesson: Lesson, metrics: Metrics, focused_ms: int, said: tuple[Html, ...]) -> None:
        self._enter(Scene.RESULT)
        assert self._student is not None
        self._results.tell(self._student.id, lesson, metrics, focused_ms, said)

    # -- looking back --------------------------------------------------------------------------------

    def review_lesson(self, lesson_id: LessonId) -> None:
        """Show the answers of the lesson's finished attempt. No time counts: that run is over."""
        outline = self._catalogue.find(lesson_id)
        if outline is None or self._student is None or self._scene not in (Scene.HOME, Scene.RESULT):
            return
        before, student = self._scene, self._student.id

        def show(lesson: Lesson, saved: FinishedAttempt | None) -> None:
            if saved is not None and self._scene is before and self._student and self._student.id == student:
                self._enter(Scene.REVIEW)
                self.review_shown.emit(review_view(lesson, saved.progress, saved.run_id, saved.files))

        self._bridge.when(
            self._read(outline), lambda lesson: self._ask(answers_of, partial(show, lesson), student, lesson_id)
        )

    def leave_review(self) -> None:
        """Go back to the result, or home where the student came from there."""
        if self._scene is not Scene.REVIEW:
            return
        if self._results.is_kept:
            self._enter(Scene.RESULT)
            self._results.show_again()
        else:
            self.show_home()

    # -- each second ---------------------------------------------------------------------------------

    def tick(self) -> None:
        """Let time pass, and bring the chips and the home page up to date."""
        self._activities.tick()
        self._room.tick()
        self.ticked.emit()
        if self._scene is Scene.HOME:
            self.refresh_home()
        else:
            self._ask_safety()
        if self._scene is Scene.RESULT:
            self._results.look()

    def _ask_safety(self) -> None:
        self._watch.look(self._student.id if self._student is not None else None, self._room.sitting)

    # -- small steps ---------------------------------------------------------------------------------

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        if catalogue.faults:
            self.trouble_told.emit(catalogue.faults[0])
        if self._scene is Scene.WALL:
            self.show_students()
        self.refresh_home()

    def _enter(self, scene: Scene) -> None:
        """Be there, and tell the cloud at once; while a lesson opens the page is still the one before."""
        if scene is not self._scene:
            self._scene = scene
            self._watch.go_elsewhere()
            if scene is not Scene.OPENING:
                self._ask_safety()

    def _offered(self, facts: StudentFacts) -> tuple[Outline, ...]:
        return self._catalogue.offered(facts.student.ref, self._today(), facts.latest)

    def _ask[**P, T](self, verb: "Callable[..., T]", then: Callable[[T], object], *args: object) -> None:
        self._bridge.when(self._store.call_light(verb, *args), then)

    def _today(self) -> str:
        return local_day(read(self._clock).wall)
