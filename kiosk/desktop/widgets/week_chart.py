"""The days of a week as bars."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.views import DayBar
from kiosk.desktop.widgets.surface import Surface, paint_surface

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
        self._numbers = font(theme, Size.SMALL, QFont.Weight.DemiBold)
        self._words = font(theme, Size.SMALL)
        self._line = QFontMetrics(self._numbers).height()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Focused minutes this week")
        told = ", ".join(f"{'today' if day.is_today else day.name} {day.minutes}" for day in self._days)
        self.setAccessibleDescription(f"{told}. Your goal is {goal_minutes} a day." if goal_minutes else told)

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
        if self._goal and tallest > _STUB:
            height = ground - tallest * self._goal / most
            _paint_goal_line(painter, QPointF(0, height), QPointF(self.width(), height), self._theme)
        cell = (self.width() + _GAP) / len(self._days)
        wide = min(cell - _GAP, px(self._theme, _WIDEST))
        for index, day in enumerate(self._days):
            middle = cell * index + (cell - _GAP) / 2
            high = max(tallest * day.minutes / most, _STUB)
            self._paint_day(painter, day, QRectF(middle - wide / 2, ground - high, wide, high))
            name = QRectF(middle - cell / 2, ground + GRID, cell, self._line)
            painter.setFont(self._numbers if day.is_today else self._words)
            painter.setPen(QColor(self._theme.colors.ink if day.is_today else self._theme.colors.muted))
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self._name(day, cell))

    def _paint_day(self, painter: QPainter, day: DayBar, bar: QRectF) -> None:
        colors = self._theme.colors
        color = colors.primary if day.is_today and day.minutes else colors.line
        paint_surface(painter, bar, Surface(color), min(_CORNER, bar.height() / 2))
        if day.minutes:
            number = QRectF(bar.center().x() - self.width(), bar.top() - self._line, self.width() * 2, self._line)
            painter.setFont(self._numbers)
            words = painter.boundingRect(number, Qt.AlignmentFlag.AlignCenter, str(day.minutes))
            painter.fillRect(words.adjusted(-4, -2, 4, 0), QColor(colors.surface))
            painter.setPen(QColor(colors.primary if day.is_today else colors.muted))
            painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(day.minutes))

    def _name(self, day: DayBar, room: float) -> str:
        """Three letters, or one in a week too narrow for three."""
        short = [each.name[:3] for each in self._days]
        widest = max(QFontMetrics(self._numbers).horizontalAdvance(name) for name in short)
        return day.name[:3] if widest <= room else day.name[:1]


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
