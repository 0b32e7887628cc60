"""A question before something that cannot be taken back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.desktop.theme import TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr


class ConfirmSheet(Sheet):
    """Says what will happen; whoever types on does nothing, because the keyboard is on "Cancel"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", theme, parent)
        self._then: Callable[[], object] | None = None
        self._sentence = label("", TextRole.BODY)
        self._cancel, self._do = Button(tr("Cancel"), theme), Button("", theme, primary=True)
        self._cancel.clicked.connect(self.close_sheet)
        self._do.clicked.connect(self._finish)
        self.body.addWidget(self._sentence)
        self.body.addLayout(buttons(self._cancel, self._do))

    def ask(self, title: str, sentence: str, word: str, then: Callable[[], object]) -> None:
        """Do `then` once the button with that word is pressed."""
        self._then = then
        self.set_title(title)
        self._sentence.setText(sentence)
        self.setAccessibleDescription(sentence)
        self._do.show_text(word)
        self.open_sheet(self._cancel)

    def _finish(self) -> None:
        self.close_sheet()
        if self._then is not None:
            self._then()
