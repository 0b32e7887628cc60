"""A student's own page, and their tile on the wall: pure functions from what was read to what is shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from kiosk.clock import local_day
from kiosk.config import Goals
from kiosk.desktop.course_words import course_words
from kiosk.desktop.facts import StudentFacts, week_start
from kiosk.desktop.numerals import Length, short_date, weekday
from kiosk.desktop.views import Action, DayBar, Goal, HomeView, LessonCard
from kiosk.desktop.wall_views import StudentCard, SubjectTone
from kiosk.lessons.model import LessonId, Model
from kiosk.lessons.outline import Outline
from kiosk.protocol.course import SubjectGrade
from kiosk.store.days import DayTotal
from kiosk.store.runs import LessonRun
from kiosk.store.students import SignIn
from kiosk.words import tr

MINUTE_MS = 60_000


def student_card(facts: StudentFacts, lessons: Sequence[Outline], today: str, opened: str = "") -> StudentCard:
    """A student's tile: what the teacher `opened`, else where they stopped, today's minutes, or that there is news."""
    student = facts.student
    open_runs = _open_runs(facts.latest, lessons)
    minutes = _today_ms(facts.week, today) // MINUTE_MS
    if opened:
        hint = tr("Your teacher opened “{lesson}”", lesson=opened)
    elif open_runs:
        lesson, run = open_runs[0]
        hint = _place_in(lesson, run)
    elif minutes:
        hint = tr("{minutes} min today", minutes=minutes)
    else:
        hint = tr("New lessons") if any(lesson.id not in facts.latest for lesson in lessons) else ""
    return StudentCard(student.id, student.name, student.avatar, hint, student.class_name)


def home_view(
    facts: StudentFacts,
    lessons: Sequence[Outline],
    goals: Mapping[LessonId, Goals],
    today: str,
    assigned: Mapping[LessonId, str | None] | None = None,
) -> HomeView:
    """The home page. `goals` are each lesson's course's, by lesson id; `today` is the local day.

    What is `assigned` and not done comes first, as `lessons` have it; its last day stands beside it.
    """
    last_days = assigned or {}
    open_runs = _open_runs(facts.latest, lessons)
    resumed = open_runs[0] if open_runs else None
    cards = [lesson_card(lesson, facts.latest.get(lesson.id), today, last_days.get(lesson.id)) for lesson in lessons]
    first = resumed[0].id if resumed else None
    order = {Action.GO_ON: 1, Action.START: 2, Action.TRY_AGAIN: 3}

    def place(card: LessonCard) -> int:
        return 0 if card.lesson in last_days and card.action is not Action.TRY_AGAIN else order[card.action]

    rest = sorted((card for card in cards if card.lesson != first), key=place)
    goal = _goals_of_the_day([first, *(card.lesson for card in rest)], goals)
    notices = []
    if facts.backlog.parked or facts.backlog.maybe:
        notices.append(tr("Some work could not be sent. It is kept on this computer; please tell your teacher."))
    return HomeView(
        student=student_card(facts, lessons, today),
        resume=lesson_card(*resumed, today, last_days.get(resumed[0].id)) if resumed else None,
        lessons=tuple(rest),
        today_minutes=_today_ms(facts.week, today) // MINUTE_MS,
        goal_minutes=round(goal.daily_active_minutes) if goal.daily_active_minutes else None,
        week=week_bars(facts.week, today),
        week_xp=facts.week_xp,
        signed_in=facts.student.sign_in is SignIn.OK,
        goals=tuple(_other_goals(goal, facts)),
        notices=tuple(notices),
    )


def week_bars(week: Sequence[DayTotal], today: str) -> tuple[DayBar, ...]:
    """Monday to Friday, and the weekend in a week that has learned on it."""
    minutes = {total.day: total.active_ms // MINUTE_MS for total in week}
    monday = date.fromisoformat(week_start(today))
    days = [monday + timedelta(days=number) for number in range(7)]
    has_weekend = any(minutes.get(str(day)) or str(day) == today for day in days[5:])
    return tuple(
        day_bar(day, minutes.get(str(day), 0), is_today=str(day) == today)
        for day in (days if has_weekend else days[:5])
    )


def day_bar(day: date, minutes: int, *, is_today: bool = False) -> DayBar:
    """A bar named by its weekday."""
    short, narrow = (weekday(day, length) for length in (Length.ShortFormat, Length.NarrowFormat))
    return DayBar(weekday(day), minutes, is_today, short, narrow)


def _goals_of_the_day(lessons: Iterable[LessonId | None], goals: Mapping[LessonId, Goals]) -> Goals:
    """The first lesson on the page whose course has goals that are shown; all that is done today counts toward them.

    One day has one set of goals: adding up those of all courses would ask for courses the student does not take.
    """
    offered = (goals[lesson] for lesson in lessons if lesson is not None and lesson in goals)
    shown = (goal for goal in offered if goal.daily_active_minutes or goal.daily_xp or goal.daily_lessons)
    return next(shown, Goals())


def _other_goals(goal: Goals, facts: StudentFacts) -> Iterator[Goal]:
    """Those that a day's work adds up to; an accuracy of half a day says nothing yet, and a unit nothing to a child."""
    if goal.daily_xp:
        xp = tr("{done} of {target} XP", done=facts.today_xp, target=goal.daily_xp)
        yield Goal(facts.today_xp, goal.daily_xp, xp)
    if goal.daily_lessons:
        lessons = tr("{done} of %n lessons", "", round(goal.daily_lessons), done=facts.today_lessons)
        yield Goal(facts.today_lessons, goal.daily_lessons, lessons)


