"""What the pages need to know of a student, read from the store in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.lessons.model import LessonId, Progress
from kiosk.protocol.run_id import RunId
from kiosk.store import days, files, outbox, progress, runs, students
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import Student
from kiosk.store.writer import Connection


@dataclass(frozen=True, slots=True)
class StudentFacts:
    """One reading. `latest` is the newest run by lesson; `week` and `week_xp` count from Monday on."""

    student: Student
    latest: Mapping[str, LessonRun]
    week: Sequence[DayTotal]
    week_xp: float
    backlog: Backlog
    today_xp: float = 0
    today_lessons: int = 0


def facts_of(db: Connection, student: int, today: str) -> StudentFacts:
    """Read one student's facts; `today` is the local day ("2026-01-05")."""
    return _facts(db, students.get(db, student), today)


def everyones_facts(db: Connection, today: str) -> list[StudentFacts]:
    """Read everyone's, in the order of the wall."""
    return [_facts(db, student, today) for student in students.everyone(db)]


@dataclass(frozen=True, slots=True)
class FinishedAttempt:
    """What was answered in a finished run."""

    run_id: RunId
    progress: Progress
    files: Mapping[str, bytes]
    """What was handed in besides text, by name."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a student did here today, and how much of their work is not on the server."""

    student: int
    ref: str
    today_ms: int
    today_xp: float
    backlog: Backlog


def works_of(db: Connection, today: str) -> list[Work]:
    """Read it of everybody who has ever worked on this computer."""
    return [
        Work(
            student.id,
            student.ref,
            sum(day.active_ms for day in days.totals(db, student.id, today)),
            runs.xp_since(db, student.id, today),
            outbox.backlog(db, student.id),
        )
        for student in students.everyone(db)
        if runs.has_any(db, student.id)
    ]


def answers_of(db: Connection, student: int, lesson: LessonId) -> FinishedAttempt | None:
    """Read the answers of the latest attempt at a lesson; None unless it is finished."""
    run = runs.latest_by_lesson(db, student).get(lesson)
    if run is None or run.state != "finished":
        return None
    return FinishedAttempt(run.run_id, progress.load(db, run.run), files.load(db, run.run))


def week_start(today: str) -> str:
    """The Monday of that day's week."""
    day = date.fromisoformat(today)
    return (day - timedelta(days=day.weekday())).isoformat()


def _facts(db: Connection, student: Student, today: str) -> StudentFacts:
    monday = week_start(today)
    return StudentFacts(
        student=student,
        latest=runs.latest_by_lesson(db, student.id),
        week=days.totals(db, student.id, monday),
        week_xp=runs.xp_since(db, student.id, monday),
        backlog=outbox.backlog(db, student.id),
        today_xp=runs.xp_since(db, student.id, today),
        today_lessons=runs.lessons_since(db, student.id, today),
    )
