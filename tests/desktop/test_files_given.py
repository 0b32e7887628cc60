"""A file that answers a question: from the widget to the disk and back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.present import lesson_view
from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers_drawing import DrawingAnswers
from kiosk.lessons.files import file_name
from kiosk.lessons.item import Item, ResponseDeclaration
from kiosk.lessons.model import Question, QuestionId
from kiosk.lessons.player import Player
from kiosk.lessons.values import BaseType, Cardinality
from tests.desktop.desk import FRACTIONS, Desk
from tests.desktop.hands import control, middle, mouse_drag, press
from tests.desktop.picture_samples import DRAWING, FOLDER
from tests.desktop.screens import settle
from tests.lessons.packages import given, lesson

HOUSE = Question(
    QuestionId("house"),
    Item(
        "house",
        "The other half",
        blocks=(DRAWING,),
        responses=(ResponseDeclaration("R", Cardinality.SINGLE, BaseType.FILE),),
    ),
)
HOUSES = replace(lesson((HOUSE,)), folder=FOLDER)
LEAF = file_name(b"leaf", "leaf.png")
ROOT = file_name(b"root", "root.png")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.join()
    desk.start(FRACTIONS)
    yield desk
    desk.close()


def hand_in(desk: Desk, name: str, data: bytes) -> None:
    desk.window.lesson.file_given.emit(name, data)
    desk.session.respond(desk.open_questions()[0].id, given(name))


def kept(desk: Desk) -> list[tuple[object, ...]]:
    return desk.on_disk("SELECT name, data FROM files")


def test_a_file_is_on_the_disk_together_with_the_answer_that_names_it(desk: Desk) -> None:
    hand_in(desk, LEAF, b"leaf")
    desk.until(lambda: kept(desk) == [(LEAF, b"leaf")])
    assert LEAF in str(desk.on_disk("SELECT answer FROM answers"))
    [answer] = desk.questions[-1].answers.values()
    assert answer.files == {LEAF: b"leaf"}
    hand_in(desk, ROOT, b"root")
    desk.until(lambda: kept(desk) == [(ROOT, b"root")])


def test_a_file_that_the_disk_refused_is_saved_when_there_is_room(desk: Desk) -> None:
    desk.protect_disk()
    hand_in(desk, LEAF, b"leaf")
    desk.let_pass(1)
    desk.until(lambda: desk.sentence)
    assert kept(desk) == []
    desk.protect_disk(on=False)
    desk.let_pass(1)
    desk.until(lambda: kept(desk) == [(LEAF, b"leaf")])


def test_a_drawing_on_a_lesson_page_is_handed_over_and_seen_again_by_whoever_comes_back(
    qtbot: QtBot, theme: Theme
) -> None:
    player, files = Player(HOUSES), dict[str, bytes]()
    page = shown(qtbot, theme, player, files)
    page.file_given.connect(lambda name, data: files.update({name: data}))
    page.response_changed.connect(lambda _name, responses: player.respond(HOUSE.id, responses))
    drawing = page.findChild(DrawingAnswers)
    assert drawing is not None
    mouse_drag(drawing.stage, middle(drawing.stage) + QPoint(40, 0), middle(drawing.stage) + QPoint(90, 20))
    assert player.answer(HOUSE.id).response["R"] == tuple(files)
    again = shown(qtbot, theme, player, files)
    press(again, "Undo")
    assert not control(again, "Undo").isEnabled()


def shown(qtbot: QtBot, theme: Theme, player: Player, files: dict[str, bytes]) -> LessonPage:
    page = LessonPage(theme)
    qtbot.addWidget(page)
    page.show_view(lesson_view(player, None, files))
    page.resize(1280, 800)
    page.show()
    settle()
    return page
