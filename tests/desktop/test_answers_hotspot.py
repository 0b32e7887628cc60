"""Choosing places of a picture, one or several or in an order, by mouse, finger and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import TARGET, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_graphic_order import GraphicOrderAnswers
from kiosk.desktop.widgets.answers_hotspot import HotspotAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import Area, Hotspot, HotspotInteraction, Picture, Shape
from tests.desktop.hands import SPACE, keys
from tests.desktop.picture_samples import FOLDER, HOTSPOT, HOTSPOTS, ORDER, PLANT
from tests.desktop.pointing import Child

LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
FLOWER, LEAF, EARTH = (240, 60), (330, 240), (60, 400)


def hotspots(qtbot: QtBot, theme: Theme, interaction: HotspotInteraction = HOTSPOT) -> Child:
    return Child(HotspotAnswers(interaction, theme, Pictures(FOLDER, 820)), qtbot)


def order(qtbot: QtBot, theme: Theme) -> Child:
    return Child(GraphicOrderAnswers(ORDER, theme, Pictures(FOLDER, 820)), qtbot)


def descriptions(child: Child) -> list[str]:
    return [control.accessibleDescription() for control in child.answers.controls]


def words(child: Child) -> list[str]:
    return [label.text() for label in child.answers.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_press_chooses_the_place_under_it_and_another_chooses_anew(qtbot: QtBot, look: Theme) -> None:
    child = hotspots(qtbot, look)
    child.tap(*FLOWER)
    child.tap_by_finger(*LEAF)
    child.tap(*LEAF)
    assert child.said == [("flower",), ("leaf",), ()]


def test_a_press_beside_every_place_says_nothing(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    child.tap(*EARTH)
    assert child.said == []


def test_a_press_a_finger_away_from_a_tiny_place_means_it(qtbot: QtBot, theme: Theme) -> None:
    dots = tuple(Hotspot(name, Area(Shape.CIRCLE, (x, 200, 2))) for name, x in (("a", 100), ("b", 160)))
    child = hotspots(qtbot, theme, HotspotInteraction("R", PLANT, dots))
    child.tap(115, 210)
    child.tap(140, 200)
    child.tap(200, 200)
    assert child.said == [("a",), ("b",)]
    assert all(min(control.width(), control.height()) >= TARGET for control in child.answers.controls)


def test_a_second_tap_of_a_double_click_does_not_take_the_choice_back(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    QTest.mouseDClick(child.stage.window().windowHandle(), Qt.MouseButton.LeftButton, pos=child.at(FLOWER))
    assert child.said == [("flower",)]


def test_a_press_that_is_pulled_away_is_none(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    child.pull(FLOWER, LEAF)
    assert child.said == []


def test_no_more_than_the_most_are_chosen_and_it_is_said_how_to_go_on(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme, HOTSPOTS)
    assert "Choose up to 2." in words(child)
    child.tap(*FLOWER)
    child.tap(*LEAF)
    child.tap(240, 380)
    assert child.said == [("flower",), ("flower", "leaf")]
    assert "That is all you can choose. Press one again to take it back." in words(child)


def test_arrows_go_as_the_places_lie_and_space_chooses(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    child.answers.controls[0].setFocus()
    keys(child.answers, DOWN)
    assert child.focused == "Stem"
    keys(child.answers, RIGHT, SPACE)
    assert child.focused == "Right leaf"
    keys(child.answers, Qt.Key.Key_Backspace)
    keys(child.answers, Qt.Key.Key_Backspace)
    assert child.said == [("leaf",), ()]
    keys(child.answers, RIGHT, UP, UP, SPACE)
    assert child.said[-1] == ("flower",)


def test_a_screen_reader_hears_each_place_with_its_state_and_may_press_it(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    child.show(AnswerView(("leaf",)))
    flower, leaf = child.answers.controls[:2]
    told = QAccessible.queryAccessibleInterface(leaf)
    assert told.text(QAccessible.Text.Name) == "Right leaf"
    assert told.state().checked
    assert leaf.accessibleDescription() == "Chosen"
    QAccessible.queryAccessibleInterface(flower).actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: child.said == [("flower",)])


def test_settled_places_say_in_words_what_was_right_and_stay(qtbot: QtBot, look: Theme) -> None:
    child = hotspots(qtbot, look, HOTSPOTS)
    child.show(AnswerView(("leaf", "stem"), settled=True, correct=False, right=("leaf", "other")))
    assert descriptions(child) == ["", "Right", "The right answer", "Not this one", ""]
    assert words(child) == ["Right", "The right answer", "Not this one"]
    child.tap(*FLOWER)
    assert child.said == []


def test_a_wrong_single_choice_is_marked_before_it_is_settled(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    child.show(AnswerView(("stem",), correct=False))
    assert descriptions(child) == ["", "", "", "Not this one", ""]


def test_a_picture_that_is_missing_leaves_its_places_to_be_pressed(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme, HotspotInteraction("R", Picture("gone.svg", 480, 440), HOTSPOT.hotspots))
    child.tap(*FLOWER)
    assert child.said == [("flower",)]


def test_a_picture_whose_size_the_item_does_not_tell_has_its_own(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme, HotspotInteraction("R", Picture("plant.svg", 0, 0), HOTSPOT.hotspots))
    assert child.stage.picture_size == pytest.approx((480, 440))
    child.tap(*FLOWER)
    assert child.said == [("flower",)]


def test_a_picture_is_made_smaller_where_there_is_little_room_and_is_pressed_in_its_own_pixels(
    qtbot: QtBot, theme: Theme
) -> None:
    child = hotspots(qtbot, theme)
    child.answers.resize(240, 600)
    assert child.stage.scale == 0.5
    assert child.stage.to_picture(child.stage.to_screen((100, 100))) == pytest.approx((100, 100))
    child.tap(*LEAF)
    assert child.said == [("leaf",)]


def test_the_mouse_shows_which_place_it_would_choose(qtbot: QtBot, theme: Theme) -> None:
    child = hotspots(qtbot, theme)
    window = child.stage.window().windowHandle()
    QTest.mouseMove(window, child.at(FLOWER))
    qtbot.waitUntil(lambda: child.stage.cursor().shape() is Qt.CursorShape.PointingHandCursor)
    QTest.mouseMove(window, child.at(EARTH) + QPoint(0, 1))
    qtbot.waitUntil(lambda: child.stage.cursor().shape() is Qt.CursorShape.ArrowCursor)


def test_each_press_gives_the_next_number_and_later_ones_move_up(qtbot: QtBot, look: Theme) -> None:
    child = order(qtbot, look)
    child.tap(400, 206)
    assert "Choose which is number 2." in words(child)
    child.tap(100, 150)
    child.tap(246, 86)
    assert descriptions(child) == ["number 2", "number 3", "number 1", ""]
    child.tap(400, 206)
    assert child.said[-1] == ("pink", "blue")
    assert descriptions(child) == ["number 1", "number 2", "", ""]


def test_a_settled_order_tells_each_right_number(qtbot: QtBot, theme: Theme) -> None:
    child = order(qtbot, theme)
    right = ("yellow", "green", "pink", "blue")
    child.show(AnswerView(("yellow", "pink", "green"), settled=True, correct=False, right=right))
    assert descriptions(child) == [
        "Not in this place: number 2. The right answer: number 3",
        "The right answer: number 4",
        "Right: number 1",
        "Not in this place: number 3. The right answer: number 2",
    ]
