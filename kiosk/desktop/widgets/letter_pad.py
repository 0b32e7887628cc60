"""Letters, digits and signs to touch where there is no keyboard.

Ours, because Qt's own virtual keyboard may not be shipped with this program (its licence is the GPL). Letters with
accents have a page of their own instead of a long press: a child sees the key, and nothing has to be held.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from kiosk.desktop.alphabets import Alphabet, Kind
from kiosk.desktop.theme import GRID, Size, Theme, px
from kiosk.desktop.widgets.letter_page import GAP, LINES, LetterPage, Shift
from kiosk.words import tr

KEY_SIDE = 48
"""Pixels, the least side of a key."""

_KEY_HEIGHT = 54
_TEXT_TO_KEY = 1.5
"""A key is that much higher than its text at least."""
_MOST_OF_WINDOW = 0.42


class LetterPad(QWidget):
    """One page of keys at a time; none of them takes the keyboard's focus. GUI thread.

    Signals:
        typed(int, str): a key was pressed, by its number in Qt.Key and the text that it types.
        close_pressed(): somebody is done with it.
    """

    typed = Signal(int, str)
    close_pressed = Signal()

    def __init__(self, alphabets: Sequence[Alphabet], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._alphabets = alphabets
        self._alphabet = alphabets[0]
        self._kind = Kind.LETTERS
        self._shift = Shift.OFF
        self._pages: dict[tuple[Alphabet, Kind], LetterPage] = {}
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(tr("Keys to type with"))
        self._stack = QStackedLayout(self)
        self.begin(numbers=False)

    def begin(self, *, numbers: bool) -> None:
        """Show the page on which what is asked for begins."""
        self._shift = Shift.OFF
        self._turn_to(Kind.SIGNS if numbers else Kind.LETTERS)

    def height_in(self, window_height: int) -> int:
        """Pixels that it takes in a window so high: less than half of it, and no key under 48."""
        around = GAP * (LINES - 1) + GRID * 2
        wanted = max(_KEY_HEIGHT, round(px(self._theme, Size.NAME) * _TEXT_TO_KEY))
        most = round((window_height * _MOST_OF_WINDOW - around) / LINES)
        return max(KEY_SIDE, min(wanted, most)) * LINES + around

    def _turn_to(self, kind: Kind) -> None:
        if Kind.SIGNS in (kind, self._kind):
            self._shift = Shift.OFF
        self._kind = kind
        page = self._pages.get((self._alphabet, kind)) or self._make_page(kind)
        page.show_shift(self._shift)
        self._stack.setCurrentWidget(page)

    def _make_page(self, kind: Kind) -> LetterPage:
        page = LetterPage(
            self._alphabet, kind, self._next_alphabet.label if len(self._alphabets) > 1 else "", self._theme
        )
        page.typed.connect(self._type)
        page.turned.connect(self._turn_to)
        page.shift_pressed.connect(self._press_shift)
        page.other_pressed.connect(self._change_alphabet)
        page.close_pressed.connect(self.close_pressed)
        self._pages[self._alphabet, kind] = page
        self._stack.addWidget(page)
        return page

    def _type(self, key: int, text: str) -> None:
        self.typed.emit(key, text)
        if key == Qt.Key.Key_Backspace:
            return
        if self._shift is Shift.ONCE:
            self._shift = Shift.OFF
        if self._kind is Kind.MARKED and not text.isdecimal():
            self._turn_to(Kind.LETTERS)
        else:
            self._pages[self._alphabet, self._kind].show_shift(self._shift)

    def _press_shift(self) -> None:
        states = [Shift.OFF, Shift.LOCKED] if self._kind is Kind.SIGNS else list(Shift)
        self._shift = states[(states.index(self._shift) + 1) % len(states)]
        self._pages[self._alphabet, self._kind].show_shift(self._shift)

    @property
    def _next_alphabet(self) -> Alphabet:
        return self._alphabets[(self._alphabets.index(self._alphabet) + 1) % len(self._alphabets)]

    def _change_alphabet(self) -> None:
        self._alphabet = self._next_alphabet
        self.begin(numbers=False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        painter.fillRect(self.rect(), QColor(colors.quiet.ground))
        painter.fillRect(0, 0, self.width(), self._theme.edge, QColor(colors.line))
