"""A student in a lesson: the player, the running activity, and every answer saved at once."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.activity import Activity
from kiosk.attempt import attempt_metrics, page_times
from kiosk.clock import Clock, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.present import lesson_view, nudge, question_view, step
from kiosk.desktop.views import Primary
from kiosk.errors import KioskError
from kiosk.lessons.model import Lesson, Model, Progress, Question, QuestionId, Response, SavedAnswer
from kiosk.lessons.player import Player
from kiosk.lessons.scoring import is_blank
from kiosk.store import progress
from kiosk.store.writer import Store
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy


class Sitting(QObject):
    """From opening a lesson to leaving or finishing it. GUI thread; nothing here waits for the disk.

    Signals:
        page_shown(LessonView): another page, or this one anew.
        question_shown(QuestionView, Step): one question of the page changed, and what the big button does now.
        left(): the sitting is on the disk; the run stays open.
        finished(Metrics, int): the attempt is on the disk, with its focused milliseconds.
        failed(KioskError): leaving or finishing could not be saved; it may be asked for again.
    """

    page_shown = Signal(object)
    question_shown = Signal(object, object)
    left = Signal()
    finished = Signal(object, int)
    failed = Signal(object)

    def __init__(
        self,
        lesson: Lesson,
        saved: Progress,
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
        self._player = Player(lesson, saved)
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._times = times
        self._xp = xp
        self._touched: QuestionId | None = None
        self._unsaved: dict[QuestionId, SavedAnswer] = {}
        self._saving: Future[None] | None = None
        self._busy = False

    def show_page(self) -> None:
        """Show the page the student is on, and track it by its own times."""
        self.activity.set_times(page_times(self._times, self.lesson, self._player.page))
        self._emit_page()

    def respond(self, question_id: QuestionId, response: Response) -> None:
        """Keep what was chosen or typed."""
        if self._busy:
            return
        self._player.respond(question_id, response)
        self._touched = question_id
        self._save(question_id)
        self._emit_question(question_id)

    def check(self, question_id: QuestionId) -> None:
        if self._busy:
            return
        if not self._player.can_check(question_id):
            self._nudge(question_id)
            return
        self._player.check(question_id)
        self._save(question_id)
        self._emit_question(question_id)

    def go_back(self) -> None:
        if not self._busy:
            self._turn_to(self._player.progress.page - 1)

    def go_on(self) -> None:
        """Do what the big button says when it does not check: the next page, or the end of the lesson."""
        if self._busy:
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
        if not self._busy:
            self._end(self.activity.end_soon, lambda _none: self.left.emit())

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
        end = self.activity.request_finish if self.lesson.model is Model.STATEFUL else self.activity.end_soon
        self._end(lambda: end(dict(metrics.to_wire())), lambda _none: self._tell_finished(metrics, focused_ms))

    def _tell_finished(self, metrics: Metrics, focused_ms: int) -> None:
        self.finished.emit(metrics, focused_ms)

    def _end(self, end: "Callable[[], Future[None]]", then: Callable[[None], object]) -> None:
        self._busy = True
        self._emit_page()
        if self._unsaved:
            self._post_save()
        self._bridge.when(end(), then, self._stay)

    def _stay(self, error: KioskError) -> None:
        self._busy = False
        self._emit_page()
        self.failed.emit(error)

    def _save(self, question_id: QuestionId | None = None) -> None:
        """Save the page and what changed. While a save is under way, the newest state waits for it."""
        if question_id is not None:
            self._unsaved[question_id] = self._player.answer(question_id)
        if self._saving is None:
            self._post_save()

    def _post_save(self) -> None:
        answers, self._unsaved = self._unsaved, {}
        page, percent = self._player.progress.page, self._player.percent_done
        now_ms = read(self._clock).wall
        self._saving = self._store.call(progress.save, self.activity.run, page, percent, answers, now_ms)
        self._bridge.when(self._saving, lambda _none: self._saved(page), lambda _error: self._not_saved(answers))

    def _saved(self, page: int) -> None:
        self._saving = None
        if not self._busy and (self._unsaved or page != self._player.progress.page):
            self._post_save()

    def _not_saved(self, answers: dict[QuestionId, SavedAnswer]) -> None:
        """The disk refused. Keep it and try again with the next change, or the next `retry()`."""
        self._saving = None
        self._unsaved = {**answers, **self._unsaved}

    def retry(self) -> None:
        """Save again what the disk refused."""
        if self._unsaved and self._saving is None and not self._busy:
            self._post_save()

    def _emit_page(self) -> None:
        self.page_shown.emit(lesson_view(self._player, self._touched, busy=self._busy))

    def _emit_question(self, question_id: QuestionId) -> None:
        view = question_view(self._player, self._question(question_id))
        self.question_shown.emit(view, step(self._player, self._touched))

    def _nudge(self, question_id: QuestionId) -> None:
        if is_blank(self._player.answer(question_id).response):
            question = self._question(question_id)
            view = replace(question_view(self._player, question), nudge=nudge(question))
            self.question_shown.emit(view, step(self._player, self._touched))

    def _question(self, question_id: QuestionId) -> Question:
        return next(question for question in self._player.page.questions if question.id == question_id)
