"""Widgets one after another, as words are."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget


class Flow(QWidget):
    """Lays its cells out in lines, each as wide as it likes and as high as the highest of its line."""

    def __init__(self, *, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._cells: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, cells: Sequence[QWidget]) -> None:
        """Take these cells, which become its children."""
        self._cells = tuple(cells)
        for cell in self._cells:
            cell.setParent(self)
            cell.show()
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        width = sum(cell.sizeHint().width() + self._gap for cell in self._cells)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((cell.minimumSizeHint().width() for cell in self._cells), default=0), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._placed(width)), default=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        for cell, place in zip(self._cells, self._placed(self.width()), strict=True):
            cell.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self.updateGeometry()

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
