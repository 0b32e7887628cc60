"""A column on a page that scrolls: made as far down as it is seen, and the rest once that is painted."""

from collections.abc import Iterator
from typing import NamedTuple, override

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID

_PAUSE_MS = 16
"""Between two blocks: a frame, and whatever a hand does meanwhile."""


class Block(NamedTuple):
    """A widget of the column, and the pixels above it besides those between any two."""

    widget: QWidget
    above: int = 0


class GrowingColumn(QWidget):
    """Makes its blocks one by one, so that the first frame of a page waits for nothing that lies below its edge.

    `blocks` makes each when it is asked for the next. The column grows while it is seen; whoever needs a block that may
    not be made yet says `finish` first.

    Signals:
        finished(): all of it is made.
    """

    finished = Signal()

    def __init__(self, blocks: Iterator[Block], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = blocks
        self._is_finished = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._make_next)

    def begin(self, width: int, height: int) -> None:
        """Make what is seen of it where it has so much room. The rest follows the first paint."""
        self.resize(width, height)  # or its texts would be set at a new widget's width first
        while height > 0 and (made := self._make_next()) is not None:
            wanted = made.heightForWidth(width) if made.hasHeightForWidth() else made.sizeHint().height()
            height -= max(wanted, made.minimumHeight()) + GRID

    def finish(self) -> None:
        """Make what is left, now."""
        while not self._is_finished:
            self._make_next()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self._is_finished or self._timer.isActive()):
            self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def _make_next(self) -> QWidget | None:
        block = next(self._blocks, None)
        if block is None:
            self._is_finished = True
            self._timer.stop()
            self.finished.emit()
            return None
        self._column.addSpacing(block.above)
        self._column.addWidget(block.widget)
        block.widget.show()  # now, so that Tab finds it; the layout would do so later
        return block.widget
