"""A word to choose from a list, in a sentence."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_inline import InlineAnswers
from kiosk.desktop.widgets.choice_list import ChoiceList
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.desktop.widgets.word_tile import WordTile
from kiosk.lessons.interactions import InlineChoiceInteraction
from kiosk.words import tr

_OPENERS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class InlineChoiceAnswers(InlineAnswers):
    """A button that shows what is chosen and opens the list; as wide as the widest choice, so that no line moves."""

    def __init__(
        self, interaction: InlineChoiceInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._button = _Opener(theme, pictures, icon=Icon.DOWN)
        self._interaction = interaction
        self._choices = {choice.identifier: choice for choice in interaction.choices}
        self._theme = theme
        self._pictures = pictures
        self._list: ChoiceList | None = None
        self._view = AnswerView()
        super().__init__(self._button, interaction.label, theme, pictures, parent)
        self._button.clicked.connect(self._open)
        self._keep_widest()
        self.show_view(AnswerView())

    @override
    def name_place(self, words: str) -> None:
        super().name_place(words)
        self._said = self._control.accessibleName()
        self._name()

    @override
    def show_view(self, view: AnswerView) -> None:
        self._view = view
        chosen = self._choices.get(view.response[0]) if view.response else None
        self._button.show_content(chosen.content if chosen else tr("Choose…"))
        self._button.show_verdict(_verdict(view) if chosen or view.settled else Verdict.NONE)
        right = self._choices.get(view.right[0]) if view.right and view.settled and view.correct is not True else None
        self._tell(right.content if right else "")
        self._name()

    def _name(self) -> None:
        chosen = self._choices.get(self._view.response[0]) if self._view.response else None
        there = plain_text(chosen.content) if chosen else tr("nothing yet")
        self._button.setAccessibleName(f"{self._said}: {there}")

    def _keep_widest(self) -> None:
        widest = 0
        for content in (tr("Choose…"), *(choice.content for choice in self._choices.values())):
            self._button.show_content(content)
            widest = max(widest, self._button.sizeHint().width())
        self._button.keep_width(widest)

    def _open(self) -> None:
        if self._view.settled or not self._choices or self._list is not None:
            return
        now = self._view.response[0] if self._view.response else None
        self._list = ChoiceList(self._interaction.choices, now, self._theme, self._pictures, self._button)
        self._list.chosen.connect(lambda identifier: self.responded.emit((identifier,)))
        self._list.closed.connect(self._forget)

    def _forget(self) -> None:
        self._list = None


class _Opener(WordTile):
    """A button that the arrows open as well."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENERS:
            self.click()
        else:
            super().keyPressEvent(event)


def _verdict(view: AnswerView) -> Verdict:
    if view.settled and view.right:
        return Verdict.RIGHT if view.response == view.right else Verdict.NOT_THIS
    return {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_THIS}[view.correct]
