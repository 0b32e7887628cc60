"""The lessons this device offers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.config import Goals
from kiosk.lessons.model import Lesson, LessonId


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lessons that could be read, what is wrong with the others, and by lesson id the daily goals of its course."""

    lessons: tuple[Lesson, ...] = ()
    faults: tuple[str, ...] = ()
    goals: Mapping[LessonId, Goals] = field(default_factory=dict)

    def find(self, lesson_id: LessonId) -> Lesson | None:
        """Find a lesson; None where it is gone since a page offered it."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)
