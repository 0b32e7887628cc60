"""The lessons this device offers."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.config import AppConfig, Goals
from kiosk.lessons.folder import gather
from kiosk.lessons.listing import FILE_NAME, Listing
from kiosk.lessons.model import LessonId
from kiosk.lessons.outline import Outline
from kiosk.settings import Settings, lesson_folders
from kiosk.sync import handed_out
from kiosk.sync.handed_out import HandedOut
from kiosk.words import tr


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lessons that could be read, what is wrong with the others, and by lesson id the daily goals of its course."""

    lessons: tuple[Outline, ...] = ()
    faults: tuple[str, ...] = ()
    goals: Mapping[LessonId, Goals] = field(default_factory=dict)
    plan: tuple[HandedOut, ...] = ()
    """What the school hands out on this computer, to whom and until when."""
    is_known: bool = True
    """False before the lessons were looked for: there are none in it yet."""

    def offered(self, ref: str, today: str, begun: Collection[str] = ()) -> tuple[Outline, ...]:
        """The lessons for the student with this ref: what the school has for them first, in the teacher's order.

        What is handed out to others alone is not among them, unless they have `begun` it.
        """
        mine = self.assigned(ref, today)
        first = [lesson for name in mine if (lesson := self.find(name)) is not None]
        of_others = {row.lesson for row in self.plan if row.digest is not None} - mine.keys()
        rest = [lesson for lesson in self.lessons if lesson.id not in mine]
        return (*first, *(lesson for lesson in rest if lesson.id not in of_others or lesson.id in begun))

    def assigned(self, ref: str, today: str) -> Mapping[LessonId, str | None]:
        """What the school has for that student today, in the teacher's order: each lesson's last day, if it has one."""
        found: dict[LessonId, str | None] = {}
        for row in sorted(self.plan, key=lambda row: row.order):
            if row.is_for(ref, today):
                found.setdefault(LessonId(row.lesson), row.until_day)
        return found

    def find(self, lesson_id: LessonId) -> Outline | None:
        """Find a lesson; None where it is gone since a page offered it."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)


def read_catalogue(settings: Settings, folder: Path, config: AppConfig) -> Catalogue:
    """List every lesson of this device: the shipped ones, the imported ones, the school's own. Worker thread."""
    listing = Listing(folder / FILE_NAME)
    read = [gather(each, listing.read) for each in lesson_folders(settings, folder)]
    assigned = handed_out.folder_of(folder)
    handed = {lesson.id: lesson for lesson in handed_out.outlines(assigned, listing)}
    listing.keep()
    lessons = [*handed.values(), *(lesson for some, _ in read for lesson in some if lesson.id not in handed)]
    faults = [fault for _, some in read for fault in some]
    courses = {lesson.id: config.course_for(lesson.course) for lesson in lessons}
    goals = {name: course.resolved(settings.env).metadata.goals for name, course in courses.items() if course}
    return Catalogue(tuple(lessons), tuple(map(str, faults)), goals, tuple(handed_out.read_list(assigned)))


def new_lessons_words(titles: Sequence[str]) -> str:
    """What came just now, in one line."""
    if len(titles) == 1:
        return tr("New lesson: {title}", title=titles[0])
    shown = ", ".join(titles[:3])
    return tr("%n new lessons: {titles}", "", len(titles), titles=f"{shown} …" if len(titles) > 3 else shown)
