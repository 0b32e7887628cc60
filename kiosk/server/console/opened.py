"""What became of the lessons that a teacher opened: for each opening, who has it and who has not. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.server.console.chip import Chip, Tone
from kiosk.server.launches import UNANSWERED, Launched, State

_EXPIRED = "expired"
_TONES = {
    "opened": Tone.GOOD,
    "shown": Tone.QUIET,
    "waiting": Tone.DOUBT,
    "said not now": Tone.DOUBT,
    "recalled": Tone.QUIET,
    _EXPIRED: Tone.QUIET,
}
"""What may become of a launch, in the order in which it is told."""

_WORDS = {
    State.SENT: "waiting",
    State.SEEN: "shown",
    State.OPENED: "opened",
    State.DECLINED: "said not now",
    State.RECALLED: "recalled",
}


@dataclass(frozen=True, slots=True)
class Part:
    """Those students with whom it came to the same; the chip says to what, and with how many."""

    chip: Chip
    students: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """A lesson that was opened for some students at one time. `waiting` are the launches that can be recalled."""

    title: str
    at_ms: int
    parts: tuple[Part, ...]
    waiting: tuple[int, ...]


def openings(launched: Iterable[Launched]) -> Sequence[Opening]:
    """Put together what was opened in one go, the newest first."""
    found: dict[tuple[int, str], list[Launched]] = {}
    for each in launched:
        found.setdefault((each.launched_ms, each.lesson), []).append(each)
    return [Opening(each[0].title, each[0].launched_ms, _parts(each), _waiting(each)) for each in found.values()]


def _waiting(launched: Sequence[Launched]) -> tuple[int, ...]:
    return tuple(each.id for each in launched if each.state in UNANSWERED and not each.is_over)


def _parts(launched: Sequence[Launched]) -> tuple[Part, ...]:
    students: dict[str, list[str]] = {}
    for each in launched:
        students.setdefault(_word(each), []).append(each.student)
    return tuple(
        Part(Chip(f"{len(students[word])} {word}", tone), tuple(sorted(students[word])))
        for word, tone in _TONES.items()
        if word in students
    )


def _word(launched: Launched) -> str:
    """What a kiosk has answered stays; what nobody answered is over with its time, or with a later lesson."""
    return _EXPIRED if launched.is_over and launched.state in UNANSWERED else _WORDS[launched.state]
