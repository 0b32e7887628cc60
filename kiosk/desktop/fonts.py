"""The program's typefaces: Atkinson Hyperlegible Next, made for people with low vision, and beside it an Arabic one."""

from PySide6.QtGui import QFontDatabase

from kiosk import resources

FAMILY = "Atkinson Hyperlegible Next"
ARABIC = "Noto Sans Arabic"
_STYLES = ("Regular", "SemiBold", "Bold")


def load() -> list[str]:
    """Make the shipped typefaces known to Qt and name their families, in the order a letter is looked for.

    The system's own is in the place of one whose file cannot be read. Needs a running QGuiApplication. Calling it
    again costs one look-up.
    """
    known = QFontDatabase.families()
    return [family if family in known or _add(family) else _system() for family in (FAMILY, ARABIC)]


def _add(family: str) -> bool:
    files = (resources.path("fonts", f"{family.replace(' ', '')}-{style}.ttf") for style in _STYLES)
    return all(QFontDatabase.addApplicationFont(str(file)) != -1 for file in files)


def _system() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
