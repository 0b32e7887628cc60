"""The controls of one interaction, as a question card has them: what is responded is shown at once."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.lessons.interactions import Response
from tests.desktop.hands import show


def answer[A: Answers](qtbot: QtBot, answers: A, view: AnswerView | None = None) -> tuple[A, list[Response]]:
    """Show the controls in a window, and collect every response they tell."""
    begun = view or AnswerView()
    said: list[Response] = []
    answers.responded.connect(said.append)
    answers.responded.connect(lambda response: answers.show_view(replace(begun, response=response)))
    answers.show_view(begun)
    return show(qtbot, answers), said
