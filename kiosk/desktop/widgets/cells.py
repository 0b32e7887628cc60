"""What every widget has in common that lays its children out itself, as high as its width makes it."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.desktop.widgets.arranged import Arranged


class Cells(Arranged):
    """Holds cells. A subclass says in `_placed` where they go, and in `sizeHint` how wide it likes to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hold(self, cells: Sequence[QWidget]) -> None:
        """Take these cells, in this order. They become its children; earlier ones stay so."""
        self._cells = tuple(cells)
        for cell in self._cells:
            cell.setParent(self)
            cell.show()
        self._arrange()

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
    def _arrange(self) -> None:
        for cell, place in zip(self._cells, self._placed(self.width()), strict=True):
            cell.setGeometry(self._seen(place))
        self.updateGeometry()

    def _placed(self, width: int) -> list[QRect]:
        """Where each cell goes in so much width, as it is where people read from left to right."""
        raise NotImplementedError
