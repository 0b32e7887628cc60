"""The days of a week as bars."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.numerals import number
from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.views import DayBar
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

_TALLEST = 104
_WIDEST = 48
_STUB = 5
_CORNER = 6
_GAP = GRID
_DASHES = [3.0, 3.0]
_MARK = 20


class WeekChart(QWidget):
    """A bar for each day with its minutes over it, today's in the accent, and a dashed line where the goal is.

    A day without a minute keeps a stub to grow from. A screen reader is told every day in words.
    """

    def __init__(
        self, days: Sequence[DayBar], goal_minutes: int | None, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._days = tuple(days)
        self._goal = goal_minutes
        self._theme = theme
        self._font = font(theme, Size.SMALL)
        self._bold = font(theme, Size.SMALL, QFont.Weight.DemiBold)
        self._line = QFontMetrics(self._bold).height()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Focused minutes this week"))
        today = tr("today")
        told = ", ".join(f"{today if day.is_today else day.name} {number(day.minutes)}" for day in self._days)
        goal = tr("Your goal is {minutes} a day.", minutes=goal_minutes)
        self.setAccessibleDescription(f"{told}. {goal}" if goal_minutes else told)

    @override
    def sizeHint(self) -> QSize:
        tallest = px(self._theme, _TALLEST) if any(day.minutes for day in self._days) else _STUB
        return QSize(px(self._theme, _WIDEST) * len(self._days), tallest + 2 * self._line + GRID)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._line * len(self._days), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - self._line - GRID
        tallest = ground - self._line
        most = max(1, self._goal or 0, *(day.minutes for day in self._days))
        goal = ground - tallest * self._goal / most if self._goal and tallest > _STUB else None
        if goal is not None:
            _paint_goal_line(painter, QPointF(0, goal), QPointF(self.width(), goal), self._theme)
        cell = (self.width() + _GAP) / len(self._days)
        wide = min(cell - _GAP, px(self._theme, _WIDEST))
        for index, day in enumerate(self._days):
            middle = cell * index + (cell - _GAP) / 2
            top = ground - max(tallest * day.minutes / most, _STUB)
            self._paint_bar(painter, day, QRectF(middle - wide / 2, top, wide, ground - top))
            if day.minutes:
                crossed = goal is not None and top - self._line < goal < top
                self._paint_words(painter, day, number(day.minutes), middle, goal if goal and crossed else top)
            self._paint_words(painter, day, self._name(day, cell), middle, self.height())

    def _paint_bar(self, painter: QPainter, day: DayBar, bar: QRectF) -> None:
        color = self._theme.colors.primary if day.is_today and day.minutes else self._theme.colors.track
        paint_surface(painter, bar, Surface(color), min(_CORNER, bar.height() / 2))

    def _paint_words(self, painter: QPainter, day: DayBar, words: str, middle: float, bottom: float) -> None:
        painter.setFont(self._bold if day.is_today else self._font)
        painter.setPen(QColor(self._theme.colors.ink if day.is_today else self._theme.colors.muted))
        room = QRectF(middle - self.width(), bottom - self._line, self.width() * 2, self._line)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _name(self, day: DayBar, room: float) -> str:
        """Some three letters, or one in a week too narrow for them."""
        widest = max(QFontMetrics(self._bold).horizontalAdvance(_short(each)) for each in self._days)
        return _short(day) if widest <= room else day.narrow or day.name[:1]


def _short(day: DayBar) -> str:
    return day.short or day.name[:3]


class GoalMark(QWidget):
    """A piece of the chart's goal line, to stand beside the words that explain it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(px(theme, _MARK), px(theme, Size.SMALL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        middle = self.height() / 2
        _paint_goal_line(QPainter(self), QPointF(0, middle), QPointF(self.width(), middle), self._theme)


def _paint_goal_line(painter: QPainter, start: QPointF, end: QPointF, theme: Theme) -> None:
    pen = QPen(QColor(theme.colors.good.ink), px(theme, 2))
    pen.setDashPattern(_DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(start, end)
