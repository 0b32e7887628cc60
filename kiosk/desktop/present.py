"""From what is known to what the pages show: pure functions from values to views, words included."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from kiosk.clock import local_day
from kiosk.desktop.facts import StudentFacts
from kiosk.desktop.views import (
    FocusState,
    HomeView,
    LessonCard,
    LessonView,
    Primary,
    QuestionView,
    ResultView,
    Safety,
    Step,
    StudentCard,
    SubjectTone,
)
from kiosk.errors import DamagedError, DiskFullError, KioskError, StoreError
from kiosk.lessons.model import ChoiceInteraction, Lesson, LessonId, Model, Question, QuestionId, Text
from kiosk.lessons.player import Player
from kiosk.lessons.texts import is_right_to_left, texts
from kiosk.protocol.course import SubjectGrade
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import SignIn
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


def student_card(facts: StudentFacts, lessons: Sequence[Lesson], today: str) -> StudentCard:
    """A student's tile: where they stopped, else today's minutes, else that there is something new."""
    student = facts.student
    open_runs = _open_runs(facts.latest, lessons)
    minutes = _today_ms(facts.week, today) // MINUTE_MS
    if open_runs:
        lesson, run = open_runs[0]
        hint = f"{lesson.title}, page {run.page + 1}"
    elif minutes:
        hint = f"{minutes} min today"
    else:
        hint = "New lessons" if any(lesson.id not in facts.latest for lesson in lessons) else ""
    return StudentCard(student.id, student.name, student.avatar, hint)


def home_view(facts: StudentFacts, lessons: Sequence[Lesson], goals: Mapping[LessonId, int], today: str) -> HomeView:
    """The home page. `goals` are focused minutes a day by lesson id; `today` is the local day."""
    open_runs = _open_runs(facts.latest, lessons)
    resumed = open_runs[0] if open_runs else None
    cards = [lesson_card(lesson, facts.latest.get(lesson.id), today) for lesson in lessons]
    first = resumed[0].id if resumed else None
    order = {"Go on": 0, "Start": 1, "Try again": 2}
    rest = sorted((card for card in cards if card.lesson != first), key=lambda card: order[card.action])
    goal_of = next((lesson for lesson in (first, *(card.lesson for card in rest)) if lesson in goals), None)
    notices = []
    if facts.backlog.parked or facts.backlog.maybe:
        notices.append("Some work could not be sent. It is kept on this computer; please tell your teacher.")
    return HomeView(
        student=student_card(facts, lessons, today),
        resume=lesson_card(*resumed, today) if resumed else None,
        lessons=tuple(rest),
        today_minutes=_today_ms(facts.week, today) // MINUTE_MS,
        goal_minutes=goals[goal_of] if goal_of is not None else None,
        week_xp=facts.week_xp,
        signed_in=facts.student.sign_in is SignIn.OK,
        notices=tuple(notices),
    )


def lesson_card(lesson: Lesson, run: LessonRun | None, today: str) -> LessonCard:
    match run:
        case None:
            length = f"about {_count(round(lesson.expected_xp), 'minute')}" if lesson.expected_xp else ""
            several = "several days" if lesson.model is Model.STATEFUL else ""
            detail, percent, action = _joined(several, length), 0, "Start"
        case LessonRun(state="finished", result=result):
            detail, percent, action = _joined("Done", *_result_words(result or {}, run)), 100, "Try again"
        case _:
            words = (
                f"page {run.page + 1} of {len(lesson.pages)}",
                day_word(local_day(run.last_ms), today),
                f"{_count(run.active_ms // MINUTE_MS, 'minute')} focused" if run.active_ms >= MINUTE_MS else "",
            )
            detail, percent, action = _joined(*words), run.percent, "Go on"
    return LessonCard(lesson.id, lesson.title, str(lesson.course), tone(lesson), detail, percent, action)


def tone(lesson: Lesson) -> SubjectTone:
    subject = lesson.course.subject if isinstance(lesson.course, SubjectGrade) else ""
    return SubjectTone(subject) if subject in set(SubjectTone) else SubjectTone.OTHER


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
        return QuestionView(question, answer.response, answer.tries)
    right = player.reveal(question.id)
    return QuestionView(
        question=question,
        response=answer.response,
        tries=answer.tries,
        settled=checked.settled,
        correct=checked.correct,
        feedback=checked.feedback,
        choice_feedback=checked.choice_feedback,
        right=right,
        right_text="" if isinstance(question.interaction, ChoiceInteraction) else ", ".join(right),
    )


def nudge(question: Question) -> str:
    """What to say when a blank answer was to be checked."""
    match question.interaction:
        case ChoiceInteraction(max_choices=1):
            return "Choose an answer first."
        case ChoiceInteraction():
            return "Choose one or more answers first."
        case _:
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


def next_lesson(lesson: Lesson, lessons: Iterable[Lesson], latest: Mapping[str, LessonRun]) -> Lesson | None:
    """What to offer after a lesson: one that is not finished, of the same course first."""
    open_lessons = [
        other
        for other in lessons
        if other.id != lesson.id and (other.id not in latest or latest[other.id].state != "finished")
    ]
    same_course = [other for other in open_lessons if other.course == lesson.course]
    return next(iter(same_course or open_lessons), None)


def day_word(day: str, today: str) -> str:
    """The day as a child says it: today, yesterday, 3 days ago, else its date."""
    days = (date.fromisoformat(today) - date.fromisoformat(day)).days
    match days:
        case 0:
            return "today"
        case 1:
            return "yesterday"
        case _ if 1 < days < 14:
            return f"{days} days ago"
        case _:
            return day


def week_start(today: str) -> str:
    """The Monday of that day's week."""
    day = date.fromisoformat(today)
    return (day - timedelta(days=day.weekday())).isoformat()


def _open_runs(latest: Mapping[str, LessonRun], lessons: Sequence[Lesson]) -> list[tuple[Lesson, LessonRun]]:
    """Begun and not finished, the latest first."""
    begun = [(lesson, latest[lesson.id]) for lesson in lessons if lesson.id in latest]
    return sorted((pair for pair in begun if pair[1].state != "finished"), key=lambda pair: -pair[1].last_ms)


def _today_ms(week: Sequence[DayTotal], today: str) -> int:
    return sum(total.active_ms for total in week if total.day == today)


def _result_words(result: Mapping[str, float], run: LessonRun) -> list[str]:
    words = []
    if "totalQuestions" in result:
        words.append(f"{result['correctQuestions']:.0f} of {result['totalQuestions']:.0f} right")
    words.append("waiting for the school server" if run.waits_for_server else f"{result.get('xpEarned', 0):g} XP")
    return words


def _joined(*words: str) -> str:
    text = " · ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
