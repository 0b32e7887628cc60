"""What the session's story is told by: the device it happens on, and where it is now."""

from dataclasses import dataclass
from enum import Enum, auto

from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.xp import XpPolicy


@dataclass(frozen=True, slots=True)
class Place:
    """What this device is: its title on the wall of students, and how it tracks and rewards."""

    title: str
    times: TimePolicy
    xp: XpPolicy


class Scene(Enum):
    """Where the story is. While a lesson is OPENING its student cannot go elsewhere: time may count already."""

    WALL = auto()
    HOME = auto()
    OPENING = auto()
    LESSON = auto()
    RESULT = auto()
    REVIEW = auto()
    TEACHER = auto()
