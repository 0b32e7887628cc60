"""One or several answers to choose."""

from collections.abc import Sequence
from functools import partial
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answer_tile import AnswerTile
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.arrows import focus_next
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.lettering import letters
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import ChoiceInteraction
from kiosk.lessons.limits import asked
from kiosk.words import tr

_COLUMNS = 2
_MOST_BESIDE = 6


class ChoiceAnswers(Answers):
    """The answers of a choice, lettered, in two columns where they fit, or beside one another where its author asks so.

    Above several to choose it says how many; one more than that is not taken, and it says so.
    """

    def __init__(
        self, interaction: ChoiceInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._interaction = interaction
        self._only_one = interaction.max_choices == 1
        self._locked = False
        self._tiles: dict[str, AnswerTile] = {}
        self._how = label("", TextRole.MUTED)
        beside = min(len(interaction.choices), _MOST_BESIDE) if interaction.horizontal else _COLUMNS
        columns = Columns(most=beside, gap=GRID * 2)
        self._letters = letters(len(interaction.choices))
        for letter, choice in zip(self._letters, interaction.choices, strict=True):
            tile = AnswerTile(choice, letter, theme, pictures, only_one=self._only_one, parent=columns)
            tile.clicked.connect(partial(self._choose, tile))
            tile.moved.connect(lambda step: focus_next(self.controls, step))
            self._tiles[choice.identifier] = tile
        columns.show_cells(self.controls)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID * 2)
        box.addWidget(self._how)
        box.addWidget(columns)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._tiles.values())

    @override
    def show_view(self, view: AnswerView) -> None:
        self._locked = view.settled
        self._how.setText(asked(self._interaction))
        self._how.setVisible(not (view.settled or self._only_one))
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
        named = {
            **dict(zip("123456789", self._tiles, strict=False)),
            **dict(zip(self._letters, self._tiles, strict=True)),
        }
        name = named.get(key.lower())
        if name is None:
            return False
        tile = self._tiles[name]
        tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        tile.click()
        return True

    def _choose(self, tile: AnswerTile) -> None:
        if self._locked:
            return
        chosen = tuple(name for name, tile in self._tiles.items() if tile.isChecked())
        if 1 < self._interaction.max_choices < len(chosen):
            tile.setChecked(False)
            self._how.setText(" ".join((asked(self._interaction), tr("Press one again to take it back first."))))
        else:
            self.responded.emit(chosen)


def _verdict(view: AnswerView, identifier: str, *, only_one: bool) -> Verdict:
    chosen = identifier in view.response
    if view.settled:
        if identifier in view.right:
            return Verdict.RIGHT if chosen else Verdict.RIGHT_ANSWER
        return Verdict.NOT_THIS if chosen else Verdict.NONE
    if view.correct is False and chosen and only_one:
        return Verdict.NOT_THIS
    return Verdict.NONE
