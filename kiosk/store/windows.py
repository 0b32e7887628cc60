"""Every window this computer holds, to be read by people and spreadsheets."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.protocol.course import Course, course_from_key
from kiosk.protocol.run_id import RunId


@dataclass(frozen=True, slots=True)
class KeptWindow:
    """One window with what it is about. `inactive_ms` is the sum of the four reasons."""

    student: str
    lesson: str
    course: Course
    run_id: RunId
    started_ms: int
    active_ms: int
    idle_ms: int
    unfocused_ms: int
    locked_ms: int
    paused_ms: int
    state: str

    @property
    def inactive_ms(self) -> int:
        return self.idle_ms + self.unfocused_ms + self.locked_ms + self.paused_ms

    @property
    def ended_ms(self) -> int:
        return self.started_ms + self.active_ms + self.inactive_ms


def every(db: sqlite3.Connection, student: int | None = None) -> Iterator[KeptWindow]:
    """Each window by student and time, delivered ones too, all as of one moment; of one student or of all.

    Withdrawn windows that hold no time are left out: it stands in the window they were merged into or replaced by.
    """
    rows = db.execute(
        """
        SELECT students.name, runs.name, course, run_id, windows.started_ms,
               active_ms, idle_ms, unfocused_ms, locked_ms, paused_ms, windows.state
          FROM windows JOIN runs ON runs.id = windows.run JOIN students ON students.id = student
         WHERE (windows.state <> 'withdrawn' OR active_ms + idle_ms + unfocused_ms + locked_ms + paused_ms > 0)
           AND student = coalesce(:student, student)
         ORDER BY students.name COLLATE NOCASE, students.id, windows.started_ms, windows.id
        """,
        {"student": student},
    )
    for name, lesson, key, run_id, *times_and_state in rows:
        yield KeptWindow(name, lesson, course_from_key(key), RunId(run_id), *times_and_state)
