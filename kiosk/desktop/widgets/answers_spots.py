"""What the answers have in common whose places of a picture are pressed."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.spot_stage import SpotStage
from kiosk.lessons.interactions import GraphicOrderInteraction, HotspotInteraction
from kiosk.lessons.pointing import toggled


class SpotAnswers[I: HotspotInteraction | GraphicOrderInteraction](PictureAnswers):
    """A press chooses a place, another takes it back. A subclass says how each place is marked, and what to do.

    Keys: arrows and Tab go from place to place, Space chooses, Backspace takes back.
    """

    def __init__(self, interaction: I, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        self._interaction = interaction
        self._spots = SpotStage(interaction.picture, interaction.hotspots, theme, pictures)
        super().__init__(self._spots, theme, parent)
        self._spots.pressed.connect(self._toggle)
        self._spots.erased.connect(self._take_back)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._spots.spots.values())

    @override
    def _show(self) -> None:
        marks = {hotspot.identifier: self._mark(hotspot.identifier) for hotspot in self._interaction.hotspots}
        self._spots.show_marks(marks, locked=self._view.settled)
        self._tell(self._what_to_do(), (sign.verdict for mark in marks.values() for sign in mark.signs))

    def _mark(self, place: str) -> Mark:
        raise NotImplementedError

    def _what_to_do(self) -> str:
        raise NotImplementedError

    def _toggle(self, place: str) -> None:
        self._respond(toggled(self._interaction, self._view.response, place))

    def _take_back(self, place: str) -> None:
        if place in self._view.response:
            self._toggle(place)
