from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.present import lesson_view
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import LessonView
from kiosk.desktop.widgets.growing_column import Block, GrowingColumn
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.lessons.package import load_lesson
from kiosk.lessons.player import Player
from tests.lessons.packages import MANIFEST, write_package

WIDE, HIGH = 400, 100

QUESTIONS = "\n\n".join(f"id: q{number}\n{number}. Which?\n*a) this\nb) that" for number in (1, 2, 3))


def blocks(made: list[int]) -> Iterator[Block]:
    for number in range(5):
        widget = QWidget()
        widget.setFixedSize(WIDE, HIGH)
        made.append(number)
        yield Block(widget)


def test_as_much_is_made_as_is_seen(qtbot: QtBot) -> None:
    made: list[int] = []
    column = GrowingColumn(blocks(made))
    qtbot.addWidget(column)
    column.begin(WIDE, HIGH * 2)
    assert made == [0, 1]


def test_the_rest_follows_the_first_paint(qtbot: QtBot) -> None:
    made: list[int] = []
    column = GrowingColumn(blocks(made))
    qtbot.addWidget(column)
    column.begin(WIDE, HIGH)
    with qtbot.waitSignal(column.finished):
        column.show()
    assert made == [0, 1, 2, 3, 4]


def test_whoever_cannot_wait_has_all_of_it_and_is_told_once(qtbot: QtBot) -> None:
    made: list[int] = []
    column = GrowingColumn(blocks(made))
    qtbot.addWidget(column)
    told: list[bool] = []
    column.finished.connect(lambda: told.append(True))
    column.begin(WIDE, HIGH)
    column.finish()
    column.finish()
    assert made == [0, 1, 2, 3, 4]
    assert told == [True]


class TestOnALessonPage:
    @pytest.fixture
    def view(self, tmp_path: Path) -> LessonView:
        text = "\n\n".join(["A paragraph of the text above the questions."] * 30)
        page = f"# Long\n\n{text}\n\n```quiz\n{QUESTIONS}\n```\n"
        write_package(tmp_path, {"lesson.toml": MANIFEST, "one.md": page})
        return lesson_view(Player(load_lesson(tmp_path)), None)

    @pytest.fixture
    def page(self, qtbot: QtBot, look: Theme, view: LessonView) -> LessonPage:
        made = LessonPage(look)
        qtbot.addWidget(made)
        made.resize(1024, 768)
        made.show_view(view)
        with qtbot.waitExposed(made):
            made.show()
        made.show_view(replace(view, page_title="Another"))
        return made

    def test_questions_below_its_edge_are_not_made_with_the_page(self, page: LessonPage) -> None:
        shown = [card for card in page.findChildren(QuestionCard) if card.parentWidget() is _column(page)]
        assert shown == []

    def test_its_cards_are_all_there_for_whoever_asks(self, page: LessonPage) -> None:
        assert list(page.cards) == ["q1", "q2", "q3"]

    def test_tab_reaches_them_in_their_order_however_early_it_is_pressed(self, page: LessonPage) -> None:
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        (first, *_), *_ = (card.controls for card in page.cards.values())
        assert page.focusWidget() is first

    def test_a_letter_answers_the_first_of_them_however_early_it_is_pressed(
        self, qtbot: QtBot, page: LessonPage
    ) -> None:
        with qtbot.waitSignal(page.response_changed) as changed:
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_B)
        assert changed.args is not None
        assert changed.args[0] == "q1"


def _column(page: LessonPage) -> QWidget:
    (heading,) = [words for words in page.findChildren(QLabel) if words.text() == "Another"]
    column = heading.parentWidget()
    assert isinstance(column, GrowingColumn)
    return column
