"""What was read of a made-up student, Ana, on a Wednesday."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.clock import epoch_ms
from kiosk.desktop.facts import StudentFacts
from kiosk.lessons.model import Lesson, LessonId, Model, Page
from kiosk.lessons.outline import Outline, outline_of
from kiosk.protocol.course import Course, SubjectGrade
from kiosk.protocol.run_id import RunId
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import SignIn, Student

TODAY = "2026-01-07"  # a Wednesday
NOON = datetime(2026, 1, 7, 12, tzinfo=UTC)
ANA = Student(1, "ref-ana", "Ana", "fox", SignIn.OK)
MATH = SubjectGrade("Math", 3)


def lesson(
    name: str, course: Course = MATH, *, pages: int = 5, xp: float = 12, model: str = "single-session"
) -> Lesson:
    return Lesson(
        LessonId(name),
        name.title(),
        course,
        Model(model),
        tuple(Page(str(number), f"Page {number}", ()) for number in range(pages)),
        Path(),
        expected_xp=xp,
    )


def outline(
    name: str, course: Course = MATH, *, pages: int = 5, xp: float = 12, model: str = "single-session"
) -> Outline:
    return outline_of(lesson(name, course, pages=pages, xp=xp, model=model))


def run(name: str, *, state: str = "open", page: int = 2, focused_min: float = 14, days_ago: int = 1) -> LessonRun:
    return LessonRun(
        run=1,
        run_id=RunId("r"),
        lesson=name,
        course=MATH,
        state=state,
        page=page,
        percent=40,
        active_ms=round(focused_min * 60_000),
        last_ms=epoch_ms(NOON - timedelta(days=days_ago)),
        result=None,
        waits_for_server=False,
    )


def done(name: str, result: dict[str, float], *, waits: bool = False) -> LessonRun:
    return replace(run(name, state="finished"), result=result, waits_for_server=waits)


def facts(
    *runs: LessonRun, student: Student = ANA, today_ms: int = 0, xp: float = 0, backlog: Backlog | None = None
) -> StudentFacts:
    week = [DayTotal("2026-01-06", 600_000, 0), DayTotal(TODAY, today_ms, 0)]
    return StudentFacts(student, {each.lesson: each for each in runs}, week, xp, backlog or Backlog())


FRACTIONS, COUNTING, RAIN = lesson("fractions"), lesson("counting"), lesson("rain", SubjectGrade("Science", 5))
LESSONS = (outline_of(FRACTIONS), outline_of(COUNTING), outline_of(RAIN))
