"""Joining places of a picture by mouse, finger and keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_graphic_associate import GraphicAssociateAnswers
from kiosk.desktop.widgets.pictures import Pictures
from tests.desktop.hands import SPACE, keys, press
from tests.desktop.picture_samples import ASSOCIATE, FOLDER
from tests.desktop.pointing import Child

THIRD, HALF, ONE_HALF, ONE_THIRD = (110, 70), (110, 180), (450, 70), (450, 290)


def child_at(qtbot: QtBot, theme: Theme) -> Child:
    return Child(GraphicAssociateAnswers(ASSOCIATE, theme, Pictures(FOLDER, 820)), qtbot)


def names(child: Child) -> list[str]:
    return [control.accessibleName() for control in child.answers.controls]


def test_two_presses_join_and_two_more_part_again(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    child.tap(*HALF)
    child.tap_by_finger(*ONE_HALF)
    child.tap(*ONE_HALF)
    child.tap(*HALF)
    assert child.said == [("half f2",), ()]


def test_a_line_is_pulled_from_one_place_to_another(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    child.pull(HALF, (300, 120), ONE_HALF)
    child.pull(THIRD, (300, 200), (280, 320))
    child.pull(THIRD, (200, 70), THIRD)
    assert child.said == [("half f2",)]


def test_what_cannot_be_joined_is_said_to_be_so(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.show(AnswerView(("half f2",)))
    child.tap(*HALF)
    child.tap(*ONE_THIRD)
    assert child.said == []
    words = [label.text() for label in child.answers.findChildren(QLabel) if label.isVisible()]
    assert "One of these has all it can have. Take it out of a pair first." in words


def test_the_button_on_a_line_takes_it_away(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.show(AnswerView(("half f2", "third f3")))
    press(child.answers, "Take away the line between Circle with a half coloured and One half")
    assert child.said == [("third f3",)]
    assert names(child)[6:] == ["Take away the line between Circle with a third coloured and One third"]


def test_keys_join_let_go_and_part(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.answers.controls[0].setFocus()
    keys(child.answers, Qt.Key.Key_Down, SPACE)
    assert child.focused == "Circle with a half coloured"
    keys(child.answers, Qt.Key.Key_Escape, SPACE, Qt.Key.Key_Right, Qt.Key.Key_Up, SPACE)
    assert child.said == [("half f2",)]
    assert child.answers.controls[1].accessibleDescription() == "Joined with One half"
    keys(child.answers, Qt.Key.Key_Delete)
    assert child.said[-1] == ()


def test_settled_lines_say_what_was_right_and_what_was_missed(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    right = ("f3 third", "half f2", "quarter f4")
    child.show(AnswerView(("third f3", "half f4"), settled=True, correct=False, right=right))
    assert names(child)[6:] == [
        "Circle with a third coloured and One third: Right",
        "Circle with a half coloured and One quarter: Not this one",
        "Circle with a half coloured and One half: The right answer",
        "Circle with a quarter coloured and One quarter: The right answer",
    ]
    child.tap(*HALF)
    child.tap(*ONE_THIRD)
    assert child.said == []
