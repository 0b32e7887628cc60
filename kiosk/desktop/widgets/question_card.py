"""A question on a lesson page: prompt, tries, answers, and what came of them."""

from collections.abc import Sequence
from dataclasses import replace
from string import ascii_lowercase
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.desktop.theme import GRID, PAGE_MARGIN, Size, TextRole, Theme, px
from kiosk.desktop.views import QuestionView
from kiosk.desktop.widgets.answer_tile import AnswerTile
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.feedback import Feedback
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Card
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.model import ChoiceInteraction, Response

_LONGEST_ANSWER = 200
_FIELD_WIDTH = 420


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
        asked = plain_text(question.prompt)
        self.setAccessibleName(asked)
        self._answers: _Choices | _TypedAnswer
        if isinstance(question.interaction, ChoiceInteraction):
            self._answers = _Choices(question.interaction, theme, pictures, self)
        else:
            self._answers = _TypedAnswer(asked, theme, numeric=question.interaction.numeric)
            self._answers.returnPressed.connect(self._submit)
        self._answers.responded.connect(self._respond)
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
        self._answers.show_view(view)
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
        self.show_view(replace(self._view, response=response, correct=None, feedback="", choice_feedback={}, nudge=""))
        self.responded.emit(response)


class _Choices(Columns):
    """The answers of a choice, lettered, in two columns where they fit."""

    responded = Signal(tuple)

    def __init__(
        self, interaction: ChoiceInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(most=2, gap=GRID * 2, parent=parent)
        self._only_one = interaction.max_choices == 1
        self._locked = False
        self._tiles: dict[str, AnswerTile] = {}
        for index, choice in enumerate(interaction.choices):
            letter = ascii_lowercase[index % len(ascii_lowercase)]
            tile = AnswerTile(choice, letter, theme, pictures, only_one=self._only_one, parent=self)
            tile.clicked.connect(self._chosen)
            tile.moved.connect(self._move)
            self._tiles[choice.identifier] = tile
        self.show_cells(tuple(self._tiles.values()))

    def show_view(self, view: QuestionView) -> None:
        self._locked = view.settled
        for identifier, tile in self._tiles.items():
            tile.setAutoExclusive(False)  # so that the last one of a group can be taken back
            tile.setChecked(identifier in view.response)
            tile.setAutoExclusive(self._only_one)
            tile.show_verdict(
                _verdict(view, identifier, only_one=self._only_one),
                view.choice_feedback.get(identifier, ""),
                locked=view.settled,
            )

    @property
    def controls(self) -> Sequence[QWidget]:
        return tuple(self._tiles.values())

    def choose_by_key(self, key: str) -> bool:
        index = int(key) - 1 if key in tuple("123456789") else ascii_lowercase.find(key.lower()) if key else -1
        if not 0 <= index < len(self._tiles):
            return False
        tile = tuple(self._tiles.values())[index]
        tile.setFocus(Qt.FocusReason.ShortcutFocusReason)
        tile.click()
        return True

    def _chosen(self) -> None:
        if self._locked:
            return
        self.responded.emit(tuple(name for name, tile in self._tiles.items() if tile.isChecked()))

    def _move(self, step: int) -> None:
        tiles = tuple(self._tiles.values())
        at = next((index for index, tile in enumerate(tiles) if tile.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        tiles[(at + step) % len(tiles)].setFocus(reason)


class _TypedAnswer(QLineEdit):
    """A short text or a number."""

    responded = Signal(tuple)

    def __init__(self, asked: str, theme: Theme, *, numeric: bool) -> None:
        super().__init__()
        hint = "A number, such as 3, 0.5 or 1/2" if numeric else "Type your answer"
        self.setPlaceholderText(hint)
        self.setAccessibleName(asked)
        self.setAccessibleDescription(hint)
        self.setMaxLength(_LONGEST_ANSWER)
        self.setMaximumWidth(px(theme, _FIELD_WIDTH) + PAGE_MARGIN)
        if numeric:
            self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textEdited.connect(lambda text: self.responded.emit((text,) if text.strip() else ()))
        ring_focus(self, theme)

    def show_view(self, view: QuestionView) -> None:
        text = view.response[0] if view.response else ""
        if text.strip() != self.text().strip():
            self.setText(text)
        self.setReadOnly(view.settled)
        verdict = {None: "", True: "right", False: "wrong"}[view.correct]
        if verdict != self.property("verdict"):
            self.setProperty("verdict", verdict)
            self.style().unpolish(self)
            self.style().polish(self)

    @property
    def controls(self) -> Sequence[QWidget]:
        return (self,)

    def choose_by_key(self, _key: str) -> bool:
        return False


def _tries(view: QuestionView) -> str:
    most = view.question.max_tries
    if view.settled:
        return "1 try" if view.tries == 1 else f"{view.tries} tries"
    return "One try" if most == 1 else f"Try {min(view.tries + 1, most)} of {most}"


def _verdict(view: QuestionView, identifier: str, *, only_one: bool) -> Verdict:
    chosen = identifier in view.response
    if view.settled:
        if identifier in view.right:
            return Verdict.RIGHT if chosen else Verdict.RIGHT_ANSWER
        return Verdict.NOT_THIS if chosen else Verdict.NONE
    if view.correct is False and chosen and only_one:
        return Verdict.NOT_THIS
    return Verdict.NONE
