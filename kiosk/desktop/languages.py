"""The languages the program speaks: its own catalogue, Qt's texts, numbers and dates, and the side one reads from."""

import re
import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from kiosk import resources
from kiosk.desktop.numerals import decimal, number
from kiosk.words import Catalogue, open_catalogue

NAMES: Mapping[str, str] = {"en": "English", "es": "Español", "ar": "العربية"}
"""What each language calls itself. A child finds theirs by it, so it is in no catalogue."""

PSEUDO = "qps"
"""English with accents, longer and in brackets: shows what is in no catalogue, and what would be cut off."""

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
        self._qt = QTranslator(self)
        self.spoken = ""

    def speak(self, language: str) -> bool:
        """Speak this language, one of NAMES or PSEUDO. Tells whether that is another than before."""
        if language == self.spoken:
            return False
        QCoreApplication.removeTranslator(self._qt)
        if self._qt.load(f"qtbase_{language}.qm", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            QCoreApplication.installTranslator(self._qt)
        locale = locale_of(language)
        QLocale.setDefault(locale)
        self._application.setLayoutDirection(locale.textDirection())
        open_catalogue(in_pseudo if language == PSEUDO else _read(language), _fill_in)
        self.spoken = language
        return True


def locale_of(language: str) -> QLocale:
    """How this language writes numbers and dates: as the system does where it speaks it too, else as is usual."""
    system = QLocale.system()
    wanted = QLocale("en" if language == PSEUDO else language)
    return system if system.language() is wanted.language() else wanted


def in_pseudo(text: str, meaning: str, n: int) -> str:
    """Accented English in brackets, a third longer."""
    del meaning
    pieces = _PLACE.split(text)  # every other one is a place to fill
    said = "".join(piece if place % 2 else _accented(piece) for place, piece in enumerate(pieces))
    return _counted(f"⟦{said}{'·' * (len(text) // 3)}⟧", n)


def _read(language: str) -> Catalogue:
    """Read a catalogue of ours. What it does not know, or all where there is none, is said as the source says it.

    It is not installed in the application: Qt would ask it for Qt's own texts, and write %n in European digits.
    """
    translator = QTranslator()
    translator.load(f"{language}.qm", str(resources.path("languages")))
    return lambda text, meaning, n: _counted(translator.translate("", text, meaning or None, n) or text, n)


def _counted(said: str, n: int) -> str:
    return said if n < 0 else said.replace("%n", number(n))


def _accented(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(letter + _SIGNS.get(letter, "") for letter in text))


def _fill_in(value: object) -> str:
    """A number in the language's digits; words that run the other way so that they turn nothing beside them round."""
    if isinstance(value, int | float):
        return decimal(value, 2)
    words = str(value)
    sides = {unicodedata.bidirectional(letter) for letter in words}
    turned = {"L"} if QLocale().textDirection() is Qt.LayoutDirection.RightToLeft else {"R", "AL"}
    return f"{_ISOLATE}{words}{_END_ISOLATE}" if sides & turned else words
