"""A lesson asked for from outside the window: whose it is, whether to ask first, and the way there.

    command, link ──► which lesson, which student ──► a question, where one is due ──► leave, change student, open

It walks the session through the same verbs as a person: leaving keeps the run and its answers.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.catalogue import Catalogue
from kiosk.desktop.instance import LaunchRequest, Reply
from kiosk.desktop.session import Session
from kiosk.errors import KioskError, UsageError
from kiosk.launch import parse_link
from kiosk.lessons.model import Lesson, LessonId
from kiosk.lessons.outline import Outline
from kiosk.store import students
from kiosk.store.students import LONGEST_SHOWN, Student, find_student
from kiosk.store.writer import Store
from kiosk.words import tr

MOST_LISTED = 20


@dataclass(frozen=True, slots=True)
class Wanted:
    """A lesson to go to. `student` None: whoever chooses themselves first. `reply` None: nobody waits for word."""

    lesson: Outline
    student: Student | None
    reply: Reply | None


class Launching(QObject):
    """Takes requests for lessons; the newest replaces what still waits. GUI thread, waits for nothing.

    A link is asked about always, a command only when it would interrupt a lesson.

    Signals:
        asked(str, str): a question, and a sentence under it; `accept` or `decline` answers.
        withdrawn(): that question is void.
        came(): the window has something to show to whoever asked.
        waits(str): the title of the lesson that begins when somebody chooses themselves, "" when none does.
    """

    asked = Signal(str, str)
    withdrawn = Signal()
    came = Signal()
    waits = Signal(str)

    def __init__(self, session: Session, store: Store, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._bridge = bridge
        self._lessons: tuple[Outline, ...] | None = None
        self._early: list[LaunchRequest] = []
        self._question: Wanted | None = None
        self._wanted: Wanted | None = None
        for shown in (session.home_shown, session.lesson_shown, session.result_shown):
            shown.connect(self._follow)
        session.trouble_told.connect(self._give_up)

    def await_catalogue(self, catalogue: "Future[Catalogue]") -> None:
        """Answer requests once these lessons are read; tell the session of them first."""
        self._bridge.when(catalogue, self._take_catalogue)

    def take(self, request: LaunchRequest) -> None:
        """Do what is asked, or ask about it, or say why not: by the reply, and on the window for who sees only that."""
        if self._lessons is None:
            self._early.append(request)
            return
        self._bridge.when(
            self._store.call_light(students.everyone),
            lambda everyone: self._consider(request, everyone),
            lambda error: self._refuse(request, error),
        )

    def follow_link(self, link: str) -> None:
        """Take a link that the system handed over."""
        try:
            self.take(LaunchRequest(parse_link(link), by_link=True))
        except UsageError as error:
            self._bridge.failed.emit(error)

    def find(self, lesson_id: str) -> Outline | None:
        """The lesson of that id, None where it is not here, or not yet."""
        return next((lesson for lesson in self._lessons or () if lesson.id == lesson_id), None)

    def go_to(self, lesson: Outline, student: Student) -> None:
        """Open the lesson for the student without a question: whoever calls has asked, or told, already."""
        self._withdraw()
        self._go(Wanted(lesson, student, None))

    def wait_for_secret(self) -> None:
        """The student signs in first: tell whoever asked, who would wait for as long as that takes."""
        if (wanted := self._wanted) is not None and wanted.student is not None:
            _say(wanted.reply, f"{wanted.student.name} signs in first; “{wanted.lesson.title}” opens then.")
            self._wanted = replace(wanted, reply=None)

    def give_up(self) -> None:
        """Whom the lesson was for did not sign in."""
        if self._wanted is not None and self._wanted.student is not None:
            self._drop(f"{self._wanted.student.name} did not sign in; “{self._wanted.lesson.title}” was not opened.")

    def accept(self) -> None:
        """Open what the question is about."""
        if (wanted := self._question) is not None:
            self._question = None
            self._go(wanted)

    def decline(self) -> None:
        self._question = None

    def _take_catalogue(self, catalogue: Catalogue) -> None:
        self._lessons = catalogue.lessons
        early, self._early = self._early, []
        for request in early:
            self.take(request)

    def _consider(self, request: LaunchRequest, everyone: Sequence[Student]) -> None:
        assert self._lessons is not None
        launch = request.launch
        try:
            lesson = find_lesson(self._lessons, launch.lesson, by_title=not request.by_link)
            student = find_student(everyone, launch.student) if launch.student is not None else self._session.student
        except UsageError as error:
            self._refuse(request, error)
            return
        wanted = Wanted(lesson, student, request.reply)
        self.came.emit()
        self._withdraw()
        if self._is_there(wanted) or not (request.by_link or self._session.lesson):
            self._go(wanted)
        else:
            self._ask(wanted)

    def _refuse(self, request: LaunchRequest, error: KioskError) -> None:
        if request.reply is not None:
            request.reply.send(error=str(error))
        if request.by_link or request.reply is None:
            self._bridge.failed.emit(error)

    def _ask(self, wanted: Wanted) -> None:
        question = question_words(wanted)
        self._question = wanted
        self.asked.emit(question, interrupted_words(self._session.lesson, self._session.student, wanted.student))
        _say(wanted.reply, f"The kiosk asks first: {question} Somebody there has to answer.")

    def _withdraw(self) -> None:
        if self._question is not None:
            self._question = None
            self.withdrawn.emit()

    def _go(self, wanted: Wanted) -> None:
        if self._wanted is not None:
            self._drop("Another lesson was asked for meanwhile, and is opened instead.")
        self._wanted = wanted
        self._follow()

    def _follow(self, _page: object = None) -> None:
        """Take the next step towards what is wanted; the page it leads to takes the one after."""
        if (wanted := self._wanted) is None:
            return
        session = self._session
        if self._is_there(wanted):
            assert session.student is not None
            self._drop(f"{session.student.name} is at “{wanted.lesson.title}” now.")
        elif session.lesson is not None:
            session.leave_lesson()
        elif wanted.student is not None and not _is_same(session.student, wanted.student):
            session.choose_student(wanted.student.id)
        elif session.student is not None:
            session.open_lesson(wanted.lesson.id)
        else:
            self.waits.emit(wanted.lesson.title)
            _say(wanted.reply, f"Nobody chose yet; “{wanted.lesson.title}” waits on the wall of students.")
            self._wanted = replace(wanted, reply=None)

    def _give_up(self, trouble: str) -> None:
        """What went wrong on the way is on the window already. A lesson that waits on the wall goes on waiting."""
        wanted = self._wanted
        if trouble and wanted is not None and (wanted.student or self._session.student):
            self._wanted = None
            self.waits.emit("")
            _say(wanted.reply, trouble, failed=True)

    def _drop(self, sentence: str) -> None:
        assert self._wanted is not None
        reply, self._wanted = self._wanted.reply, None
        self.waits.emit("")
        _say(reply, sentence)

    def _is_there(self, wanted: Wanted) -> bool:
        lesson, student = self._session.lesson, self._session.student
        return (
            lesson is not None
            and lesson.id == wanted.lesson.id
            and (wanted.student is None or _is_same(student, wanted.student))
        )


def find_lesson(lessons: Sequence[Outline], asked: str, *, by_title: bool) -> Outline:
    """Find a lesson by its id; `by_title` also by how its title begins, where only one does.

    Raises UsageError, with what is nearest and with what there is.
    """
    if (lesson := next((lesson for lesson in lessons if lesson.id == asked), None)) is not None:
        return lesson
    begun = [lesson for lesson in lessons if by_title and lesson.title.casefold().startswith(asked.casefold())]
    if len(begun) == 1:
        return begun[0]
    if begun:
        raise UsageError(
            tr(
                "%n lessons begin with “{asked}”: {lessons}. Say which one.",
                "",
                len(begun),
                asked=asked,
                lessons=_listed(begun),
            )
        )
    if not lessons:
        raise UsageError(tr("There are no lessons on this computer; add some first."))
    near = _nearest(lessons, asked)
    shown = asked if len(asked) <= LONGEST_SHOWN else f"{asked[:LONGEST_SHOWN]}…"
    said = [
        tr("There is no lesson “{asked}” on this computer.", asked=shown),
        *([tr("Did you mean {lesson}?", lesson=near)] if near else []),
        tr("There are: {lessons}.", lessons=_listed(lessons)),
    ]
    raise UsageError(" ".join(said))


def question_words(wanted: Wanted) -> str:
    if wanted.student is None:
        return tr("Open “{lesson}”?", lesson=wanted.lesson.title)
    return tr("Open “{lesson}” for {name}?", lesson=wanted.lesson.title, name=wanted.student.name)


def interrupted_words(lesson: Lesson | None, student: Student | None, wanted: Student | None) -> str:
    """What becomes of the lesson in progress; without one, why there is a question at all."""
    if lesson is None or student is None:
        return tr("A link asks for this lesson.")
    if wanted is None or _is_same(student, wanted):
        return tr("“{lesson}” is kept. You can go on with it later.", lesson=lesson.title)
    return tr("“{lesson}” is kept. {name} can go on with it later.", lesson=lesson.title, name=student.name)


def _nearest(lessons: Sequence[Outline], asked: str) -> LessonId | None:
    import difflib  # noqa: PLC0415 - only who mistypes needs it

    names = {name.casefold(): lesson.id for lesson in lessons for name in (lesson.title, lesson.id)}
    near = difflib.get_close_matches(asked.casefold(), names, 1)
    return names[near[0]] if near else None


def _listed(lessons: Sequence[Outline]) -> str:
    shown = ", ".join(lesson.id for lesson in lessons[:MOST_LISTED])
    more = len(lessons) - MOST_LISTED
    return tr("{lessons} and %n more", "", more, lessons=shown) if more > 0 else shown


def _is_same(one: Student | None, other: Student) -> bool:
    return one is not None and one.id == other.id


def _say(reply: Reply | None, sentence: str, *, failed: bool = False) -> None:
    if reply is not None:
        reply.send(said=None if failed else sentence, error=sentence if failed else None)
