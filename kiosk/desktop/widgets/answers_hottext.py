"""Words of a text to choose."""

from collections.abc import Sequence
from functools import partial
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.hot_words import HotWords
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text, slots_of
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import HottextInteraction, Response
from kiosk.lessons.limits import asked, may_choose
from kiosk.words import tr


class HottextAnswers(Answers):
    """The text with its choosable words outlined. A press chooses or takes back; so do Space and Enter, after Tab.

    Where only one may be chosen the next takes the place of the last; else one more than are allowed is not taken, and
    the sentence over the text says so.
    """

    def __init__(
        self, interaction: HottextInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._response: Response = ()
        self._locked = False
        self._how = label("", TextRole.MUTED)
        contents = {choice.identifier: choice.content for choice in interaction.choices}
        self._words: dict[str, HotWords] = {}
        for name in slots_of(interaction.content):
            if name in contents:
                words = HotWords(theme)
                words.setAccessibleName(plain_text(contents[name]))
                words.clicked.connect(partial(self._press, name))
                words.arrowed.connect(lambda step: focus_next(self.controls, step))
                self._words[name] = words
        text = RichText(theme, pictures, roomy=True)
        text.show_html(interaction.content, self._words)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self._how)
        box.addWidget(text)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._words.values())

    @override
    def show_view(self, view: AnswerView) -> None:
        self._response = view.response
        self._locked = view.settled
        for name, words in self._words.items():
            words.setChecked(name in view.response)
            words.show_verdict(_verdict(view, name, only_one=self._interaction.max_choices == 1))
        self._how.setVisible(not view.settled)
        self._how.setText(asked(self._interaction) or tr("Choose the words in the text."))

    def _press(self, name: str) -> None:
        if self._locked or not self._may_press(name):
            self._words[name].setChecked(name in self._response)
            if not self._locked:
                self._how.setText(tr("That is all you can choose. Tap one of yours to take it back."))
        elif name in self._response:
            self.responded.emit(tuple(other for other in self._response if other != name))
        elif self._interaction.max_choices == 1:
            self.responded.emit((name,))
        else:
            self.responded.emit(tuple(word for word in self._words if word in self._response or word == name))

    def _may_press(self, name: str) -> bool:
        only_one = self._interaction.max_choices == 1
        return only_one or name in self._response or may_choose(self._interaction, self._response)


def _verdict(view: AnswerView, name: str, *, only_one: bool) -> Verdict:
    chosen = name in view.response
    if view.settled:
        if name in view.right:
            return Verdict.RIGHT if chosen else Verdict.RIGHT_ANSWER
        return Verdict.NOT_THIS if chosen else Verdict.NONE
    return Verdict.NOT_THIS if view.correct is False and chosen and only_one else Verdict.NONE
