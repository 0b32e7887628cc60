from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.languages import Languages
from kiosk.desktop.numerals import number
from kiosk.desktop.theme import Theme
from kiosk.desktop.widgets.key_pad import KEY_SIDE, KeyPad
from tests.desktop.screens import settle


def shown(qtbot: QtBot, look: Theme) -> tuple[KeyPad, list[str]]:
    pad = KeyPad("PIN", 4, 6, look)
    qtbot.addWidget(pad)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    pad.show()
    settle()
    pad.dots.setFocus()
    return pad, entered


def key(pad: KeyPad, name: str) -> QAbstractButton:
    (found,) = (each for each in pad.findChildren(QAbstractButton) if each.accessibleName() == name)
    return found


def touch(pad: KeyPad, *names: str) -> None:
    for name in names:
        QTest.mouseClick(key(pad, name), Qt.MouseButton.LeftButton)


def test_it_takes_a_number_by_touch(qtbot: QtBot, look: Theme) -> None:
    pad, entered = shown(qtbot, look)
    touch(pad, "4", "7", "0", "9", "Delete", "1", "Done")
    assert entered == ["4701"]


def test_it_takes_a_number_by_keyboard_whichever_key_has_the_focus(qtbot: QtBot, theme: Theme) -> None:
    pad, entered = shown(qtbot, theme)
    QTest.keyClicks(pad.dots, "47")
    QTest.keyClicks(key(pad, "5"), "19")
    QTest.keyClick(pad.dots, Qt.Key.Key_Backspace)
    QTest.keyClicks(pad.dots, "1")
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)
    assert entered == ["4711"]


def test_too_few_digits_cannot_be_entered_and_too_many_not_typed(qtbot: QtBot, theme: Theme) -> None:
    pad, entered = shown(qtbot, theme)
    QTest.keyClicks(pad.dots, "123")
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)
    assert not key(pad, "Done").isEnabled()
    assert entered == []
    QTest.keyClicks(pad.dots, "45678")
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)
    assert entered == ["123456"]


def test_what_was_typed_is_told_as_a_count_only(qtbot: QtBot, theme: Theme) -> None:
    pad, _ = shown(qtbot, theme)
    QTest.keyClicks(pad.dots, "471")
    assert (pad.dots.accessibleName(), pad.dots.accessibleDescription()) == ("PIN", "3 entered")
    pad.clear()
    assert pad.dots.accessibleDescription() == "0 entered"


def test_every_key_is_large_enough_for_a_finger(qtbot: QtBot, look: Theme) -> None:
    pad, _ = shown(qtbot, look)
    assert all(min(each.width(), each.height()) >= KEY_SIDE for each in pad.findChildren(QAbstractButton))


def test_the_keyboard_stays_on_the_pad_when_a_key_goes_grey(qtbot: QtBot, theme: Theme) -> None:
    pad, _ = shown(qtbot, theme)
    QTest.keyClicks(pad.dots, "1")
    key(pad, "Delete").setFocus()
    QTest.keyClick(key(pad, "Delete"), Qt.Key.Key_Space)
    assert pad.window().focusWidget() is pad.dots


def test_arabic_has_its_own_digits_on_the_keys_and_by_keyboard(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    languages = Languages(qapp)
    languages.speak("ar")
    pad, entered = shown(qtbot, theme)
    assert number(4) != "4"
    touch(pad, number(4), number(7))
    pad.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, number(0)))
    QTest.keyClicks(pad.dots, "9")
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)
    languages.speak("en")
    assert entered == ["4709"]
