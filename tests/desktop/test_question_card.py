"""A card of several answers, of steps, and of answers in running text."""

from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.desktop.present import question_view
from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answer_kinds import KINDS
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.lessons.interactions import BlockInteraction, InlineInteraction
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import Question
from kiosk.lessons.player import Player
from tests.desktop.hands import words
from tests.desktop.screens import settle
from tests.lessons.packages import ITEMS, lesson, placed


class Played:
    """A card and the player behind it, as a sitting connects them."""

    def __init__(self, question: Question, qtbot: QtBot, folder: Path) -> None:
        self.question = question
        self.player = Player(lesson((question,)))
        self.card = QuestionCard(question_view(self.player, question), Theme(), Pictures(folder, 800))
        self.card.responded.connect(self._respond)
        self.card.submitted.connect(self._check)
        qtbot.addWidget(self.card)
        self.card.resize(QSize(1000, 800))
        self.card.show()
        self.card.activateWindow()
        settle()

    @property
    def texts(self) -> list[str]:
        return [text.accessibleName() for text in self.card.findChildren(RichText) if text.isVisible()]

    def fields(self) -> list[QLineEdit]:
        return self.card.findChildren(QLineEdit)

    def _respond(self, responses: Responses) -> None:
        self.player.respond(self.question.id, responses)
        self.card.show_view(question_view(self.player, self.question))

    def _check(self) -> None:
        if self.player.can_check(self.question.id):
            self.player.check(self.question.id)
        self.card.show_view(question_view(self.player, self.question))
        settle()


def test_each_answer_in_a_text_is_its_own_response(qtbot: QtBot, tmp_path: Path) -> None:
    played = Played(placed("whole-numbers"), qtbot, tmp_path)
    key = played.player.judged(played.question.id).key
    for name, field in zip(("BOXES", "REST", "SHARE"), played.fields(), strict=True):
        QTest.keyClicks(field, key[name][0])
    assert played.player.answer(played.question.id).response == key
    QTest.keyClick(played.fields()[2], Qt.Key.Key_Return)
    assert "That is right." in words(played.card)
    assert all(field.isReadOnly() for field in played.fields())


def test_a_hint_comes_between_and_the_field_keeps_its_text_cursor_and_focus(qtbot: QtBot, tmp_path: Path) -> None:
    played = Played(placed("adaptive"), qtbot, tmp_path)
    [field] = played.fields()
    field.setFocus()
    QTest.keyClicks(field, "25")
    field.setCursorPosition(1)
    [button] = [one for one in played.card.findChildren(QAbstractButton) if one.text() == "Show me a hint"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert any(text.startswith("Square numbers are") for text in played.texts)
    assert played.fields() == [field]
    assert (field.text(), field.cursorPosition()) == ("25", 1)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.hasFocus()
    assert any("A hint may help" in text for text in played.texts)


def test_a_task_that_cannot_run_says_so_and_counts_no_tries(qtbot: QtBot, tmp_path: Path) -> None:
    said = words(Played(placed("unsupported"), qtbot, tmp_path).card)
    assert any("does not count" in sentence for sentence in said)
    assert not any("Try" in sentence for sentence in said)


def test_an_item_in_arabic_runs_from_the_right(qtbot: QtBot, tmp_path: Path) -> None:
    card = Played(placed("right-to-left"), qtbot, tmp_path).card
    assert card.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_every_kind_of_interaction_has_its_controls() -> None:
    kinds = {*get_args(InlineInteraction.__value__), *get_args(BlockInteraction.__value__)}
    assert kinds == set(KINDS)


@pytest.mark.parametrize("name", sorted(path.stem for path in ITEMS.glob("*.xml")))
def test_a_screen_reader_can_name_the_card_and_each_of_its_controls(name: str, qtbot: QtBot) -> None:
    question = placed(name)
    card = QuestionCard(question_view(Player(lesson((question,))), question), Theme(), Pictures(ITEMS, 800))
    qtbot.addWidget(card)
    assert card.accessibleName()
    assert all(control.accessibleName() for control in card.controls if control.isVisibleTo(card)), name
