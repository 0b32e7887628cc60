"""A picture whose places hold what is put on them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, TARGET, Size, Theme, px
from kiosk.desktop.widgets.drag import Drag
from kiosk.desktop.widgets.picture_stage import MOST_GROWN
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.sign_view import SignView
from kiosk.desktop.widgets.signs import Sign
from kiosk.desktop.widgets.spot_stage import SpotStage
from kiosk.desktop.widgets.tile import Tile
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import Choice, Hotspot, Picture
from kiosk.words import tr

_GAP = 4
_WORD = 160
"""Room at 100 % text for a word that is not to be broken."""
_RADIUS = RADIUS_CONTROL // 2
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Placed:
    """A choice on a place, by their identifiers, and what came of it."""

    choice: str
    place: str
    verdict: Verdict = Verdict.NONE
    copy: int = 0
    """Which of several that are alike."""


class GapStage(SpotStage):
    """Shows each choice that was put somewhere as a small tile in the middle of its place, several below each other.

    Signals:
        taken(str, str): the tile of this choice on this place is pressed, or Backspace or Delete on it.
        drag_began(Tile, str, str, QPoint), drag_moved(QPoint), drag_dropped(QPoint): it is dragged, in global pixels.
    """

    taken = Signal(str, str)
    drag_began = Signal(object, str, str, QPoint)
    drag_moved = Signal(QPoint)
    drag_dropped = Signal(QPoint)

    def __init__(
        self,
        picture: Picture,
        hotspots: Sequence[Hotspot],
        choices: Sequence[Choice],
        theme: Theme,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(picture, hotspots, theme, pictures, parent)
        self._choices = {choice.identifier: choice for choice in choices}
        self._pictures = pictures
        self._placed: dict[Placed, _PlacedTile] = {}

    @property
    def tiles(self) -> Sequence[QWidget]:
        """What lies on the picture."""
        return tuple(self._placed.values())

    def show_placed(self, placed: Sequence[Placed]) -> None:
        """Show these choices on their places and no other."""
        for one in [one for one in self._placed if one not in placed]:
            tile = self._placed.pop(one)
            tile.hide()
            tile.deleteLater()
        self._placed = {one: self._placed.get(one) or self._tile(one) for one in placed}
        self._arrange()

    @override
    def _arrange(self) -> None:
        super()._arrange()
        for place in self.spots:
            self._stack(place, [tile for one, tile in self._placed.items() if one.place == place])

    def _stack(self, place: str, tiles: Sequence["_PlacedTile"]) -> None:
        box = self.box_of(place).toAlignedRect()
        sizes = [tile.size_for(box.width(), self.scale) for tile in tiles]
        top = box.center().y() - (sum(size.height() + _GAP for size in sizes) - _GAP) // 2
        top = max(0, min(top, self.height() - sum(size.height() + _GAP for size in sizes)))
        for tile, size in zip(tiles, sizes, strict=True):
            left = max(0, min(box.center().x() - size.width() // 2, self.width() - size.width()))
            tile.setGeometry(QRect(QPoint(left, top), size))
            tile.raise_()
            top += size.height() + _GAP

    def _tile(self, one: Placed) -> "_PlacedTile":
        choice = self._choices[one.choice]
        tile = _PlacedTile(choice, one.verdict, self.theme, self._pictures, self)
        thing, place = plain_text(choice.content), self.name_of(one.place)
        if self._locked:
            tile.setAccessibleName(tr("{thing}, on: {place}", thing=thing, place=place))
        else:
            tile.setAccessibleName(tr("Take out {thing}, on: {place}", thing=thing, place=place))
        tile.setAccessibleDescription(one.verdict.word)
        if not self._locked:
            tile.clicked.connect(lambda: self.taken.emit(one.choice, one.place))
            tile.drag.began.connect(lambda pressed: self.drag_began.emit(tile, one.choice, one.place, pressed))
            tile.drag.moved.connect(self.drag_moved)
            tile.drag.dropped.connect(self.drag_dropped)
        tile.show()
        return tile


class _PlacedTile(Tile):
    """What lies on a place. A picture alone lies there as it is, in the scale of the picture under it."""

    def __init__(self, choice: Choice, verdict: Verdict, theme: Theme, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(theme, _RADIUS, parent)
        self.drag = Drag(self)
        self._verdict = verdict
        self._is_picture = not _TAG.sub("", choice.content).strip()
        # It lies on paper already, and is as large as it is given room for.
        ground = Theme(text_scale=theme.text_scale * MOST_GROWN) if self._is_picture else theme
        self._content = RichText(ground, pictures, size=Size.BODY, short=True)
        self._content.show_html(choice.content)
        side, top = (0, 0) if self._is_picture else (GRID, GRID // 2)
        self._beside = 2 * side
        row = QHBoxLayout(self)
        row.setContentsMargins(side, top, side, top)
        row.setSpacing(GRID)
        if verdict is not Verdict.NONE:
            sign = SignView(Sign(verdict=verdict), theme)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
            self._beside += sign.width() + GRID
        row.addWidget(self._content, 1, Qt.AlignmentFlag.AlignVCenter)

    def size_for(self, room: int, scale: float) -> QSize:
        """How large it is on a place so wide, with so many pixels to one of the picture's."""
        words = self._content.natural_width()
        if self._is_picture:
            words = round(words * scale / (self._theme.text_scale * MOST_GROWN))
        else:
            words = min(words, max(room - self._beside, px(self._theme, _WORD)))
        width = max(words + self._beside, TARGET)
        return QSize(width, max(self.heightForWidth(width), TARGET))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone, colors = self._verdict.tone(self._theme), self._theme.colors
        is_missed = self._verdict is Verdict.RIGHT_ANSWER
        if tone is not None:
            line = Qt.PenStyle.DashLine if is_missed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(tone.ink), 2, line))
            painter.setBrush(QColor(colors.surface if is_missed else tone.ground))
        elif self._is_picture and not (self.isDown() or self.underMouse()):
            return
        else:
            painter.setPen(QPen(QColor(colors.primary), 2))
            painter.setBrush(QColor(self._look().fill))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
