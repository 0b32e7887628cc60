"""A list of choices that opens over the page, beside the button that asks for it.

It lies in the window instead of being a window, so that a kiosk without a window manager never loses the keyboard.
"""

from collections.abc import Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, Theme, px
from kiosk.desktop.widgets.arrows import arrow_step, focus_next
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.word_tile import WordTile
from kiosk.lessons.interactions import Choice

_EDGE = GRID
_SHARE = 0.6
"""Of the window's height, at most."""


class ChoiceList(QWidget):
    """Covers the window while it is open, so that a press beside the list closes it and presses nothing else.

    Arrows go along, Space and Enter choose, Escape and Tab close. It is deleted when it is closed.

    Signals:
        chosen(str): a choice's identifier.
        closed(): it is gone, whatever was chosen.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, choices: Sequence[Choice], now: str | None, theme: Theme, pictures: Pictures, opener: QWidget
    ) -> None:
        super().__init__(opener.window())
        self._opener = opener
        self._is_open = True
        self._panel = _Panel(theme, self)
        self._panel.setAccessibleName(opener.accessibleName())
        self._rows: list[WordTile] = []
        for choice in choices:
            row = WordTile(theme, pictures)
            row.show_content(choice.content)
            row.setCheckable(True)
            row.setChecked(choice.identifier == now)
            row.setAccessibleName(plain_text(choice.content))
            row.clicked.connect(partial(self._choose, choice.identifier))
            row.arrowed.connect(lambda step: focus_next(self._rows, step))
            self._panel.column.addWidget(row)
            self._rows.append(row)
        self._least = px(theme, Size.LESSON * 6)
        self.setLayoutDirection(opener.layoutDirection())
        self.window().installEventFilter(self)
        opener.destroyed.connect(self.deleteLater)
        self._arrange()
        self.show()
        self.raise_()
        first = next((row for row in self._rows if row.isChecked()), self._rows[0])
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_list(self) -> None:
        """Go away, and give the keyboard back."""
        if self._is_open:
            self._is_open = False
            self.window().removeEventFilter(self)
            self.hide()
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()
            self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.close_list()
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_list()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = arrow_step(event.key(), self.layoutDirection())
        if step is not None:
            focus_next(self._rows, step)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_list()
        # No key reaches the page behind.

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self.close_list()
        return True

    def _choose(self, identifier: str) -> None:
        self.close_list()
        self.chosen.emit(identifier)

    def _arrange(self) -> None:
        """Under the opener, or over it where there is more room."""
        whole = self.window().rect()
        self.setGeometry(whole)
        opener = QRect(self._opener.mapTo(self.window(), QPoint()), self._opener.size())
        wanted = self._panel.sizeHint()
        width = min(max(wanted.width(), opener.width(), self._least), whole.width() - 2 * _EDGE)
        height = min(wanted.height(), int(whole.height() * _SHARE))
        below = opener.bottom() + _EDGE
        top = below if below + height <= whole.bottom() - _EDGE else max(opener.top() - _EDGE - height, _EDGE)
        left = opener.left() if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else opener.right() - width
        left = max(_EDGE, min(left, whole.width() - _EDGE - width))
        self._panel.setGeometry(left, top, width, height)


class _Panel(QFrame):
    """The list itself; it scrolls when it is long."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        colors = theme.colors
        self._surface = Surface(colors.surface, colors.primary, 2)
        ground = QWidget()
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(*(GRID + GRID // 2,) * 4)
        self.column.setSpacing(GRID)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ground)
        ground.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        self._ground = ground
        around = QVBoxLayout(self)
        around.setContentsMargins(2, 2, 2, 2)
        around.addWidget(scroll)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(QPainter(self), QRectF(self.rect()), self._surface, RADIUS_CONTROL)

    @override
    def sizeHint(self) -> QSize:
        return self._ground.sizeHint() + QSize(4, 4)
