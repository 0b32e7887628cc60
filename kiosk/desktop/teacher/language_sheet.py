"""Which language the program speaks with a student."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.languages import NAMES
from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr


class LanguageSheet(Sheet):
    """The languages by their own names. It is made for one question, and gone when it is closed."""

    def __init__(self, name: str, language: str, then: Callable[[str], object], theme: Theme, parent: QWidget) -> None:
        """`language` is the student's now; `then` takes the chosen one. "" is this computer's."""
        super().__init__(tr("Language for {name}", name=name), theme, parent)
        self._then = then
        self._cancel = Button(tr("Cancel"), theme)
        self._cancel.clicked.connect(self._leave)
        self.dismissed.connect(self.deleteLater)
        choices = Flow(gap=GRID)
        choices.hold([self._choice(each, word, each == language) for each, word in _choices().items()])
        self.body.addWidget(label(tr("From when they sign in, this program speaks it with them."), TextRole.MUTED))
        self.body.addWidget(choices)
        self.body.addLayout(buttons(self._cancel))

    def ask(self) -> None:
        self.open_sheet(self._cancel)

    def _choice(self, language: str, word: str, is_chosen: bool) -> Button:
        button = Button(word, self._theme, icon=Icon.CHECK if is_chosen else None)
        button.setCheckable(True)
        button.setChecked(is_chosen)
        button.clicked.connect(lambda: self._choose(language))
        return button

    def _choose(self, language: str) -> None:
        self._leave()
        self._then(language)

    def _leave(self) -> None:
        self.close_sheet()
        self.deleteLater()


def language_words(language: str) -> str:
    """What a language calls itself; "" is this computer's."""
    return NAMES.get(language, language) or tr("As this computer")


def _choices() -> dict[str, str]:
    return {each: language_words(each) for each in ("", *NAMES)}
