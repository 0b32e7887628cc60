"""Parts in a line, and in more lines where one is too short, of which one can be dragged."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID
from kiosk.desktop.widgets.drag_list import DragList


class FlowList(DragList):
    """Each part as wide as it needs, in reading order."""

    def drag_to(self, row: QWidget, corner: QPoint) -> int:
        """Let the part's upper left corner be here, as far as the list reaches, and say at which place it would land.

        That is after every other part whose middle its beginning has passed, were the others without a gap.
        """
        others = self._drag(row)
        reach = self.size() - row.size()
        row.move(max(0, min(corner.x(), reach.width())), max(0, min(corner.y(), reach.height())))
        begins = row.geometry().right() if self._is_turned else row.geometry().left()
        head = QPoint(begins, row.geometry().center().y())
        return sum(self._is_before(self._seen(place), head) for place in self._places(others, self.width()))

    @override
    def sizeHint(self) -> QSize:
        width = sum(row.sizeHint().width() + GRID for row in self._cells) or GRID
        return QSize(width, self.heightForWidth(width))

    @override
    def _places(self, parts: Sequence[QWidget], width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = line = 0
        for row in parts:
            own = min(row.sizeHint().width(), width)
            if left and left + own > width:
                left, top, line = 0, top + line + GRID, 0
            height = row.heightForWidth(own)
            places.append(QRect(left, top, own, height))
            left, line = left + own + GRID, max(line, height)
        return places

    def _is_before(self, place: QRect, head: QPoint) -> bool:
        """Whether most of a part at a place is read before this point."""
        if not place.top() - GRID // 2 <= head.y() <= place.bottom() + GRID // 2:
            return place.bottom() < head.y()
        return place.center().x() > head.x() if self._is_turned else place.center().x() < head.x()

    @property
    def _is_turned(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft
