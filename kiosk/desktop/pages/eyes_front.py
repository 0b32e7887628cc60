"""While the class looks to the front: nothing but that, and how long it lasts."""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.label import label
from kiosk.words import tr


class EyesFront(QWidget):
    """Covers the whole window, above every sheet, and takes keyboard and mouse. Hidden until `show_left`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = parent
        self._before: QWidget | None = None
        self._title = label(tr("Eyes to the front"), TextRole.TITLE)
        self._left = label("", TextRole.HERO)
        kept = label(tr("Your answers are kept. You can go on in a moment."), TextRole.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(GRID * 4,) * 4)
        column.setSpacing(GRID * 2)
        column.addStretch()
        for words in (self._title, self._left, kept):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addStretch()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Eyes to the front"))
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Cover the window, or count on: `seconds` are left."""
        self._left.setText(duration(seconds * 1000))
        if not self.isVisible():
            self._before = self.window().focusWidget()
            self._page.installEventFilter(self)
            self.setGeometry(self._page.rect())
            self.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.raise_()

    def uncover(self) -> None:
        """Give the window and the keyboard back."""
        self.hide()
        self._page.removeEventFilter(self)
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing typed now reaches the page behind."""

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.colors.page))
