"""A word to the teacher about a question, where the test takes one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.growing_edit import GrowingEdit
from kiosk.desktop.widgets.label import label
from kiosk.lessons.model import LONGEST_COMMENT
from kiosk.words import tr

_LINES = 2


class CommentBox(QWidget):
    """A field that grows as it is written in; hidden where the test takes no comment.

    Signals:
        commented(str): what stands there now.
    """

    commented = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        name = tr("A word to your teacher")
        self.edit = GrowingEdit(_LINES, LONGEST_COMMENT, theme)
        self.edit.setPlaceholderText(tr("About this question, if you like. It is no part of your answer."))
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label(name, TextRole.SMALL))
        column.addWidget(self.edit)
        self.hide()

    def show_comment(self, comment: str | None) -> None:
        """Show what was written; None where nothing is taken."""
        self._shown = comment or ""
        self.edit.show_text(self._shown)
        self.setVisible(comment is not None)

    def _tell(self) -> None:
        text = self.edit.toPlainText()
        if text != self._shown and not self.isHidden():
            self._shown = text
            self.commented.emit(text)
