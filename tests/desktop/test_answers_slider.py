"""A slider by mouse, finger and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import TARGET, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_slider import SliderAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import Response, SliderInteraction
from tests.desktop.answering import answer
from tests.desktop.hands import finger_drag, keys, words

TENS = SliderInteraction("R", 0, 100, "<p>How many?</p>", step=10)
LEFT, RIGHT, UP, HOME, END, SPACE = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
)


def made(
    qtbot: QtBot, slider: SliderInteraction, view: AnswerView | None = None
) -> tuple[SliderAnswers, list[Response]]:
    return answer(qtbot, SliderAnswers(slider, Theme(), Pictures(Path(), 800)), view)


def name(answers: SliderAnswers) -> str:
    return answers.controls[0].accessibleName()


def at(answers: SliderAnswers, share: float) -> QPoint:
    """A place on the line, so far from its left end."""
    line = answers.controls[0]
    return line.mapTo(answers, QPoint(round(TARGET / 2 + share * (line.width() - TARGET)), line.height() // 2))


def test_nothing_is_answered_until_the_handle_is_touched(qtbot: QtBot, look: Theme) -> None:
    del look
    answers, said = made(qtbot, TENS)
    assert name(answers) == "How many?: no answer yet"
    answers.controls[0].setFocus()
    keys(answers, SPACE)
    assert said == [("0",)]
    assert name(answers) == "How many?: 0"


@pytest.mark.usefixtures("theme")
def test_the_mouse_puts_the_handle_where_it_presses_and_drags_it(qtbot: QtBot) -> None:
    answers, said = made(qtbot, TENS)
    window = answers.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at(answers, 0.5))
    QTest.mouseMove(window, at(answers, 0.52))
    QTest.mouseMove(window, at(answers, 0.7))
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=at(answers, 0.7))
    assert said == [("50",), ("70",)]


@pytest.mark.usefixtures("theme")
def test_a_finger_drags_the_handle(qtbot: QtBot) -> None:
    answers, said = made(qtbot, TENS)
    finger_drag(answers.controls[0], at(answers, 0.9))
    assert said[-1] == ("90",)


@pytest.mark.usefixtures("theme")
def test_arrows_go_step_by_step_and_home_and_end_to_the_ends(qtbot: QtBot) -> None:
    answers, said = made(qtbot, TENS, AnswerView(("50",)))
    answers.controls[0].setFocus()
    keys(answers, RIGHT, UP, LEFT, END, HOME)
    assert said == [("60",), ("70",), ("60",), ("100",), ("0",)]


@pytest.mark.usefixtures("theme")
def test_on_a_reversed_line_arrows_go_the_way_they_point(qtbot: QtBot) -> None:
    answers, said = made(qtbot, SliderInteraction("R", 0, 10, reverse=True), AnswerView(("5",)))
    answers.controls[0].setFocus()
    keys(answers, RIGHT, LEFT, LEFT)
    assert said == [("4",), ("5",), ("6",)]
    QTest.mouseClick(answers.windowHandle(), Qt.MouseButton.LeftButton, pos=at(answers, 0.9))
    assert said[-1] == ("1",)


@pytest.mark.usefixtures("theme")
def test_an_upright_line_has_its_low_end_at_the_bottom(qtbot: QtBot) -> None:
    answers, said = made(qtbot, SliderInteraction("R", 0, 10, vertical=True), AnswerView(("5",)))
    line = answers.controls[0]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(line.width() // 2, line.height() - 5))
    assert said == [("0",)]
    line.setFocus()
    keys(answers, UP)
    assert said[-1] == ("1",)


@pytest.mark.usefixtures("theme")
def test_the_wheel_scrolls_the_page_and_changes_no_answer(qtbot: QtBot) -> None:
    answers, said = made(qtbot, TENS, AnswerView(("50",)))
    line = answers.controls[0]
    middle = QPointF(line.rect().center())
    turn = QWheelEvent(
        middle,
        line.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(line, turn)
    assert said == []


@pytest.mark.usefixtures("theme")
def test_a_settled_slider_stays_and_tells_the_right_number(qtbot: QtBot) -> None:
    answers, said = made(qtbot, TENS, AnswerView(("30",), settled=True, correct=False, right=("50",)))
    answers.controls[0].setFocus()
    keys(answers, RIGHT)
    QTest.mouseClick(answers.windowHandle(), Qt.MouseButton.LeftButton, pos=at(answers, 0.9))
    assert said == []
    assert words(answers) == ["Not this one. The right answer: 50"]
    assert answers.controls[0].accessibleDescription() == "From 0 to 100. Not this one. The right answer: 50"


@pytest.mark.usefixtures("theme")
def test_a_right_number_is_said_to_be_right(qtbot: QtBot) -> None:
    answers, _ = made(qtbot, TENS, AnswerView(("50",), settled=True, correct=True, right=("50",)))
    assert words(answers) == ["Right"]
