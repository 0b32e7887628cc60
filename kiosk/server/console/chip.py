"""A word with a tone, by which the pages tell how something stands. The word says it alone; the colour repeats it."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a chip looks: the tokens of the look."""

    GOOD = "good"
    DOUBT = "doubt"
    QUIET = "quiet"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Chip:
    word: str
    tone: Tone
    detail: str = ""
