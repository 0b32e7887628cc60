"""The answers of a finished attempt, to look at and not to change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, MEASURE, TextRole, Theme, direction, px
from kiosk.desktop.views import ReviewedQuestion, ReviewView
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.bar import Bar
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.label import heading, label
from kiosk.desktop.widgets.lesson_chips import FindingChip
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.question_card import QuestionCard
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.words import tr


class ReviewPage(QWidget):
    """Every question with the answer given, how it was found out, the right answer and why: one scroll.

    Signals:
        back_requested(): back to where the student came from.
    """

    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = label("", TextRole.STRONG)
        self._cloud = CloudChip(theme)
        back = Button(tr("Back"), theme, in_bar=True, icon=Icon.BACK)
        back.clicked.connect(self.back_requested)
        bar = Bar(theme)
        bar.leading.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.leading.addWidget(self._title, 1)
        bar.trailing.addWidget(self._cloud)
        self._scroll = Scroll(theme, measure=px(theme, MEASURE), named=tr("My answers"))
        self._scroll.place_content()
        self._scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._scroll, 1)

    def show_view(self, view: ReviewView) -> None:
        """Show the answers from the top, with the keyboard on the page: arrows scroll it."""
        self._title.setText(view.title)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addLayout(heading(tr("My answers"), view.sentence))
        pictures = Pictures(view.folder, px(self._theme, MEASURE))
        for question in view.questions:
            column.addSpacing(GRID * 2)
            column.addLayout(self._header(question))
            column.addWidget(self._card(question, view, pictures))
        self._scroll.show_content(content)
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_safety(self, safety: Safety) -> None:
        self._cloud.show_safety(safety)

    def _card(self, question: ReviewedQuestion, view: ReviewView, pictures: Pictures) -> QuestionCard:
        card = QuestionCard(question.view, self._theme, pictures)
        if not question.view.question.item.language:
            card.setLayoutDirection(direction(view.right_to_left))
        return card

    def _header(self, question: ReviewedQuestion) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr("Question {number}", number=question.number), TextRole.STRONG))
        words.addWidget(label(question.page_title, TextRole.SMALL))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(FindingChip(question.finding, self._theme), 0, Qt.AlignmentFlag.AlignVCenter)
        return row
