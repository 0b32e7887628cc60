"""One or several places of a picture to choose."""

from typing import override

from kiosk.desktop.widgets.answers_spots import SpotAnswers
from kiosk.desktop.widgets.signs import Sign
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import HotspotInteraction
from kiosk.lessons.limits import asked, may_choose
from kiosk.words import tr


class HotspotAnswers(SpotAnswers[HotspotInteraction]):
    """Where only one may be chosen, another press chooses anew."""

    @override
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

    @override
    def _what_to_do(self) -> str:
        if self._interaction.max_choices != 1 and not may_choose(self._interaction, self._view.response):
            return tr("That is all you can choose. Press one again to take it back.")
        return asked(self._interaction) or tr("Choose a place on the picture.")
