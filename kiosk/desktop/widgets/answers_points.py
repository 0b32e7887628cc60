"""What select point and position object have in common: points on a picture."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.pin_stage import PinStage, PinView
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.areas import Point
from kiosk.lessons.interactions import PositionObjectInteraction, Response, SelectPointInteraction
from kiosk.lessons.limits import may_choose
from kiosk.lessons.pointing import missed, moved_point, point_text, points, with_point, without_point
from kiosk.words import tr

_APART = 24


class PointAnswers(PictureAnswers):
    """A press sets a point, where only one may be in place of that one; arrows move it, with Shift pixel by pixel.

    A point is dragged to another place. A press on it, Backspace, or dragging it off takes it away. `noun` is what a
    point is called.
    """

    def __init__(
        self,
        interaction: SelectPointInteraction | PositionObjectInteraction,
        stage: PinStage,
        noun: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(stage, theme, parent)
        self._interaction = interaction
        self._pins = stage
        self._noun = noun
        stage.tapped.connect(lambda x, y: self._set((x, y)))
        stage.moved.connect(lambda index, x, y: self._respond(moved_point(self._response, index, (x, y))))
        stage.erased.connect(lambda index: self._respond(without_point(self._response, index)))

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._pins.pins)

    @property
    def is_full(self) -> bool:
        """Whether there are as many points as there may be."""
        return not may_choose(self._interaction, self._response)

    @property
    def _response(self) -> Response:
        return tuple(map(point_text, points(self._view.response)))

    @override
    def _show(self) -> None:
        verdicts = {text: self._verdict(text) for text in self._response}
        numbered = self._interaction.max_choices != 1
        pins = [
            PinView(
                point,
                f"{self._noun} {number}" if numbered else self._noun,
                str(number) if numbered and isinstance(self._interaction, SelectPointInteraction) else "",
                verdicts[point_text(point)],
            )
            for number, point in enumerate(points(self._response), 1)
        ]
        found = tuple(text for text in self._response if verdicts[text] is Verdict.RIGHT)
        pins += [
            PinView(point, tr("{thing} that was missed", thing=self._noun), verdict=Verdict.RIGHT_ANSWER)
            for point in points(missed(self._view.right, found))
        ]
        self._pins.show_pins(pins, locked=self._view.settled)
        self._tell(self._what_to_do(), (pin.verdict for pin in pins))

    def _what_to_do(self) -> str:
        raise NotImplementedError

    def _verdict(self, text: str) -> Verdict:
        view = self._view
        if not view.settled:
            is_wrong = view.correct is False and self._interaction.max_choices == 1
            return Verdict.NOT_HERE if is_wrong else Verdict.NONE
        if view.correct or view.parts_right.get(text, text in view.right):
            return Verdict.RIGHT
        return Verdict.NOT_HERE if view.right or view.correct is False else Verdict.NONE

    def _set(self, point: Point) -> None:
        self._respond(with_point(self._interaction, self._response, point))

    def _set_in_the_middle(self) -> None:
        """Set one where the keyboard can take it from, beside those that are there already."""
        if self._view.settled or self.is_full:
            return
        width, height = self._pins.picture_size
        steps = (_APART * number for number in range(len(self._response) + 1))
        free = ((min(width / 2 + step, width), height / 2) for step in steps)
        self._set(next(point for point in free if point_text(point) not in self._response))
        if self._pins.pins:
            self._pins.pins[len(self._response) - 1].setFocus(Qt.FocusReason.OtherFocusReason)
