"""What the pages need to know of a student, read from the store in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.store import days, outbox, runs, students
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import Student
from kiosk.store.writer import Connection


@dataclass(frozen=True, slots=True)
class StudentFacts:
    """One reading. `latest` is the newest run by lesson; `week` and `week_xp` count from the day that was asked for."""

    student: Student
    latest: Mapping[str, LessonRun]
    week: Sequence[DayTotal]
    week_xp: float
    backlog: Backlog


def facts_of(db: Connection, student: int, since: str) -> StudentFacts:
    """Read one student's facts, with the days from `since` ("2026-01-05") on."""
    return _facts(db, students.get(db, student), since)


def everyones_facts(db: Connection, since: str) -> list[StudentFacts]:
    """Read everyone's, in the order of the wall."""
    return [_facts(db, student, since) for student in students.everyone(db)]


def _facts(db: Connection, student: Student, since: str) -> StudentFacts:
    return StudentFacts(
        student=student,
        latest=runs.latest_by_lesson(db, student.id),
        week=days.totals(db, student.id, since),
        week_xp=runs.xp_since(db, student.id, since),
        backlog=outbox.backlog(db, student.id),
    )
