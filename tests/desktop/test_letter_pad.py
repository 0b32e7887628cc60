"""The letter pad: its keys, and when it comes and goes."""

# ruff: noqa: RUF001 - letters of other scripts look like Latin ones

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import override

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.alphabets import alphabets_of
from kiosk.desktop.attention import INPUTS
from kiosk.desktop.pad_dock import Hands, PadDock, is_wanted
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.widgets.growing_edit import GrowingEdit
from kiosk.desktop.widgets.letter_pad import KEY_SIDE, LetterPad
from kiosk.desktop.widgets.pad_key import PadKey
from kiosk.desktop.widgets.scroll import Scroll
from kiosk.settings import KeyPadWish
from tests.desktop.desk import Desk
from tests.desktop.hands import SCREEN, control, finger_drag, finger_tap, keys, middle, press, show
from tests.desktop.screens import settle


@pytest.mark.parametrize(
    ("wish", "hands", "wanted"),
    [
        ("auto", Hands(), False),
        ("auto", Hands(by_finger=True), True),
        ("auto", Hands(by_finger=True, has_typed=True), False),
        ("always", Hands(has_typed=True), True),
        ("never", Hands(by_finger=True), False),
    ],
)
def test_the_pad_comes_for_a_finger_where_nobody_types(wish: KeyPadWish, hands: Hands, wanted: bool) -> None:
    assert is_wanted(wish, hands) is wanted


# -- the pad alone ---------------------------------------------------------------------------------------


def pad_of(qtbot: QtBot, look: Theme, language: str = "en") -> tuple[LetterPad, list[str]]:
    pad = LetterPad(alphabets_of(language), look)
    typed: list[str] = []
    pad.typed.connect(lambda _key, text: typed.append(text))
    show(qtbot, pad).resize(800, pad.height_in(600))
    settle()
    return pad, typed


def touch(pad: QWidget, *names: str) -> None:
    for name in names:
        press(pad, name)


def test_capitals_are_for_one_letter_until_they_are_pressed_twice(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme)
    touch(pad, "Capitals", "A", "n", "Capitals", "Capitals", "O", "K", "Capitals", "a")
    assert "".join(typed) == "AnOKa"


def test_a_letter_with_an_accent_is_one_key_further_and_the_letters_come_back(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme, "es")
    touch(pad, "Letters with accents", "Capitals", "Á", "ñ", "Space", "Digits and signs", "¿", "1", "Letters", "a")
    assert "".join(typed) == "Áñ ¿1a"


def test_the_signs_have_a_second_page(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme)
    touch(pad, "Digits and signs", "More signs", "<", "≤", "More signs", "=")
    assert "".join(typed) == "<≤="


def test_arabic_digits_can_be_typed_one_after_the_other_and_latin_letters_reached(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme, "ar")
    touch(pad, "ض", "Letters with accents", "١", "٢", "أ", "Another alphabet", "q", "Another alphabet", "ش")
    assert "".join(typed) == "ض١٢أqش"


def test_two_quick_presses_of_a_key_are_two_letters(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme)
    for _ in range(2):
        QTest.mouseClick(pad.windowHandle(), Qt.MouseButton.LeftButton, pos=middle(control(pad, "l")))
    assert typed == ["l", "l"]


def test_two_thumbs_may_press_at_once(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme)
    first, second = middle(control(pad, "o")), middle(control(pad, "n"))
    window = pad.windowHandle()
    QTest.touchEvent(window, SCREEN).press(0, first).commit()
    QTest.touchEvent(window, SCREEN).stationary(0).press(1, second).commit()
    QTest.touchEvent(window, SCREEN).release(0, first).stationary(1).commit()
    QTest.touchEvent(window, SCREEN).release(1, second).commit()
    assert typed == ["o", "n"]


def test_a_finger_that_slides_off_a_key_types_nothing(qtbot: QtBot, theme: Theme) -> None:
    pad, typed = pad_of(qtbot, theme)
    finger_drag(control(pad, "q"), middle(control(pad, "m")))
    assert typed == []


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_key_is_large_enough_for_a_finger_in_the_smallest_window(
    qtbot: QtBot, look: Theme, language: str
) -> None:
    pad, _ = pad_of(qtbot, look, language)
    for page in ("Letters", "Letters with accents", "Digits and signs"):
        if page != "Letters":
            touch(pad, page)
        seen = [key for key in pad.findChildren(PadKey) if key.isVisible()]
        assert len(seen) > 26
        assert min(min(key.width(), key.height()) for key in seen) >= KEY_SIDE, page
        assert all(key.accessibleName() for key in seen)


# -- docked under a page ---------------------------------------------------------------------------------


