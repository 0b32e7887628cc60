"""Each student is spoken to in their own language; the wall speaks the device's."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.pages.look_sheet import LookSheet
from kiosk.settings import Settings
from kiosk.store import students
from tests.desktop.desk import Desk
from tests.desktop.screens import settle


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    settings = Settings(credentials="file", language="en")
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot, settings)
    yield desk
    desk.kiosk.front.languages.speak("en")
    desk.close()


def words(desk: Desk) -> set[str]:
    page = desk.window.pages.currentWidget()
    assert page is not None
    buttons = page.findChildren(QAbstractButton)
    return {each.accessibleName() or each.text() for each in buttons if each.isVisible()}


def test_who_chose_a_language_is_spoken_to_in_it_and_the_wall_in_the_devices(desk: Desk, qapp: QApplication) -> None:
    desk.join()
    assert "Text and colours" in words(desk)
    desk.kiosk.store.call(students.set_language, 1, "ar").result()
    desk.session.show_students()
    desk.enter()
    assert "النص والألوان" in words(desk)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    desk.window.home.switch_requested.emit()
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.students)
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_language_chosen_behind_aa_is_spoken_at_once_and_kept(desk: Desk) -> None:
    desk.join()
    desk.window.home.look_requested.emit()
    settle()
    sheet = desk.window.findChildren(LookSheet)[-1]
    (spanish,) = [each for each in sheet.findChildren(QAbstractButton) if each.text() == "Español"]
    spanish.click()
    desk.until(lambda: "Texto y colores" in words(desk))
    assert desk.on_disk("SELECT language FROM students") == [("es",)]
    assert desk.window.findChildren(LookSheet)[-1].isVisible()
