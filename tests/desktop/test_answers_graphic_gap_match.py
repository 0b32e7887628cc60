"""Putting words and pictures on places of a picture, by mouse, finger and keys."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_graphic_gap_match import GraphicGapMatchAnswers
from kiosk.desktop.widgets.pictures import Pictures
from tests.desktop.hands import SPACE, control, finger_drag, keys, middle, mouse_drag, press
from tests.desktop.picture_samples import FOLDER, GAP_MATCH, PICTURE_GAPS
from tests.desktop.pointing import Child
from tests.desktop.screens import settle

MOUNTAIN, HOUSE, LIGHTHOUSE = (290, 220), (212, 324), (500, 174)


def child_at(qtbot: QtBot, theme: Theme) -> Child:
    return Child(GraphicGapMatchAnswers(GAP_MATCH, theme, Pictures(FOLDER, 820)), qtbot)


def names(child: Child) -> list[str]:
    return [one.accessibleName() for one in child.answers.controls]


def words(child: Child) -> list[str]:
    return [label.text() for label in child.answers.findChildren(QLabel) if label.isVisible() and label.text()]


def tile(child: Child, name: str) -> QAbstractButton:
    return control(child.answers, name)


def test_a_tile_and_then_a_place(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    press(child.answers, "a: mountain")
    assert "Now choose where it goes." in words(child)
    child.tap(*MOUNTAIN)
    assert child.said == [("mountain m",)]
    assert not tile(child, "a: mountain").isEnabled()
    assert child.answers.controls[0].accessibleDescription() == "Holds mountain"


def test_a_place_and_then_a_tile(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.tap_by_finger(*HOUSE)
    assert "Now choose what goes there." in words(child)
    press(child.answers, "c: house")
    assert child.said == [("house h",)]


def test_a_tile_is_dragged_to_its_place(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    dragged = tile(child, "d: lighthouse")
    mouse_drag(dragged, middle(dragged) - QPoint(0, 30), child.at(LIGHTHOUSE))
    assert child.said == [("lighthouse l",)]
    dragged = tile(child, "b: forest")
    finger_drag(dragged, middle(dragged) - QPoint(0, 30), child.at((40, 40)))
    assert child.said == [("lighthouse l",)]


def test_what_lies_on_the_picture_is_moved_and_dragged_off(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.show(AnswerView(("house m", "mountain h")))
    placed = tile(child, "Take out house, on: Under the mountain")
    mouse_drag(placed, middle(placed) + QPoint(0, 20), child.at(HOUSE))
    assert child.said == [("house h",)]
    placed = tile(child, "Take out house, on: Under the house")
    mouse_drag(placed, middle(placed) + QPoint(0, 30), child.at((40, 380)))
    assert child.said[-1] == ()


def test_a_press_on_what_lies_there_takes_it_out_or_exchanges_it(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    child.show(AnswerView(("mountain m",)))
    press(child.answers, "b: forest")
    press(child.answers, "Take out mountain, on: Under the mountain")
    press(child.answers, "Take out forest, on: Under the mountain")
    assert child.said == [("forest m",), ()]


def test_keys_put_and_take_out(qtbot: QtBot, theme: Theme) -> None:
    child = child_at(qtbot, theme)
    assert child.answers.choose_by_key("c")
    assert child.focused == "Under the mountain"
    keys(child.answers, Qt.Key.Key_Down, SPACE)
    assert child.said == [("house h",)]
    assert child.focused == "a: mountain"
    assert not child.answers.choose_by_key("z")
    child.answers.controls[2].setFocus()
    keys(child.answers, Qt.Key.Key_Backspace)
    assert child.said[-1] == ()
    child.answers.choose_by_key("a")
    keys(child.answers, Qt.Key.Key_Escape)
    child.tap(*MOUNTAIN)
    assert len(child.said) == 2


def test_settled_places_tell_what_belongs_there(qtbot: QtBot, look: Theme) -> None:
    child = child_at(qtbot, look)
    right = ("mountain m", "forest f", "house h", "lighthouse l")
    child.show(AnswerView(("mountain m", "house l"), settled=True, correct=False, right=right))
    told = {one.accessibleName(): one.accessibleDescription() for one in child.answers.controls[4:9]}
    assert told == {
        "mountain, on: Under the mountain": "Right",
        "house, on: Under the lighthouse": "Not in this place",
        "forest, on: Under the trees": "The right answer",
        "house, on: Under the house": "The right answer",
        "lighthouse, on: Under the lighthouse": "The right answer",
    }
    press(child.answers, "mountain, on: Under the mountain")
    assert child.said == []


def test_a_picture_lies_in_the_scale_of_the_one_under_it_and_may_be_there_twice(qtbot: QtBot, theme: Theme) -> None:
    child = Child(GraphicGapMatchAnswers(PICTURE_GAPS, theme, Pictures(FOLDER, 820)), qtbot)
    child.answers.resize(320, 900)
    press(child.answers, "a: a fish")
    child.tap(300, 200)
    fish = tile(child, "Take out a fish, on: In the water")
    settle()
    assert abs(fish.width() - 55) <= 1
    press(child.answers, "a: a fish")
    child.tap(560, 56)
    assert child.said == [("fish water",), ("fish water", "fish sky")]
    assert not tile(child, "a: a fish").isEnabled()
