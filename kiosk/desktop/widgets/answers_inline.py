"""What the answers in running text have in common."""

from typing import override

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.told import BesideTold
from kiosk.lessons.interactions import Html
from kiosk.words import tr


class InlineAnswers(Answers):
    """One control in a line of text, named by its label or by the words around it, and after it what was right."""

    def __init__(
        self, control: QWidget, label: str, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._label = label
        self._beside = BesideTold(control, theme, pictures)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._beside)
        self.name_place("")

    @property
    @override
    def controls(self) -> tuple[QWidget, ...]:
        return (self._control,)

    def name_place(self, words: str) -> None:
        """The words around it, with … where it is itself; they name it where the author gave no label."""
        self._label = self._label or words
        self._control.setAccessibleName(self._label or tr("Blank", "a place in a text to be filled"))

    def _tell(self, right: Html) -> None:
        self._beside.told.tell(right)
