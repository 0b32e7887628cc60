"""A small lesson in Arabic, from its files to its page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.present import lesson_view
from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.lessons.model import QuestionId
from kiosk.lessons.package import load_lesson
from kiosk.lessons.player import Player
from tests.desktop.screens import settle
from tests.lessons.packages import MANIFEST, given, write_package

PAGE = """# الكسور

نصف التفاحة هو $\\frac12$ من التفاحة.

```quiz
id: half
1. كم نصف العدد 10؟
*a) 5
b) $\\frac{10}{5}$
```
"""


@pytest.fixture
def page(look: Theme, qtbot: QtBot, tmp_path: Path) -> LessonPage:
    write_package(tmp_path, {"lesson.toml": MANIFEST.replace("course", 'language = "ar"\ncourse', 1), "one.md": PAGE})
    player = Player(load_lesson(tmp_path))
    player.respond(QuestionId("half"), given("0"))
    made = LessonPage(look)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.show_view(lesson_view(player, None))
    made.show()
    settle()
    return made


def left_of(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, QPoint(0, 0)).x()


def test_questions_and_answers_run_from_right_to_left(page: LessonPage) -> None:
    (card,) = page.cards.values()
    answers = card.controls
    assert [one.accessibleName() for one in answers] == ["a: 5", "b: 10 over 5"]
    for answer in answers:
        (content, _feedback) = answer.findChildren(RichText)
        assert answer.rect().right() - content.geometry().right() > content.x(), "the letter stands at the right"
    [prompt] = [text for text in card.findChildren(RichText) if text.accessibleName() == card.accessibleName()]
    tries = next(label for label in card.findChildren(QLabel) if "tr" in label.text().lower())
    assert left_of(tries, page) < left_of(prompt, page)


def test_words_and_page_begin_at_the_right(page: LessonPage) -> None:
    texts = [text for text in page.findChildren(RichText) if text.accessibleName()]
    assert len(texts) == 4
    for text in texts:
        assert text.document.defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    ours = [words for words in page.cards[QuestionId("half")].findChildren(QLabel) if words not in texts]
    assert ours
    for words in (words for words in ours if not isinstance(words, RichText)):
        assert words.alignment() & Qt.AlignmentFlag.AlignRight


def test_the_bars_around_the_lesson_stay_as_they_are(page: LessonPage) -> None:
    assert page.layoutDirection() is Qt.LayoutDirection.LeftToRight
    lessons = next(button for button in page.findChildren(Button) if button.text() == "Lessons")
    assert left_of(lessons, page) < page.width() / 2
