"""What a teacher chooses from, to open or to assign: the lessons of the server, and the students of a class."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from kiosk.errors import UsageError
from kiosk.lessons.model import Lesson, LessonId
from kiosk.server import library
from kiosk.server.console.pupils import Person
from kiosk.server.teachers import bad_form


@dataclass(frozen=True, slots=True)
class Choice:
    """A lesson to choose. `origin` says where the server has it from."""

    lesson: str
    title: str
    version: str
    origin: str


def lessons_here(db: Connection, shipped: Mapping[LessonId, Lesson]) -> list[Choice]:
    """Every lesson of the server, by title; one that was uploaded stands for that of the program."""
    own = {
        str(each.id): Choice(each.id, each.title, each.version, "comes with the program") for each in shipped.values()
    }
    added = {each.lesson: Choice(each.lesson, each.title, each.version, "uploaded") for each in library.shelf(db)}
    return sorted((own | added).values(), key=lambda each: (each.title.lower(), each.lesson))


def chosen_of(people: Collection[Person], numbers: Collection[int]) -> list[Person]:
    """Those of the class who were ticked. Raises Refused where somebody else was."""
    wanted = set(numbers)
    chosen = [each for each in people if each.id in wanted]
    if len(chosen) != len(wanted):
        raise bad_form()
    return chosen


def require_choice(people: Collection[object], lesson: str) -> None:
    """Raises UsageError where nobody was ticked, or no lesson chosen."""
    if not people:
        raise UsageError("Tick at least one student.")
    if not lesson:
        raise UsageError("Choose a lesson.")
