"""The question asked after a while without input."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet
from kiosk.words import tr


class StillThere(Sheet):
    """A calm question over the whole window, with one answer.

    Signals:
        answered(): the student is there; the sheet is closed.
    """

    answered = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Still there?"), theme, parent, can_dismiss=False)
        self._go_on = Button(tr("Go on"), theme, primary=True)
        self._go_on.clicked.connect(self._answer)
        self.body.addWidget(label(tr("Your lesson is waiting for you."), TextRole.MUTED))
        self.body.addSpacing(GRID)
        self.body.addWidget(self._go_on)

    def ask(self) -> None:
        """Ask, unless it is asked already."""
        if not self.isVisible():
            self.open_sheet(self._go_on)

    def _answer(self) -> None:
        self.close_sheet()
        self.answered.emit()
