"""Places of a picture to choose one after another."""

from collections.abc import Sequence
from typing import override

from kiosk.desktop.widgets.answers_spots import SpotAnswers
from kiosk.desktop.widgets.signs import Sign
from kiosk.desktop.widgets.spot import Mark
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import GraphicOrderInteraction
from kiosk.lessons.limits import asked, may_choose
from kiosk.lessons.pointing import chosen
from kiosk.words import tr


class GraphicOrderAnswers(SpotAnswers[GraphicOrderInteraction]):
    """Each press gives a place the next number; where one is taken back, later ones move up."""

    @override
    def _mark(self, place: str) -> Mark:
        number = _number(place, chosen(self._interaction, self._view.response))
        verdict = self._verdict(place, number)
        signs = [Sign(number, verdict)] if number else []
        right = _number(place, self._view.right)
        if right and verdict is not Verdict.RIGHT:
            signs.append(Sign(right, Verdict.RIGHT_ANSWER))
            verdict = verdict if number else Verdict.RIGHT_ANSWER
        return Mark(bool(number), verdict, tuple(signs))

    def _verdict(self, place: str, number: str) -> Verdict:
        if not number:
            return Verdict.NONE
        if self._view.settled:
            return Verdict.RIGHT if number == _number(place, self._view.right) else Verdict.NOT_HERE
        return _VERDICTS[self._view.parts_right.get(place)]

    @override
    def _what_to_do(self) -> str:
        if not may_choose(self._interaction, self._view.response):
            return tr("That is all you can choose. Press one again to take it back.")
        number = len(chosen(self._interaction, self._view.response)) + 1
        if number > len(self._interaction.hotspots):
            return tr("All have a number. Press one again to take it back.")
        words = tr("Choose which is number {number}.", number=number)
        return f"{words} {asked(self._interaction)}".strip()


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_HERE}


def _number(place: str, order: Sequence[str]) -> str:
    return str(order.index(place) + 1) if place in order else ""
