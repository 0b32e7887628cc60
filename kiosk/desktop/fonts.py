"""The program's typeface: Atkinson Hyperlegible Next, made for people with low vision."""

from PySide6.QtGui import QFontDatabase

from kiosk import resources

FAMILY = "Atkinson Hyperlegible Next"
_STYLES = ("Regular", "SemiBold", "Bold")


def load() -> str:
    """Make the shipped typeface known to Qt and name its family; the system's own where a file cannot be read.

    Needs a running QGuiApplication. Calling it again costs one look-up.
    """
    if FAMILY in QFontDatabase.families():
        return FAMILY
    for style in _STYLES:
        file = resources.path("fonts", f"AtkinsonHyperlegibleNext-{style}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) == -1:
            return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return FAMILY
