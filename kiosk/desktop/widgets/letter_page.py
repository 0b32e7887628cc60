"""One page of the letter pad: its keys, and where they stand."""

import unicodedata
from enum import Enum, auto
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.desktop.alphabets import Alphabet, Kind
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, Size, Theme
from kiosk.desktop.widgets.pad_key import PadKey
from kiosk.words import tr

LINES = 4
GAP = 6

_WIDEST = 1120
"""Pixels, all keys of a line: wider ones would be far apart."""
_KEY = 2
"""Columns that a letter takes, so that a shorter row can stand half a key further in."""
_WIDE = 3
"""Columns of a key that does not type a letter."""


class Shift(Enum):
    """For how long capitals, or the signs' second page, are shown."""

    OFF = auto()
    ONCE = auto()
    LOCKED = auto()


class LetterPage(QWidget):
    """Three rows of texts to type, and the row of the space bar. No key takes the keyboard's focus.

    Signals:
        typed(int, str): a key was pressed, by its number in Qt.Key and the text that it types.
        turned(Kind): another page of the same alphabet is wanted.
        shift_pressed(), other_pressed(), close_pressed(): the keys for capitals, another alphabet, and the end.
    """

    typed = Signal(int, str)
    turned = Signal(Kind)
    shift_pressed = Signal()
    other_pressed = Signal()
    close_pressed = Signal()

    def __init__(self, alphabet: Alphabet, kind: Kind, other_label: str, theme: Theme) -> None:
        super().__init__()
        self._alphabet = alphabet
        self._kind = kind
        self._theme = theme
        self._texts = alphabet.page(kind)
        self._columns = alphabet.longest_row * _KEY
        self._is_shifted = False
        self._places: list[tuple[PadKey, int, int, int]] = []
        """Each key with its line, its first column, and how many it takes."""
        self._letters = [
            [self._letter(line, place) for place in range(len(self._texts.rows[line]))] for line in (0, 1, 2)
        ]
        self._shift = self._shift_key()
        self._place_letters()
        self._place_last_line(other_label)

    def show_shift(self, shift: Shift) -> None:
        """Show what is typed under this shift."""
        self._is_shifted = shift is not Shift.OFF
        for line, texts in zip(self._letters, self._texts.rows_at(self._is_shifted), strict=True):
            for key, text in zip(line, texts, strict=True):
                key.setText(_label(text))
                key.setAccessibleName(text)
        if self._kind is Kind.SIGNS:
            self._shift.setText("123" if self._is_shifted else "#<>")
        else:
            self._shift.show_drawing(Icon.SHIFT_LOCKED if shift is Shift.LOCKED else Icon.SHIFT)
            self._shift.setChecked(self._is_shifted)

    def _place_letters(self) -> None:
        for line in (0, 1):
            self._place_row(line, (self._columns - _KEY * len(self._letters[line])) // 2)
        spare = self._columns - _KEY * len(self._letters[2])
        delete = min(spare, _WIDE)
        self._place_row(2, spare - delete)
        if self._texts.shifted:
            self._places.append((self._shift, 2, 0, spare - delete))
        backspace = self._special("", Icon.BACKSPACE, tr("Delete"))
        backspace.setAutoRepeat(True)
        backspace.clicked.connect(lambda: self.typed.emit(Qt.Key.Key_Backspace, ""))
        self._places.append((backspace, 2, self._columns - delete, delete))

    def _place_row(self, line: int, first: int) -> None:
        for place, key in enumerate(self._letters[line]):
            self._places.append((key, line, first + _KEY * place, _KEY))

    def _place_last_line(self, other_label: str) -> None:
        before = [self._turning(Kind.SIGNS, "123", tr("Digits and signs"))]
        before.append(self._turning(Kind.MARKED, self._alphabet.marked_label, tr("Letters with accents")))
        if other_label:
            before.append(self._special(other_label, None, tr("Another alphabet")))
            before[-1].clicked.connect(self.other_pressed)
        enter = self._special("", Icon.ENTER, tr("Enter"))
        enter.clicked.connect(lambda: self.typed.emit(Qt.Key.Key_Return, "\r"))
        close = self._special("", Icon.DOWN, tr("Put the keys away"))
        close.clicked.connect(self.close_pressed)
        space = self._special("", None, tr("Space"))
        space.clicked.connect(lambda: self.typed.emit(Qt.Key.Key_Space, " "))
        room = self._columns - _WIDE * (len(before) + 2)
        column = 0
        for key, wide in (*((key, _WIDE) for key in before), (space, room), (enter, _WIDE), (close, _WIDE)):
            self._places.append((key, LINES - 1, column, wide))
            column += wide

    def _letter(self, line: int, place: int) -> PadKey:
        key = self._key("", None, "", Size.NAME)
        key.clicked.connect(lambda: self._type(self._texts.rows_at(self._is_shifted)[line][place]))
        return key

    def _type(self, text: str) -> None:
        self.typed.emit(ord(text.upper()[0]), text)

    def _shift_key(self) -> PadKey:
        if self._kind is Kind.SIGNS:
            key = self._special("#<>", None, tr("More signs"))
        else:
            key = self._special("", Icon.SHIFT, tr("Capitals"))
            key.setCheckable(True)
        key.setVisible(bool(self._texts.shifted))
        key.clicked.connect(self.shift_pressed)
        return key

    def _turning(self, kind: Kind, label: str, name: str) -> PadKey:
        """A key that leads to a page, and from there back to the letters."""
        if kind is self._kind:
            kind, label, name = Kind.LETTERS, self._alphabet.label, tr("Letters")
        key = self._special(label, None, name)
        key.clicked.connect(lambda: self.turned.emit(kind))
        return key

    def _special(self, label: str, icon: Icon | None, name: str) -> PadKey:
        return self._key(label, icon, name, Size.BODY if label else Size.HEADING)

    def _key(self, label: str, icon: Icon | None, name: str, size: Size) -> PadKey:
        key = PadKey(label, icon, name, self._theme, size=size)
        key.setParent(self)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each key its place. A grid layout would make columns that begin no key narrower than others."""
        side = max(GRID, (self.width() - _WIDEST) // 2)
        across = (self.width() - 2 * side + GAP) / self._columns
        down = (self.height() - 2 * GRID + GAP) / LINES
        for key, line, column, wide in self._places:
            left, right = round(side + column * across), round(side + (column + wide) * across)
            top, bottom = round(GRID + line * down), round(GRID + (line + 1) * down)
            key.setGeometry(left, top, right - left - GAP, bottom - top - GAP)


def _label(text: str) -> str:
    """What stands on a key; a mark is shown where it stands on a letter."""
    return f"◌{text}" if unicodedata.combining(text[0]) else text
