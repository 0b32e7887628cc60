"""Where the letter pad comes, and when: under the page, while somebody types by touch."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.desktop.theme import GRID, Theme
from kiosk.desktop.touch_cursor import is_made_of_touch
from kiosk.desktop.widgets.scrolling import follow_pointer
from kiosk.settings import KeyPadWish

if TYPE_CHECKING:
    from kiosk.desktop.widgets.letter_pad import LetterPad

_AROUND = GRID * 3
"""Pixels of the page that stay in sight around what is typed."""
_NUMBERS = (
    Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhFormattedNumbersOnly
)


@dataclass(frozen=True, slots=True)
class Hands:
    """How somebody used the machine: by finger the last time, and with keys since they came."""

    by_finger: bool = False
    has_typed: bool = False


def is_wanted(wish: KeyPadWish, hands: Hands) -> bool:
    """Whether a field to type in brings the pad."""
    return wish == "always" or (wish == "auto" and hands.by_finger and not hands.has_typed)


class PadDock(QObject):
    """Watches one window, whose margin at the bottom it owns and with which it goes. GUI thread.

    The window must have been made native: shown once.
    The pad is made each time it comes, so it has the present language and look. It never covers the page: the page
    gets smaller, and scrolls until what is typed is in sight. Keys go to the field as those of a keyboard do, without
    passing through the window again: a touch of the pad is one input.
    """

    def __init__(self, window: QWidget, theme: Callable[[], Theme], wish: KeyPadWish) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._wish = wish
        self._hands = Hands()
        self._pad: LetterPad | None = None
        self._served: QWidget | None = None
        """The field that the pad came for."""
        self._declined: QWidget | None = None
        """The field at which somebody closed it: it comes back for another one, or for a touch of this."""
        self._is_held = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._settle)
        handle = window.windowHandle()
        assert handle is not None
        handle.installEventFilter(self)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self._soon.start()

    def forget_keyboard(self) -> None:
        """Somebody else comes: they may have no keyboard."""
        self._hands = replace(self._hands, has_typed=False)

    def put_away(self) -> None:
        """Take the pad away, if it is there; the page gets its room back."""
        pad, self._pad, self._served = self._pad, None, None
        if pad is not None:
            self._window.setContentsMargins(0, 0, 0, 0)
            if isValid(pad):
                pad.hide()
                pad.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self._pad is not None:
                self._place(self._pad)
        elif event.type() == QEvent.Type.TouchBegin:
            self._hands = replace(self._hands, by_finger=True)
        elif isinstance(event, QMouseEvent):
            self._note_mouse(event)
        elif isinstance(event, QKeyEvent) and event.text() and event.text().isprintable():
            self._hands = replace(self._hands, has_typed=True)
            self._soon.start()
        return False

    def _note_mouse(self, event: QMouseEvent) -> None:
        """The pad waits for the end of a press: the page must not move under a finger."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._is_held = True
            if not is_made_of_touch(event):
                self._hands = replace(self._hands, by_finger=False)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_held = False
            field = self._field()
            if field is not None and _global_rect(field).contains(event.globalPosition().toPoint()):
                self._declined = None
            self._soon.start()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._declined:
            self._declined = None
        if not self._is_held:
            self._soon.start()

    def _field(self) -> QWidget | None:
        """What would be typed into now: Qt marks it so for input methods, and no longer when it is read-only."""
        field = self._window.focusWidget()
        if field is None or not field.isVisible() or not field.isEnabled():
            return None
        return field if field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled) else None

    def _settle(self) -> None:
        field = self._field()
        if field is None or field is self._declined or not is_wanted(self._wish, self._hands):
            self.put_away()
            return
        if self._pad is None:
            self._pad = self._bring()
            self._soon.start()  # the page is laid out anew by then, and can be scrolled
        elif self._served is not field:
            self._serve(field, self._pad)
        else:
            self._follow_cursor(field)

    def _bring(self) -> "LetterPad":
        from kiosk.desktop.alphabets import alphabets_of  # noqa: PLC0415 - where there is a keyboard nobody needs them
        from kiosk.desktop.widgets.letter_pad import LetterPad  # noqa: PLC0415

        pad = LetterPad(alphabets_of(QLocale().name().partition("_")[0]), self._theme(), self._window)
        pad.typed.connect(self._type)
        pad.close_pressed.connect(self._close)
        self._place(pad)
        pad.show()
        return pad

    def _place(self, pad: "LetterPad") -> None:
        whole = self._window.rect()
        high = pad.height_in(whole.height())
        pad.setGeometry(0, whole.height() - high, whole.width(), high)
        self._window.setContentsMargins(0, 0, 0, high)

    def _serve(self, field: QWidget, pad: "LetterPad") -> None:
        self._served = field
        pad.begin(numbers=bool(field.inputMethodHints() & _NUMBERS))
        follow_pointer(field, field.mapToGlobal(field.rect().center()), field.height() // 2 + _AROUND)
        self._follow_cursor(field)

    def _follow_cursor(self, field: QWidget) -> None:
        cursor = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(cursor, QRect):
            follow_pointer(field, field.mapToGlobal(cursor.center()), _AROUND)

    def _type(self, key: int, text: str) -> None:
        field = self._field()
        if field is None:
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            if isValid(field):
                QCoreApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
        self._soon.start()

    def _close(self) -> None:
        self._declined = self._served
        self._soon.start()


def _global_rect(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size())