class Form(QWidget):
    """Fields at the top and at the end of a long page, for text, for a number, and for several lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text, self.number, self.lines = QLineEdit(), QLineEdit(), GrowingEdit(3, 1_000, theme)
        self.number.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        scroll = Scroll(theme, measure=600)
        scroll.column.addWidget(self.text)
        scroll.column.addSpacing(900)
        scroll.column.addWidget(self.number)
        scroll.column.addWidget(self.lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)


type MakeForm = Callable[[KeyPadWish], Form]


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> MakeForm:
    QLocale.setDefault(QLocale("en"))

    def make(wish: KeyPadWish) -> Form:
        form = show(qtbot, Form(theme))
        PadDock(form, lambda: theme, wish)
        return form

    return make


def pad_under(form: Form) -> LetterPad | None:
    return next((pad for pad in form.findChildren(LetterPad) if pad.isVisible()), None)


def test_a_finger_in_a_field_brings_it_and_a_mouse_does_not(make: MakeForm) -> None:
    form = make("auto")
    QTest.mouseClick(
        form.windowHandle(), Qt.MouseButton.LeftButton, pos=form.text.mapTo(form, form.text.rect().center())
    )
    settle()
    assert pad_under(form) is None
    finger_tap(form.text)
    assert pad_under(form) is not None
    keys(form, Qt.Key.Key_A)
    assert pad_under(form) is None, "there is a keyboard"
    assert form.text.text() == "a"
    finger_tap(form.text)
    assert pad_under(form) is None
    dock = form.findChild(PadDock)
    assert isinstance(dock, PadDock)
    dock.forget_keyboard()
    finger_tap(form.text)
    assert pad_under(form) is not None, "somebody else is there"


def test_what_is_touched_is_typed_into_the_field_as_a_keyboard_would(make: MakeForm) -> None:
    form = make("always")
    edited: list[str] = []
    form.text.textEdited.connect(edited.append)
    form.text.returnPressed.connect(lambda: edited.append("enter"))
    form.text.setFocus()
    settle()
    touch(form, "o", "k", "Space", "Delete", "Delete", "Enter")
    assert edited == ["o", "ok", "ok ", "ok", "o", "enter"]
    assert form.focusWidget() is form.text


def test_the_page_makes_room_and_scrolls_until_the_field_is_seen(make: MakeForm) -> None:
    form = make("always")
    form.lines.setFocus()
    settle()
    pad = pad_under(form)
    assert pad is not None
    assert (pad.geometry().bottom(), pad.width()) == (form.rect().bottom(), form.width())
    assert form.contentsRect().bottom() < pad.y()
    field = form.lines.rect().translated(form.lines.mapTo(form, QPoint()))
    assert 0 < field.top() < field.bottom() < pad.y()
    touch(form, "h", "i", "Enter", "y")
    assert form.lines.toPlainText() == "hi\ny"


def test_a_number_begins_with_digits_and_a_text_with_letters(make: MakeForm) -> None:
    form = make("always")
    form.number.setFocus()
    settle()
    touch(form, "1", "/", "2")
    assert form.number.text() == "1/2"
    form.text.setFocus()
    settle()
    touch(form, "q")
    assert form.text.text() == "q"


def test_it_is_put_away_by_its_key_and_comes_back_when_the_field_is_touched(make: MakeForm) -> None:
    form = make("auto")
    finger_tap(form.text)
    touch(form, "Put the keys away")
    finger_tap(form.text)
    assert pad_under(form) is not None
    finger_tap(control(form, "Put the keys away"))
    assert pad_under(form) is None
    assert form.contentsRect() == form.rect()
    finger_tap(form.text)
    assert pad_under(form) is not None


def test_a_field_that_takes_nothing_any_more_sends_it_away(make: MakeForm) -> None:
    form = make("always")
    form.text.returnPressed.connect(lambda: form.text.setReadOnly(True))
    form.text.setFocus()
    settle()
    touch(form, "Enter")
    assert pad_under(form) is None


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    yield desk
    desk.close()
    while QGuiApplication.overrideCursor() is not None:  # hidden by the touches
        QGuiApplication.restoreOverrideCursor()


class Inputs(QObject):
    """Counts what a window gets as the tracker does, moment by moment."""

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self.seen: list[QEvent.Type] = []
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUTS:
            self.seen.append(event.type())
        return False


def test_a_touched_key_is_a_touch_to_the_tracker_and_no_key_besides(make: MakeForm) -> None:
    form = make("always")
    form.text.setFocus()
    settle()
    inputs = Inputs(form.windowHandle())
    finger_tap(control(form, "q"))
    assert form.text.text() == "q"
    assert inputs.seen.count(QEvent.Type.TouchBegin) == 1
    assert QEvent.Type.KeyPress not in inputs.seen


def test_in_the_program_it_types_a_name_over_the_wall_and_leaves_with_the_sheet(desk: Desk) -> None:
    desk.until(lambda: desk.walls)
    settle()
    wall = desk.window.students
    press(wall, "Add a student")
    finger_tap(wall._add._name)
    high = wall.height()
    touch(desk.window, "Capitals", "Z", "o", "e", "Enter")
    desk.until(lambda: any(card.name == "Zoe" for card in desk.walls[-1].students))
    settle()
    assert wall.height() > high
    assert not any(pad.isVisible() for pad in desk.window.findChildren(LetterPad))


def test_another_look_takes_it_away_and_it_comes_back_in_that_look(desk: Desk) -> None:
    desk.until(lambda: desk.walls)
    settle()
    press(desk.window.students, "Add a student")
    finger_tap(desk.window.students._add._name)
    desk.window.redress(Theme(dark=True))
    settle()
    assert desk.window.contentsRect() == desk.window.rect()
    press(desk.window.students, "Add a student")
    finger_tap(desk.window.students._add._name)
    [pad] = desk.window.findChildren(LetterPad)
    assert pad._theme.dark
    dress(desk.kiosk.application, Theme())
