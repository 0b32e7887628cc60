"""A student in a lesson: the player, the running activity, and every answer saved at once."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.activity import Activity
from kiosk.attempt import attempt_metrics, page_times
from kiosk.clock import Clock, read
from kiosk.desktop.assessment_views import closing_words, overview_view, time_left_view
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.present import lesson_view, question_view, step
from kiosk.desktop.views import Primary
from kiosk.errors import KioskError
from kiosk.lessons.assessment.player import AssessmentPlayer, player_of
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import Lesson, Model, Progress, Question, QuestionId, SavedAnswer
from kiosk.store import progress
from kiosk.store.writer import Store
from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy

LONGEST_STEP_MS = 5_000
"""A longer step between two ticks is the machine's sleep, or a standstill: it takes nothing from a test's time."""
SAVED_EVERY_S = 5
"""So much of a test's time is lost at the most when the machine fails."""


class Sitting(QObject):
    """From opening a lesson to leaving or finishing it. GUI thread; nothing here waits for the disk.

    What the disk refuses is kept and tried again at each `retry()`. An end that was asked for comes last, so an
    answer is always on the disk before the completion that counts it.

    Signals:
        page_shown(LessonView): another page, or this one anew.
        question_shown(QuestionView, Step): one question of the page changed, and what the big button does now.
        overview_shown(OverviewView): how the items of a test's part stand.
        time_left_told(TimeLeftView | None): each second of a test, what is left of its time.
        left(): the sitting is on the disk; the run stays open.
        finished(Metrics, int, tuple): the attempt is on the disk, with its focused milliseconds and what its test says.
    """

    page_shown = Signal(object)
    question_shown = Signal(object, object)
    overview_shown = Signal(object)
    time_left_told = Signal(object)
    left = Signal()
    finished = Signal(object, int, tuple)

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
        self._player = player_of(lesson, saved, activity.run_id)
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
        self._ticked_ms = clock.monotonic_ms()

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
        if self._test is not None:
            self._emit_page()  # a test may have something to say now

    def go_back(self) -> None:
        self._move(self._player.go_back)

    def go_on(self) -> None:
        """Do what the big button says when it does not check: the next page, or the end of the lesson."""
        if self._ending is not None:
            return
        if (test := self._test) is not None:
            self._move(test.go_on)
            if test.obstacle:
                self._note(QuestionId(test.page.id), test.obstacle)
            return
        match step(self._player, self._touched).primary:
            case Primary.GO_ON:
                self._move(self._player.go_on)
            case Primary.FINISH:
                self._finish()
            case _:
                pass

    def show_overview(self) -> None:
        """Tell how all items of the test's part stand."""
        if self._test is not None and self._ending is None:
            self.overview_shown.emit(overview_view(self._test))

    def go_to(self, question_id: QuestionId) -> None:
        """Turn to another item of the test."""
        if (test := self._test) is not None:
            self._move(lambda: test.go_to(question_id))

    def hand_in(self) -> None:
        """Hand in the test's part."""
        if self._test is not None:
            self._move(self._test.hand_in)

    def flag(self, flagged: bool) -> None:
        """Mark the item on the page, to look at it again, or not."""
        if (test := self._test) is not None:
            self._move(lambda: test.flag(flagged))
            self._emit_page()

    def comment(self, text: str) -> None:
        """Keep what is written to the teacher about the test's question on the page."""
        if (test := self._test) is not None:
            self._move(lambda: test.comment(text))

    def tick(self) -> None:
        """Let a second pass: time may be limited, or asked for by a rule. Write again what the disk refused."""
        self._write()
        now_ms = self._clock.monotonic_ms()
        passed_ms, self._ticked_ms = now_ms - self._ticked_ms, now_ms
        if self._ending is None and passed_ms <= LONGEST_STEP_MS:
            self._spend(passed_ms / 1000)

    def leave(self) -> None:
        """End the sitting and keep the run: the lesson goes on from here, today or next week."""
        self._has_changed = self._has_changed or bool(self._unsaved)
        self._end(_Ending(self.activity.end_soon, self.left.emit))

    def save_now(self) -> None:
        """Post what is not saved without waiting for what is on its way: the program ends."""
        if self._has_changed or self._unsaved:
            self._post_save()

    @property
    def _test(self) -> AssessmentPlayer | None:
        return self._player if isinstance(self._player, AssessmentPlayer) else None

    def _move(self, move: Callable[[], None]) -> None:
        """Turn to where a move leads, and save what it changed. A test that is handed in by it is finished."""
        if self._ending is not None:
            return
        before = self._player.progress
        move()
        after = self._player.progress
        changed = _changed(before.answers, after)
        if changed or after.page != before.page:
            self._unsaved |= changed
            self._save()
        if self._test is not None and self._player.can_finish:
            self._finish()
        elif after.page != before.page:
            self._touched = None
            self.show_page()

    def _spend(self, seconds: float) -> None:
        """Count the time where it matters. It is saved with what comes next, or after some seconds."""
        before = self._player.progress.answers
        was_open = self._open_questions() if self._test is not None else []
        self._player.spend(seconds)
        spent = _changed(before, self._player.progress)
        self._unsaved |= spent
        if self._test is not None:
            if self._open_questions() != was_open:
                self._emit_page()
            self.time_left_told.emit(time_left_view(self._test))
        if any(one.seconds // SAVED_EVERY_S > (one.seconds - seconds) // SAVED_EVERY_S for one in spent.values()):
            self._save()

    def _open_questions(self) -> list[QuestionId]:
        return [question.id for question in self._player.page.questions if not self._player.judged(question.id).settled]

    def _finish(self) -> None:
        focused_ms = self.activity.refresh()
        said = closing_words(self._test) if self._test is not None else ()
        metrics = attempt_metrics(self.lesson, self._player.score(), focused_ms, self._xp)
        request = partial(self.activity.request_finish, version=self.lesson.version)
        end = request if self.lesson.model is Model.STATEFUL else self.activity.end_soon
        self._end(_Ending(lambda: end(dict(metrics.to_wire())), lambda: self.finished.emit(metrics, focused_ms, said)))

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
        if not self._player.judged(question_id).settled and (missing := self._player.missing(question_id)):
            self._note(question_id, missing)

    def _note(self, question_id: QuestionId, sentence: str) -> None:
        """Say beside the question what is to be done first."""
        view = replace(question_view(self._player, self._question(question_id), self._files), note=sentence)
        self.question_shown.emit(view, step(self._player, self._touched))

    def _question(self, question_id: QuestionId) -> Question:
        return next(question for question in self._player.page.questions if question.id == question_id)


def _changed(before: Mapping[QuestionId, SavedAnswer], after: Progress) -> dict[QuestionId, SavedAnswer]:
    return {question: answer for question, answer in after.answers.items() if answer is not before.get(question)}


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a sitting ends. `post` may be called again when the disk refused; `tell` once it is on the disk."""

    post: "Callable[[], Future[None]]"
    tell: Callable[[], object]
