"""A button in running text that hands the item in at once, such as "Show a hint"."""

from typing import override

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_inline import InlineAnswers
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.lessons.interactions import EndAttemptInteraction


class EndAttemptAnswers(InlineAnswers):
    """The button; a press answers "true" and asks to check."""

    def __init__(
        self, interaction: EndAttemptInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._button = Button(interaction.title, theme, in_bar=True)
        super().__init__(self._button, interaction.title, theme, pictures, parent)
        self._button.clicked.connect(self._press)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._button.setEnabled(not view.settled)

    def _press(self) -> None:
        self.responded.emit(("true",))
        self.submitted.emit()
