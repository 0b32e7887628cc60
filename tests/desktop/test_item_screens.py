"""A picture of each interaction, as a student meets it, answers it, and sees what was right.

`KIOSK_PICTURES=docs/interactions uv run pytest tests/desktop/test_item_screens.py` keeps those of the answered items,
small enough for the repository.
"""

import os
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.present import lesson_view
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import FocusState
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.lessons.interactions import BlockInteraction, InlineInteraction, Interaction
from kiosk.lessons.item import interactions
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import Page
from kiosk.lessons.player import Player
from tests.desktop.screens import settle
from tests.lessons.packages import ITEMS, lesson, placed

SIZE = QSize(1280, 800)
SHOWN = (
    *("choice", "choice-multiple", "inline-choice", "text-entry", "extended-text", "order", "match", "associate"),
    *("gap-match", "hottext", "hotspot", "graphic-order", "graphic-associate", "graphic-gap-match", "select-point"),
    *("position-object", "slider", "media", "upload", "drawing", "adaptive", "unsupported"),
)


def show(page: LessonPage, player: Player) -> QImage:
    page.show_view(lesson_view(player, None))
    settle()
    return page.grab().toImage()


@pytest.mark.parametrize("name", SHOWN)
def test_an_item_of_each_interaction_is_shown_whole_answered_and_judged(qtbot: QtBot, theme: Theme, name: str) -> None:
    question = placed(name)
    player = Player(
        replace(
            lesson((question,)),
            title=question.item.title,
            pages=(Page("one", question.item.title, (question,)),),
            folder=ITEMS,
        )
    )
    page = LessonPage(theme)
    qtbot.addWidget(page)
    page.show_focus(FocusState.FOCUSED, 754_321)
    page.show_safety(Safety.SERVER)
    page.resize(SIZE)
    page.show()

    asked = show(page, player)
    (card,) = page.findChildren(QuestionCard)
    assert card.width() <= SIZE.width()
    assert all(area.horizontalScrollBar().maximum() == 0 for area in page.findChildren(QAbstractScrollArea))

    player.respond(question.id, key_of(question))
    answered = show(page, player)
    if player.can_check(question.id):
        player.check(question.id)
    judged = show(page, player)
    if key_of(question) and name != "media":  # whose sound is heard, not seen
        assert answered != asked
        assert judged != answered

    if folder := os.environ.get("KIOSK_PICTURES"):
        keep(judged if key_of(question) else asked, Path(folder) / f"{name}.png")


def keep(picture: QImage, file: Path) -> None:
    """In its 256 commonest colours, which are nearly all it has: a small file."""
    colours = Counter(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    table = [colour for colour, _ in colours.most_common(256)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    file.parent.mkdir(parents=True, exist_ok=True)
    assert picture.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(file), quality=0)


def test_every_interaction_there_is_has_its_picture() -> None:
    shown = {type(each) for name in SHOWN for each in interactions(placed(name).item)}
    assert shown == set(kinds())


def kinds() -> list[type[Interaction]]:
    return [*get_args(InlineInteraction.__value__), *get_args(BlockInteraction.__value__)]
