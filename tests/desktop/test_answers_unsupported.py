"""A task that this program cannot run."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers_unsupported import UnsupportedAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.lessons.interactions import UnsupportedInteraction
from tests.desktop.answering import answer
from tests.desktop.hands import words


@pytest.mark.usefixtures("theme")
def test_it_shows_its_words_and_says_plainly_that_it_does_not_count(qtbot: QtBot) -> None:
    globe = UnsupportedInteraction("R", "a portable custom interaction", "<p>Turn the globe.</p>")
    answers, _ = answer(qtbot, UnsupportedAnswers(globe, Theme(), Pictures(Path(), 800)))
    assert [text.accessibleName() for text in answers.findChildren(RichText)] == ["Turn the globe."]
    sentence = "This task needs a portable custom interaction, which this program does not have. It does not count."
    assert sentence in words(answers)
    assert answers.controls == ()
