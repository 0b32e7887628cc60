"""The bars above and below a page."""

from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk.desktop.theme import BAR_HEIGHT, BOTTOM_BAR_HEIGHT, GRID, PAGE_MARGIN, Theme
from kiosk.desktop.widgets.arranged import Arranged


class Bar(Arranged):
    """The bar on top: who and what in `leading`, states and ways out in `trailing`; one over the other if narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.leading = QHBoxLayout()
        self.trailing = QHBoxLayout()
        for row in (self.leading, self.trailing):
            row.setSpacing(GRID * 2)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(PAGE_MARGIN, GRID, PAGE_MARGIN, GRID)
        self._rows.setSpacing(GRID)
        self._rows.addLayout(self.leading, 1)
        self._rows.addLayout(self.trailing)
        self._line_on_top = False
        self._may_stack = True
        self._is_down: bool | None = None
        self.setMinimumHeight(BAR_HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for no more than the wider of both rows, so that a narrow window can put them one over the other."""
        rows = (self.leading.minimumSize().width(), self.trailing.minimumSize().width())
        wide = max(rows) if self._may_stack else sum(rows) + GRID * 2
        return QSize(wide + PAGE_MARGIN * 2, self._rows.minimumSize().height())

    @override
    def _arrange(self) -> None:
        wanted = self.leading.sizeHint().width() + self.trailing.sizeHint().width() + PAGE_MARGIN * 2 + GRID * 2
        down = self._may_stack and wanted > self.width()
        if down != self._is_down:  # setting them asks for another layout, whatever they were before
            self._is_down = down
            self._rows.setDirection(QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight)
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            # below, a button may need a second line: the row has the height it asks for at this width
            self._rows.setAlignment(self.trailing, Qt.AlignmentFlag.AlignLeft if down else middle)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colors.surface))
        edge = 0 if self._line_on_top else self.height() - 1
        painter.fillRect(0, edge, self.width(), 1, QColor(self._theme.colors.line))


class BottomBar(Bar):
    """The bar below a lesson: the way back in `leading`, the one next step in `trailing`. Always one row."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._line_on_top = True
        self._may_stack = False
        self.leading.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setMinimumHeight(BOTTOM_BAR_HEIGHT)
