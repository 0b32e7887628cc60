"""A lesson on the home page."""

from itertools import pairwise
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme, px
from kiosk.desktop.views import LessonCard
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.progress import ProgressRing
from kiosk.desktop.widgets.surface import Card
from kiosk.words import tr

_ONE_WAY_BELOW = 640
"""Width, in pixels at 100 % text, under which the buttons stand one over the other."""


class LessonRow(Card):
    """How far the lesson is, what it is, and the ways into it. `first` marks the next thing to do.

    Signals:
        opened(str): the lesson's id.
        answers_requested(str): look at the answers of the lesson with this id.
    """

    opened = Signal(str)
    answers_requested = Signal(str)

    def __init__(self, card: LessonCard, theme: Theme, *, first: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(theme, strong=first, parent=parent)
        self._theme = theme
        color = theme.colors.subjects[card.tone]
        course = label(card.course, TextRole.SMALL)
        course.setStyleSheet(f"color: {color}; font-weight: 600;")
        words = QVBoxLayout()
        words.setSpacing(GRID // 4)
        words.addWidget(course)
        words.addWidget(label(card.title, TextRole.NAME))
        words.addWidget(label(card.detail, TextRole.SMALL))
        self.button = Button(card.action.word, theme, primary=first)
        self.button.setAccessibleName(f"{card.action.word}: {card.title}")
        self.button.setAccessibleDescription(f"{card.course}. {card.detail}")
        self.button.clicked.connect(lambda: self.opened.emit(card.lesson))
        self._in_order = [self.button]
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(GRID)
        if card.has_answers:
            answers = Button(tr("My answers"), theme, in_bar=True)
            answers.setAccessibleName(tr("My answers: {lesson}", lesson=card.title))
            answers.clicked.connect(lambda: self.answers_requested.emit(card.lesson))
            self._in_order.insert(0, answers)
            self._ways.addWidget(answers, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ways.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(ProgressRing(card.percent, color, theme), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self._ways)
        self.body.addLayout(row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        down = event.size().width() < px(self._theme, _ONE_WAY_BELOW)
        self._ways.setDirection(QBoxLayout.Direction.BottomToTop if down else QBoxLayout.Direction.LeftToRight)
        for one, other in pairwise(reversed(self._in_order) if down else self._in_order):
            QWidget.setTabOrder(one, other)
