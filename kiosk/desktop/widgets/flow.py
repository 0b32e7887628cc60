"""Widgets one after another, as words are."""

from typing import override

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from kiosk.desktop.widgets.cells import Cells


class Flow(Cells):
    """Lays its cells out in lines, each as wide as it likes and as high as the highest of its line."""

    def __init__(self, *, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap

    @override
    def sizeHint(self) -> QSize:
        width = sum(cell.sizeHint().width() + self._gap for cell in self._cells)
        return QSize(width, self.heightForWidth(width))

    @override
    def _placed(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        first = left = top = line = 0
        for cell in self._cells:
            wanted = cell.sizeHint()
            wide = min(wanted.width(), width)
            high = cell.heightForWidth(wide) if wide < wanted.width() and cell.hasHeightForWidth() else wanted.height()
            if left and left + wide > width:
                first, left, top, line = len(places), 0, top + line + self._gap, 0
            places.append(QRect(left, top, wide, high))
            left += wide + self._gap
            line = max(line, high)
            for place in places[first:]:
                place.setHeight(line)
        return places
