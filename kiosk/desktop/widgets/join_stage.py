"""A picture whose places are joined by lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import override

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import LIGHT, TARGET, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.desktop.widgets.signs import PAPER, Sign, paint_outline, paint_sign, sign_places
from kiosk.desktop.widgets.spot_stage import SpotStage
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.areas import place_on_line
from kiosk.lessons.interactions import Hotspot, Picture
from kiosk.words import tr


@dataclass(frozen=True, slots=True)
class Join:
    """Two places by their identifiers, and what came of joining them."""

    first: str
    second: str
    verdict: Verdict = Verdict.NONE


class JoinStage(SpotStage):
    """A line is pulled from one place to another, and has a button in its middle that takes it away.

    Signals:
        pulled(str, str): a line was pulled from the first place to the second.
        parted(str, str): the line between these two is to go.
    """

    pulled = Signal(str, str)
    parted = Signal(str, str)

    def __init__(
        self,
        picture: Picture,
        hotspots: Sequence[Hotspot],
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(picture, hotspots, theme, pictures, parent)
        self._joins: dict[Join, _Knot] = {}
        self._pull: tuple[str, QPointF] | None = None

    @property
    def knots(self) -> Sequence[QWidget]:
        """The buttons of the lines."""
        return tuple(self._joins.values())

    def show_joins(self, joins: Sequence[Join]) -> None:
        """Show these lines and no other."""
        for join in [join for join in self._joins if join not in joins]:
            knot = self._joins.pop(join)
            knot.hide()
            knot.deleteLater()
        for join in joins:
            if join not in self._joins:
                self._joins[join] = self._knot(join)
        self._joins = {join: self._joins[join] for join in joins}
        self._arrange()
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        start = self._pressed
        if start is not None and not self._locked:
            moved = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
            place = self.spot_at(start)
            if place is not None and (moved or self._pull is not None):
                self._pull = place, event.position()
                self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull, self._pull = self._pull, None
        super().mouseReleaseEvent(event)
        if pull is not None:
            self.update()
            to = self.spot_at(event.position())
            if to is not None and to != pull[0]:
                self.pulled.emit(pull[0], to)

    @override
    def _arrange(self) -> None:
        super()._arrange()
        taken: list[tuple[float, float]] = []
        for join, knot in self._joins.items():
            line = self._line(join)
            place = place_on_line(line.p1().toTuple(), line.p2().toTuple(), taken, TARGET)
            taken.append(place)
            target = QRect(0, 0, TARGET, TARGET)
            target.moveCenter(QPointF(*place).toPoint())
            knot.setGeometry(target)
            knot.raise_()

    @override
    def _paint_over(self, painter: QPainter) -> None:
        """Draw the lines between the places, not over what the places show."""
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        for spot in self.spots.values():
            around = around.subtracted(spot.outline)
        painter.setClipPath(around)
        for join in self._joins:
            tone = join.verdict.tone(PAPER)
            missed = join.verdict is Verdict.RIGHT_ANSWER
            color = tone.ink if tone is not None else LIGHT.primary
            paint_outline(painter, _path(self._line(join)), color, strong=True, dashed=missed)
        if self._pull is not None:
            place, end = self._pull
            paint_outline(painter, _path(QLineF(self.spots[place].middle, end)), LIGHT.primary, strong=True)

    def _line(self, join: Join) -> QLineF:
        return QLineF(self.spots[join.first].middle, self.spots[join.second].middle)

    def _knot(self, join: Join) -> "_Knot":
        names = tr("{one} and {other}", one=self.name_of(join.first), other=self.name_of(join.second))
        knot = _Knot(names, join.verdict, self.theme, self)
        knot.setEnabled(not self._locked)
        knot.clicked.connect(partial(self.parted.emit, join.first, join.second))
        knot.show()
        return knot


class _Knot(Pressable):
    """The button in the middle of a line: takes it away, or says what came of it."""

    def __init__(self, names: str, verdict: Verdict, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._verdict = verdict
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        taken_away = tr("Take away the line between {places}", places=names)
        self.setAccessibleName(f"{names}: {verdict.word}" if verdict.word else taken_away)
        ring_focus(self, theme, TARGET // 2)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        sign = Sign(verdict=self._verdict) if self._verdict is not Verdict.NONE else Sign(own=Icon.CROSS)
        [place] = sign_places([sign], QRectF(self.rect()).center(), self._theme, QRectF(self.rect()))
        paint_sign(QPainter(self), place, sign)


def _path(line: QLineF) -> QPainterPath:
    path = QPainterPath(line.p1())
    path.lineTo(line.p2())
    return path
