"""What became of the lessons that a teacher opened: for each opening, who has it and who has not. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.server.console.chip import Chip, Tone
from kiosk.server.launches import Launched, State

_ORDER = ("Opened", "Shown", "Waiting", "Not now", "Expired")
_TONES = {"Opened": Tone.GOOD, "Shown": Tone.QUIET, "Waiting": Tone.DOUBT, "Not now": Tone.BAD, "Expired": Tone.QUIET}
_WORDS = {State.SENT: "Waiting", State.SEEN: "Shown", State.OPENED: "Opened", State.DECLINED: "Not now"}


@dataclass(frozen=True, slots=True)
class Part:
    """Those students with whom it came to the same; the chip says to what, and with how many."""

    chip: Chip
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A lesson that was opened for some students at one time."""

    title: str
    at_ms: int
    parts: tuple[Part, ...]


def openings(launched: Iterable[Launched]) -> Sequence[Opening]:
    """Put together what was opened in one go, the newest first."""
    found: dict[tuple[int, str], list[Launched]] = {}
    for each in launched:
        found.setdefault((each.launched_ms, each.lesson), []).append(each)
    return [Opening(each[0].title, each[0].launched_ms, _parts(each)) for each in found.values()]


def _parts(launched: Sequence[Launched]) -> tuple[Part, ...]:
    students: dict[str, list[str]] = {}
    for each in launched:
        students.setdefault(_word(each), []).append(each.student)
    return tuple(
        Part(Chip(f"{len(students[word])} {word.lower()}", _TONES[word]), tuple(sorted(students[word])))
        for word in _ORDER
        if word in students
    )


def _word(launched: Launched) -> str:
    """What a kiosk has answered stays; what nobody answered is over with its time, or with a later lesson."""
    is_answered = launched.state in (State.OPENED, State.DECLINED)
    return "Expired" if launched.is_over and not is_answered else _WORDS[launched.state]
