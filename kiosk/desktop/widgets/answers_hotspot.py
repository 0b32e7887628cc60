"""One or several places of a picture to choose."""

from collections.abc import Sequence
from typing import override

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.signs import Sign
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.spot_stage import SpotStage
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import HotspotInteraction
from kiosk.lessons.limits import asked, may_choose
from kiosk.lessons.pointing import toggled


class HotspotAnswers(PictureAnswers):
    """A press chooses a place or takes it back; where only one may be chosen, another press chooses anew.

    Keys: arrows and Tab go from place to place, Space chooses, Backspace takes back.
    """

    def __init__(
        self, interaction: HotspotInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
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
        is_chosen, verdict = place in self._view.response, self._verdict(place)
        signs = (Sign(verdict=verdict),) if is_chosen or verdict is not Verdict.NONE else ()
        return Mark(is_chosen, verdict, signs)

    def _verdict(self, place: str) -> Verdict:
        is_chosen = place in self._view.response
        if self._view.settled:
            if place in self._view.right:
                return Verdict.RIGHT if is_chosen else Verdict.RIGHT_ANSWER
            return Verdict.NOT_THIS if is_chosen else Verdict.NONE
        if is_chosen and self._view.correct is False and self._interaction.max_choices == 1:
            return Verdict.NOT_THIS
        return Verdict.NONE

    def _what_to_do(self) -> str:
        if self._interaction.max_choices != 1 and not may_choose(self._interaction, self._view.response):
            return "That is all you can choose. Press one again to take it back."
        return asked(self._interaction) or "Choose a place on the picture."

    def _toggle(self, place: str) -> None:
        self._respond(toggled(self._interaction, self._view.response, place))

    def _take_back(self, place: str) -> None:
        if place in self._view.response:
            self._toggle(place)
