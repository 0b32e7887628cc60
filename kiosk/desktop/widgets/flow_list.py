"""Parts in a line, and in more lines where one is too short, of which one can be dragged."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Theme


class FlowList(QWidget):
    """Each part as wide as it needs, in reading order. While one is dragged, a gap shows where it would land."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[QWidget, ...] = ()
        self._dragged: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Put the parts in this order. The dragged one stays under the pointer."""
        self._rows = tuple(rows)
        for row in self._rows:
            row.setParent(self)
            row.show()
        self._arrange()

    def drag_to(self, row: QWidget, corner: QPoint) -> int:
        """Let the part's upper left corner be here, as far as the list reaches, and say at which place it would land.

        That is after every other part whose middle its beginning has passed, were the others without a gap.
        """
        self._dragged = row
        row.raise_()
        reach = self.size() - row.size()
        row.move(max(0, min(corner.x(), reach.width())), max(0, min(corner.y(), reach.height())))
        begins = row.geometry().right() if self._is_turned else row.geometry().left()
        others = [other for other in self._rows if other is not row]
        head = QPoint(begins, row.geometry().center().y())
        return sum(self._is_before(place, head) for place in self._places(others, self.width()))

    def drop(self) -> None:
        """Let the dragged part fall into its gap."""
        self._dragged = None
        self._arrange()

    @override
    def sizeHint(self) -> QSize:
        width = sum(row.sizeHint().width() + GRID for row in self._rows) or GRID
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max((row.minimumSizeHint().width() for row in self._rows), default=0), 0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(self._rows, width)), default=0)

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
        gap = self._places(self._rows, self.width())[self._rows.index(self._dragged)]
        painter.drawRoundedRect(QRectF(gap).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _arrange(self) -> None:
        for row, place in zip(self._rows, self._places(self._rows, self.width()), strict=True):
            if row is self._dragged:
                row.resize(place.size())
            else:
                row.setGeometry(place)
        self.updateGeometry()
        self.update()

    def _places(self, rows: Sequence[QWidget], width: int) -> list[QRect]:
        places: list[QRect] = []
        left = top = line = 0
        for row in rows:
            own = min(row.sizeHint().width(), width)
            if left and left + own > width:
                left, top, line = 0, top + line + GRID, 0
            height = row.heightForWidth(own)
            places.append(
                QStyle.visualRect(self.layoutDirection(), QRect(0, 0, width, 0), QRect(left, top, own, height))
            )
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
