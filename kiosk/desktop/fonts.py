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


def load(typeface: Typeface = Typeface.ATKINSON) -> str:
    """Make a typeface known to Qt and name its family; the system's own where a file cannot be read.

    Needs a running QGuiApplication. Calling it again costs one look-up.
    """
    if typeface.family in QFontDatabase.families():
        return typeface.family
    for file in typeface.files:
        if QFontDatabase.addApplicationFont(str(resources.path("fonts", file))) == -1:
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return typeface.family
