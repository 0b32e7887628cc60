"""A short text or a number to type."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kiosk.desktop.theme import PAGE_MARGIN, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.lessons.interactions import TextEntryInteraction
from kiosk.words import tr

_LONGEST_ANSWER = 200
_FIELD_WIDTH = 420


class TextAnswer(Answers):
    """A field below what is `asked`, which names it to a screen reader. Enter in it asks to check."""

    def __init__(
        self, interaction: TextEntryInteraction, asked: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        numeric = interaction.numeric
        self._field = QLineEdit()
        hint = tr("A number, such as 3, 0.5 or 1/2") if numeric else tr("Type your answer")
        self._field.setPlaceholderText(hint)
        self._field.setAccessibleName(asked)
        self._field.setAccessibleDescription(hint)
        self._field.setMaxLength(_LONGEST_ANSWER)
        self._field.setMaximumWidth(px(theme, _FIELD_WIDTH) + PAGE_MARGIN)
        if numeric:
            self._field.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._field.textEdited.connect(lambda text: self.responded.emit((text,) if text.strip() else ()))
        self._field.returnPressed.connect(self.submitted)
        ring_focus(self._field, theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 1)
        row.addStretch()

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (self._field,)

    @override
    def show_view(self, view: AnswerView) -> None:
        text = view.response[0] if view.response else ""
        if text.strip() != self._field.text().strip():
            self._field.setText(text)
        self._field.setReadOnly(view.settled)
        verdict = {None: "", True: "right", False: "wrong"}[view.correct]
        if verdict != self._field.property("verdict"):
            self._field.setProperty("verdict", verdict)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
