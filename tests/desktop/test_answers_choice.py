"""Choosing among answers: how many, by mouse and keys."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_choice import ChoiceAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import Choice, ChoiceInteraction, Response
from tests.desktop.answering import answer
from tests.desktop.hands import control, press, words

FIVE = tuple(Choice(name, f"<p>{name}</p>") for name in ("ant", "bee", "cow", "dog", "eel"))


def made(
    qtbot: QtBot, choice: ChoiceInteraction, view: AnswerView | None = None
) -> tuple[ChoiceAnswers, list[Response]]:
    return answer(qtbot, ChoiceAnswers(choice, Theme(), Pictures(Path(), 800)), view)


def test_it_says_how_many_are_wanted_and_takes_no_more(qtbot: QtBot, look: Theme) -> None:
    del look
    answers, said = made(qtbot, ChoiceInteraction("R", FIVE, max_choices=3, min_choices=2))
    assert words(answers)[0] == "Choose 2 or 3."
    for name in ("a: ant", "c: cow", "e: eel", "d: dog"):
        press(answers, name)
    assert said == [("ant",), ("ant", "cow"), ("ant", "cow", "eel")]
    assert not control(answers, "d: dog").isChecked()
    assert words(answers)[0] == "Choose 2 or 3. Press one again to take it back first."
    press(answers, "a: ant")
    assert said[-1] == ("cow", "eel")
    assert words(answers)[0] == "Choose 2 or 3."


@pytest.mark.usefixtures("theme")
def test_of_one_nothing_is_said_and_another_takes_its_place(qtbot: QtBot) -> None:
    answers, said = made(qtbot, ChoiceInteraction("R", FIVE))
    assert "Choose one or more." not in words(answers)
    press(answers, "a: ant")
    press(answers, "b: bee")
    assert said == [("ant",), ("bee",)]


@pytest.mark.usefixtures("theme")
def test_after_the_letters_of_the_alphabet_there_are_more(qtbot: QtBot) -> None:
    many = tuple(Choice(f"n{number}", f"<p>{number}</p>") for number in range(30))
    answers, said = made(qtbot, ChoiceInteraction("R", many, max_choices=0))
    press(answers, "ad: 29")
    assert answers.choose_by_key("z")
    assert answers.choose_by_key("1")
    assert said[-1] == ("n0", "n25", "n29")
    assert not answers.choose_by_key("")


@pytest.mark.usefixtures("theme")
def test_short_answers_stand_beside_one_another_where_that_is_asked_for(qtbot: QtBot) -> None:
    def rows(*, horizontal: bool) -> int:
        answers, _ = made(qtbot, ChoiceInteraction("R", FIVE, horizontal=horizontal))
        return len({tile.y() for tile in answers.findChildren(QAbstractButton)})

    assert rows(horizontal=True) == 1
    assert rows(horizontal=False) == 3
