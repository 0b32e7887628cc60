"""A new student: a name and a picture."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from kiosk.desktop import avatars
from kiosk.desktop.avatars import Avatar
from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.columns import Columns
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.desktop.widgets.tile import Tile
from kiosk.store.students import LONGEST_NAME
from kiosk.words import tr

_PICTURE = 56


class AddStudent(Sheet):
    """Asks for a name and a picture, in front of the page it was made for.

    Signals:
        student_added(str, str): the name without spaces at its ends, never blank, and the avatar's name.
    """

    student_added = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Add a student"), theme, parent)
        self._name = QLineEdit()
        self._name.setPlaceholderText(tr("First name"))
        self._name.setAccessibleName(tr("First name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._name.returnPressed.connect(self._finish)
        self._name.textEdited.connect(self._forgive)
        ring_focus(self._name, theme)
        self._fault = label("", TextRole.BAD)
        self._pictures = QButtonGroup(self)
        self._choices = {name: _Picture(name, theme) for name in avatars.names()}
        grid = Columns(most=9, gap=GRID, column_width=_PICTURE + GRID * 2)
        grid.show_cells(tuple(self._choices.values()))
        for choice in self._choices.values():
            self._pictures.addButton(choice)
        cancel, add = Button(tr("Cancel"), theme), Button(tr("Add"), theme, primary=True)
        cancel.clicked.connect(self.close_sheet)
        add.clicked.connect(self._finish)
        self.body.addWidget(self._name)
        self.body.addWidget(self._fault)
        self.body.addWidget(label(tr("Choose a picture"), TextRole.STRONG))
        self.body.addWidget(grid)
        self.body.addLayout(buttons(cancel, add))

    def ask(self) -> None:
        """Open with a blank name and the first picture chosen."""
        self._name.clear()
        self._forgive()
        next(iter(self._choices.values())).setChecked(True)
        self.open_sheet(self._name)

    def _forgive(self) -> None:
        self._fault.hide()
        self._name.setAccessibleDescription("")

    def _finish(self) -> None:
        name = self._name.text().strip()
        if not name:
            self._fault.setText(tr("Type a name first."))
            self._fault.show()
            self._name.setAccessibleDescription(self._fault.text())
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        avatar = next(name for name, choice in self._choices.items() if choice.isChecked())
        self.close_sheet()
        self.student_added.emit(name, avatar)


class _Picture(Tile):
    """An avatar to choose."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(theme)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(avatars.words(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(GRID,) * 4)
        column.addWidget(Avatar(name, _PICTURE), 0, Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(QSize(_PICTURE, _PICTURE))
