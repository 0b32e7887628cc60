"""Equal columns, as many as fit."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.desktop.widgets.cells import Cells


class Columns(Cells):
    """Lays its cells out row by row, in at most `most` equal columns; every cell of a row is as high as the highest.

    A column is at least `column_width` wide; without one it must hold the widest cell on one line.
    """

    def __init__(self, *, most: int, gap: int, column_width: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self._gap = gap
        self._column_width = column_width

    def show_cells(self, cells: Sequence[QWidget]) -> None:
        """Take these cells in place of the ones before, which are deleted."""
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self.hold(cells)

    @property
    def column_count(self) -> int:
        return self._count(self.width())

    @override
    def sizeHint(self) -> QSize:
        width = self._least_column() * self._most + self._gap * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    def _least_column(self) -> int:
        if self._column_width is not None:
            return self._column_width
        return max((cell.sizeHint().width() for cell in self._cells), default=1)

    def _count(self, width: int) -> int:
        fit = (width + self._gap) // (self._least_column() + self._gap)
        return max(1, min(fit, self._most))

    @override
    def _placed(self, width: int) -> list[QRect]:
        count = self._count(width)
        column = max((width - self._gap * (count - 1)) // count, 1)
        places: list[QRect] = []
        top = 0
        for start in range(0, len(self._cells), count):
            row = self._cells[start : start + count]
            height = max(_height(cell, column) for cell in row)
            places += [QRect(index * (column + self._gap), top, column, height) for index in range(len(row))]
            top += height + self._gap
        return places


def _height(cell: QWidget, width: int) -> int:
    return cell.heightForWidth(width) if cell.hasHeightForWidth() else cell.sizeHint().height()
