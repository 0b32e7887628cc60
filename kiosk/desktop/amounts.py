"""Lengths of time, and lists of names, as a sentence has them."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from kiosk.words import tr

MINUTE_MS = 60_000


def time_words(ms: int) -> str:
    """Tell whole minutes; below one, seconds."""
    if ms >= MINUTE_MS:
        return tr("{minutes} min", minutes=ms // MINUTE_MS)
    return tr("{seconds} s", seconds=ms // 1000)


def listed(words: Sequence[str]) -> str:
    """Join them as the language does: "Ana, Ben, and Cem"."""
    return QLocale().createSeparatedList(list(words))
