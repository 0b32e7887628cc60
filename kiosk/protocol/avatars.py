"""The pictures that kiosks can show for a student.

The desktop draws them, and this room must not know the desktop; a test holds the two lists together.
"""

from collections import Counter
from collections.abc import Iterable

AVATARS = (
    "fox",
    "sun",
    "leaf",
    "star",
    "fish",
    "moon",
    "wave",
    "kite",
    "cat",
    "tree",
    "owl",
    "boat",
    "rabbit",
    "rocket",
    "bee",
    "flower",
    "frog",
    "mountain",
    "bear",
    "balloon",
    "whale",
    "umbrella",
    "butterfly",
    "mushroom",
    "turtle",
    "snail",
)


def least_used(taken: Iterable[str | None]) -> str:
    """Choose a picture for somebody who joins these: as long as there are enough, nobody in a class has another's."""
    count = Counter(taken)
    return min(AVATARS, key=lambda name: count[name])
