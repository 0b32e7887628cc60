"""A lesson on the home page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import LessonCard
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.progress import ProgressRing
from kiosk.desktop.widgets.surface import Card


class LessonRow(Card):
    """How far the lesson is, what it is, and the button that opens it. `first` marks the next thing to do.

    Signals:
        opened(str): the lesson's id.
    """

    opened = Signal(str)

    def __init__(self, card: LessonCard, theme: Theme, *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, strong=first, parent=parent)
        color = theme.colors.subjects[card.tone]
        course = label(card.course, TextRole.SMALL)
        course.setStyleSheet(f"color: {color}; font-weight: 600;")
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(course)
        words.addWidget(label(card.title, TextRole.NAME))
        words.addWidget(label(card.detail, TextRole.SMALL))
        self.button = Button(card.action, theme, primary=first)
        self.button.setAccessibleName(f"{card.action}: {card.title}")
        self.button.setAccessibleDescription(f"{card.course}. {card.detail}")
        self.button.clicked.connect(lambda: self.opened.emit(card.lesson))
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(ProgressRing(card.percent, color, theme), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
