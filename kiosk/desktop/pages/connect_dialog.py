"""How a student's work finds the server: its address, and the student's token."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr

_LONGEST = 8192


class ConnectDialog(Sheet):
    """Asks for address and token. It stays open until `close_sheet`, so that a fault can be said beside the fields.

    Signals:
        connect_requested(str, str): address and token, without spaces at their ends; neither is blank.
        join_requested(): the teacher gave a code for the whole computer instead; the sheet is closed.
    """

    connect_requested = Signal(str, str)
    join_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Connect to Timeback"), theme, parent)
        self._who = label("", TextRole.MUTED)
        self._address = _field(tr("Server address"), "https://", theme)
        self._token = _field(tr("Token"), "", theme)
        self._token.setEchoMode(QLineEdit.EchoMode.Password)
        self._fault = label("", TextRole.BAD)
        self._cancel, self._connect = Button(tr("Cancel"), theme), Button(tr("Connect"), theme, primary=True)
        self._cancel.clicked.connect(self.close_sheet)
        self._connect.clicked.connect(self._finish)
        self.body.addWidget(self._who)
        for field in (self._address, self._token):
            field.returnPressed.connect(self._finish)
            field.textEdited.connect(self._fault.hide)
            named = QVBoxLayout()
            named.setSpacing(GRID // 2)
            named.addWidget(label(field.accessibleName(), TextRole.STRONG))
            named.addWidget(field)
            self.body.addLayout(named)
        self.body.addWidget(self._fault)
        join = Button(tr("Join with a code"), theme)
        join.clicked.connect(self._join)
        row = buttons(self._cancel, self._connect)
        row.insertWidget(0, join)
        self.body.addLayout(row)

    def ask(self, student: str, address: str) -> None:
        """Open for this student with the address that is known; the token is always typed anew."""
        self._who.setText(tr("For {name}. Your teacher has the address and the token.", name=student))
        self._address.setText(address)
        self._token.clear()
        self._fault.hide()
        self.show_busy(False)
        self.open_sheet(self._token if address else self._address)

    def show_error(self, sentence: str) -> None:
        """Say what was wrong and let the person try again."""
        self.show_busy(False)
        self._fault.setText(sentence)
        self._fault.show()
        self._connect.setAccessibleDescription(sentence)

    def show_busy(self, busy: bool) -> None:
        """Wait for the answer to `connect_requested`, or no longer."""
        self._connect.setEnabled(not busy)
        self._connect.show_text(tr("Connecting") if busy else tr("Connect"))

    def _join(self) -> None:
        self.close_sheet()
        self.join_requested.emit()

    def _finish(self) -> None:
        if not self._connect.isEnabled():
            return
        address, token = self._address.text().strip(), self._token.text().strip()
        for field, value, fault in (
            (self._address, address, tr("Type the server address first.")),
            (self._token, token, tr("Type the token first.")),
        ):
            if not value:
                self.show_error(fault)
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.connect_requested.emit(address, token)


def _field(name: str, example: str, theme: Theme) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMaxLength(_LONGEST)
    ring_focus(field, theme)
    return field
