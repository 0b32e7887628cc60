"""Words on a page, in one of the theme's roles."""

from typing import override

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from kiosk.desktop.theme import GRID, TextRole


class _Words(QLabel):
    """Words that begin at the side where the page begins; Qt has English on an Arabic page begin at the left."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._begin()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LayoutDirectionChange and not self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            self._begin()
        super().changeEvent(event)

    def _begin(self) -> None:
        rightward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rightward else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def label(text: str, role: TextRole, *, wrap: bool = True) -> QLabel:
    """Make a label of plain text (what a student or a file says is never read as HTML)."""
    made = _Words(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    give_role(made, role)
    return made


def give_role(words: QLabel, role: TextRole) -> None:
    """Change what kind of text a label is, also after it was shown."""
    if words.property("role") == role.name:
        return
    words.setProperty("role", role.name)
    if words.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else Qt will, once, when it is needed
        words.style().unpolish(words)
        words.style().polish(words)


def heading(title: str, sentence: str | QLabel) -> QVBoxLayout:
    """Set a title and, close under it, the sentence that says what to do."""
    column = QVBoxLayout()
    column.setSpacing(GRID // 2)
    column.addWidget(label(title, TextRole.TITLE))
    column.addWidget(label(sentence, TextRole.MUTED) if isinstance(sentence, str) else sentence)
    return column
