"""One or several answers to choose."""

from collections.abc import Sequence
from string import ascii_lowercase
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answer_tile import AnswerTile
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import ChoiceInteraction


class ChoiceAnswers(Answers):
    """The answers of a choice, lettered, in two columns where they fit."""

    def __init__(
        self, interaction: ChoiceInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._only_one = interaction.max_choices == 1
        self._locked = False
        self._tiles: dict[str, AnswerTile] = {}
        columns = Columns(most=2, gap=GRID * 2)
        for letter, choice in zip(ascii_lowercase, interaction.choices, strict=False):
            tile = AnswerTile(choice, letter, theme, pictures, only_one=self._only_one, parent=columns)
            tile.clicked.connect(self._chosen)
            tile.moved.connect(lambda step: focus_next(self.controls, step))
            self._tiles[choice.identifier] = tile
        columns.show_cells(self.controls)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(columns)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._tiles.values())

    @override
    def show_view(self, view: AnswerView) -> None:
        self._locked = view.settled
        for identifier, tile in self._tiles.items():
            tile.setAutoExclusive(False)  # so that the last one of a group can be taken back
            tile.setChecked(identifier in view.response)
            tile.setAutoExclusive(self._only_one)
            tile.show_verdict(
                _verdict(view, identifier, only_one=self._only_one),
                view.choice_feedback.get(identifier, ""),
                locked=view.settled,
            )

    @override
    def choose_by_key(self, key: str) -> bool:
        index = int(key) - 1 if key in tuple("123456789") else ascii_lowercase.find(key.lower()) if key else -1
        if not 0 <= index < len(self._tiles):
            return False
        tile = tuple(self._tiles.values())[index]
        tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        tile.click()
        return True

    def _chosen(self) -> None:
        if not self._locked:
            self.responded.emit(tuple(name for name, tile in self._tiles.items() if tile.isChecked()))


def _verdict(view: AnswerView, identifier: str, *, only_one: bool) -> Verdict:
    chosen = identifier in view.response
    if view.settled:
        if identifier in view.right:
            return Verdict.RIGHT if chosen else Verdict.RIGHT_ANSWER
        return Verdict.NOT_THIS if chosen else Verdict.NONE
    if view.correct is False and chosen and only_one:
        return Verdict.NOT_THIS
    return Verdict.NONE
