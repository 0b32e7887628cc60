"""The typefaces that come with the program."""

from enum import Enum

from PySide6.QtGui import QFontDatabase

from kiosk import resources


class Typeface(Enum):
    """A family as Qt calls it, and its files: never changed, as their licence reserves their names."""

    ATKINSON = (
        "Atkinson Hyperlegible Next",
        (
            "AtkinsonHyperlegibleNext-Regular.ttf",
            "AtkinsonHyperlegibleNext-SemiBold.ttf",
            "AtkinsonHyperlegibleNext-Bold.ttf",
        ),
    )
    """Made for people with low vision."""
    ANDIKA = ("Andika", ("Andika-Regular.ttf", "Andika-Bold.ttf"))
    """Made for people who learn to read: a and g as they are written by hand, and no letter like another."""

    def __init__(self, family: str, files: tuple[str, ...]) -> None:
        self.family = family
        self.files = files


ARABIC = "Noto Sans Arabic"
"""What has the Arabic letters, which neither of the two has. Its licence reserves no name: its lines are made lower."""
_ARABIC_FILES = ("NotoSansArabic-Regular.ttf", "NotoSansArabic-SemiBold.ttf", "NotoSansArabic-Bold.ttf")


def load(typeface: Typeface = Typeface.ATKINSON) -> list[str]:
    """Make a typeface and the Arabic one known to Qt, and name their families in the order a letter is looked for.

    The system's own is in the place of one whose file cannot be read. Needs a running QGuiApplication. Calling it
    again costs one look-up.
    """
    return [_load(typeface.family, typeface.files), _load(ARABIC, _ARABIC_FILES)]


def _load(family: str, files: tuple[str, ...]) -> str:
    if family in QFontDatabase.families():
        return family
    for file in files:
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", file))) == -1:
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return family
