"""What a teacher does from the front: opens a lesson for a student, has everybody look up for a while.

a launch    nobody there, or somebody else ──► on the student's tile, and told when they come
            the student, not in a lesson   ──► a notice, and five seconds later the lesson
            the student, in another lesson ──► a question

a pause     covers the window and pauses the time, for a duration from when it was heard, by the monotonic clock:
            it lifts itself, whatever becomes of the network or of the wall clock
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.activities import Activities
from kiosk.clock import Clock
from kiosk.desktop.launching import Launching, interrupted_words
from kiosk.desktop.session import Session
from kiosk.lessons.outline import Outline
from kiosk.protocol.announcements import Launched, Paused, Recalled, Resumed
from kiosk.sync.ears import Heard
from kiosk.words import tr

NOTICE_MS = 5_000
LOOK_MS = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """A launch that is not answered yet. `ends_ms` is monotonic."""

    launch: int
    lesson: str
    title: str
    ends_ms: int


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A pause of the students with these refs. `ends_ms` is monotonic."""

    pause: int
    refs: frozenset[str]
    ends_ms: int


class Classroom(QObject):
    """Takes what the school says. GUI thread; waits for nothing.

    `answer(launch, state)` tells the server what became of a launch: "seen", "opened" or "declined".

    Signals:
        notice_shown(str, int): the title of the lesson that opens, and in how many seconds.
        notice_gone(): it does not open by itself any more, or has opened.
        asked(str, str): a question, and a sentence under it; `accept` or `decline` answers.
        withdrawn(): that question is void.
        paused(int): everybody looks to the front, for so many seconds more.
        resumed(): the pause is over.
    """

    notice_shown = Signal(str, int)
    notice_gone = Signal()
    asked = Signal(str, str)
    withdrawn = Signal()
    paused = Signal(int)
    resumed = Signal()

    def __init__(
        self,
        session: Session,
        launching: Launching,
        activities: Activities,
        clock: Clock,
        answer: Callable[[int, str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._launching = launching
        self._activities = activities
        self._clock = clock
        self._answer = answer
        self._waiting: dict[str, Waiting] = {}
        self._pauses: dict[int, UnderWay] = {}
        self._notice: Waiting | None = None
        self._opens_ms = 0
        self._question: Waiting | None = None
        self._going: Waiting | None = None
        self._is_paused = False
        session.page_shown.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def hear(self, heard: Heard) -> None:
        """Take what was said; what this page has nothing to do with is passed over."""
        now_ms = self._clock.monotonic_ms()
        match heard.said:
            case Launched(launch, _, lesson, title, left_ms):
                for ref in heard.refs:
                    self._waiting[ref] = Waiting(launch, lesson, title, now_ms + left_ms)
                    self._answer(launch, "seen")
            case Recalled(launch):
                self._waiting = {ref: each for ref, each in self._waiting.items() if each.launch != launch}
            case Paused(pause, _, left_ms):
                before = self._pauses.get(pause)
                refs = heard.refs | (before.refs if before else frozenset())
                self._pauses[pause] = UnderWay(pause, refs, now_ms + left_ms)
            case Resumed(pause):
                self._pauses.pop(pause, None)
        self._look()

    def take_lessons(self) -> None:
        """Other lessons are here now, perhaps the one that a launch waits for."""
        self._look()

    def open_now(self) -> None:
        """Open what the notice is about without waiting for the rest of the five seconds."""
        if self._notice is not None:
            self._opens_ms = 0
            self._look()

    def accept(self) -> None:
        """Open what the question is about."""
        if (waiting := self._question) is not None:
            self._question = None
            self._go(waiting)

    def decline(self) -> None:
        """Stay where one is: the teacher is told so."""
        if (waiting := self._question) is not None:
            self._question = None
            self._forget(waiting)
            self._answer(waiting.launch, "declined")

    # -- looking what is to be done now ----------------------------------------------------------------

    def _look(self, _page: object = None) -> None:
        now_ms = self._clock.monotonic_ms()
        self._waiting = {ref: each for ref, each in self._waiting.items() if each.ends_ms > now_ms}
        self._pauses = {number: each for number, each in self._pauses.items() if each.ends_ms > now_ms}
        self._look_at_pause(now_ms)
        self._look_at_launch(now_ms)
        self._session.show_opened({ref: each.title for ref, each in self._waiting.items()})
        if self._waiting or self._pauses:
            self._timer.start()
        else:
            self._timer.stop()

    def _look_at_pause(self, now_ms: int) -> None:
        """Whoever is learning is paused with their class; while nobody is, the kiosk itself is."""
        student = self._session.student
        mine = [each for each in self._pauses.values() if student is None or student.ref.casefold() in each.refs]
        if mine:
            self._pause_time()
            self._is_paused = True
            self.paused.emit(-(-(max(each.ends_ms for each in mine) - now_ms) // 1000))
        elif self._is_paused:
            self._is_paused = False
            if (activity := self._activities.current) is not None:
                activity.resume()
            self.resumed.emit()

    def _pause_time(self) -> None:
        """The lesson that opens while all look to the front is paused too."""
        if (activity := self._activities.current) is not None:
            activity.pause()

    def _look_at_launch(self, now_ms: int) -> None:
        session = self._session
        ref = session.student.ref.casefold() if session.student is not None else ""
        waiting = self._waiting.get(ref)
        if waiting is not None and session.lesson is not None and session.lesson.id == waiting.lesson:
            self._forget(waiting)
            self._answer(waiting.launch, "opened")
            waiting = None
        self._going = self._going if self._going == waiting else None
        waits = waiting is not None and waiting != self._going and not self._is_paused
        lesson = self._launching.find(waiting.lesson) if waiting is not None and waits else None
        notice = waiting if lesson is not None and not session.is_at_lesson else None
        question = waiting if lesson is not None and session.lesson is not None else None
        self._show_notice(notice, now_ms)
        self._show_question(question, lesson)

    def _show_notice(self, notice: Waiting | None, now_ms: int) -> None:
        if notice is None:
            if self._notice is not None:
                self._notice = None
                self.notice_gone.emit()
            return
        if notice != self._notice:
            self._notice, self._opens_ms = notice, now_ms + NOTICE_MS
        if now_ms >= self._opens_ms:
            self._notice = None
            self.notice_gone.emit()
            self._go(notice)
        else:
            self.notice_shown.emit(notice.title, -(-(self._opens_ms - now_ms) // 1000))

    def _show_question(self, question: Waiting | None, lesson: Outline | None) -> None:
        if question == self._question:
            return
        if self._question is not None:
            self.withdrawn.emit()
        self._question = question
        if question is not None and lesson is not None:
            kept = interrupted_words(self._session.lesson, self._session.student, None)
            self.asked.emit(tr("Your teacher opened “{lesson}” for you.", lesson=lesson.title), kept)

    def _go(self, waiting: Waiting) -> None:
        """Go there. It is answered once it is open; where the disk refuses, the session says so and nothing insists."""
        lesson, student = self._launching.find(waiting.lesson), self._session.student
        if lesson is not None and student is not None:
            self._going = waiting
            self._launching.go_to(lesson, student)

    def _forget(self, waiting: Waiting) -> None:
        self._waiting = {ref: each for ref, each in self._waiting.items() if each != waiting}
