"""The teacher's PIN, asked for over the whole window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.countdown import Countdown
from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import GRID, Size, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.key_pad import KeyPad
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.sheet import Sheet
from kiosk.identity.secrets import LONGEST_PIN, SHORTEST_PIN
from kiosk.words import tr


class PinSheet(Sheet):
    """Stays open until `close_sheet`, so that what was wrong can be said beside the pad.

    Signals:
        entered(str): a PIN was typed; the pad waits for `show_fault`, `show_wait` or the end.
        cancelled(): nobody wants it any more; the sheet is closed.
    """

    entered = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._sentence = label("", TextRole.MUTED)
        self._pad = KeyPad(tr("PIN"), SHORTEST_PIN, LONGEST_PIN, theme)
        self._said = label("", TextRole.SMALL)
        self._said.setMinimumHeight(px(theme, Size.HEADING))  # so that no key moves under a finger when it speaks
        self._wait = Countdown(self)
        self._wait.told.connect(self._say_wait)
        self._wait.over.connect(lambda: self.show_fault(tr("Now try again.")))
        self._back = Button(tr("Cancel"), theme)
        self._back.clicked.connect(self._cancel)
        self.dismissed.connect(self.cancelled)
        self._pad.changed.connect(lambda: self._say("", TextRole.SMALL))
        self._pad.entered.connect(self._enter)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignHCenter)
        last = QHBoxLayout()
        last.setSpacing(GRID * 2)
        last.addWidget(self._said, 1)
        last.addWidget(self._back)
        self.body.addLayout(last)

    def ask(self, title: str, sentence: str) -> None:
        """Open with nothing typed. A wait that is not over goes on."""
        self.set_title(title)
        self._sentence.setText(sentence)
        self._pad.clear()
        if not self._wait.runs:
            self._say("", TextRole.SMALL)
            self._pad.setEnabled(True)
        first = self._back if self._wait.runs else self._pad.dots
        if not self.isVisible():
            self.open_sheet(first)
        else:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, sentence: str) -> None:
        """Say what was wrong; another may be typed."""
        self._pad.clear()
        self._pad.setEnabled(True)
        if self.isVisible():
            self._pad.dots.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(sentence, TextRole.BAD)

    def show_wait(self, wait_ms: int) -> None:
        """Take nothing for that long, and count it down."""
        self._pad.clear()
        self._pad.setEnabled(False)
        if self.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wait.start(wait_ms)

    def _say_wait(self, left_ms: int) -> None:
        self._say(tr("Too many wrong tries. Wait {time}.", time=duration(left_ms)), TextRole.CAUTION)

    def _say(self, sentence: str, role: TextRole) -> None:
        self._said.setText(sentence)
        give_role(self._said, role)
        self.setAccessibleDescription(sentence)

    def _enter(self, typed: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # Escape still ends it
        self._pad.setEnabled(False)
        self.entered.emit(typed)

    def _cancel(self) -> None:
        self.close_sheet()
        self.cancelled.emit()