def _place_in(lesson: Outline, run: LessonRun) -> str:
    """Which lesson, and where in it the student is."""
    if lesson.is_test:
        return tr("{lesson}, question {number}", lesson=lesson.title, number=run.page + 1)
    return tr("{lesson}, page {number}", lesson=lesson.title, number=run.page + 1)


def _place(lesson: Outline, run: LessonRun) -> str:
    """Where the student is. How many items of a test it will be, its own rules decide."""
    if lesson.is_test:
        return tr("question {number}", number=run.page + 1)
    return tr("page {number} of {count}", number=run.page + 1, count=lesson.page_count)


def lesson_card(lesson: Outline, run: LessonRun | None, today: str, until: str | None = None) -> LessonCard:
    """A lesson's row. `until` is the last day on which the school wants it, told while it is not done."""
    due = last_day_words(until, today) if until else ""
    match run:
        case None:
            length = tr("about %n minutes", "", round(lesson.expected_xp)) if lesson.expected_xp else ""
            several = tr("several days") if lesson.model is Model.STATEFUL else ""
            words, percent, action = [due, several, length], 0, Action.START
        case LessonRun(state="finished", result=result):
            words = [tr("Done", "a lesson"), *_result_words(result or {}, run)]
            percent, action = 100, Action.TRY_AGAIN
        case _:
            words = [due, _place(lesson, run), day_word(local_day(run.last_ms), today)]
            if run.active_ms >= MINUTE_MS:
                words.append(tr("%n minutes focused", "", run.active_ms // MINUTE_MS))
            percent, action = run.percent, Action.GO_ON
    has_answers = lesson.has_questions and run is not None and run.state == "finished"
    course, detail = course_words(lesson.course), _joined(*words)
    return LessonCard(lesson.id, lesson.title, course, tone(lesson), detail, percent, action, has_answers)


def tone(lesson: Outline) -> SubjectTone:
    subject = lesson.course.subject if isinstance(lesson.course, SubjectGrade) else ""
    return SubjectTone(subject) if subject in set(SubjectTone) else SubjectTone.OTHER


def day_word(day: str, today: str) -> str:
    """The day as a child says it: today, yesterday, 3 days ago, else its date."""
    days = (date.fromisoformat(today) - date.fromisoformat(day)).days
    match days:
        case 0:
            return tr("today")
        case 1:
            return tr("yesterday")
        case _ if 1 < days < 14:
            return tr("%n days ago", "", days)
        case _:
            return short_date(date.fromisoformat(day))


def last_day_words(day: str, today: str) -> str:
    """Until when, as a child says it: until today, tomorrow, Friday, else its date."""
    last = date.fromisoformat(day)
    match (last - date.fromisoformat(today)).days:
        case 0:
            return tr("until today")
        case 1:
            return tr("until tomorrow")
        case days if 1 < days < 7:
            return tr("until {weekday}", weekday=weekday(last))
        case _:
            return tr("until {date}", date=short_date(last))


def _open_runs(latest: Mapping[str, LessonRun], lessons: Sequence[Outline]) -> list[tuple[Outline, LessonRun]]:
    """Begun and not finished, the latest first."""
    begun = [(lesson, latest[lesson.id]) for lesson in lessons if lesson.id in latest]
    return sorted((pair for pair in begun if pair[1].state != "finished"), key=lambda pair: -pair[1].last_ms)


def _today_ms(week: Sequence[DayTotal], today: str) -> int:
    return sum(total.active_ms for total in week if total.day == today)


def _result_words(result: Mapping[str, float], run: LessonRun) -> list[str]:
    words = []
    if "totalQuestions" in result:
        right, total = (round(result[name]) for name in ("correctQuestions", "totalQuestions"))
        words.append(tr("{right} of %n right", "", total, right=right))
    xp = tr("{xp} XP", xp=result.get("xpEarned", 0))
    words.append(tr("waiting for the school server") if run.waits_for_server else xp)
    return words


def _joined(*words: str) -> str:
    text = " · ".join(word for word in words if word)
    return text[:1].upper() + text[1:]
