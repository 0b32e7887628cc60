"""How far: a ring on a lesson, a line over a page, a bar toward today's goal. Each says its number in words too."""

from typing import override

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.numerals import number
from kiosk.desktop.theme import Size, Theme, font, px
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

_RING_SIDE = 64
_RING_LINE = 7
_PAGE_LINE = 6
_GOAL_LINE = 10


class ProgressRing(QWidget):
    """Percent of a lesson's pages done, as a ring in the subject's colour with the number in it."""

    def __init__(self, percent: int, color: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = min(max(percent, 0), 100)
        self._color = color
        self._theme = theme
        self.setFixedSize(px(theme, _RING_SIDE), px(theme, _RING_SIDE))
        self.setAccessibleName(tr("{percent} percent done", percent=self._percent))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = px(self._theme, _RING_LINE)
        room = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(QColor(self._theme.colors.track), width))
        painter.drawEllipse(room)
        if self._percent:
            cap = Qt.PenCapStyle.RoundCap
            painter.setPen(QPen(QColor(self._color), width, Qt.PenStyle.SolidLine, cap))
            painter.drawArc(room, 90 * 16, -round(self._percent * 3.6 * 16))
        painter.setPen(QColor(self._theme.colors.ink))
        painter.setFont(font(self._theme, Size.SMALL, QFont.Weight.DemiBold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, number(self._percent))


class _Line(QWidget):
    """A line filled from the left."""

    def __init__(self, height: int, color: str, theme: Theme, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self._color = color
        self._ground = theme.colors.track
        self._radius = radius
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        full = QRectF(self.rect())
        paint_surface(painter, full, Surface(self._ground), self._radius)
        if self._part > 0:
            full.setWidth(max(full.width() * self._part, self.height()))
            paint_surface(painter, full, Surface(self._color), self._radius)

    def _fill(self, part: float) -> None:
        self._part = min(max(part, 0.0), 1.0)
        self.update()


class PageProgress(_Line):
    """The line under a lesson's bar: how many of its pages are behind the reader, this one included."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(_PAGE_LINE, theme.colors.primary, theme, 0, parent)

    def show_page(self, page: int, count: int) -> None:
        self.setAccessibleName(tr("Page {number} of {count}", number=page, count=count))
        self._fill(page / max(count, 1))


class GoalBar(_Line):
    """How far a day's goal is reached, which `words` say too: "9 of 10 XP"."""

    def __init__(self, done: float, goal: float, words: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(px(theme, _GOAL_LINE), theme.colors.good.ink, theme, px(theme, _GOAL_LINE) / 2, parent)
        self.setAccessibleName(words)
        self._fill(done / max(goal, 1))
