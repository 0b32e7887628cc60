"""No text outside the catalogue: every screen in the pseudo-language, where what is in no catalogue stands unmarked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.languages import NAMES as LANGUAGES
from kiosk.desktop.languages import PSEUDO, Languages
from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.rich_text import plain_text
from tests.desktop import picture_samples, samples, teacher_samples
from tests.desktop.screens import NAMES, SIZES, make

KIOSK = Path(__file__).parents[2] / "kiosk"
_WORD = re.compile(r"[^\W\d_]{2,}")
_TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module", autouse=True)
def _pseudo(qapp: QApplication) -> Iterator[None]:
    languages = Languages(qapp)
    languages.speak(PSEUDO)
    yield
    languages.speak("en")


@pytest.mark.parametrize("name", NAMES)
def test_every_word_on_a_screen_comes_from_the_catalogue_or_is_content(name: str, theme: Theme, qtbot: QtBot) -> None:
    page = make(name, theme, SIZES[1])
    qtbot.addWidget(page)
    found = [
        f"{path(widget)}: {what} {text!r}"
        for widget in (page, *page.findChildren(QWidget))
        for what, text in texts(widget)
        if _WORD.search(without_content(outside(text)))
    ]
    assert not found, "\n".join(found)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What a widget says to the eye and to a screen reader, and how."""
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "tooltip", widget.toolTip()
    match widget:
        case QLabel() | QAbstractButton():
            yield "text", _TAG.sub("", widget.text())
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            yield "placeholder", widget.placeholderText()
        case _:
            pass


def outside(text: str) -> str:
    """What stands in no brackets of the pseudo-language; they may be nested."""
    depth, left = 0, ""
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        left += letter if depth == 0 else " "
    return left


def without_content(text: str) -> str:
    """What is left without the names, lessons and answers that the screens are shown with."""
    for content in CONTENT:
        text = text.replace(content, " ")
    return text


def path(widget: QWidget) -> str:
    """The widget in its parents, the page first."""
    above = widget.parentWidget()
    return f"{path(above)}/{type(widget).__name__}" if above is not None else type(widget).__name__


def strings(value: object) -> Iterator[str]:
    """Every text in a value of the samples."""
    if isinstance(value, str):
        yield value
        yield plain_text(value)
        yield from map(unescape, _TAG.split(value))
    elif isinstance(value, Path):
        yield value.name
    elif isinstance(value, Mapping):
        yield from (text for part in (*value.keys(), *value.values()) for text in strings(part))
    elif isinstance(value, tuple | list):
        yield from (text for part in value for text in strings(part))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in strings(getattr(value, field.name)))


SIGNS = {"Aa", "abc", "áñü", "ABCD-EFGH", "https://", *LANGUAGES.values()}
"""Letters that stand for letters, examples, and what the languages call themselves."""

HANDED_IN = {
    "That is not it. Try again.",
    "This code is wrong, used or too old; ask your teacher for a new one.",
    "The server at school.example does not know this token; ask for a new one.",
    "Adding fractions, 10:02: 14 min and the answers are Chidi's now.",
    "Sent already in Ana's name, to be put right in Timeback: 8 min and the result.",
    "Loops, 11:15: Chidi was learning at the same time, so this stays as it is.",
    "A copy of Gus's work is in /media/stick/Gus-2026-01-16.",
    "Open “Adding fractions with unlike denominators” for Ana?",
    "“The lighthouse keeper” is kept. Chidi can go on with it later.",
}
"""What `screens.py` hands to a page, in the place of what the program would."""

CONTENT = sorted(
    SIGNS
    | HANDED_IN
    | {
        text.strip()
        for module in (samples, picture_samples, teacher_samples)
        for value in vars(module).values()
        for text in strings(value)
        if _WORD.search(text)
    },
    key=len,
    reverse=True,
)
