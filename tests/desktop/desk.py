"""A whole kiosk on a folder of its own, as `kiosk.app` builds it, and everything its session told."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from kiosk.app import Kiosk
from kiosk.attempt import page_times
from kiosk.clock import ManualClock
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.views import FocusState, HomeView, LessonView, Primary, QuestionView, ResultView, ReviewView, Step
from kiosk.desktop.wall_views import Safety, StudentsView
from kiosk.errors import StoreError
from kiosk.front import Front
from kiosk.lessons.interactions import ChoiceInteraction, MatchInteraction, OrderInteraction, TextEntryInteraction
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import LessonId, Question
from kiosk.settings import Settings
from kiosk.store import database
from kiosk.store.writer import Connection
from kiosk.tracking.policy import TimePolicy
from tests.lessons.packages import given, interaction_of, right_answer

FRACTIONS = LessonId("fractions-unlike-denominators")
WATER = LessonId("water-cycle")
WRONG = "no such answer"


class Desk:
    """One kiosk with its window, the shipped lessons and a clock that moves when it is told to."""

    def __init__(self, folder: Path, clock: ManualClock, qtbot: QtBot, settings: Settings | None = None) -> None:
        self.folder = folder
        self.clock = clock
        self.kiosk = Kiosk(Front(settings or Settings(credentials="file"), folder, clock))
        self.session = self.kiosk.session
        self.window = self.kiosk.window
        self.walls: list[StudentsView] = []
        self.homes: list[HomeView] = []
        self.lessons: list[LessonView] = []
        self.questions: list[QuestionView] = []
        self.results: list[ResultView] = []
        self.reviews: list[ReviewView] = []
        self.focus: list[tuple[FocusState, int]] = []
        self.safety: list[Safety] = []
        self.idle: list[bool] = []
        self.trouble: list[str] = []
        self.step = Step(Primary.GO_ON)
        self._qtbot = qtbot
        self._closed = False
        self.session.students_shown.connect(self.walls.append)
        self.session.home_shown.connect(self.homes.append)
        self.session.lesson_shown.connect(self._see_lesson)
        self.session.question_changed.connect(self._see_question)
        self.session.result_shown.connect(self.results.append)
        self.session.review_shown.connect(self.reviews.append)
        self.session.focus_told.connect(lambda state, ms: self.focus.append((state, ms)))
        self.session.safety_told.connect(self.safety.append)
        self.session.idle_told.connect(self.idle.append)
        self.session.trouble_told.connect(self.trouble.append)
        self.kiosk.open()

    def close(self) -> None:
        """Put the kiosk away as the program's end does. More than once is no error.

        The window is hidden, not closed: closing it ends every event loop of the process.
        """
        if not self._closed:
            self._closed = True
            self.window.hide()
            self.kiosk.close()
            for part in (self.window, self.session, self.kiosk.launching, self.kiosk.classroom, self.kiosk.attention):
                part.deleteLater()

    def until(self, reached: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(reached()))

    def until_answered(self) -> None:
        """Until all that has been asked of the store so far has been answered, on the GUI thread too."""
        answered: list[bool] = []
        Bridge(self.session).when(self.kiosk.store.call_light(lambda _connection: True), answered.append)
        self.until(lambda: answered)

    @property
    def sentence(self) -> str:
        """What the notice under the page says now."""
        return self.trouble[-1] if self.trouble else ""

    # -- a student's way through it ------------------------------------------------------------------

    def join(self, name: str = "Ana") -> None:
        """Be on the wall, and choose oneself: ends on the home page."""
        self.session.add_student(name, "fox")
        self.until(lambda: self.walls and any(card.name == name for card in self.walls[-1].students))
        self.enter(name)

    def enter(self, name: str = "Ana") -> None:
        self.until(lambda: self.walls and any(card.name == name for card in self.walls[-1].students))
        self.homes.clear()
        self.kiosk.attention.input_seen.emit()
        self.session.choose_student(next(card.student for card in self.walls[-1].students if card.name == name))
        self.until(lambda: self.homes and (self.homes[-1].lessons or self.homes[-1].resume))

    def start(self, lesson: LessonId = FRACTIONS) -> LessonView:
        self.lessons.clear()
        self.session.open_lesson(lesson)
        self.until(lambda: self.lessons)
        return self.lessons[-1]

    def open_questions(self) -> list[Question]:
        blocks = self.lessons[-1].blocks
        return [block.question for block in blocks if isinstance(block, QuestionView) and not block.settled]

    def answer_page(self, *, right: bool = True) -> None:
        """Answer all that the page asks; not right means wrong once, then right."""
        for question in self.open_questions():
            if not right:
                self.session.respond(question.id, some_wrong(question))
                self.session.check(question.id)
            self.session.respond(question.id, key_of(question))
            self.session.check(question.id)

    def finish(self) -> ResultView:
        """Answer every page that is left and finish."""
        self.results.clear()
        while self.step.primary is not Primary.FINISH:
            self.answer_page()
            if self.step.primary is Primary.GO_ON:
                self.session.go_on()
        self.session.go_on()
        self.until(lambda: self.results)
        return self.results[-1]

    def leave(self) -> HomeView:
        self.homes.clear()
        self.session.leave_lesson()
        self.until(lambda: self.homes)
        return self.homes[-1]

    def let_pass(self, seconds: int, *, busy: bool = False) -> None:
        """Let time pass with the kiosk's own tick each second; a busy student touches something in each."""
        for _ in range(seconds):
            self.clock.advance(1_000)
            if busy:
                self.kiosk.attention.input_seen.emit()
            self.session.tick()

    @property
    def idle_after_s(self) -> int:
        """How long the shown page waits for an input, in whole seconds."""
        lesson = self.session.lesson
        assert lesson is not None
        page = lesson.pages[self.lessons[-1].page_number - 1]
        return page_times(TimePolicy(), lesson, page).idle_timeout_ms // 1000

    # -- what is on the disk -------------------------------------------------------------------------

    def on_disk(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """Ask the file as another program would, through a connection of its own."""
        db = database.open_reader(self.folder / database.FILE_NAME)
        try:
            return [tuple(row) for row in db.execute(question, values)]
        finally:
            db.close()

    def run_ids(self) -> list[str]:
        return [str(row[0]) for row in self.on_disk("SELECT run_id FROM runs ORDER BY id")]

    def fill_disk(self) -> None:
        """Let the file not grow any more, which SQLite reports as a full disk."""
        self.kiosk.store.call(_full).result()

    def make_room(self) -> None:
        self.kiosk.store.call(_roomy).result()

    def protect_disk(self, *, on: bool = True) -> None:
        """Refuse every transaction, as a disk does that became read-only; or let work go on."""
        store = self.kiosk.store
        if on:
            store.call(lambda db: db.execute("PRAGMA query_only = 1")).result()
        else:
            with suppress(StoreError):
                store.call(lambda _db: None).result()  # refused as all before it: none of them is under way now
            store._db.execute("PRAGMA query_only = 0")  # past the writer, whose transactions do not begin

    def handle(self) -> QWindow:
        """The native window: events given to it go the way of real ones, through the attention filter."""
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def _see_lesson(self, view: LessonView) -> None:
        self.lessons.append(view)
        self.step = view.step

    def _see_question(self, view: QuestionView, step: Step) -> None:
        self.questions.append(view)
        self.step = step


def some_wrong(question: Question) -> Responses:
    """A complete answer to a question with a single interaction that is not right."""
    right = right_answer(question)
    match interaction_of(question):
        case ChoiceInteraction(choices=choices):
            wrong = next((choice.identifier for choice in choices if choice.identifier not in right), WRONG)
            return given(wrong)
        case MatchInteraction(sources=sources, targets=targets):
            pairs = [f"{source.identifier} {targets[0].identifier}" for source in sources]
            return given(
                *(each if each not in right else f"{each.split()[0]} {targets[1].identifier}" for each in pairs)
            )
        case OrderInteraction():
            return given(*right[::-1])
        case TextEntryInteraction():
            return given(WRONG)


def _full(db: Connection) -> None:
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")


def _roomy(db: Connection) -> None:
    db.execute("PRAGMA max_page_count = 1000000")
