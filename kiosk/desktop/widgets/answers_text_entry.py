"""A short text or a number to type into a sentence."""

from html import escape
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.desktop.theme import GRID, Size, Theme, font
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_inline import InlineAnswers
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import TextEntryInteraction
from kiosk.lessons.patterns import matches
from kiosk.words import tr

_LONGEST_ANSWER = 200
_USUAL, _FEWEST, _MOST = 12, 4, 30
"""Letters that a field has room for: where the author does not say, at least, and at most."""


class TextEntryAnswers(InlineAnswers):
    """A field as wide as what is expected. Enter in it asks to check.

    What the author's pattern does not take is said once the field is left: by the edge, and to a screen reader.
    """

    def __init__(
        self, interaction: TextEntryInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._field = QLineEdit()
        super().__init__(self._field, interaction.label, theme, pictures, parent)
        self._interaction = interaction
        hint = interaction.placeholder or (tr("A number, such as 3, 0.5 or 1/2") if interaction.numeric else "")
        letters = max(_FEWEST, min(interaction.expected_length or _USUAL, _MOST))
        room = QFontMetrics(font(theme, Size.LESSON)).averageCharWidth() * letters
        self._field.setProperty("inline", True)
        self._field.setPlaceholderText(interaction.placeholder)
        self._field.setAccessibleDescription(hint)
        self._field.setToolTip(hint)
        self._field.setMaxLength(max(_LONGEST_ANSWER, interaction.expected_length))
        self._field.setFixedWidth(room + GRID * 4)
        if interaction.numeric:
            self._field.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._hint = hint
        self._field.textEdited.connect(lambda text: self.responded.emit((text,) if text.strip() else ()))
        self._field.editingFinished.connect(self._look_at_form)
        self._field.returnPressed.connect(self.submitted)
        ring_focus(self._field, theme)

    @override
    def show_view(self, view: AnswerView) -> None:
        text = view.response[0] if view.response else ""
        if text.strip() != self._field.text().strip():
            self._field.setText(text)
        self._field.setReadOnly(view.settled)
        self._show_verdict({None: "", True: "right", False: "wrong"}[view.correct])
        is_told = view.settled and view.correct is not True and bool(view.right)
        self._tell(escape(view.right[0]) if is_told else "")

    def _look_at_form(self) -> None:
        text = self._field.text().strip()
        fits = not text or not self._interaction.pattern or matches(self._interaction.pattern, text) is not False
        self._field.setAccessibleDescription(
            self._hint if fits else " ".join((tr("This is not written as it is asked for."), self._hint))
        )
        if not fits and not self._field.property("verdict"):
            self._show_verdict("unfit")

    def _show_verdict(self, verdict: str) -> None:
        if verdict != self._field.property("verdict"):
            self._field.setProperty("verdict", verdict)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
