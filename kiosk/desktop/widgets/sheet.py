"""Something that waits in front of a page: the page is dimmed, and Tab stays inside until it is answered.

It lies in the window instead of being a window, so that a kiosk without a window manager never loses the keyboard.
"""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.desktop.widgets.surface import Card

_SHADE = 0.55
_MEASURE = 640


class Sheet(QWidget):
    """A card over all that its parent shows (the letter pad keeps its margin), hidden until `open_sheet`.

    What it asks goes into `body`.

    Signals:
        dismissed(): Escape was pressed; the sheet is closed. Never with `can_dismiss` false.
    """

    dismissed = Signal()

    def __init__(self, title: str, theme: Theme, parent: QWidget, *, can_dismiss: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_dismiss = can_dismiss
        self._page = parent
        self._before: QWidget | None = None
        self._title = label(title, TextRole.HEADING)
        self.setAccessibleName(title)
        card = Card(theme)
        card.body.setContentsMargins(*(GRID * 4,) * 4)
        card.body.setSpacing(GRID * 2)
        card.body.addWidget(self._title)
        self.body = card.body
        scroll = Scroll(theme, measure=_card_width(theme))
        scroll.column.addStretch()
        scroll.column.addWidget(card)
        scroll.column.addStretch()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.hide()

    def set_title(self, title: str) -> None:
        """Ask something else."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def open_sheet(self, first: QWidget) -> None:
        """Cover the parent and give `first` the keyboard."""
        window = self.window()
        self._before = window.focusWidget()
        self._page.installEventFilter(self)  # not before: a page with a running clock has many events
        self.setGeometry(self._page.contentsRect())
        self.raise_()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Uncover the parent; the keyboard goes back to who had it, unless another sheet has it meanwhile."""
        focused = self.window().focusWidget()
        had_keyboard = focused is None or self.isAncestorOf(focused)
        self.hide()
        self._page.removeEventFilter(self)
        if had_keyboard and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ContentsRectChange) and watched is self._page:
            self.setGeometry(self._page.contentsRect())
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer Escape; every other key ends here instead of reaching the page behind."""
        if event.key() == Qt.Key.Key_Escape and self._can_dismiss:
            self.close_sheet()
            self.dismissed.emit()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        inside = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if inside:
            at = next((index for index, child in enumerate(inside) if child.hasFocus()), -1 if forward else 0)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            inside[(at + (1 if forward else -1)) % len(inside)].setFocus(reason)
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(self._theme.colors.shade)
        shade.setAlphaF(_SHADE)
        QPainter(self).fillRect(self.rect(), shade)


def _card_width(theme: Theme) -> int:
    return round(_MEASURE * theme.text_scale)


def buttons(*row: QWidget) -> QHBoxLayout:
    """Put the buttons of a sheet side by side at its right end."""
    layout = QHBoxLayout()
    layout.setSpacing(GRID * 2)
    layout.addStretch()
    for button in row:
        layout.addWidget(button)
    return layout
