"""Rows one under the other, of which one can be dragged."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID
from kiosk.desktop.widgets.drag_list import DragList


class RowList(DragList):
    """Each row as wide as the list and as high as it needs."""

    def drag_to(self, row: QWidget, corner: QPoint) -> int:
        """Let the row be as high as this corner, as far as the list reaches, and say at which place it would land.

        That is after every other row whose middle it has passed, were the others without a gap. So the place does not
        depend on where the gap is now, and rows of unequal height do not jump to and fro.
        """
        others = self._drag(row)
        row.move(0, max(0, min(corner.y(), self.height() - row.height())))
        return sum(place.top() + place.height() // 2 < row.y() for place in self._places(others, self.width()))

    @override
    def sizeHint(self) -> QSize:
        width = max((row.sizeHint().width() for row in self._cells), default=1)
        return QSize(width, self.heightForWidth(width))

    @override
    def _places(self, parts: Sequence[QWidget], width: int) -> list[QRect]:
        places, top = [], 0
        for row in parts:
            places.append(QRect(0, top, width, row.heightForWidth(width)))
            top += places[-1].height() + GRID
        return places
