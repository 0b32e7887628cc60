"""Before a lesson that the teacher opened: what opens, and how soon."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr


class TeacherNotice(Sheet):
    """Gives a child the time to look up from what it does. It cannot be put away: the teacher opened the lesson.

    Signals:
        opened(): somebody does not want to wait.
    """

    opened = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent, can_dismiss=False)
        self._soon = label("", TextRole.MUTED)
        self._open = Button(tr("Open it now"), theme, primary=True)
        self._open.clicked.connect(self.opened)
        self.body.addWidget(self._soon)
        self.body.addSpacing(GRID)
        self.body.addLayout(buttons(self._open))

    def show_notice(self, title: str, seconds: int) -> None:
        """Count down. The same sheet stays open from second to second."""
        self.set_title(tr("Your teacher opened “{lesson}” for you.", lesson=title))
        self._soon.setText(tr("It opens in %n seconds.", "", seconds))
        if not self.isVisible():
            self.open_sheet(self._open)
