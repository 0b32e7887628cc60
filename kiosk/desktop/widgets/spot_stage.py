"""A picture with places to press."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import TARGET, Theme
from kiosk.desktop.widgets.picture_stage import PictureStage
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.scrolling import bring_into_view
from kiosk.desktop.widgets.signs import paint_sign, sign_places
from kiosk.desktop.widgets.spot import Mark, Spot
from kiosk.lessons.areas import Point, bounds, hit, neighbour
from kiosk.lessons.interactions import Hotspot, Picture
from kiosk.words import tr


class SpotStage(PictureStage):
    """Offers each hotspot as a button: a press means the first one under it, else the nearest that is a finger away.

    Tab goes from spot to spot as the item lists them, arrows as they lie.

    Signals:
        pressed(str): the place with this identifier is pressed.
        erased(str): Backspace or Delete on it.
    """

    pressed = Signal(str)
    erased = Signal(str)

    def __init__(
        self,
        picture: Picture,
        hotspots: Sequence[Hotspot],
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(picture, theme, pictures, parent)
        self._areas = {hotspot.identifier: hotspot.area for hotspot in hotspots}
        self.spots: dict[str, Spot] = {}
        self._locked = False
        for number, hotspot in enumerate(hotspots, 1):
            spot = Spot(
                hotspot.label or tr("Place {number} of {count}", number=number, count=len(hotspots)), theme, self
            )
            spot.clicked.connect(partial(self._press, hotspot.identifier))
            spot.arrowed.connect(partial(self._go, hotspot.identifier))
            spot.erased.connect(partial(self._erase, hotspot.identifier))
            self.spots[hotspot.identifier] = spot
        self._signs = _Signs(self)
        self.tapped.connect(self._tap)
        self.setMouseTracking(True)

    def name_of(self, place: str) -> str:
        """What a screen reader calls a place."""
        return self.spots[place].accessibleName() if place in self.spots else ""

    def show_marks(self, marks: Mapping[str, Mark], *, locked: bool) -> None:
        """Show how each place stands; one that is not named is as it was at first."""
        self._locked = locked
        for name, spot in self.spots.items():
            spot.show_mark(marks.get(name, Mark()), locked=locked)
        self._signs.raise_()
        self._signs.update()

    def spot_at(self, place: QPointF) -> str | None:
        """Tell which hotspot a place of this widget means."""
        if not self.inside.adjusted(-TARGET / 2, -TARGET / 2, TARGET / 2, TARGET / 2).contains(place):
            return None
        return hit(self._areas, self.to_picture(place), TARGET / 2 / self.scale)

    def show_aimed(self, place: QPointF | None) -> None:
        """Show which hotspot would be meant here."""
        aimed = self.spot_at(place) if place is not None and not self._locked else None
        for name, spot in self.spots.items():
            spot.show_touched(name == aimed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if aimed is not None else Qt.CursorShape.ArrowCursor)

    def box_of(self, place: str) -> QRectF:
        """Where a hotspot lies on this widget, without what sticks out of the picture."""
        box = bounds(self._areas[place]).clipped(*self.picture_size)
        return QRectF(self.to_screen((box.left, box.top)), self.to_screen((box.right, box.bottom)))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.show_aimed(event.position())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.show_aimed(None)

    @override
    def _arrange(self) -> None:
        for name, spot in self.spots.items():
            spot.show_outline(self.outline(self._areas[name]))
        self._signs.setGeometry(self.rect())

    def _tap(self, x: float, y: float) -> None:
        name = hit(self._areas, (x, y), TARGET / 2 / self.scale)
        if name is not None:
            self.spots[name].setFocus(Qt.FocusReason.MouseFocusReason)
            self.spots[name].click()

    def _press(self, name: str) -> None:
        if not self._locked:
            self.pressed.emit(name)

    def _erase(self, name: str) -> None:
        if not self._locked:
            self.erased.emit(name)

    def _go(self, name: str, right: int, down: int) -> None:
        middles: dict[str, Point] = {other: spot.middle.toTuple() for other, spot in self.spots.items()}
        to = neighbour(middles, name, (right, down))
        if to is not None:
            self.spots[to].setFocus(Qt.FocusReason.TabFocusReason)
            bring_into_view(self.spots[to], TARGET)


class _Signs(QWidget):
    """The signs of all spots, over all of them."""

    def __init__(self, stage: SpotStage) -> None:
        super().__init__(stage)
        self._stage = stage
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for spot in self._stage.spots.values():
            signs = spot.mark.signs
            places = sign_places(signs, spot.corner, self._stage.theme, self._stage.inside)
            for sign, place in zip(signs, places, strict=True):
                paint_sign(painter, place, sign)
