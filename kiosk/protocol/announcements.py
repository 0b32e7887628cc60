"""What a school server tells a kiosk the moment it happens. Whatever is not of these forms is passed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_MS = 7 * 86_400_000


@dataclass(frozen=True, slots=True)
class Launched:
    """A teacher opened a lesson for a student, whose e-mail address this is; it holds for so long from now."""

    launch: int
    student: str
    lesson: str
    title: str
    left_ms: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """That launch is void: nobody need open the lesson."""

    launch: int


@dataclass(frozen=True, slots=True)
class Paused:
    """These students look to the front for so long from now."""

    pause: int
    students: tuple[str, ...]
    left_ms: int


@dataclass(frozen=True, slots=True)
class Resumed:
    """That pause is lifted before its end."""

    pause: int


@dataclass(frozen=True, slots=True)
class Changed:
    """The lessons that are handed out are others now."""


type Announcement = Launched | Recalled | Paused | Resumed | Changed


def read_announcement(said: Mapping[str, Any]) -> tuple[int, Announcement] | None:
    """Read one with its number; None for one of a kind that this program does not know, or of no form."""
    try:
        number = _number(said["id"])
        match said["kind"]:
            case "launch":
                student, lesson, title = (_text(said[key]) for key in ("student", "lesson", "title"))
                return number, Launched(_number(said["launch"]), student, lesson, title, _left(said))
            case "recall":
                return number, Recalled(_number(said["launch"]))
            case "pause":
                return number, Paused(_number(said["pause"]), tuple(map(_text, said["students"])), _left(said))
            case "resume":
                return number, Resumed(_number(said["pause"]))
            case "changed":
                return number, Changed()
            case _:
                return None
    except (LookupError, TypeError, ValueError):
        return None


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 1000:
        raise ValueError
    return value


def _left(said: Mapping[str, Any]) -> int:
    return min(_number(said["leftMs"]), LONGEST_MS)
