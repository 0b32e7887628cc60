"""The course selector: which course of timeback.config.json an activity belongs to.

Source of the rules: the SDK server's request schema (0.4.0). It reaches a course by subject and
grade only for six subjects and grades 0 to 12; every other course has to be named by its code.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.errors import ActivityError

SUBJECTS = ("Math", "Reading", "Science", "Social Studies", "Writing", "Other")
GRADES = range(13)


@dataclass(frozen=True, slots=True)
class CourseCode:
    code: str

    def to_wire(self) -> dict[str, str | int]:
        return {"code": self.code}

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class SubjectGrade:
    subject: str
    grade: int

    def to_wire(self) -> dict[str, str | int]:
        return {"subject": self.subject, "grade": self.grade}

    def __str__(self) -> str:
        return f"{self.subject} {self.grade}"


type Course = CourseCode | SubjectGrade


def parse_course(value: object) -> Course:
    """Read `{"code": ...}` or `{"subject": ..., "grade": ...}`; a code wins where both are given.

    Raises ActivityError with the rule that was broken.
    """
    if isinstance(value, CourseCode | SubjectGrade):
        return value
    if not isinstance(value, Mapping):
        raise ActivityError('course must be {"subject": ..., "grade": ...} or {"code": ...}')
    fields: Mapping[str, Any] = value
    code = fields.get("code")
    if code:
        if not isinstance(code, str) or not code.strip():
            raise ActivityError("course.code must be text")
        return CourseCode(code)
    subject, grade = fields.get("subject"), fields.get("grade")
    if subject not in SUBJECTS:
        raise ActivityError(
            f"course.subject must be one of {', '.join(SUBJECTS)}, not {subject!r}; "
            "name courses of other subjects by their code"
        )
    if not isinstance(grade, int) or isinstance(grade, bool) or grade not in GRADES:
        raise ActivityError(
            f"course.grade must be a whole number from 0 to 12, not {grade!r}; "
            "name courses of other grades by their code"
        )
    return SubjectGrade(subject, grade)


def course_key(course: Course) -> str:
    """The selector as one canonical text: equal selectors have equal keys."""
    return json.dumps(course.to_wire(), sort_keys=True, separators=(",", ":"))


def course_from_key(key: str) -> Course:
    """Undo `course_key`."""
    return parse_course(json.loads(key))
