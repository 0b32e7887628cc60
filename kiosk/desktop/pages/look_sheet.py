"""How text and colours look, chosen by whoever reads: the sheet behind "Aa"."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kiosk.desktop import fonts
from kiosk.desktop.fonts import Typeface
from kiosk.desktop.icons import Icon
from kiosk.desktop.languages import NAMES
from kiosk.desktop.numerals import percent
from kiosk.desktop.theme import GRID, Size, TextRole, Theme, font, px
from kiosk.desktop.widgets.beside import Beside
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.flow import Flow
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.desktop.widgets.sheet import Sheet, buttons
from kiosk.words import tr

_HALF = 180
"""What two short lines of choices need side by side."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One value of something that can be chosen: its word, the theme it makes, and what the word itself shows."""

    word: str
    theme: Theme
    shows: int | Typeface | None = None


class LookSheet(Sheet):
    """Shows the present look as chosen. A choice is told at once; whoever hears it makes the program anew.

    Signals:
        chosen(Theme, str): the program is to look so, and which line of the sheet was touched.
        language_chosen(str): the program is to speak so with whoever learns.
        done(): the sheet is closed.
    """

    chosen = Signal(Theme, str)
    language_chosen = Signal(str)
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(look_words(), theme, parent)
        self._chosen: dict[str, Button] = {}
        *lines, contrast, colours = (self._line(title, choices) for title, choices in _lines(theme).items())
        for line in lines:
            self.body.addWidget(line)
        self.body.addWidget(Beside(contrast, colours, least=px(theme, _HALF), gap=GRID * 2))
        self.body.addWidget(self._languages())
        sample = RichText(theme, Pictures(Path(), 0))
        sample.show_html(f"<p>{_sample()}</p>")
        self.body.addWidget(sample)
        self._done = Button(tr("Done"), theme, primary=True)
        self._done.clicked.connect(self.close_sheet)
        self._done.clicked.connect(self.done)
        self.dismissed.connect(self.done)
        self.body.addLayout(buttons(self._done))

    def ask(self, line: str = "") -> None:
        """Open with the keyboard on what is chosen in this line, else in the first one."""
        self.open_sheet(self._chosen.get(line) or next(iter(self._chosen.values())))

    def ask_language(self) -> None:
        """Open with the keyboard on the language that is spoken."""
        self.open_sheet(self._spoken)

    def _languages(self) -> QWidget:
        """The languages by their own names: whoever cannot read this one finds theirs."""
        made = []
        for language, name in NAMES.items():
            is_spoken = QLocale().language() is QLocale(language).language()
            button = Button(name, self._theme, icon=Icon.CHECK if is_spoken else None)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(is_spoken)
            if is_spoken:
                self._spoken = button
            else:
                button.clicked.connect(lambda _checked=False, language=language: self.language_chosen.emit(language))
            made.append(button)
        return _titled(tr("Language"), made)

    def _line(self, title: str, choices: list[_Choice]) -> QWidget:
        group = QButtonGroup(self)
        made = []
        for choice in choices:
            is_chosen = choice.theme == self._theme
            button = Button(choice.word, self._theme, icon=Icon.CHECK if is_chosen else None)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(is_chosen)
            button.setAccessibleName(tr("{title}: {choice}", title=title, choice=choice.word))
            if isinstance(choice.shows, Typeface):
                face = font(self._theme, Size.BODY)
                face.setFamilies(fonts.load(choice.shows))
                button.setFont(face)
            elif choice.shows is not None:
                button.setFont(font(Theme(text_scale=choice.shows / 100), Size.SMALL, QFont.Weight.DemiBold))
            if is_chosen:
                self._chosen[title] = button
            button.clicked.connect(lambda _checked=False, theme=choice.theme: self._choose(theme, title))
            group.addButton(button)
            made.append(button)
        return _titled(title, made)

    def _choose(self, theme: Theme, line: str) -> None:
        if theme != self._theme:
            self.chosen.emit(theme, line)


def _titled(title: str, choices: list[Button]) -> QWidget:
    ways = Flow(gap=GRID)
    ways.hold(choices)
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 2)
    column.addWidget(label(title, TextRole.STRONG))
    column.addWidget(ways)
    return line


def look_words() -> str:
    """What the sheet is called, and what a screen reader says for "Aa"."""
    return tr("Text and colours")


def _sample() -> str:
    return tr("The sun warms the sea. Water rises as vapour, cools high up, and falls again as rain.")


def _lines(theme: Theme) -> dict[str, list[_Choice]]:
    """What can be chosen, by the words above it."""
    sizes = sorted({100, 125, 150, 200, round(theme.text_scale * 100)})
    lines = sorted({100, 125, 150, round(theme.line_spacing * 100)})
    faces = {Typeface.ATKINSON: tr("Clear letters"), Typeface.ANDIKA: tr("Letters for beginners")}
    return {
        tr("Size of text"): [_Choice(percent(each), theme._replace(text_scale=each / 100), each) for each in sizes],
        tr("Letters"): [_Choice(word, theme._replace(typeface=face), face) for face, word in faces.items()],
        tr("Room between lines"): [_Choice(percent(each), theme._replace(line_spacing=each / 100)) for each in lines],
        tr("Contrast"): [
            _Choice(tr("Usual"), theme._replace(high_contrast=False)),
            _Choice(tr("High"), theme._replace(high_contrast=True)),
        ],
        tr("Colours"): [
            _Choice(tr("Light"), theme._replace(dark=False)),
            _Choice(tr("Dark"), theme._replace(dark=True)),
        ],
    }
