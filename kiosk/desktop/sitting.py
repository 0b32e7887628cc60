"""A student in a lesson: the player, the running activity, and every answer saved at once."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.activity import Activity
from kiosk.attempt import attempt_metrics, page_times
from kiosk.clock import Clock, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.present import lesson_view, question_view, step
from kiosk.desktop.views import Primary
from kiosk.errors import KioskError
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import Lesson, Model, Progress, Question, QuestionId, SavedAnswer
from kiosk.lessons.player import Player
from kiosk.store import progress
from kiosk.store.writer import Store
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy


class Sitting(QObject):
    """From opening a lesson to leaving or finishing it. GUI thread; nothing here waits for the disk.

    What the disk refuses is kept and tried again at each `retry()`. An end that was asked for comes last, so an
    answer is always on the disk before the completion that counts it.

    Signals:
        page_shown(LessonView): another page, or this one anew.
        question_shown(QuestionView, Step): one question of the page changed, and what the big button does now.
        left(): the sitting is on the disk; the run stays open.
        finished(Metrics, int): the attempt is on the disk, with its focused milliseconds.
    """

    page_shown = Signal(object)
    question_shown = Signal(object, object)
    left = Signal()
    finished = Signal(object, int)

    def __init__(
        self,
        lesson: Lesson,
        saved: Progress,
        handed_in: Mapping[str, bytes],
        activity: Activity,
        *,
        store: Store,
        clock: Clock,
        bridge: Bridge,
        times: TimePolicy,
        xp: XpPolicy,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.lesson = lesson
        self.activity = activity
        self.trouble: KioskError | None = None
        """Why the disk refused the latest write, None while all is well."""
        self._player = Player(lesson, saved, activity.run_id)
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._times = times
        self._xp = xp
        self._touched: QuestionId | None = None
        self._unsaved: dict[QuestionId, SavedAnswer] = {}
        self._files = dict(handed_in)
        self._unsaved_files: dict[str, bytes] = {}
        self._has_changed = False
        self._is_writing = False
        self._ending: _Ending | None = None

    def show_page(self) -> None:
        """Show the page the student is on, and track it by its own times."""
        self.activity.set_times(page_times(self._times, self.lesson, self._player.page))
        self._emit_page()

    def respond(self, question_id: QuestionId, responses: Responses) -> None:
        """Keep what was chosen or typed."""
        if self._ending is None:
            self._player.respond(question_id, responses)
            self._forget_files()
            self._touched = question_id
            self._save(question_id)
            self._emit_question(question_id)

    def keep_file(self, name: str, data: bytes) -> None:
        """Keep what a file holds; the response that names it follows, and both are saved together."""
        if self._ending is None:
            self._files[name] = self._unsaved_files[name] = data

    def check(self, question_id: QuestionId) -> None:
        if self._ending is not None:
            return
        if not self._player.can_check(question_id):
            self._nudge(question_id)
            return
        self._player.check(question_id)
        self._save(question_id)
        self._emit_question(question_id)

    def go_back(self) -> None:
        if self._ending is None:
            self._turn_to(self._player.progress.page - 1)

    def go_on(self) -> None:
        """Do what the big button says when it does not check: the next page, or the end of the lesson."""
        if self._ending is not None:
            return
        match step(self._player, self._touched).primary:
            case Primary.GO_ON:
                self._turn_to(self._player.progress.page + 1)
            case Primary.FINISH:
                self._finish()
            case _:
                pass

    def leave(self) -> None:
        """End the sitting and keep the run: the lesson goes on from here, today or next week."""
        self._end(_Ending(self.activity.end_soon, self.left.emit))

    def retry(self) -> None:
        """Write again what the disk refused."""
        self._write()

    def save_now(self) -> None:
        """Post what is not saved without waiting for what is on its way: the program ends."""
        if self._has_changed:
            self._post_save()

    def _turn_to(self, page: int) -> None:
        before = self._player.progress.page
        self._player.turn_to(page)
        if self._player.progress.page != before:
            self._touched = None
            self._save()
            self.show_page()

    def _finish(self) -> None:
        focused_ms = self.activity.refresh()
        metrics = attempt_metrics(self.lesson, self._player.score(), focused_ms, self._xp)
        request = partial(self.activity.request_finish, version=self.lesson.version)
        end = request if self.lesson.model is Model.STATEFUL else self.activity.end_soon
        self._end(_Ending(lambda: end(dict(metrics.to_wire())), lambda: self.finished.emit(metrics, focused_ms)))

    def _end(self, ending: "_Ending") -> None:
        if self._ending is None:
            self._ending = ending
            self._emit_page()
            self._write()

    def _forget_files(self) -> None:
        """Let go of files that no answer names any more: a drawing is another file at each stroke."""
        if self._files:
            named = self._player.texts_given()
            self._files = {name: data for name, data in self._files.items() if name in named}
            self._unsaved_files = {name: data for name, data in self._unsaved_files.items() if name in named}

    def _save(self, question_id: QuestionId | None = None) -> None:
        """Save the page and what changed."""
        if question_id is not None:
            self._unsaved[question_id] = self._player.answer(question_id)
        self._has_changed = True
        self._write()

    def _write(self) -> None:
        """Post one thing at a time: the newest page and answers, then the end that was asked for."""
        if self._is_writing:
            return
        if self._has_changed:
            self._post_save()
        elif self._ending is not None:
            self._is_writing = True
            self._bridge.when(self._ending.post(), lambda _none: self._ended(), self._refused)

    def _post_save(self) -> None:
        answers, self._unsaved, self._has_changed = self._unsaved, {}, False
        given, self._unsaved_files = self._unsaved_files, {}
        page, percent = self._player.progress.page, self._player.percent_done
        now_ms = read(self._clock).wall
        self._is_writing = True
        saving = self._store.call(progress.save, self.activity.run, page, percent, answers, now_ms, given)
        self._bridge.when(saving, lambda _none: self._saved(), lambda error: self._not_saved(answers, given, error))

    def _saved(self) -> None:
        self._is_writing = False
        self.trouble = None
        self._write()

    def _not_saved(self, answers: dict[QuestionId, SavedAnswer], given: dict[str, bytes], error: KioskError) -> None:
        self._unsaved_files = {**given, **self._unsaved_files}
        self._unsaved = {**answers, **self._unsaved}
        self._has_changed = True
        self._refused(error)

    def _refused(self, error: KioskError) -> None:
        self._is_writing = False
        self.trouble = error

    def _ended(self) -> None:
        assert self._ending is not None
        self.trouble = None
        self._ending.tell()

    def _emit_page(self) -> None:
        self.page_shown.emit(lesson_view(self._player, self._touched, self._files, busy=self._ending is not None))

    def _emit_question(self, question_id: QuestionId) -> None:
        view = question_view(self._player, self._question(question_id), self._files)
        self.question_shown.emit(view, step(self._player, self._touched))

    def _nudge(self, question_id: QuestionId) -> None:
        question = self._question(question_id)
        if not self._player.judged(question_id).settled and (missing := self._player.missing(question_id)):
            view = replace(question_view(self._player, question, self._files), note=missing)
            self.question_shown.emit(view, step(self._player, self._touched))

    def _question(self, question_id: QuestionId) -> Question:
        return next(question for question in self._player.page.questions if question.id == question_id)


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a sitting ends. `post` may be called again when the disk refused; `tell` once it is on the disk."""

    post: "Callable[[], Future[None]]"
    tell: Callable[[], object]
