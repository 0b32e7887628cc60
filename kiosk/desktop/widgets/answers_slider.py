"""A number to choose on a line."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.slider_line import SliderLine
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import SliderInteraction
from kiosk.lessons.sliding import place_of, written
from kiosk.words import tr


class SliderAnswers(Answers):
    """A line with a handle, and in words what came of it. There is no answer until the handle was touched."""

    def __init__(
        self, interaction: SliderInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del pictures  # a slider shows none
        self._interaction = interaction
        self._locked = False
        self._line = SliderLine(interaction, plain_text(interaction.prompt) or tr("Slider"), theme)
        self._line.moved.connect(self._move)
        self._word = label(tr("Move the slider to your answer."), TextRole.MUTED)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self._word)
        box.addWidget(self._line)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (self._line,)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._locked = view.settled
        place, right = (place_of(self._interaction, response) for response in (view.response, view.right))
        told = right if view.settled and right is not None and place != right else None
        verdict = _verdict(view) if place is not None else Verdict.NONE
        give_role(self._word, TextRole.MUTED if verdict is Verdict.NONE else verdict.role)
        words = verdict.word or ("" if view.settled else tr("Move the slider to your answer."))
        if told is not None:
            right_is = tr("The right answer: {answer}", answer=written(self._interaction, told))
            words = f"{words}. {right_is}".removeprefix(". ")
        self._word.setText(words)
        self._line.show_place(place, verdict, told, locked=view.settled)

    def _move(self, place: int) -> None:
        if not self._locked:
            self.responded.emit((written(self._interaction, place),))


def _verdict(view: AnswerView) -> Verdict:
    if view.correct is None:
        return Verdict.NONE
    wrong = Verdict.NOT_THIS if view.settled else Verdict.NOT_YET
    return Verdict.RIGHT if view.correct else wrong
