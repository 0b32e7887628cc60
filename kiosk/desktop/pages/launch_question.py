"""The question before a lesson that somebody asked for from outside: a link, or a teacher's command."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr


class LaunchQuestion(Sheet):
    """Waits until it is answered, or replaced. The keyboard is on "Not now": nobody opens a lesson by typing on.

    Signals:
        accepted(), declined(): the answer; the sheet is closed.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._detail = label("", TextRole.MUTED)
        self._not_now, self._open = Button(tr("Not now"), theme), Button(tr("Open"), theme, primary=True)
        self._not_now.clicked.connect(self._decline)
        self._open.clicked.connect(self._accept)
        self.dismissed.connect(self.declined)
        self.body.addWidget(self._detail)
        self.body.addSpacing(GRID)
        self.body.addLayout(buttons(self._not_now, self._open))

    def ask(self, question: str, detail: str) -> None:
        self.set_title(question)
        self._detail.setText(detail)
        self.open_sheet(self._not_now)

    def _accept(self) -> None:
        self.close_sheet()
        self.accepted.emit()

    def _decline(self) -> None:
        self.close_sheet()
        self.declined.emit()
