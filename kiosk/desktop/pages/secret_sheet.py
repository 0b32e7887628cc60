"""“Is it really you?” A student's secret, asked for over the window: a PIN, or pictures one after the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.avatars import Avatar
from kiosk.desktop.countdown import Countdown
from kiosk.desktop.numerals import duration
from kiosk.desktop.theme import GRID, TARGET, Size, TextRole, Theme, px
from kiosk.desktop.views import SecretView
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.key_pad import KeyPad
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.picture_pad import PicturePad
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.identity.secrets import STUDENTS_DIGITS
from kiosk.words import tr


class SecretSheet(Sheet):
    """Stays open until `close_sheet`, so that what was wrong can be said under the pad.

    Signals:
        entered(str): a secret was entered; the pad waits for `show_fault`, `show_wait` or the end.
        teacher_called(): a teacher shall let the student try again.
        cancelled(): it was somebody else; the sheet is closed.
    """

    entered = Signal(str)
    teacher_called = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._avatar = Avatar("", TARGET + GRID * 2)
        self._sentence = label("", TextRole.MUTED)
        self._keys = KeyPad(tr("Your PIN"), STUDENTS_DIGITS, STUDENTS_DIGITS, theme)
        self._pictures = PicturePad(tr("Your pictures"), theme)
        self._pad: KeyPad | PicturePad = self._keys
        self._said = label("", TextRole.SMALL)
        self._said.setMinimumHeight(px(theme, Size.HEADING))  # so that nothing moves under a finger when it speaks
        self._wait = Countdown(self)
        self._wait.told.connect(self._say_wait)
        self._wait.over.connect(lambda: self.show_fault(tr("Now try again.")))
        self._teacher = Button(tr("For the teacher"), theme)
        self._back = Button(tr("Back"), theme)
        self._teacher.clicked.connect(self.teacher_called)
        self._back.clicked.connect(self._cancel)
        self.dismissed.connect(self.cancelled)
        who = QHBoxLayout()
        who.setSpacing(GRID * 2)
        who.addWidget(self._avatar)
        who.addWidget(self._sentence, 1)
        self.body.addLayout(who)
        for pad in (self._keys, self._pictures):
            pad.changed.connect(lambda: self._say("", TextRole.SMALL))
            pad.entered.connect(self._enter)
            self.body.addWidget(pad, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._said)
        self.body.addLayout(buttons(self._teacher, self._back))

    def ask(self, view: SecretView) -> None:
        """Open with nothing entered, and with what is left of a wait."""
        self.set_title(tr("Hello, {name}!", name=view.name))
        self._avatar.show_avatar(view.avatar)
        self._sentence.setText(tr("Choose your 3 pictures.") if view.by_pictures else tr("Type your PIN."))
        self._pad = self._pictures if view.by_pictures else self._keys
        self._keys.setVisible(not view.by_pictures)
        self._pictures.setVisible(view.by_pictures)
        self._teacher.hide()
        self._wait.stop()
        if view.wait_ms:
            self.show_wait(view.wait_ms)
        else:
            self._pad.clear()
            self._pad.setEnabled(True)
            self._say("", TextRole.SMALL)
        self.open_sheet(self._back if view.wait_ms else self._pad.dots)

    def show_fault(self, sentence: str) -> None:
        """Say what was wrong; another may be entered."""
        self._wait.stop()
        self._teacher.hide()
        self._pad.clear()
        self._pad.setEnabled(True)
        if self.isVisible():
            self._pad.dots.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(sentence, TextRole.CAUTION)

    def show_wait(self, wait_ms: int) -> None:
        """Take nothing for that long, count it down, and offer the way to a teacher."""
        self._pad.clear()
        self._pad.setEnabled(False)
        self._teacher.show()
        if self.isVisible():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wait.start(wait_ms)

    def forget(self) -> None:
        """Close, with nothing left of what was entered."""
        self._wait.stop()
        for pad in (self._keys, self._pictures):
            pad.clear()
        self.close_sheet()

    def _say_wait(self, left_ms: int) -> None:
        self._say(tr("Ask your teacher, or wait {time}.", time=duration(left_ms)), TextRole.CAUTION)

    def _say(self, sentence: str, role: TextRole) -> None:
        self._said.setText(sentence)
        give_role(self._said, role)
        self.setAccessibleDescription(sentence)

    def _enter(self, secret: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # Escape still ends it
        self._pad.setEnabled(False)
        self.entered.emit(secret)

    def _cancel(self) -> None:
        self.forget()
        self.cancelled.emit()
