"""Matching by mouse, finger and keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView, QuestionView
from kiosk.desktop.widgets.answers_match import MatchAnswers
from kiosk.desktop.widgets.match_row import MatchRow
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.lessons.interactions import Choice, MatchInteraction, Response
from kiosk.lessons.item import interactions
from kiosk.lessons.model import RESPONSE
from tests.desktop import hands
from tests.desktop.answering import answer
from tests.desktop.hands import finger_drag, finger_tap, keys, middle, mouse_drag, press
from tests.desktop.samples import HOMES, asked
from tests.desktop.screens import settle

SPACE, DOWN, TAB = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Tab
ESCAPE, BACKSPACE = Qt.Key.Key_Escape, Qt.Key.Key_Backspace
BEE, BIRD = "1: bee, nothing yet", "2: bird, nothing yet"
NEST, HIVE = "a: nest", "d: hive"


@pytest.fixture
def card(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[QuestionCard]:
    yield made(qtbot, look, tmp_path, asked(HOMES))
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def made(qtbot: QtBot, theme: Theme, folder: Path, view: QuestionView) -> QuestionCard:
    card = QuestionCard(view, theme, Pictures(folder, 800))
    qtbot.addWidget(card)
    card.resize(QSize(1000, 1900))
    card.show()
    card.activateWindow()
    settle()
    return card


@pytest.fixture
def said(card: QuestionCard) -> list[Response]:
    """Every response the card told, as a session would save it."""
    told: list[Response] = []
    card.responded.connect(lambda responses: told.append(responses[RESPONSE]))
    return told


def tile(card: QuestionCard, name: str) -> QAbstractButton:
    [found] = [one for one in card.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == name]
    return found


def tap(card: QuestionCard, name: str) -> None:
    QTest.mouseClick(card.windowHandle(), Qt.MouseButton.LeftButton, pos=middle(tile(card, name)))
    settle()


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def words(card: QuestionCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_a_source_and_then_a_target_are_a_pair(card: QuestionCard, said: list[Response]) -> None:
    tap(card, BEE)
    assert tile(card, BEE).isChecked()
    assert "Now choose what goes with it." in words(card)
    tap(card, HIVE)
    assert said == [("s1 t1",)]
    assert tile(card, "1: bee, with d: hive").isVisible()
    assert not tile(card, HIVE).isEnabled()


def test_a_target_and_then_a_source_are_a_pair_too(card: QuestionCard, said: list[Response]) -> None:
    tap(card, NEST)
    assert "Now choose where it goes." in words(card)
    tap(card, "Nothing yet for 2: bird")
    assert said == [("s2 t2",)]


def test_what_was_chosen_is_let_go_by_a_second_tap(card: QuestionCard, said: list[Response]) -> None:
    tap(card, BEE)
    tap(card, BEE)
    tap(card, HIVE)
    assert said == []
    assert tile(card, HIVE).isChecked()


def test_a_tap_on_a_filled_slot_takes_its_target_out(card: QuestionCard, said: list[Response]) -> None:
    card.show_view(asked(HOMES, ("s1 t1", "s2 t2", "s3 t3", "s4 t4")))
    assert "All have one. Tap an answer to take it out again." in words(card)
    tap(card, "Take out hive")
    assert said == [("s2 t2", "s3 t3", "s4 t4")]
    assert "Tap two that belong together, or drag them." in words(card)
    assert tile(card, HIVE).isEnabled()


def test_a_target_is_dragged_to_a_source_by_the_mouse(card: QuestionCard, said: list[Response]) -> None:
    dragged, bee = tile(card, HIVE), middle(tile(card, BEE))
    mouse_drag(dragged, middle(dragged) - QPoint(0, 20), bee, drop=False)
    [picture] = [label for label in card.findChildren(QLabel) if label.isVisible() and not label.pixmap().isNull()]
    assert picture.geometry().contains(bee)
    QTest.mouseRelease(card.windowHandle(), Qt.MouseButton.LeftButton, pos=bee)
    assert said == [("s1 t1",)]
    settle()
    assert [label for label in card.findChildren(QLabel) if not label.pixmap().isNull()] == []


def test_a_target_is_dragged_to_a_slot_by_a_finger(card: QuestionCard, said: list[Response]) -> None:
    dragged, slot = tile(card, NEST), middle(tile(card, "Nothing yet for 2: bird"))
    finger_drag(dragged, middle(dragged) - QPoint(0, 20), slot)
    assert said == [("s2 t2",)]


def test_fingers_tap(card: QuestionCard, said: list[Response]) -> None:
    finger_tap(tile(card, BEE))
    finger_tap(tile(card, HIVE))
    assert said == [("s1 t1",)]


def test_a_target_let_go_beside_every_source_stays_where_it_was(card: QuestionCard, said: list[Response]) -> None:
    dragged = tile(card, HIVE)
    mouse_drag(dragged, middle(dragged) + QPoint(0, 20), QPoint(5, 5))
    assert said == []
    assert not dragged.isChecked()


def test_what_is_in_a_slot_is_dragged_to_another_or_out(card: QuestionCard, said: list[Response]) -> None:
    card.show_view(asked(HOMES, ("s1 t1",)))
    settle()
    slot = tile(card, "Take out hive")
    mouse_drag(slot, middle(slot) + QPoint(0, 20), middle(tile(card, BIRD)))
    assert said == [("s2 t1",)]
    slot = tile(card, "Take out hive")
    mouse_drag(slot, middle(slot) + QPoint(0, 20), QPoint(5, 5))
    assert said[-1] == ()


def test_space_chooses_a_source_and_then_its_target_and_goes_on_to_the_next(
    card: QuestionCard, said: list[Response]
) -> None:
    tile(card, BEE).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, DOWN)
    assert focused() == BIRD
    keys(card, SPACE)
    assert focused() == NEST
    keys(card, DOWN, DOWN, DOWN)
    assert focused() == HIVE
    keys(card, SPACE)
    assert said == [("s2 t1",)]
    assert focused() == BEE


def test_escape_goes_back_to_the_source_without_a_pair(card: QuestionCard, said: list[Response]) -> None:
    tile(card, BIRD).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, SPACE, ESCAPE)
    assert focused() == BIRD
    assert not tile(card, BIRD).isChecked()
    assert said == []


def test_a_letter_gives_the_source_in_focus_its_target(card: QuestionCard, said: list[Response]) -> None:
    tile(card, BIRD).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, Qt.Key.Key_A)
    keys(card, Qt.Key.Key_3, Qt.Key.Key_E)
    assert card.choose_by_key("d")
    assert said == [("s2 t2",), ("s2 t2", "s3 t3"), ("s1 t1", "s2 t2", "s3 t3")]
    assert not card.choose_by_key("z")
    assert not card.choose_by_key("")


def test_a_letter_takes_a_target_from_the_source_that_had_it(card: QuestionCard, said: list[Response]) -> None:
    card.show_view(asked(HOMES, ("s1 t1",)))
    tile(card, BIRD).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, Qt.Key.Key_D)
    assert said == [("s2 t1",)]


def test_backspace_takes_a_target_out(card: QuestionCard, said: list[Response]) -> None:
    card.show_view(asked(HOMES, ("s1 t1",)))
    tile(card, "1: bee, with d: hive").setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, BACKSPACE)
    assert said == [()]


def test_a_target_that_may_serve_several_stays_to_be_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    [pairs] = interactions(HOMES.item)
    assert isinstance(pairs, MatchInteraction)
    serving_all = replace(pairs, targets=tuple(replace(target, match_max=0) for target in pairs.targets))
    shared = replace(HOMES, item=replace(HOMES.item, blocks=(serving_all,)))
    card = made(qtbot, Theme(), tmp_path, asked(shared, ("s1 t1",)))
    tap(card, HIVE)
    tap(card, BIRD)
    assert card.view.responses[RESPONSE] == ("s1 t1", "s2 t1")


def test_a_wrong_try_marks_every_pair_in_words_and_keeps_its_feedback_beside_it(card: QuestionCard) -> None:
    parts = {"s1": False, "s2": True}
    view = asked(HOMES, ("s1 t2", "s2 t1"), 1, choice_feedback={"s1": "<p>Wax!</p>"}, parts_right=parts)
    card.show_view(view)
    assert tile(card, "1: bee, with a: nest").accessibleDescription() == "Not this one. Wax!"
    assert tile(card, "2: bird, with d: hive").accessibleDescription() == "Right"


def test_a_settled_match_stays_and_tells_the_right_target_beside_a_wrong_one(
    card: QuestionCard, said: list[Response]
) -> None:
    response = ("s1 t2", "s2 t1", "s3 t3", "s4 t4")
    parts = {"s1": False, "s2": False, "s3": True, "s4": True}
    right = ("s1 t1", "s2 t2", "s3 t3", "s4 t4")
    card.show_view(asked(HOMES, response, 2, settled=True, correct=False, parts_right=parts, right=right))
    settle()
    assert tile(card, "1: bee, with a: nest").accessibleDescription() == "Not this one. The right answer: hive"
    assert tile(card, "The right answer: hive").isVisible()
    assert tile(card, "3: spider, with e: web").accessibleDescription() == "Right"
    tap(card, "nest")
    tap(card, "1: bee, with a: nest")
    keys(card, BACKSPACE)
    assert not card.choose_by_key("d")
    assert not tile(card, "1: bee, with a: nest").isChecked()
    assert said == []


def test_where_one_reads_from_the_right_the_sources_are_on_the_right(card: QuestionCard, look: Theme) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    row = card.findChildren(MatchRow)[0]
    assert row.source.mapTo(row, QPoint()).x() > row.slot.mapTo(row, QPoint()).x()
    if look.text_scale == 1.0:
        assert row.mapTo(card, QPoint()).x() > tile(card, NEST).mapTo(card, QPoint()).x()


@pytest.mark.usefixtures("theme")
def test_more_pairs_than_are_allowed_are_not_made_and_it_says_so(qtbot: QtBot) -> None:
    sources, targets = (tuple(Choice(f"{side}{n}", f"<p>{side}{n}</p>") for n in range(30)) for side in "st")
    few = MatchInteraction("R", sources, targets, max_associations=1)
    answers, said = answer(qtbot, MatchAnswers(few, Theme(), Pictures(Path(), 800)), AnswerView(("s0 t0",)))
    assert "Tap two that belong together, or drag them. Make one pair." in hands.words(answers)
    press(answers, "2: s1, nothing yet")
    press(answers, "ad: t29")
    assert said == []
    assert "Only one pair. Take it apart first." in hands.words(answers)
