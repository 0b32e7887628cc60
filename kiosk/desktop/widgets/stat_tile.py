"""One number a child reads."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.surface import Card


class StatTile(Card):
    """A number, and under it what it counts."""

    def __init__(self, number: str, word: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.body.setSpacing(GRID // 2)
        for text, role in ((number, TextRole.TITLE), (word, TextRole.MUTED)):
            words = label(text, role)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(words)
        self.body.addStretch()
        self.setAccessibleName(f"{number} {word}")
