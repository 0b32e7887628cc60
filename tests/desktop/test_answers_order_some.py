"""Some of the choices put in order, and orders in a line."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_order import OrderAnswers
from kiosk.desktop.widgets.order_row import OrderRow
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import Choice, OrderInteraction, Response
from tests.desktop.answering import answer
from tests.desktop.hands import control, keys, middle, mouse_drag, press, words
from tests.desktop.screens import settle

FOUR = tuple(Choice(name, f"<p>{name}</p>") for name in ("ant", "bee", "cow", "dog"))
SOME = OrderInteraction("R", FOUR, min_choices=2, max_choices=3)
LINE = OrderInteraction("R", FOUR, horizontal=True)


def made(qtbot: QtBot, order: OrderInteraction, view: AnswerView | None = None) -> tuple[OrderAnswers, list[Response]]:
    return answer(qtbot, OrderAnswers(order, Theme(), Pictures(Path(), 800)), view)


def rows(answers: OrderAnswers) -> list[str]:
    """The rows that are seen, from the first."""
    seen = [row for row in answers.findChildren(OrderRow) if row.isVisible()]
    return [row.accessibleName() for row in sorted(seen, key=lambda row: (row.y(), row.x()))]


def test_some_are_tapped_in_their_order_and_out_again(qtbot: QtBot, look: Theme) -> None:
    del look
    answers, said = made(qtbot, SOME)
    assert words(answers)[0] == "Choose 2 or 3. Tap them in their order."
    assert rows(answers) == []
    press(answers, "c: cow")
    press(answers, "a: ant")
    assert rows(answers) == ["1 of 2: cow", "2 of 2: ant"]
    press(answers, "1: cow, take it out")
    assert said == [("cow",), ("cow", "ant"), ("ant",)]
    assert rows(answers) == ["1 of 1: ant"]


@pytest.mark.usefixtures("theme")
def test_no_more_are_taken_than_the_most(qtbot: QtBot) -> None:
    answers, said = made(qtbot, SOME, AnswerView(("ant", "bee", "cow")))
    press(answers, "d: dog")
    assert said == []
    assert words(answers)[0] == "That is all you can choose. Press one again to take it out first."
    assert not control(answers, "d: dog").isChecked()


@pytest.mark.usefixtures("theme")
def test_what_was_chosen_is_moved_as_any_order(qtbot: QtBot) -> None:
    answers, said = made(qtbot, SOME, AnswerView(("ant", "bee")))
    press(answers, "Move down: ant")
    assert said == [("bee", "ant")]
    assert control(answers, "1: bee, take it out").isChecked()


@pytest.mark.usefixtures("theme")
def test_letters_choose_in_the_tray(qtbot: QtBot) -> None:
    answers, said = made(qtbot, SOME)
    assert answers.choose_by_key("D")
    assert answers.choose_by_key("b")
    assert said == [("dog",), ("dog", "bee")]
    assert not answers.choose_by_key("x")
    assert not answers.choose_by_key("")


@pytest.mark.usefixtures("theme")
def test_a_settled_order_of_some_shows_the_right_one_beside_it(qtbot: QtBot) -> None:
    view = AnswerView(("ant", "bee"), settled=True, correct=False, right=("dog", "cow"))
    answers, _ = made(qtbot, SOME, view)
    assert sorted(rows(answers)) == ["1 of 2: ant", "1 of 2: dog", "2 of 2: bee", "2 of 2: cow"]
    assert {"Your order", "The right order"} <= set(words(answers))
    assert not answers.choose_by_key("a")


@pytest.mark.usefixtures("theme")
def test_a_line_is_dragged_along(qtbot: QtBot) -> None:
    answers, said = made(qtbot, LINE)
    ant, cow = control(answers, "1 of 4: ant"), control(answers, "3 of 4: cow")
    assert ant.y() == cow.y()
    mouse_drag(ant, middle(ant) + QPoint(20, 0), middle(cow) + QPoint(20, 0))
    assert said == [("bee", "cow", "ant", "dog")]


@pytest.mark.usefixtures("theme")
def test_in_a_line_space_picks_up_and_arrows_move(qtbot: QtBot) -> None:
    answers, said = made(qtbot, LINE)
    control(answers, "1 of 4: ant").setFocus(Qt.FocusReason.TabFocusReason)
    keys(answers, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert said[-1] == ("bee", "ant", "cow", "dog")


@pytest.mark.usefixtures("theme")
def test_a_line_that_is_too_long_goes_on_below(qtbot: QtBot) -> None:
    answers, _ = made(qtbot, LINE)
    answers.resize(QSize(300, 600))
    settle()
    parts = [row for row in answers.findChildren(OrderRow) if row.isVisible()]
    assert len({row.y() for row in parts}) > 1
    assert not any(one.geometry().intersects(other.geometry()) for one, other in pairwise(parts))


@pytest.mark.usefixtures("theme")
def test_where_one_reads_from_the_right_a_line_begins_there(qtbot: QtBot) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        answers, said = made(qtbot, LINE)
        ant, bee = control(answers, "1 of 4: ant"), control(answers, "2 of 4: bee")
        assert ant.x() > bee.x()
        mouse_drag(ant, middle(ant) - QPoint(20, 0), middle(bee) - QPoint(20, 0))
        assert said == [("bee", "ant", "cow", "dog")]
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
