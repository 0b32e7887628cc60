"""A question on a lesson page: prompt, tries, answers, and what came of them."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Size, TextRole, Theme
from kiosk.desktop.views import QuestionView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.answers_choice import ChoiceAnswers
from kiosk.desktop.widgets.answers_match import MatchAnswers
from kiosk.desktop.widgets.answers_order import OrderAnswers
from kiosk.desktop.widgets.answers_text import TextAnswer
from kiosk.desktop.widgets.feedback import Feedback
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Card
from kiosk.lessons.model import (
    ChoiceInteraction,
    MatchInteraction,
    OrderInteraction,
    Question,
    Response,
    TextEntryInteraction,
)


class QuestionCard(Card):
    """One question, whatever its kind. `show_view` changes what is seen and keeps focus, cursor and place.

    Signals:
        responded(tuple): the new response. What was said of the last one is gone from the card already.
        submitted(): Enter was pressed in the text field.
    """

    responded = Signal(tuple)
    submitted = Signal()

    def __init__(self, view: QuestionView, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._view = view
        question = view.question
        prompt = RichText(theme, pictures, size=Size.NAME, weight=QFont.Weight.DemiBold, short=True)
        prompt.show_html(question.prompt)
        self._tries = label("", TextRole.SMALL, wrap=False)
        header = QHBoxLayout()
        header.setSpacing(GRID * 2)
        header.addWidget(prompt, 1)
        header.addWidget(self._tries, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.setSpacing(GRID * 2)
        self.body.addLayout(header)
        self.setAccessibleName(plain_text(question.prompt))
        self._answers = _answers(question, theme, pictures, self)
        self._answers.responded.connect(self._respond)
        self._answers.submitted.connect(self._submit)
        self.body.addWidget(self._answers)
        self.feedback = Feedback(theme, pictures)
        self.body.addWidget(self.feedback)
        self.show_view(view)

    @property
    def view(self) -> QuestionView:
        """What the card shows now, the latest response included."""
        return self._view

    @property
    def controls(self) -> Sequence[QWidget]:
        """What takes the keyboard's focus, in reading order."""
        return self._answers.controls

    def show_view(self, view: QuestionView) -> None:
        """Show another state of the same question."""
        self._view = view
        self._tries.setText(_tries(view))
        self._answers.show_view(view.answer)
        self.feedback.show_view(view)

    def choose_by_key(self, key: str) -> bool:
        """Choose the answer that a digit or a letter names; False where it names none."""
        return not self._view.settled and self._answers.choose_by_key(key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter typed at this question is meant for it, also where it names no answer here.
        if not self.choose_by_key(event.text()) and not event.text().isalnum():
            super().keyPressEvent(event)

    def _submit(self) -> None:
        if not self._view.settled:
            self.submitted.emit()

    def _respond(self, response: Response) -> None:
        blank = QuestionView(self._view.question, response, self._view.tries)
        self.show_view(blank)
        self.responded.emit(response)


def _tries(view: QuestionView) -> str:
    most = view.question.max_tries
    if view.settled:
        return "1 try" if view.tries == 1 else f"{view.tries} tries"
    return "One try" if most == 1 else f"Try {min(view.tries + 1, most)} of {most}"


def _answers(question: Question, theme: Theme, pictures: Pictures, parent: QWidget) -> Answers:
    match question.interaction:
        case ChoiceInteraction() as interaction:
            return ChoiceAnswers(interaction, theme, pictures, parent)
        case TextEntryInteraction(numeric):
            return TextAnswer(plain_text(question.prompt), theme, numeric=numeric, parent=parent)
        case MatchInteraction() as interaction:
            return MatchAnswers(interaction, theme, pictures, parent)
        case OrderInteraction() as interaction:
            return OrderAnswers(interaction, theme, pictures, parent)
