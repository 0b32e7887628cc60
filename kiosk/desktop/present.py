"""From what is known to what the pages show: pure functions from values to views, words included."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kiosk.desktop.assessment_views import assessment_step, assessment_view
from kiosk.desktop.views import AnswerView, FocusState, LessonView, Primary, QuestionView, ResultView, Step
from kiosk.desktop.wall_views import Safety, StudentCard
from kiosk.errors import DamagedError, DiskFullError, KioskError, StoreError
from kiosk.lessons.assessment.player import AssessmentPlayer
from kiosk.lessons.interactions import Html, UnsupportedInteraction
from kiosk.lessons.item import Text
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import Judged, is_answerable, part_correct, points_right
from kiosk.lessons.model import Lesson, Model, Question, QuestionId
from kiosk.lessons.outline import Outline
from kiosk.lessons.player import Checked, Player
from kiosk.lessons.texts import is_right_to_left, lone_slot, texts
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import Reason
from kiosk.words import tr

MINUTE_MS = 60_000
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


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
            return tr("Not saved. The disk is full; tell your teacher.")
        case DamagedError():
            return tr("Some work cannot be saved. Tell your teacher: close this program and start it again.")
        case StoreError():
            return tr("Not saved. This computer cannot keep your work right now; tell your teacher.")
        case _:
            return str(error)


def lesson_view(
    player: Player, touched: QuestionId | None, files: Mapping[str, bytes] = NO_FILES, *, busy: bool = False
) -> LessonView:
    """The page the player is on. `touched` is the question that was answered last; `files` are what was handed in."""
    lesson, page = player.lesson, player.page
    following = lesson.pages[player.progress.page + 1 : player.progress.page + 2]
    return LessonView(
        title=lesson.title,
        page_number=min(player.progress.page + 1, len(lesson.pages)),
        page_count=len(lesson.pages),
        page_title=page.title,
        blocks=tuple(
            block if isinstance(block, Text) else question_view(player, block, files) for block in page.blocks
        ),
        step=step(player, touched, busy=busy),
        folder=lesson.folder,
        right_to_left=is_right_to_left(lesson.language),
        coming=tuple(texts(following)),
        assessment=assessment_view(player) if isinstance(player, AssessmentPlayer) else None,
    )


def question_view(player: Player, question: Question, files: Mapping[str, bytes] = NO_FILES) -> QuestionView:
    judged, answer, checked = player.judged(question.id), player.answer(question.id), player.checked(question.id)
    told = checked if checked is not None and (judged.settled or player.is_checked(question.id)) else None
    responses = answer.attempts[-1] if judged.settled and answer.attempts else answer.response
    key = player.reveal(question.id)
    parts = checked.parts_right if checked and told else player.parts_told(question.id)
    beside = checked.choice_feedback if checked else {}
    correct, is_one_of_several = _correct(judged, told), len(judged.interactions) > 1
    answers = {}
    for one in judged.interactions:
        name = one.response
        said = beside.get(name, {})
        answers[name] = AnswerView(
            response=responses.get(name, ()),
            settled=judged.settled,
            correct=part_correct(judged, one, responses) if correct is False and is_one_of_several else correct,
            choice_feedback={part: html for part, html in said.items() if told or part in parts.get(name, {})},
            parts_right=parts.get(name) or (points_right(judged, name, responses) if judged.settled else {}),
            right=key.get(name, ()),
            files={file: files[file] for file in responses.get(name, ()) if file in files},
        )
    return QuestionView(
        question=question,
        shown=judged.shown,
        answers=answers,
        tries=judged.tries,
        settled=judged.settled,
        correct=correct,
        partly=correct is False and judged.share > 0,
        is_scored=judged.is_scored,
        feedback=told.feedback if told else "",
        right_text=_right_text(judged, key),
        tells_tries=player.tells_tries(question.id),
        note=_note(judged),
    )


def _correct(judged: Judged, told: Checked | None) -> bool | None:
    """The verdict on the whole question. The steps of an adaptive item are judged by its own words until it ends."""
    return told.correct if told and (judged.settled or not judged.question.item.adaptive) else None


def _note(judged: Judged) -> str:
    """What is said of a question that this program does not score."""
    item = judged.question.item
    if item.unsupported and not any(isinstance(one, UnsupportedInteraction) for one in judged.interactions):
        return tr("This task needs something that this program does not have. It does not count.")
    if is_answerable(item) and judged.is_closed and not judged.tries:
        return tr("Time is over here. What you answered is kept.")
    if is_answerable(item) and judged.settled and not judged.is_scored:
        return tr("Handed in. Your teacher will read it.")
    return ""


def _right_text(judged: Judged, key: Responses) -> str:
    """What was to be typed into the fields that stand alone."""
    fields = (lone_slot(block.html) for block in judged.shown.blocks if isinstance(block, Text))
    return ", ".join(key[name][0] for name in fields if name and key.get(name))


def step(player: Player, touched: QuestionId | None, *, busy: bool = False) -> Step:
    """What the big button does next: check what can be checked, else the first open question, else go on."""
    if isinstance(player, AssessmentPlayer):
        return assessment_step(player, busy=busy)
    back = player.progress.page > 0
    open_questions = [question.id for question in player.page.questions if not player.judged(question.id).settled]
    if open_questions:
        ready = [question for question in open_questions if player.can_check(question)]
        checks = touched if touched in ready else (ready or open_questions)[0]
        word = Primary.CHECK if player.judged(checks).is_scored else Primary.HAND_IN
        return Step(word, checks, can_go_back=back, busy=busy)
    primary = Primary.FINISH if not player.can_go_on and player.can_finish else Primary.GO_ON
    return Step(primary, None, can_go_back=back, busy=busy)


def result_view(
    card: StudentCard,
    lesson: Lesson,
    metrics: Metrics,
    focused_ms: int,
    following: Outline | None,
    said: tuple[Html, ...] = (),
) -> ResultView:
    """What a finished attempt comes to, and what a test `said` at its end. A stateful lesson's XP is a server's."""
    total, right = metrics.total_questions or 0, metrics.correct_questions or 0
    passed = _is_passed(lesson, right, total)
    return ResultView(
        student=card,
        lesson=lesson.id,
        title=_result_title(lesson, passed=passed),
        sentence=_result_sentence(lesson, right, total, passed=passed),
        passed=passed,
        right=right,
        total=total,
        focused=(
            tr("{minutes} min", minutes=focused_ms // MINUTE_MS)
            if focused_ms >= MINUTE_MS
            else tr("{seconds} s", seconds=focused_ms // 1000)
        ),
        xp=None if lesson.model is Model.STATEFUL else metrics.xp_earned,
        next_lesson=following.id if following else None,
        next_title=following.title if following else "",
        said=said,
        folder=lesson.folder,
        right_to_left=is_right_to_left(lesson.language),
    )


def decided_view(view: ResultView, lesson: Lesson, result: Mapping[str, float]) -> ResultView:
    """The same once the school server has decided: its points, and what it found right."""
    right = round(result.get("correctQuestions", view.right))
    total = round(result.get("totalQuestions", view.total))
    passed = _is_passed(lesson, right, total)
    return replace(
        view,
        title=_result_title(lesson, passed=passed),
        sentence=_result_sentence(lesson, right, total, passed=passed),
        passed=passed,
        right=right,
        total=total,
        xp=result["xpEarned"],
    )


def _is_passed(lesson: Lesson, right: int, total: int) -> bool:
    return not total or 100 * right >= lesson.pass_accuracy * total


def _result_title(lesson: Lesson, *, passed: bool) -> str:
    return (lesson.done_title or tr("Well done!")) if passed else tr("You got to the end")


def _result_sentence(lesson: Lesson, right: int, total: int, *, passed: bool) -> str:
    """How many were right, of a lesson's questions on the first try, and a kind word."""
    if not total:
        return tr("You read all of it.")
    once = lesson.assessment is not None  # a test has no second try
    if right == total:
        return tr("All %n right.", "", total) if once else tr("All %n right on the first try.", "", total)
    if once:
        count = tr("{right} of %n right.", "", total, right=right)
    else:
        count = tr("{right} of %n right on the first try.", "", total, right=right)
    if 100 * right >= lesson.mastery * total:
        said = tr("You have mastered this.")
    elif not passed:
        said = tr("Take it once more, it will be easier.")
    else:
        said = "" if once else tr("You looked again at what was hard.")
    return f"{count} {said}".rstrip()


def next_lesson(lesson: Lesson, lessons: Sequence[Outline], latest: Mapping[str, LessonRun]) -> Outline | None:
    """What to offer after a lesson: one that is not finished, of the same course first, and rather a later one."""
    at = next((place for place, other in enumerate(lessons) if other.id == lesson.id), 0)
    open_lessons = [
        other
        for other in (*lessons[at:], *lessons[:at])
        if other.id != lesson.id and (other.id not in latest or latest[other.id].state != "finished")
    ]
    same_course = [other for other in open_lessons if other.course == lesson.course]
    return next(iter(same_course or open_lessons), None)
