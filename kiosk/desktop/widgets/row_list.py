"""Rows one under the other, of which one can be dragged."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Theme


class RowList(QWidget):
    """Each row as wide as the list and as high as it needs. While one is dragged, a gap shows where it would land."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[QWidget, ...] = ()
        self._dragged: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Put the rows in this order. The dragged one stays under the pointer."""
        self._rows = tuple(rows)
        for row in self._rows:
            row.setParent(self)
            row.show()
        self._arrange()

    def drag_to(self, row: QWidget, corner: QPoint) -> int:
        """Let the row be as high as this corner, as far as the list reaches, and say at which place it would land.

        That is after every other row whose middle it has passed, were the others without a gap. So the place does not
        depend on where the gap is now, and rows of unequal height do not jump to and fro.
        """
        self._dragged = row
        row.raise_()
        row.move(0, max(0, min(corner.y(), self.height() - row.height())))
        others = [other for other in self._rows if other is not row]
        middles = (at + other.height() // 2 for other, at in zip(others, _tops(others, self.width()), strict=True))
        return sum(middle < row.y() for middle in middles)

    def drop(self) -> None:
        """Let the dragged row fall into its gap."""
        self._dragged = None
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        width = max((row.sizeHint().width() for row in self._rows), default=1)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((row.minimumSizeHint().width() for row in self._rows), default=0), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return sum(row.heightForWidth(width) + GRID for row in self._rows) - GRID if self._rows else 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dragged is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colors.primary), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._theme.colors.primary_soft))
        top = _tops(self._rows, self.width())[self._rows.index(self._dragged)]
        gap = QRectF(0, top, self.width(), self._dragged.height())
        painter.drawRoundedRect(gap.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _arrange(self) -> None:
        for row, top in zip(self._rows, _tops(self._rows, self.width()), strict=True):
            height = row.heightForWidth(self.width())
            if row is self._dragged:
                row.resize(self.width(), height)
            else:
                row.setGeometry(0, top, self.width(), height)
        self.updateGeometry()
        self.update()


def _tops(rows: Sequence[QWidget], width: int) -> list[int]:
    heights = [row.heightForWidth(width) + GRID for row in rows]
    return [sum(heights[:index]) for index in range(len(heights))]
