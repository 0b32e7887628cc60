"""Words on a page, in one of the theme's roles."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole


def label(text: str, role: TextRole, *, wrap: bool = True) -> QLabel:
    """Make a label of plain text (what a student or a file says is never read as HTML)."""
    made = QLabel(text)
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


def begin_at_the_right(part: QWidget) -> None:
    """Align the words in a part that runs from right to left: ours are in English, which Qt would begin at the left."""
    for words in part.findChildren(QLabel):
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def heading(title: str, sentence: str | QLabel) -> QVBoxLayout:
    """Set a title and, close under it, the sentence that says what to do."""
    column = QVBoxLayout()
    column.setSpacing(GRID // 2)
    column.addWidget(label(title, TextRole.TITLE))
    column.addWidget(label(sentence, TextRole.MUTED) if isinstance(sentence, str) else sentence)
    return column
