"""Text and colours chosen on the screen: at once, in the middle of a lesson, and kept for this computer."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.fonts import Typeface
from kiosk.desktop.theme import Theme, dress
from kiosk.lessons.judging import key_of
from kiosk.settings import FILE_NAME, Settings, load_settings
from tests.desktop.desk import Desk
from tests.desktop.screens import settle


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    settings = Settings(credentials="file", theme="light", contrast="normal")
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot, settings)
    yield desk
    desk.close()
    dress(qapp, Theme())


def buttons(desk: Desk, name: str) -> list[QAbstractButton]:
    every = desk.window.findChildren(QAbstractButton)
    return [each for each in every if each.accessibleName() == name and each.isVisible() and each.isEnabled()]


def press(desk: Desk, name: str) -> None:
    desk.until(lambda: buttons(desk, name))
    (found,) = buttons(desk, name)
    found.click()
    settle()


def kept(desk: Desk) -> Settings:
    return load_settings(desk.folder / FILE_NAME, {}, {})


def test_what_is_chosen_behind_aa_is_seen_at_once_and_kept_for_this_computer(desk: Desk, qapp: QApplication) -> None:
    desk.join()
    press(desk, "Text and colours")
    press(desk, "Size of text: 150%")
    press(desk, "Letters: Letters for beginners")
    press(desk, "Room between lines: 125%")
    press(desk, "Contrast: High")
    press(desk, "Colours: Dark")
    assert desk.window.theme == Theme(
        dark=True, text_scale=1.5, high_contrast=True, typeface=Typeface.ANDIKA, line_spacing=1.25
    )
    assert qapp.font().family() == "Andika"
    assert buttons(desk, "Done")
    press(desk, "Done")
    desk.until(lambda: kept(desk).line_spacing == 125)
    now = kept(desk)
    assert (now.text_scale, now.typeface, now.contrast, now.theme) == (150, "andika", "high", "dark")


def test_the_page_of_a_lesson_stands_as_it_stood_answers_included(desk: Desk) -> None:
    desk.join()
    desk.start()
    first, *_ = desk.open_questions()
    desk.session.respond(first.id, key_of(first))
    before = desk.window.lesson
    standing = before.present
    press(desk, "Text and colours")
    press(desk, "Contrast: High")
    press(desk, "Done")
    assert desk.window.lesson is not before
    assert desk.window.pages.currentWidget() is desk.window.lesson
    assert desk.window.lesson.present == standing
    press(desk, "Check answer")
    assert desk.window.lesson.cards[first.id].view.correct is True


def test_the_keyboard_stays_on_what_was_chosen(desk: Desk, qapp: QApplication) -> None:
    desk.join()
    press(desk, "Text and colours")
    focused = qapp.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Size of text: 100%"
    press(desk, "Contrast: High")
    focused = qapp.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Contrast: High"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not buttons(desk, "Done")


def test_all_goes_on_as_before_with_the_pages_made_anew(desk: Desk) -> None:
    desk.join()
    press(desk, "Text and colours")
    press(desk, "Colours: Dark")
    press(desk, "Done")
    press(desk, "Start: Adding fractions with unlike denominators")
    desk.until(lambda: desk.lessons)
    desk.finish()
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.result)
    press(desk, "Lessons")
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.home)
    press(desk, "Not you? Switch")
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.students)
    press(desk, "For the teacher")
    desk.until(desk.window.pin_sheet.isVisible)
