"""What a kiosk says that was started in kiosk mode before anybody set the teacher's PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr


class NoPinSheet(Sheet):
    """Covers the window until a PIN is set beside it, or the program is closed.

    Signals:
        close_requested(): end the program.
    """

    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("There is no teacher's PIN yet"), theme, parent, can_dismiss=False)
        self._close = Button(tr("Close the program"), theme)
        self._close.clicked.connect(self.close_requested)
        said = (
            tr("Kiosk mode can only be left with the teacher's PIN, so a teacher sets it before students come."),
            tr("Run “kiosk teacher-pin” as the user whom this program runs as. Then it goes on here by itself."),
            tr("Or close the program, start it with “kiosk --mode window”, and choose the PIN behind the lock."),
        )
        for sentence in said:
            self.body.addWidget(label(sentence, TextRole.BODY))
        self.body.addSpacing(GRID)
        self.body.addLayout(buttons(self._close))
        self.setAccessibleDescription(" ".join(said))

    def ask(self) -> None:
        """Cover the window, unless it is covered already."""
        if not self.isVisible():
            self.open_sheet(self._close)
