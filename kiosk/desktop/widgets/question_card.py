"""A question on a lesson page: its texts and answers in their order, its tries, and what came of them."""

from collections.abc import Iterator, Mapping, Sequence
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
from kiosk.desktop.widgets.label import begin_at_the_right, label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText, plain_text
from kiosk.desktop.widgets.surface import Card
from kiosk.lessons.interactions import Html, Interaction, Response, TextEntryInteraction
from kiosk.lessons.item import Text
from kiosk.lessons.showing import ShownItem
from kiosk.lessons.texts import is_right_to_left, lone_slot, slots
from kiosk.words import tr


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
        submitted(): it is meant to be checked now.
        file_given(str, bytes), watching(bool): as the answers tell (see `Answers`).
    """

    responded = Signal(object)
    submitted = Signal()
    file_given = Signal(str, bytes)
    watching = Signal(bool)

    def __init__(self, view: QuestionView, theme: Theme, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        if language := view.question.item.language:
            rightward = is_right_to_left(language)
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rightward else Qt.LayoutDirection.LeftToRight)
        self._theme = theme
        self._pictures = pictures
        self._view = view
        self._parts: tuple[_Part, ...] = ()
        self._widgets: tuple[QWidget, ...] = ()
        self._answers: dict[str, Answers] = {}
        self._shown: ShownItem | None = None
        self._tries = label("", TextRole.SMALL, wrap=False)
        self._header = QHBoxLayout()
        self._header.setSpacing(GRID * 2)
        self._header.addWidget(self._tries, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
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
        tries = _tries(view)
        self._tries.setText(tries)
        self._tries.setVisible(bool(tries))
        if view.shown != self._shown:
            self._build(view.shown)
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

    def _build(self, shown: ShownItem) -> None:
        """Put the item's parts below one another. What stood there already stays what it is."""
        parts = tuple(_parts(shown))
        before = list(zip(self._parts, self._widgets, strict=True))
        answers, self._answers = self._answers, {}
        widgets = []
        for place, part in enumerate(parts):
            same = next((one for one in before if _is_same(one[0], part)), None)
            if same is not None:
                before.remove(same)
            widgets.append(self._widget(part, same[1] if same else None, parts[:place], answers))
        for _, gone in before:
            gone.hide()
            gone.deleteLater()
        self._parts, self._widgets, self._shown = parts, tuple(widgets), shown
        heads = bool(parts) and isinstance(parts[0], _Words)
        for place, widget in enumerate(widgets):
            if heads and place == 0:
                self._header.insertWidget(0, widget, 1)
            else:
                self._column.insertWidget(place - heads, widget)
        for widget in (*widgets, self.feedback):
            widget.raise_()  # a screen reader goes through them in the order in which they lie over one another
        self.setAccessibleName(_name(parts) or self._view.question.item.title)
        for one, following in pairwise(self.controls):
            QWidget.setTabOrder(one, following)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            begin_at_the_right(self)

    def _widget(
        self, part: _Part, same: QWidget | None, above: tuple[_Part, ...], answers: Mapping[str, Answers]
    ) -> QWidget:
        """The widget of a part: the same as before, or a new one. Notes the answers in it, in reading order."""
        if isinstance(part, _Words):
            text = same if isinstance(same, RichText) else self._text(part)
            there = self._view.shown.inline
            inline = {name: self._inline(there[name], answers) for name in slots(part.html) if name in there}
            text.show_html(part.html, inline)
            return text
        if isinstance(same, Answers):
            self._answers[part.response] = same
            return same
        if isinstance(part, TextEntryInteraction):
            asked = plain_text(above[-1].html) if above and isinstance(above[-1], _Words) else part.label
            return self._connected(part, make_field(part, asked, self._theme, self))
        return self._connected(part, make_answers(part, self._theme, self._pictures, self))

    def _text(self, words: _Words) -> RichText:
        if words.asks:
            return RichText(self._theme, self._pictures, size=Size.NAME, weight=QFont.Weight.DemiBold, short=True)
        return RichText(self._theme, self._pictures)

    def _inline(self, interaction: Interaction, answers: Mapping[str, Answers]) -> Answers:
        """The controls at a slot: those that stood there, unless something else is to be answered now."""
        name = interaction.response
        known = answers.get(name)
        if known is not None and self._shown is not None and self._shown.inline.get(name) == interaction:
            self._answers[name] = known
            return known
        return self._connected(interaction, make_answers(interaction, self._theme, self._pictures, self))

    def _connected(self, interaction: Interaction, answers: Answers) -> Answers:
        answers.responded.connect(lambda response: self._respond(interaction.response, response))
        answers.submitted.connect(self._submit)
        answers.file_given.connect(self.file_given)
        answers.watching.connect(self.watching)
        self._answers[interaction.response] = answers
        return answers

    def _submit(self) -> None:
        if not self._view.settled:
            self.submitted.emit()

    def _respond(self, name: str, response: Response) -> None:
        responses = {**self._view.responses, name: response}
        files = {name: answer.files for name, answer in self._view.answers.items()}
        answers = {name: AnswerView(given, files=files.get(name, {})) for name, given in responses.items()}
        self.show_view(replace(self._view, answers=answers, correct=None, partly=False, feedback="", note=""))
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


def _is_same(before: _Part, now: _Part) -> bool:
    """Whether a part's widget serves another's place. A text with answers in it is the same whatever its words."""
    if isinstance(before, _Words) and isinstance(now, _Words) and (names := slots(now.html)):
        return before.asks == now.asks and slots(before.html) == names
    return before == now


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
    """How many tries there are, or were. Nothing is said of what is handed in, and of an adaptive item's steps."""
    most = view.question.max_tries
    if view.question.item.adaptive or not (view.is_scored and view.tells_tries):
        return ""
    if view.settled:
        return tr("%n tries", "", view.tries)
    return tr("One try") if most == 1 else tr("Try {number} of {count}", number=min(view.tries + 1, most), count=most)
