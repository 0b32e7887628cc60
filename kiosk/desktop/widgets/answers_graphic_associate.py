"""Places of a picture to join by lines."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.join_stage import Join, JoinStage
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import GraphicAssociateInteraction
from kiosk.lessons.limits import asked
from kiosk.lessons.pairing import pairs, refusal
from kiosk.lessons.pointing import joined
from kiosk.words import tr


class GraphicAssociateAnswers(PictureAnswers):
    """Two places are joined by a press on one and then the other, or by pulling a line between them.

    Joining them once more, or the button in the middle of a line, takes it away. Keys: arrows and Tab go from place to
    place, Space chooses, Escape lets go, Backspace takes away the lines of a place.
    """

    def __init__(
        self, interaction: GraphicAssociateInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._interaction = interaction
        self._held: str | None = None
        self._stage = JoinStage(interaction.picture, interaction.hotspots, theme, pictures)
        super().__init__(self._stage, theme, parent)
        self._stage.pressed.connect(self._press)
        self._stage.pulled.connect(self._join)
        self._stage.parted.connect(self._join)
        self._stage.erased.connect(self._part_all)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*self._stage.spots.values(), *self._stage.knots)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._held = None
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def _show(self) -> None:
        if self._view.settled:
            self._held = None
        joins = self._joins()
        marks = {
            spot.identifier: Mark(spot.identifier == self._held, said=self._joined_with(spot.identifier, joins))
            for spot in self._interaction.hotspots
        }
        self._stage.show_marks(marks, locked=self._view.settled)
        self._stage.show_joins(joins)
        self._tell(self._what_to_do(), (join.verdict for join in joins))

    def _joins(self) -> list[Join]:
        there = pairs(self._interaction, self._view.response)
        if not self._view.settled:
            return [Join(*_places(pair), _VERDICTS[self._view.parts_right.get(pair)]) for pair in there]
        right = {frozenset(_places(pair)) for pair in self._view.right}
        own = [Join(*_places(pair), _VERDICTS[frozenset(_places(pair)) in right]) for pair in there]
        found = {frozenset(_places(pair)) for pair in there}
        missed = pairs(self._interaction, self._view.right)
        return own + [
            Join(*_places(pair), Verdict.RIGHT_ANSWER) for pair in missed if frozenset(_places(pair)) not in found
        ]

    def _joined_with(self, place: str, joins: Sequence[Join]) -> str:
        others = [join.second if join.first == place else join.first for join in joins if place in _ends(join)]
        return tr("Joined with {places}", places=", ".join(map(self._stage.name_of, others))) if others else ""

    def _what_to_do(self) -> str:
        if self._held is not None:
            return tr("Now choose what it belongs to.")
        how = tr("Press two places that belong together, or pull a line between them.")
        return f"{how} {asked(self._interaction)}".strip()

    def _press(self, place: str) -> None:
        if self._held is None or self._held == place:
            self._held = place if self._held is None else None
            self._show()
        else:
            self._join(self._held, place)

    def _join(self, first: str, second: str) -> None:
        self._held = None
        self._show()
        response = joined(self._interaction, self._view.response, first, second)
        if response == self._view.response:
            self._say(refusal(self._interaction, response, first, second))
        self._respond(response)

    def _part_all(self, place: str) -> None:
        self._respond(tuple(pair for pair in self._view.response if place not in _places(pair)))


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_THIS}


def _places(pair: str) -> tuple[str, str]:
    first, _, second = pair.partition(" ")
    return first, second


def _ends(join: Join) -> tuple[str, str]:
    return join.first, join.second
