"""What the wall of students shows, and the two values that it shares with every page.

They stand apart from `kiosk.desktop.views` because they are all that the first picture needs: making a frozen dataclass
takes 0.7 ms, and the other pages have two dozen. A named tuple, as here, takes 0.1.
"""

from enum import StrEnum
from typing import NamedTuple


class Safety(StrEnum):
    """Where the student's work is. The cloud icon and its words."""

    SERVER = "server"
    COMPUTER = "computer"
    NOT_SAVED = "not-saved"


class SubjectTone(StrEnum):
    """Which colour a subject is drawn in."""

    MATH = "Math"
    READING = "Reading"
    SCIENCE = "Science"
    OTHER = "Other"


class StudentCard(NamedTuple):
    """A student on the wall. `avatar` names a drawing (see `kiosk.desktop.avatars`)."""

    student: int
    name: str
    avatar: str
    hint: str = ""
    class_name: str = ""


class StudentsView(NamedTuple):
    """The wall of students. `place` is the class or the device, `detail` a word more about it, such as its grade."""

    place: str
    detail: str
    students: tuple[StudentCard, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes to choose among, "" for those in none; nothing where all are in the same."""
        found = sorted({card.class_name for card in self.students}, key=lambda name: (not name, name.casefold()))
        return tuple(found) if len(found) > 1 else ()
