"""A field for several lines that grows with what is written."""

from typing import override

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, font, px
from kiosk.desktop.widgets.focus_ring import ring_focus

_LINE = 1.4
_MOST_LINES = 16


class GrowingEdit(QTextEdit):
    """Plain text, from `lines` to 16 lines high; longer ones scroll. Tab leaves it."""

    def __init__(self, lines: int, longest: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._line = round(px(theme, Size.LESSON) * _LINE)
        self._least = max(2, min(lines, _MOST_LINES))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(theme, Size.LESSON, QFont.Weight.Normal))
        self.document().setDocumentMargin(GRID)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)
        ring_focus(self, theme)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text, with the cursor at its end; the one that is there already stays as it stands."""
        if text.strip() != self.toPlainText().strip():
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _fit(self) -> None:
        if len(self.toPlainText()) > self._longest:
            self._cut()
        around = 2 * (GRID + 2)
        wanted = int(self.document().size().height()) + 2 * GRID
        least, most = self._line * self._least + around, self._line * _MOST_LINES + around
        self.setFixedHeight(max(least, min(wanted, most)))

    def _cut(self) -> None:
        """Take back what is too much."""
        too_much = self.textCursor()
        too_much.setPosition(self._longest)
        too_much.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        too_much.removeSelectedText()
