"""A page that scrolls up and down, never sideways."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, PAGE_MARGIN, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus


class Scroll(QScrollArea):
    """Scrolls one column; what it holds goes into `column`, in the middle and at most `measure` pixels wide.

    It takes the keyboard's focus only where `named`: then arrows and Page Down scroll a page without controls.
    """

    def __init__(self, theme: Theme, *, measure: int, named: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if named else Qt.FocusPolicy.NoFocus)
        if named:
            self.setAccessibleName(named)
            ring_focus(self, theme, 0)
        self._port = QWidget()  # our own: Python, handed Qt's, would make the class of every widget there is, 20 ms
        self._port.setAutoFillBackground(False)
        self.setViewport(self._port)
        ground = QWidget()
        self.column = QVBoxLayout(ground)
        self.column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        self.column.setSpacing(GRID * 2)
        self._content = QWidget()
        self.setWidget(ground)
        ground.setAutoFillBackground(False)

    def place_content(self) -> None:
        """Keep the next place in the column for what `show_content` brings."""
        self.column.addWidget(self._content)

    def show_content(self, content: QWidget) -> None:
        """Show this there in place of what it showed; the button of the same name has the keyboard again."""
        focused = self._content.focusWidget()
        named = focused.accessibleName() if focused is not None and focused.hasFocus() else ""
        self.column.replaceWidget(self._content, content)
        for button in content.findChildren(QAbstractButton):
            if named and button.accessibleName() == named:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._content.hide()
        self._content.deleteLater()
        self._content = content

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(PAGE_MARGIN, (self._port.width() - self._measure) // 2)
        margins = self.column.contentsMargins()
        self.column.setContentsMargins(side, margins.top(), side, margins.bottom())
        super().resizeEvent(event)
