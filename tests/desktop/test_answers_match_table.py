"""Sources that may have several targets: boxes to tick, by mouse, finger and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_match_table import MatchTableAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.lessons.interactions import Choice, MatchInteraction, Response
from tests.desktop.answering import answer
from tests.desktop.hands import control, finger_tap, keys, press, words
from tests.desktop.screens import settle

ROWS = (Choice("oil", "<p>oil</p>", match_max=2), Choice("ice", "<p>ice</p>", match_max=2))
COLUMNS = (
    Choice("wet", "<p>wet</p>", match_max=0),
    Choice("cold", "<p>cold</p>", match_max=0),
    Choice("hard", "<p>hard</p>", match_max=0),
)
TABLE = MatchInteraction("R", ROWS, COLUMNS, max_associations=3)


def made(qtbot: QtBot, view: AnswerView | None = None) -> tuple[MatchTableAnswers, list[Response]]:
    return answer(qtbot, MatchTableAnswers(TABLE, Theme(), Pictures(Path(), 800)), view)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_a_box_is_ticked_and_cleared(qtbot: QtBot, look: Theme) -> None:
    del look
    answers, said = made(qtbot)
    assert words(answers)[0] == "Tick what belongs together. Make up to 3 pairs."
    press(answers, "ice: cold")
    finger_tap(control(answers, "ice: hard"))
    press(answers, "ice: cold")
    assert said == [("ice cold",), ("ice cold", "ice hard"), ("ice hard",)]
    assert control(answers, "ice: hard").isChecked()


@pytest.mark.usefixtures("theme")
def test_arrows_go_from_box_to_box_and_space_ticks(qtbot: QtBot) -> None:
    answers, said = made(qtbot)
    control(answers, "oil: wet").setFocus()
    keys(answers, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert focused() == "ice: cold"
    keys(answers, Qt.Key.Key_Space)
    assert said == [("ice cold",)]
    keys(answers, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert focused() == "ice: wet"


@pytest.mark.usefixtures("theme")
def test_a_box_that_cannot_be_ticked_says_why(qtbot: QtBot) -> None:
    answers, said = made(qtbot, AnswerView(("ice cold", "ice hard", "oil wet")))
    press(answers, "oil: cold")
    assert said == []
    assert not control(answers, "oil: cold").isChecked()
    assert words(answers)[0] == "No more than 3 pairs. Take one apart first."


@pytest.mark.usefixtures("theme")
def test_a_settled_table_marks_every_tick_in_words_and_stays(qtbot: QtBot) -> None:
    view = AnswerView(("ice cold", "oil hard"), settled=True, correct=False, right=("ice cold", "oil wet"))
    answers, said = made(qtbot, view)
    described = {
        name: control(answers, name).accessibleDescription() for name in ("ice: cold", "oil: hard", "oil: wet")
    }
    assert described == {"ice: cold": "Right", "oil: hard": "Not this one", "oil: wet": "The right answer"}
    press(answers, "oil: cold")
    assert said == []
    assert not control(answers, "oil: cold").isChecked()


@pytest.mark.usefixtures("theme")
def test_where_columns_are_too_narrow_each_box_stands_under_its_source_with_its_words(qtbot: QtBot) -> None:
    answers, _ = made(qtbot)

    def heads() -> list[str]:
        texts = [text for text in answers.findChildren(RichText) if text.isVisible()]
        return [text.accessibleName() for text in texts if text.accessibleName() == "wet"]

    assert len(heads()) == 1
    answers.resize(QSize(380, 800))
    settle()
    assert len(heads()) == 2
