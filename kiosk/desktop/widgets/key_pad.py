"""Keys to touch where there is no keyboard, for a number that nobody shall read: digits, and dots for what was typed.

Ours, because Qt's own virtual keyboard may not be shipped with this program (its licence is the GPL).
"""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.numerals import number
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, Theme, px
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.pad_key import PadKey
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.words import tr

KEY_SIDE = 64
"""Pixels, the least side of a key."""

_COLUMNS = 3
_ACROSS = 5 / 4
"""A key is that much wider than high."""


class KeyPad(QWidget):
    """Ten digits, "delete" and "done", in the order of a telephone in every language; a keyboard types as well.

    The keys show the digits of the language that is spoken; what is typed is told in 0 to 9, whatever wrote it.

    Signals:
        changed(): what is typed has become another.
        entered(str): "done" was pressed on at least `shortest` digits.
    """

    changed = Signal()
    entered = Signal(str)

    def __init__(self, name: str, shortest: int, longest: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortest, self._longest = shortest, longest
        self._typed = ""
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.dots = Dots(name, longest, theme)
        self._keys = {digit: _Key(number(int(digit)), None, number(int(digit)), theme) for digit in "1234567890"}
        self._delete = _Key("", Icon.BACKSPACE, tr("Delete"), theme)
        self._done = _Key("", Icon.CHECK, tr("Done"), theme, primary=True)
        for digit, key in self._keys.items():
            key.clicked.connect(lambda _checked=False, digit=digit: self._type(digit))
        self._delete.clicked.connect(self._take_back)
        self._done.clicked.connect(self._finish)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for place, key in enumerate((*list(self._keys.values())[:9], self._delete, self._keys["0"], self._done)):
            grid.addWidget(key, place // _COLUMNS, place % _COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID * 2)
        column.addWidget(self.dots)
        column.addLayout(grid)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()

    def clear(self) -> None:
        """Forget what is typed."""
        self._set("")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type by keyboard, whichever key of the pad has the focus; what is none of its keys goes on to the sheet."""
        if event.text().isdecimal():
            for digit in event.text():
                self._type(str(int(digit)))
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            event.ignore()

    def _type(self, digit: str) -> None:
        if len(self._typed) < self._longest:
            self._set(self._typed + digit)

    def _take_back(self) -> None:
        self._set(self._typed[:-1])

    def _finish(self) -> None:
        if len(self._typed) >= self._shortest:
            self.entered.emit(self._typed)

    def _set(self, typed: str) -> None:
        if typed != self._typed:
            self._typed = typed
            self.changed.emit()
            self._show()

    def _show(self) -> None:
        self.dots.show_count(len(self._typed))
        self._delete.setEnabled(bool(self._typed))
        self._done.setEnabled(len(self._typed) >= self._shortest)
        if not self.isAncestorOf(self.window().focusWidget() or self):
            return
        if not (self._delete.isEnabled() and self._done.isEnabled()):
            self.dots.setFocus(Qt.FocusReason.OtherFocusReason)  # a key that goes grey lets go of the keyboard


class _Key(PadKey):
    """One key: a digit, or a drawing."""

    def __init__(self, digit: str, icon: Icon | None, name: str, theme: Theme, *, primary: bool = False) -> None:
        super().__init__(digit, icon, name, theme, primary=primary)
        high = max(KEY_SIDE, px(theme, Size.HERO))
        self.setFixedSize(round(high * _ACROSS), high)
        ring_focus(self, theme)


class Dots(QWidget):
    """How much was typed, and the place where a keyboard types."""

    def __init__(self, name: str, longest: int, theme: Theme) -> None:
        super().__init__()
        self._longest = longest
        self._theme = theme
        self._count = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ring_focus(self, theme)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleDescription(tr("%n entered", "digits or pictures of a secret", count))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, px(self._theme, Size.HERO) + GRID * 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.colors
        field = QRectF(self.rect())
        paint_surface(
            painter, field, Surface(colors.surface, colors.primary if self._count else colors.line, 2), RADIUS_CONTROL
        )
        step = (field.width() - GRID * 2) / self._longest
        radius = min(step, field.height()) / 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.ink))
        first = field.center().x() - step * (self._count - 1) / 2
        for place in range(self._count):
            painter.drawEllipse(QPointF(first + step * place, field.center().y()), radius, radius)
