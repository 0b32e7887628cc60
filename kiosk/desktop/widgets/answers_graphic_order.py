"""Places of a picture to choose one after another."""

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
from kiosk.lessons.interactions import GraphicOrderInteraction
from kiosk.lessons.limits import asked, may_choose
from kiosk.lessons.pointing import chosen, toggled


class GraphicOrderAnswers(PictureAnswers):
    """Each press gives a place the next number; another press takes the number back, and later ones move up.

    Keys: arrows and Tab go from place to place, Space chooses, Backspace takes back.
    """

    def __init__(
        self, interaction: GraphicOrderInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
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

    def _what_to_do(self) -> str:
        if not may_choose(self._interaction, self._view.response):
            return "That is all you can choose. Press one again to take it back."
        number = len(chosen(self._interaction, self._view.response)) + 1
        if number > len(self._interaction.hotspots):
            return "All have a number. Press one again to take it back."
        words = f"Choose which is number {number}."
        return f"{words} {asked(self._interaction)}".strip()

    def _toggle(self, place: str) -> None:
        self._respond(toggled(self._interaction, self._view.response, place))

    def _take_back(self, place: str) -> None:
        if place in self._view.response:
            self._toggle(place)


_VERDICTS = {None: Verdict.NONE, True: Verdict.RIGHT, False: Verdict.NOT_HERE}


def _number(place: str, order: Sequence[str]) -> str:
    return str(order.index(place) + 1) if place in order else ""
