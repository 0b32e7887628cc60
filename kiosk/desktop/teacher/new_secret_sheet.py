"""A teacher and a student choose together what the student signs in with."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.theme import GRID, Size, TextRole, Theme, px
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.key_pad import KeyPad
from kiosk.desktop.widgets.label import give_role, label
from kiosk.desktop.widgets.picture_pad import PicturePad
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.identity.secrets import STUDENTS_DIGITS
from kiosk.store.secrets import SecretKind
from kiosk.words import tr

type Chosen = Callable[[SecretKind, str | None], object]
"""Takes the kind and the text of the secret; None: without one."""


class NewSecretSheet(Sheet):
    """Takes the same twice, so that a slip of the finger locks nobody out."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._then: Chosen | None = None
        self._first: str | None = None
        self._kind = SecretKind.PIN
        self._sentence = label("", TextRole.MUTED)
        self._sentence.setMinimumHeight(px(theme, Size.HEADING))
        self._pads: dict[SecretKind, KeyPad | PicturePad] = {
            SecretKind.PIN: KeyPad(tr("New PIN"), STUDENTS_DIGITS, STUDENTS_DIGITS, theme),
            SecretKind.PICTURES: PicturePad(tr("New pictures"), theme),
        }
        kinds = QHBoxLayout()
        kinds.setSpacing(GRID)
        words = {SecretKind.PIN: tr("A PIN"), SecretKind.PICTURES: tr("3 pictures")}
        self._kinds = {kind: Button(word, theme, in_bar=True) for kind, word in words.items()}
        for kind, button in self._kinds.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, kind=kind: self._choose_kind(kind))
            kinds.addWidget(button)
        kinds.addStretch()
        self.body.addLayout(kinds)
        self.body.addWidget(self._sentence)
        for pad in self._pads.values():
            pad.entered.connect(self._take)
            self.body.addWidget(pad, 0, Qt.AlignmentFlag.AlignHCenter)
        self._none, cancel = Button(tr("No secret"), theme), Button(tr("Cancel"), theme)
        self._none.clicked.connect(lambda: self._finish(None))
        cancel.clicked.connect(self._leave)
        self.dismissed.connect(self._forget)
        self.body.addLayout(buttons(self._none, cancel))

    def ask(self, name: str, kind: SecretKind | None, then: Chosen) -> None:
        """Ask for this student's; `kind` is that of the one they have, None where they have none."""
        self.set_title(tr("New secret for {name}", name=name))
        self._then = then
        self._none.setVisible(kind is not None)
        self._choose_kind(kind or SecretKind.PIN)
        self.open_sheet(self._pads[self._kind].dots)

    def _choose_kind(self, kind: SecretKind) -> None:
        self._kind = kind
        for each, pad in self._pads.items():
            self._kinds[each].setChecked(each is kind)
            pad.setVisible(each is kind)
        self._begin()
        self._pads[kind].dots.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, fault: str = "") -> None:
        self._first = None
        self._pads[self._kind].clear()
        digits, pictures = tr("%n digits.", "", STUDENTS_DIGITS), tr("3 pictures, one after the other.")
        first = digits if self._kind is SecretKind.PIN else pictures
        self._say(fault or first, TextRole.CAUTION if fault else TextRole.MUTED)

    def _take(self, text: str) -> None:
        if self._first is None:
            self._first = text
            self._pads[self._kind].clear()
            self._say(tr("Once more, to be sure."), TextRole.MUTED)
        elif self._first != text:
            self._begin(tr("These were two different ones. Choose again."))
        else:
            self._finish(text)

    def _finish(self, text: str | None) -> None:
        then = self._then
        self._leave()
        if then is not None:
            then(self._kind, text)

    def _leave(self) -> None:
        self._forget()
        self.close_sheet()

    def _forget(self) -> None:
        """Leave nothing of what was typed."""
        self._then = self._first = None
        for pad in self._pads.values():
            pad.clear()

    def _say(self, sentence: str, role: TextRole) -> None:
        self._sentence.setText(sentence)
        give_role(self._sentence, role)
        self.setAccessibleDescription(sentence)
