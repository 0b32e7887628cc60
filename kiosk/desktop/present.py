"""From what is known to what the pages show: pure functions from values to views, words included."""

from collections.abc import Mapping, Sequence

from kiosk.desktop.views import (
    FocusState,
    LessonView,
    Primary,
    QuestionView,
    ResultView,
    Safety,
    Step,
    StudentCard,
)
from kiosk.errors import DamagedError, DiskFullError, KioskError, StoreError
from kiosk.lessons.model import (
    ChoiceInteraction,
    Lesson,
    MatchInteraction,
    Model,
    OrderInteraction,
    Question,
    QuestionId,
    Text,
    TextEntryInteraction,
)
from kiosk.lessons.player import Player
from kiosk.lessons.texts import is_right_to_left, texts
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import Reason

MINUTE_MS = 60_000


def focus_state(reason: Reason) -> FocusState:
    match reason:
        case Reason.ACTIVE:
            return FocusState.FOCUSED
        case Reason.IDLE:
            return FocusState.IDLE
        case Reason.PAUSED:
            return FocusState.PAUSED
        case _:
            return FocusState.AWAY


def safety(backlog: Backlog) -> Safety:
    """Where a student's work is, as long as the disk takes it."""
    return Safety.SERVER if backlog.is_on_server else Safety.COMPUTER


def trouble_words(error: KioskError) -> str:
    """What went wrong, for a child where it is the machine's fault. The technical sentence is in the log."""
    match error:
        case DiskFullError():
            return "Not saved. The disk is full; tell your teacher."
        case DamagedError():
            return "Some work cannot be saved. Tell your teacher: close this program and start it again."
        case StoreError():
            return "Not saved. This computer cannot keep your work right now; tell your teacher."
        case _:
            return str(error)


def lesson_view(player: Player, touched: QuestionId | None, *, busy: bool = False) -> LessonView:
    """The page the player is on. `touched` is the question that was answered last."""
    lesson, page = player.lesson, player.page
    following = lesson.pages[player.progress.page + 1 : player.progress.page + 2]
    return LessonView(
        title=lesson.title,
        page_number=player.progress.page + 1,
        page_count=len(lesson.pages),
        page_title=page.title,
        blocks=tuple(block if isinstance(block, Text) else question_view(player, block) for block in page.blocks),
        step=step(player, touched, busy=busy),
        folder=lesson.folder,
        right_to_left=is_right_to_left(lesson.language),
        coming=tuple(texts(following)),
    )


def question_view(player: Player, question: Question) -> QuestionView:
    answer = player.answer(question.id)
    checked = player.checked(question.id)
    if checked is None or answer.response != answer.checked_response:
        parts = player.parts_told(question.id)
        beside = checked.choice_feedback if checked else {}
        kept = {part: said for part, said in beside.items() if part in parts}
        return QuestionView(question, answer.response, answer.tries, choice_feedback=kept, parts_right=parts)
    right = player.reveal(question.id)
    return QuestionView(
        question=question,
        response=answer.response,
        tries=answer.tries,
        settled=checked.settled,
        correct=checked.correct,
        feedback=checked.feedback,
        choice_feedback=checked.choice_feedback,
        parts_right=checked.parts_right,
        right=right,
        right_text=", ".join(right) if isinstance(question.interaction, TextEntryInteraction) else "",
    )


def nudge(question: Question) -> str:
    """What to say when a blank answer was to be checked."""
    match question.interaction:
        case ChoiceInteraction(max_choices=1):
            return "Choose an answer first."
        case ChoiceInteraction():
            return "Choose one or more answers first."
        case MatchInteraction():
            return "Choose something for each one first."
        case OrderInteraction():
            return "This is still mixed up. Put it in order first."
        case TextEntryInteraction():
            return "Type your answer first."


def step(player: Player, touched: QuestionId | None, *, busy: bool = False) -> Step:
    """What the big button does next: check what can be checked, else the first open question, else go on."""
    back = player.progress.page > 0
    open_questions = [question.id for question in player.page.questions if not _is_settled(player, question.id)]
    if open_questions:
        ready = [question for question in open_questions if player.can_check(question)]
        checks = touched if touched in ready else (ready or open_questions)[0]
        return Step(Primary.CHECK, checks, can_go_back=back, busy=busy)
    primary = Primary.FINISH if not player.can_go_on and player.can_finish else Primary.GO_ON
    return Step(primary, None, can_go_back=back, busy=busy)


def _is_settled(player: Player, question: QuestionId) -> bool:
    checked = player.checked(question)
    return checked is not None and checked.settled


def result_view(
    card: StudentCard, lesson: Lesson, metrics: Metrics, focused_ms: int, following: Lesson | None
) -> ResultView:
    """What a finished attempt comes to. A stateful lesson's XP is a server's to decide."""
    total, right = metrics.total_questions or 0, metrics.correct_questions or 0
    passed = not total or 100 * right >= lesson.pass_accuracy * total
    title = (lesson.done_title or "Well done!") if passed else "You got to the end"
    if not total:
        sentence = "You read all of it."
    elif right == total:
        sentence = f"All {total} right on the first try."
    elif 100 * right >= lesson.mastery * total:
        sentence = f"{right} of {total} right on the first try. You have mastered this."
    elif passed:
        sentence = f"{right} of {total} right on the first try. You looked again at what was hard."
    else:
        sentence = f"{right} of {total} right on the first try. Take it once more, it will be easier."
    return ResultView(
        student=card,
        lesson=lesson.id,
        title=title,
        sentence=sentence,
        passed=passed,
        right=right,
        total=total,
        focused=f"{focused_ms // MINUTE_MS} min" if focused_ms >= MINUTE_MS else f"{focused_ms // 1000} s",
        xp=None if lesson.model is Model.STATEFUL else metrics.xp_earned,
        next_lesson=following.id if following else None,
        next_title=following.title if following else "",
    )


def next_lesson(lesson: Lesson, lessons: Sequence[Lesson], latest: Mapping[str, LessonRun]) -> Lesson | None:
    """What to offer after a lesson: one that is not finished, of the same course first, and rather a later one."""
    at = next((place for place, other in enumerate(lessons) if other.id == lesson.id), 0)
    open_lessons = [
        other
        for other in (*lessons[at:], *lessons[:at])
        if other.id != lesson.id and (other.id not in latest or latest[other.id].state != "finished")
    ]
    same_course = [other for other in open_lessons if other.course == lesson.course]
    return next(iter(same_course or open_lessons), None)
