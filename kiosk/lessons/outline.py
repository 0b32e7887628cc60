"""A lesson whose pages are closed: what lists of lessons show, a hundredth of the lesson."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kiosk.lessons.model import Lesson, LessonId, Model
from kiosk.protocol.course import Course, parse_course


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a lesson before it is opened; each field is what the lesson says."""

    id: LessonId
    title: str
    course: Course
    model: Model
    folder: Path
    version: str
    expected_xp: float
    page_count: int
    has_questions: bool
    is_test: bool


def outline_of(lesson: Lesson) -> Outline:
    return Outline(
        lesson.id,
        lesson.title,
        lesson.course,
        lesson.model,
        lesson.folder,
        lesson.version,
        lesson.expected_xp,
        len(lesson.pages),
        bool(lesson.questions),
        lesson.assessment is not None,
    )


def to_json(outline: Outline) -> dict[str, Any]:
    """All but the folder."""
    told = {each.name: getattr(outline, each.name) for each in fields(outline) if each.name != "folder"}
    return {**told, "course": outline.course.to_wire()}


def from_json(told: Mapping[str, Any], folder: Path) -> Outline:
    """Undo `to_json`. Raises TypeError, ValueError, LookupError or ActivityError for what it has not told."""
    return Outline(**{**told, "course": parse_course(told["course"]), "model": Model(told["model"]), "folder": folder})
