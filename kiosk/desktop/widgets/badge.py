"""The letter or number of something to choose or to place."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop import icons
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.verdict import Verdict

_SIDE = 34


class Badge(QWidget):
    """A letter in a ring where one is chosen, in a square where several are; a sign once it is judged."""

    def __init__(self, letter: str, theme: Theme, *, square: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._theme = theme
        self._square = square
        self._chosen = False
        self._verdict = Verdict.NONE
        self.setFixedSize(QSize(1, 1) * px(theme, _SIDE))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_letter(self, letter: str) -> None:
        self._letter = letter
        self.update()

    def show_chosen(self, chosen: bool) -> None:
        self._chosen = chosen
        self.update()

    def show_verdict(self, verdict: Verdict) -> None:
        self._verdict = verdict
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        tone = self._verdict.tone(self._theme)
        if tone is not None:
            ink, ground = tone.ground, Surface(tone.ink)
        elif self._chosen:
            ink, ground = colors.on_primary, Surface(colors.primary)
        else:
            ink, ground = colors.muted, Surface(colors.surface, colors.line, 2)
        room = QRectF(self.rect())
        radius = GRID if self._square else room.width() / 2
        paint_surface(painter, room, ground, radius)
        sign = Icon.CHECK if self._square and self._chosen else None
        sign = self._verdict.icon or sign
        if sign is not None:
            inset = room.width() / 5
            icons.paint(painter, sign, room.adjusted(inset, inset, -inset, -inset), ink)
            return
        painter.setPen(QColor(ink))
        painter.setFont(font(self._theme, Size.BODY, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)
