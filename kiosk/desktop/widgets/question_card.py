"""A question on a lesson page: its texts and answers in their order, its tries, and what came of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Size, TextRole, Theme
from kiosk.desktop.views import AnswerView, QuestionView
from kiosk.desktop.widgets.answer_kinds import make_answers, make_field
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.feedback import Feedback
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Card
from kiosk.lessons.interactions import Html, Interaction, Response, TextEntryInteraction
from kiosk.lessons.item import Text
from kiosk.lessons.showing import ShownItem
from kiosk.lessons.texts import lone_slot


@dataclass(frozen=True, slots=True)
class _Words:
    """A text of the card. Where it `asks`, the answer stands right below it."""

    html: Html
    asks: bool


type _Part = _Words | Interaction


class QuestionCard(Card):
    """One question, whatever its kind. `show_view` changes what is seen and keeps focus, cursor and place.

    Signals:
        responded(Responses): all that stands there now. What was said of it before is gone from the card already.
        file_given(str, bytes): what a file holds that the next response names.
        submitted(): it is meant to be checked now.
        watching(bool): a sound or film of it plays, or no longer.
    """

    responded = Signal(object)
    file_given = Signal(str, bytes)
    submitted = Signal()
    watching = Signal(bool)

    def __init__(self, view: QuestionView, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._pictures = pictures
        self._view = view
        self._parts: tuple[_Part, ...] = ()
        self._widgets: tuple[QWidget, ...] = ()
        self._answers: dict[str, Answers] = {}
        self._tries = label("", TextRole.SMALL, wrap=False)
        self._header = QHBoxLayout()
        self._header.setSpacing(GRID * 2)
        self._header.addWidget(self._tries, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID * 2)
        self.feedback = Feedback(theme, pictures)
        self.body.setSpacing(GRID * 2)
        self.body.addLayout(self._header)
        self.body.addLayout(self._column)
        self.body.addWidget(self.feedback)
        self.show_view(view)

    @property
    def view(self) -> QuestionView:
        """What the card shows now, the latest response included."""
        return self._view

    @property
    def controls(self) -> Sequence[QWidget]:
        """What takes the keyboard's focus, in reading order."""
        return [control for answers in self._answers.values() for control in answers.controls]

    def show_view(self, view: QuestionView) -> None:
        """Show another state of the same question."""
        self._view = view
        self._tries.setText(_tries(view))
        parts = tuple(_parts(view.shown))
        if parts != self._parts:
            self._build(parts)
        for name, answers in self._answers.items():
            answers.show_view(view.answers.get(name, AnswerView(settled=view.settled)))
        self.feedback.show_view(view)

    def choose_by_key(self, key: str) -> bool:
        """Choose the answer that a digit or a letter names; False where it names none."""
        if self._view.settled:
            return False
        focused = [answers for answers in self._answers.values() if answers.isAncestorOf(self.focusWidget())]
        return any(answers.choose_by_key(key) for answers in (*focused, *self._answers.values()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A letter typed at this question is meant for it, also where it names no answer here.
        if not self.choose_by_key(event.text()) and not event.text().isalnum():
            super().keyPressEvent(event)

    def _build(self, parts: tuple[_Part, ...]) -> None:
        """Put these parts below one another. What stood there already stays what it is."""
        standing = list(zip(self._parts, self._widgets, strict=True))
        widgets = []
        for place, part in enumerate(parts):
            same = next((one for one in standing if one[0] == part), None)
            if same is not None:
                standing.remove(same)
            widgets.append(same[1] if same is not None else self._make(part, parts[place - 1] if place else None))
        for _, gone in standing:
            gone.hide()
            gone.deleteLater()
        self._parts, self._widgets = parts, tuple(widgets)
        self._answers = {
            part.response: widget
            for part, widget in zip(parts, widgets, strict=True)
            if isinstance(widget, Answers) and not isinstance(part, _Words)
        }
        first = parts[0] if parts else None
        heads = isinstance(first, _Words) and first.asks
        for place, widget in enumerate(widgets):
            if heads and place == 0:
                self._header.insertWidget(0, widget, 1)
            else:
                self._column.insertWidget(place - heads, widget)
        self.setAccessibleName(_name(parts) or self._view.question.item.title)
        for before, after in pairwise(self.controls):
            QWidget.setTabOrder(before, after)

    def _make(self, part: _Part, before: _Part | None) -> QWidget:
        match part:
            case _Words(html, asks=True):
                words = RichText(self._theme, self._pictures, size=Size.NAME, weight=QFont.Weight.DemiBold, short=True)
                words.show_html(html)
                return words
            case _Words(html):
                words = RichText(self._theme, self._pictures)
                words.show_html(html)
                return words
            case TextEntryInteraction():
                asked = plain_text(before.html) if isinstance(before, _Words) else part.label
                answers = make_field(part, asked, self._theme, self)
            case _:
                answers = make_answers(part, self._theme, self._pictures, self)
        answers.responded.connect(lambda response: self._respond(part.response, response))
        answers.file_given.connect(self.file_given)
        answers.submitted.connect(self._submit)
        answers.watching.connect(self.watching)
        return answers

    def _submit(self) -> None:
        if not self._view.settled:
            self.submitted.emit()

    def _respond(self, name: str, response: Response) -> None:
        responses = {**self._view.responses, name: response}
        self.show_view(
            replace(
                self._view,
                answers={name: AnswerView(response) for name, response in responses.items()},
                correct=None,
                feedback="",
                note="",
            )
        )
        self.responded.emit(responses)


def _parts(shown: ShownItem) -> Iterator[_Part]:
    """What stands below one another: texts, prompts, and what is answered."""
    blocks = shown.blocks
    fields = [_lone_field(shown, block) if isinstance(block, Text) else None for block in blocks]
    for block, own, following in zip(blocks, fields, (*fields[1:], None), strict=True):
        if own is not None:
            yield own
        elif isinstance(block, Text):
            yield _Words(block.html, asks=following is not None)
        else:
            if prompt := getattr(block, "prompt", ""):
                yield _Words(prompt, asks=True)
            yield block


def _lone_field(shown: ShownItem, text: Text) -> TextEntryInteraction | None:
    """The field that a text is nothing but the place of."""
    name = lone_slot(text.html)
    field = shown.inline.get(name) if name is not None else None
    return field if isinstance(field, TextEntryInteraction) else None


def _name(parts: tuple[_Part, ...]) -> str:
    """What is asked, in plain words: the first text that asks, else the first there is."""
    texts = [part for part in parts if isinstance(part, _Words)]
    asking = next((text for text in texts if text.asks), next(iter(texts), None))
    return plain_text(asking.html) if asking else ""


def _tries(view: QuestionView) -> str:
    """How many tries there are, or were. Nothing is said of a task without any, and of an adaptive one's steps."""
    most = view.question.max_tries
    if view.question.item.adaptive or (view.settled and not view.tries):
        return ""
    if view.settled:
        return "1 try" if view.tries == 1 else f"{view.tries} tries"
    return "One try" if most == 1 else f"Try {min(view.tries + 1, most)} of {most}"
