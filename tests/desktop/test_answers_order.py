"""Putting rows in order by mouse, finger and keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.order_row import OrderRow
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.lessons.interactions import Response
from kiosk.lessons.model import RESPONSE
from tests.desktop.hands import finger_drag, finger_tap, keys, middle, mouse_drag
from tests.desktop.samples import LAMP, asked
from tests.desktop.screens import settle

SPACE, UP, DOWN, TAB = Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab
ESCAPE = Qt.Key.Key_Escape


@pytest.fixture
def card(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[QuestionCard]:
    card = QuestionCard(asked(LAMP), look, Pictures(tmp_path, 800))
    qtbot.addWidget(card)
    card.resize(QSize(1000, 1400))
    card.show()
    card.activateWindow()
    settle()
    yield card
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def said(card: QuestionCard) -> list[Response]:
    """Every response the card told, as a session would save it."""
    told: list[Response] = []
    card.responded.connect(lambda responses: told.append(responses[RESPONSE]))
    return told


def row(card: QuestionCard, place: int) -> OrderRow:
    found = card.controls[place - 1]
    assert isinstance(found, OrderRow)
    return found


def names(card: QuestionCard) -> list[str]:
    return [control.accessibleName() for control in card.controls]


def button(card: QuestionCard, name: str) -> QAbstractButton:
    [found] = [one for one in card.findChildren(QAbstractButton) if one.isVisible() and one.accessibleName() == name]
    return found


def below(row: OrderRow) -> QPoint:
    return middle(row) + QPoint(0, row.height() // 2 - 2)


def test_the_rows_say_their_place_and_what_they_are(card: QuestionCard) -> None:
    assert names(card)[:2] == ["1 of 4: The keeper lights it again.", "2 of 4: The storm comes."]


def test_a_button_moves_its_row_and_the_ends_have_none_to_go_beyond(card: QuestionCard, said: list[Response]) -> None:
    up = button(card, "Move up: The storm comes.")
    QTest.mouseClick(up, Qt.MouseButton.LeftButton)
    assert said == [("a", "c", "d", "b")]
    assert names(card)[0] == "1 of 4: The storm comes."
    assert not up.isEnabled()
    QTest.mouseClick(button(card, "Move down: The storm comes."), Qt.MouseButton.LeftButton)
    assert said[-1] == ("c", "a", "d", "b")


def test_a_row_dragged_by_the_mouse_lands_in_the_gap(card: QuestionCard, said: list[Response]) -> None:
    dragged = row(card, 1)
    third = middle(row(card, 3))
    mouse_drag(dragged, middle(dragged) + QPoint(0, 12), third, drop=False)
    assert dragged.accessibleName() == "3 of 4: The keeper lights it again., picked up"
    assert row(card, 4).y() - row(card, 2).geometry().bottom() > dragged.height()
    assert said == []
    QTest.mouseRelease(card.windowHandle(), Qt.MouseButton.LeftButton, pos=third)
    assert said == [("a", "d", "c", "b")]
    assert row(card, 3) is dragged
    assert dragged.y() > row(card, 2).geometry().bottom()


def test_a_row_is_dragged_by_a_finger(card: QuestionCard, said: list[Response]) -> None:
    dragged = row(card, 4)
    finger_drag(dragged, middle(dragged) - QPoint(0, 12), middle(row(card, 2)) - QPoint(0, 10))
    assert said == [("c", "b", "a", "d")]


def test_two_taps_do_what_a_drag_does(card: QuestionCard, said: list[Response]) -> None:
    finger_tap(row(card, 1))
    assert names(card)[0].endswith("picked up")
    assert said == []
    finger_tap(row(card, 4))
    assert said == [("a", "d", "b", "c")]
    assert not any(name.endswith("picked up") for name in names(card))


def test_arrows_go_from_row_to_row_until_one_is_picked_up_and_then_move_it(
    card: QuestionCard, said: list[Response]
) -> None:
    row(card, 1).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, DOWN)
    storm = row(card, 2)
    assert storm.hasFocus()
    keys(card, SPACE, UP)
    assert storm.hasFocus()
    assert names(card)[0] == "1 of 4: The storm comes., picked up"
    assert said == [("a", "c", "d", "b")]
    keys(card, UP, SPACE)
    assert names(card)[0] == "1 of 4: The storm comes."
    assert said[-1] == ("a", "c", "d", "b")


def test_escape_puts_a_row_back_where_it_was(card: QuestionCard, said: list[Response]) -> None:
    row(card, 1).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, SPACE, DOWN, DOWN, ESCAPE)
    assert said[-1] == ("c", "a", "d", "b")
    assert names(card)[0] == "1 of 4: The keeper lights it again."


def test_escape_ends_a_drag(card: QuestionCard, said: list[Response]) -> None:
    dragged = row(card, 1)
    dragged.setFocus()
    mouse_drag(dragged, middle(dragged) + QPoint(0, 12), middle(row(card, 3)), drop=False)
    keys(card, ESCAPE)
    QTest.mouseRelease(card.windowHandle(), Qt.MouseButton.LeftButton, pos=middle(row(card, 4)))
    settle()
    assert set(said) == {("c", "a", "d", "b")}
    assert dragged.y() == 0


def test_tab_puts_a_row_down_and_goes_through_the_rows_as_they_stand(card: QuestionCard, said: list[Response]) -> None:
    row(card, 1).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, SPACE, DOWN, TAB)
    assert said[-1] == ("a", "c", "d", "b")
    assert row(card, 3).hasFocus()
    assert not any(name.endswith("picked up") for name in names(card))


def test_a_row_put_down_where_it_was_is_an_answer_too(card: QuestionCard, said: list[Response]) -> None:
    row(card, 1).setFocus(Qt.FocusReason.TabFocusReason)
    keys(card, SPACE, SPACE)
    assert said == [("c", "a", "d", "b")]


def test_a_wrong_try_marks_every_row_in_words(card: QuestionCard) -> None:
    parts = {"a": True, "c": False, "b": False, "d": True}
    beside = {"b": "<p>What was it that put the lamp out?</p>"}
    view = asked(LAMP, ("a", "c", "b", "d"), 1, correct=False, choice_feedback=beside, parts_right=parts)
    card.show_view(view)
    assert [control.accessibleDescription() for control in card.controls] == [
        "Right",
        "Not in this place",
        "Not in this place. What was it that put the lamp out?",
        "Right",
    ]


def test_a_settled_order_stays_and_has_the_right_one_beside_it(card: QuestionCard, said: list[Response]) -> None:
    parts = {"a": True, "c": False, "b": False, "d": True}
    settled = asked(
        LAMP, ("a", "c", "b", "d"), 2, settled=True, correct=False, parts_right=parts, right=("a", "b", "c", "d")
    )
    card.show_view(settled)
    settle()
    rows = [one.accessibleName() for one in card.findChildren(OrderRow) if one.isVisible()]
    assert len(rows) == 8
    assert [name for name in rows if name.startswith("2 of 4")] == [
        "2 of 4: The keeper lights it again.",
        "2 of 4: The lamp goes out.",
    ]
    mouse_drag(row(card, 1), middle(row(card, 1)) + QPoint(0, 20), below(row(card, 3)))
    row(card, 1).setFocus()
    keys(card, SPACE, DOWN, SPACE)
    assert said == []
    right = ("a", "b", "c", "d")
    all_right = dict.fromkeys("abcd", True)
    card.show_view(asked(LAMP, right, 1, settled=True, correct=True, parts_right=all_right, right=right))
    assert len([one for one in card.findChildren(OrderRow) if one.isVisible()]) == 4


def test_where_one_reads_from_the_right_the_grip_is_on_the_right(card: QuestionCard) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    up = button(card, "Move up: The storm comes.")
    assert up.mapTo(card, QPoint()).x() < card.width() // 2
