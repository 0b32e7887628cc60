"""A picture with points or objects on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import TARGET, Theme
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.pin import Pin
from kiosk.desktop.widgets.shown_picture import ShownPicture
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.areas import Point
from kiosk.lessons.interactions import Picture


@dataclass(frozen=True, slots=True)
class PinView:
    """Where a pin is, in the picture's pixels, what it is called, and what came of it."""

    point: Point
    name: str
    number: str = ""
    verdict: Verdict = Verdict.NONE


class PinStage(PictureStage):
    """Pins are dragged, moved by arrow keys, and taken away by a press or by being dragged off the picture.

    A press beside them is `tapped`. With `shown` each pin is a copy of that picture.

    Signals:
        moved(int, float, float): the pin of this index is to be at this point.
        erased(int): it is to go.
        rescaled(): copies have another size now.
    """

    moved = Signal(int, float, float)
    erased = Signal(int)
    rescaled = Signal()

    def __init__(
        self,
        picture: Picture,
        theme: Theme,
        pictures: Pictures,
        *,
        shown: ShownPicture | None = None,
        centre: tuple[int, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(picture, theme, pictures, parent)
        self.pins: list[Pin] = []
        self._object = shown
        self._centre = centre
        self._views: tuple[PinView, ...] = ()
        self._locked = False
        self._grip = QPointF()
        if shown is not None:
            shown.made.connect(self._take_picture)

    @property
    @override
    def is_complete(self) -> bool:
        return super().is_complete and (self._object is None or self._object.is_complete)

    @property
    def from_middle(self) -> QPointF:
        """The way from the middle of a copy to its centre, in pixels of the screen."""
        if self._object is None or self._centre is None:
            return QPointF()
        size = self._object.size
        return (QPointF(*self._centre) - QPointF(size.width() / 2, size.height() / 2)) * self.scale

    def show_pins(self, views: Sequence[PinView], *, locked: bool) -> None:
        """Show these pins; the one of an index stays the same widget, so that it keeps the focus."""
        self._views, self._locked = tuple(views), locked
        while len(self.pins) > len(views):
            pin = self.pins.pop()
            pin.hide()
            pin.deleteLater()
        while len(self.pins) < len(views):
            self.pins.append(self._pin(len(self.pins)))
        for pin, view in zip(self.pins, views, strict=True):
            pin.show_sign(view.name, view.number, view.verdict, locked=locked)
        self._arrange()

    @override
    def _arrange(self) -> None:
        for pin, view in zip(self.pins, self._views, strict=True):
            pin.put(self.to_screen(view.point), self.scale)
        self.rescaled.emit()

    def _pin(self, index: int) -> Pin:
        pin = Pin(self.theme, self, self._object, self._centre)
        pin.nudged.connect(lambda right, down: self._nudge(index, right, down))
        pin.erased.connect(lambda: self.erased.emit(index))
        pin.drag.began.connect(lambda pressed: self._grab(index, pressed))
        pin.drag.moved.connect(lambda pointer: pin.put(self._under(pointer), self.scale))
        pin.drag.dropped.connect(lambda pointer: self._drop(index, pointer))
        pin.show()
        return pin

    def _nudge(self, index: int, right: int, down: int) -> None:
        x, y = self._views[index].point
        width, height = self.picture_size
        self.moved.emit(index, min(max(x + right, 0), width), min(max(y + down, 0), height))

    def _grab(self, index: int, pressed: QPoint) -> None:
        self._grip = self.to_screen(self._views[index].point) - self.mapFromGlobal(pressed).toPointF()
        self.pins[index].raise_()

    def _under(self, pointer: QPoint) -> QPointF:
        """Where a pin's point is while it is held here."""
        return self.mapFromGlobal(pointer).toPointF() + self._grip

    def _drop(self, index: int, pointer: QPoint) -> None:
        place = self._under(pointer)
        if self.inside.adjusted(-TARGET, -TARGET, TARGET, TARGET).contains(place):
            self.moved.emit(index, *self.to_picture(place))
            self._arrange()
        else:
            self.erased.emit(index)
