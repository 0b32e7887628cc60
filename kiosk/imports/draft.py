"""What an import makes of a source, before anything is written: lessons to be, and what was lost on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.errors import LessonError
from kiosk.lessons.item import Item
from kiosk.protocol.course import Course


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the source that the lesson does not have: what, why, and where it stood (lines from 1)."""

    file: str
    line: int | None
    what: str
    why: str

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.what}: {self.why}"


def loss_of(what: str, fault: LessonError) -> Loss:
    """A part that could not be read and is left out."""
    return Loss(fault.file, fault.line, what, fault.reason)


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page of a lesson to be: its title, and Markdown in parts that may be parted over two pages."""

    title: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A lesson to be.

    `origin` names it within its source, and stays the same when a changed source is imported again. `items` are
    written into the folder items, and name their pictures from there. `made` are files by their name in the lesson,
    `copied` those that are copied out of the source, by its names.
    """

    origin: str
    title: str
    pages: tuple[DraftPage, ...] = ()
    test: str = ""
    """The assessment test it plays, in place of pages."""
    items: Mapping[str, Item] = field(default_factory=dict)
    made: Mapping[str, bytes] = field(default_factory=dict)
    copied: Mapping[str, str] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    language: str = ""
    summary: str = ""
    course: Course | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a source holds: lessons, and what this program cannot play at all."""

    drafts: tuple[Draft, ...] = ()
    refused: tuple[Loss, ...] = ()
