"""Parts in an order, of which one can be dragged to another place."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import RADIUS_CONTROL, Theme
from kiosk.desktop.widgets.cells import Cells


class DragList(Cells):
    """While a part is dragged it stays under the pointer, and a gap shows where it would land.

    A subclass says in `_places` where any of the parts go, and in `drag_to` at which place the dragged one is.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dragged: QWidget | None = None

    def drop(self) -> None:
        """Let the dragged part fall into its gap."""
        self._dragged = None
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dragged is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colors.primary), 2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(self._theme.colors.primary_soft))
        gap = self._seen(self._placed(self.width())[self._cells.index(self._dragged)])
        painter.drawRoundedRect(QRectF(gap).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _drag(self, part: QWidget) -> list[QWidget]:
        """Begin to drag this part, or go on; tells the others, in their order."""
        self._dragged = part
        part.raise_()
        return [other for other in self._cells if other is not part]

    @override
    def _arrange(self) -> None:
        for part, place in zip(self._cells, self._placed(self.width()), strict=True):
            if part is self._dragged:
                part.resize(place.size())
            else:
                part.setGeometry(self._seen(place))
        self.updateGeometry()
        self.update()

    @override
    def _placed(self, width: int) -> list[QRect]:
        return self._places(self._cells, width)

    def _places(self, parts: Sequence[QWidget], width: int) -> list[QRect]:
        """Where these parts would go, were there no others."""
        raise NotImplementedError
