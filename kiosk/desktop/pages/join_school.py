"""A computer joins its school: with a code from the teacher."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Size, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr

_LONGEST = 512


class JoinSchool(Sheet):
    """Asks for the code and the school's address. It stays open until `close_sheet`, so that a fault can be said.

    Signals:
        join_requested(str, str): address and code. The address is blank only where the code brings one, as a scanner
            types it: code@address.
    """

    join_requested = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Join your school"), theme, parent)
        self._code = _field(tr("Code"), "ABCD-EFGH", theme)
        self._code.setStyleSheet(
            f"font-size: {px(theme, Size.TITLE)}px; font-weight: 700; letter-spacing: {px(theme, 4)}px;"
            f" min-height: {px(theme, Size.TITLE) * 2}px;"
        )
        self._code.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._address = _field(tr("Address"), "192.168.1.20:8765", theme)
        self._fault = label("", TextRole.BAD)
        self._cancel, self._join = Button(tr("Cancel"), theme), Button(tr("Join"), theme, primary=True)
        self._cancel.clicked.connect(self.close_sheet)
        self._join.clicked.connect(self._finish)
        self.body.addWidget(
            label(tr("Your teacher has the code and the address. Then your class is on this computer."), TextRole.MUTED)
        )
        for field in (self._code, self._address):
            field.returnPressed.connect(self._finish)
            field.textEdited.connect(self._fault.hide)
            named = QVBoxLayout()
            named.setSpacing(GRID // 2)
            named.addWidget(label(field.accessibleName(), TextRole.STRONG))
            named.addWidget(field)
            self.body.addLayout(named)
        self.body.addWidget(self._fault)
        self.body.addLayout(buttons(self._cancel, self._join))

    def ask(self, address: str) -> None:
        """Open with the address that is known; the code is always typed anew."""
        self._code.clear()
        self._address.setText(address)
        self._fault.hide()
        self.show_busy(False)
        self.open_sheet(self._code)

    def show_error(self, sentence: str) -> None:
        """Say what was wrong and let the person try again."""
        self.show_busy(False)
        self._fault.setText(sentence)
        self._fault.show()
        self._join.setAccessibleDescription(sentence)

    def show_busy(self, busy: bool) -> None:
        """Wait for the answer to `join_requested`, or no longer."""
        self._join.setEnabled(not busy)
        self._join.show_text(tr("Joining") if busy else tr("Join"))

    def _finish(self) -> None:
        if not self._join.isEnabled():
            return
        code, address = self._code.text().strip(), self._address.text().strip()
        if not code:
            self._miss(self._code, tr("Type the code first."))
        elif not address and "@" not in code:
            self._miss(self._address, tr("Type the address first."))
        else:
            self._fault.hide()
            self.show_busy(True)
            self.join_requested.emit(address, code)

    def _miss(self, field: QLineEdit, fault: str) -> None:
        self.show_error(fault)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def _field(name: str, example: str, theme: Theme) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    field.setMaxLength(_LONGEST)
    ring_focus(field, theme)
    return field
