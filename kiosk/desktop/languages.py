"""The languages the program speaks: its own catalogue, Qt's texts, numbers and dates, and the side one reads from."""

import re
import unicodedata
from collections.abc import Mapping
from typing import override

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk import resources
from kiosk.desktop.numerals import decimal
from kiosk.words import open_catalogue

NAMES: Mapping[str, str] = {"en": "English", "es": "Español", "ar": "العربية"}
"""What each language calls itself. A child finds theirs by it, so it is in no catalogue."""

PSEUDO = "qps"
"""English with accents, longer and in brackets: shows what is in no catalogue, and what would be cut off."""

_NUMBER = "%Ln"
"""What Qt puts a number in place of, written as the locale does."""

_ISOLATE, _END_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_PLACE = re.compile(r"(%n|\{.*?\})")
_SIGNS = {"A": "̊", "E": "́", "I": "̂", "O": "̈", "U": "̌", "a": "̊", "e": "́", "i": "̂", "o": "̈", "u": "̌", "n": "̃", "y": "̈"}


def of_the_system() -> str:
    """The first of the system's languages that the program speaks, else English."""
    spoken = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((language for language in spoken if language in NAMES), "en")


class Languages(QObject):
    """Turns the application from one language to another. GUI thread; one per application.

    Pages that stand keep their words: they are made anew by whoever turns.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        self._application = application
        self._open: list[QTranslator] = []
        self.spoken = ""

    def speak(self, language: str) -> bool:
        """Speak this language, one of NAMES or PSEUDO. Tells whether that is another than before."""
        if language == self.spoken:
            return False
        for translator in self._open:
            QCoreApplication.removeTranslator(translator)
        self._open = [Pseudo(self)] if language == PSEUDO else self._read(language)
        for translator in self._open:
            QCoreApplication.installTranslator(translator)
        locale = locale_of(language)
        QLocale.setDefault(locale)
        self._application.setLayoutDirection(locale.textDirection())
        open_catalogue(_look_up, _fill_in)
        self.spoken = language
        return True

    def _read(self, language: str) -> list[QTranslator]:
        """Read the catalogues that are there. Without one the English of the source is shown."""
        qt, own = QTranslator(self), _Own(self)
        found: list[QTranslator] = [own] if own.load(f"{language}.qm", str(resources.path("languages"))) else []
        if qt.load(f"qtbase_{language}.qm", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            found.insert(0, qt)
        return found


def locale_of(language: str) -> QLocale:
    """How this language writes numbers and dates: as the system does where it speaks it too, else as is usual."""
    system = QLocale.system()
    wanted = QLocale("en" if language == PSEUDO else language)
    return system if system.language() is wanted.language() else wanted


class _Own(QTranslator):
    """Our catalogue, with its numbers in the digits of the language."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        said = super().translate(context, source, disambiguation, n)
        return said.replace("%n", _NUMBER) if said else None  # "" would be a translation


class Pseudo(QTranslator):
    """Translates everything into accented English in brackets, a third longer."""

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context:
            return None  # Qt's own texts stay
        pieces = _PLACE.split(source)  # every other one is a place to fill
        said = "".join(piece if number % 2 else _accented(piece) for number, piece in enumerate(pieces))
        return f"⟦{said}{'·' * (len(source) // 3)}⟧".replace("%n", _NUMBER)

    @override
    def isEmpty(self) -> bool:
        return False


def _accented(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(letter + _SIGNS.get(letter, "") for letter in text))


def _look_up(text: str, meaning: str, n: int) -> str:
    return QCoreApplication.translate("", text, meaning or None, n)


def _fill_in(value: object) -> str:
    """A number in the language's digits; words that run the other way so that they turn nothing beside them round."""
    if isinstance(value, int | float):
        return decimal(value, 2)
    words = str(value)
    sides = {unicodedata.bidirectional(letter) for letter in words}
    turned = {"L"} if QLocale().textDirection() is Qt.LayoutDirection.RightToLeft else {"R", "AL"}
    return f"{_ISOLATE}{words}{_END_ISOLATE}" if sides & turned else words
