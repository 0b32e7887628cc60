"""Renders every page of shipped lessons to a PNG: `python -m tests.desktop.lesson_screens OUTDIR [ID...]`.

Each page comes as it is asked, after a wrong try at every question, and with everything answered right, and is as
high as it needs.
"""

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from kiosk import resources
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.present import lesson_view
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.views import FocusState
from kiosk.desktop.wall_views import Safety
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import Question
from kiosk.lessons.package import discover
from kiosk.lessons.player import Player
from tests.desktop.desk import some_wrong
from tests.desktop.screens import settle


def answer(player: Player, question: Question, responses: Responses) -> None:
    player.respond(question.id, responses)
    if player.can_check(question.id):
        player.check(question.id)


def render(player: Player, theme: Theme, size: QSize, file: Path) -> None:
    page = LessonPage(theme)
    page.show_view(lesson_view(player, None))
    page.show_focus(FocusState.FOCUSED, 754_321)
    page.show_safety(Safety.SERVER)
    page.resize(size)
    page.show()
    settle()
    hidden = max(area.verticalScrollBar().maximum() for area in page.findChildren(QAbstractScrollArea))
    page.resize(size.width(), size.height() + hidden)
    settle()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("lessons", nargs="*", metavar="ID", help="all without one")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    asked = parser.parse_args()
    app = QApplication([])
    theme = Theme(dark=asked.dark, text_scale=asked.scale)
    dress(app, theme)
    size = QSize(*map(int, asked.size.split("x")))
    asked.outdir.mkdir(parents=True, exist_ok=True)
    for lesson in discover(resources.path("lessons"))[0]:
        if asked.lessons and lesson.id not in asked.lessons:
            continue
        player = Player(lesson)
        for index, page in enumerate(lesson.pages):
            player.turn_to(index)
            for state, responses in (
                ("asked", []),
                ("tried", [(question, some_wrong(question)) for question in page.questions]),
                ("right", [(question, key_of(question)) for question in page.questions]),
            ):
                for question, response in responses:
                    answer(player, question, response)
                render(player, theme, size, asked.outdir / f"{lesson.id}-{page.id}-{state}.png")


if __name__ == "__main__":
    main()
