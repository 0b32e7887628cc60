"""Putting choices of one set together, by mouse, finger and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_associate import AssociateAnswers
from kiosk.desktop.widgets.pair_card import PairCard
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import AssociateInteraction, Choice, Response
from tests.desktop.answering import answer
from tests.desktop.hands import control, finger_drag, finger_tap, keys, middle, mouse_drag, press, words

NAMES = tuple(Choice(name, f"<p>{name}</p>") for name in ("ant", "bee", "cow", "dog"))
PAIRS = AssociateInteraction("R", NAMES, max_associations=2)


def made(
    qtbot: QtBot, view: AnswerView | None = None, associate: AssociateInteraction = PAIRS
) -> tuple[AssociateAnswers, list[Response]]:
    return answer(qtbot, AssociateAnswers(associate, Theme(), Pictures(Path(), 800)), view)


def cards(answers: AssociateAnswers) -> list[str]:
    return [card.accessibleName() for card in answers.findChildren(PairCard) if card.isVisible()]


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_one_tap_and_another_make_a_pair(qtbot: QtBot, look: Theme) -> None:
    del look
    answers, said = made(qtbot)
    assert words(answers)[0] == "Tap two that belong together, or drag one onto the other. Make up to 2 pairs."
    press(answers, "a: ant")
    assert "Now choose what goes with it." in words(answers)
    finger_tap(control(answers, "c: cow"))
    assert said == [("ant cow",)]
    assert cards(answers) == ["ant and cow are a pair"]
    assert not control(answers, "a: ant").isEnabled()


@pytest.mark.usefixtures("theme")
def test_one_is_dragged_onto_the_other(qtbot: QtBot) -> None:
    answers, said = made(qtbot)
    bee, dog = control(answers, "b: bee"), control(answers, "d: dog")
    mouse_drag(bee, middle(bee) + QPoint(0, 20), middle(dog))
    assert said == [("bee dog",)]
    ant, cow = control(answers, "a: ant"), control(answers, "c: cow")
    finger_drag(cow, middle(cow) + QPoint(0, 20), middle(ant))
    assert said[-1] == ("bee dog", "cow ant")


@pytest.mark.usefixtures("theme")
def test_what_is_let_go_beside_the_others_is_no_pair(qtbot: QtBot) -> None:
    answers, said = made(qtbot)
    bee = control(answers, "b: bee")
    mouse_drag(bee, middle(bee) + QPoint(0, 20), QPoint(5, 5))
    assert said == []
    assert not bee.isChecked()


@pytest.mark.usefixtures("theme")
def test_a_pair_is_taken_apart(qtbot: QtBot) -> None:
    answers, said = made(qtbot, AnswerView(("ant bee", "cow dog")))
    press(answers, "Take apart ant and bee")
    assert said == [("cow dog",)]
    assert control(answers, "a: ant").isEnabled()


@pytest.mark.usefixtures("theme")
def test_keys_choose_go_along_and_let_go(qtbot: QtBot) -> None:
    answers, said = made(qtbot)
    control(answers, "a: ant").setFocus(Qt.FocusReason.TabFocusReason)
    keys(answers, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert not control(answers, "a: ant").isChecked()
    keys(answers, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert said == [("ant bee",)]
    assert focused() == "c: cow"


@pytest.mark.usefixtures("theme")
def test_letters_name_the_two(qtbot: QtBot) -> None:
    answers, said = made(qtbot)
    assert answers.choose_by_key("d")
    assert answers.choose_by_key("B")
    assert said == [("dog bee",)]
    assert not answers.choose_by_key("z")
    assert not answers.choose_by_key("")


@pytest.mark.usefixtures("theme")
def test_what_cannot_be_a_pair_is_told_why(qtbot: QtBot) -> None:
    often = tuple(Choice(name, name, match_max=0) for name in ("ant", "bee", "cow"))
    answers, said = made(qtbot, AnswerView(("ant bee",)), AssociateInteraction("R", often, max_associations=2))
    press(answers, "b: bee")
    press(answers, "a: ant")
    assert said == []
    assert words(answers)[0] == "These two are a pair already."


@pytest.mark.usefixtures("theme")
def test_a_settled_answer_tells_every_pair_and_those_that_were_forgotten(qtbot: QtBot) -> None:
    view = AnswerView(("bee ant", "cow dog"), settled=True, correct=False, right=("ant bee", "cow ant"))
    answers, said = made(qtbot, view)
    assert cards(answers) == ["bee and ant. Right", "cow and dog. Not this one", "cow and ant. The right answer"]
    assert not answers.choose_by_key("a")
    assert not any(one.isVisible() for one in answers.controls)
    assert said == []
