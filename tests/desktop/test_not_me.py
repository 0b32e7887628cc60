"""A teacher, at the machine itself, gives a lesson to the student who sat there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.not_me import outcome_words
from kiosk.desktop.pages.not_me_sheet import NotMeSheet
from kiosk.desktop.widgets.pressable import Pressable
from kiosk.identity.secrets import hash_secret
from kiosk.store import secrets
from kiosk.store.corrections import Correction, Outcome, Refusal
from kiosk.store.secrets import TEACHER
from tests.desktop.desk import Desk

TEACHERS = hash_secret("24680")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.session.add_student("Ben", "sun")
    desk.join("Ana")
    yield desk
    desk.close()


def prove_to_be_a_teacher(desk: Desk) -> None:
    desk.kiosk.store.call(secrets.change, TEACHER, TEACHERS).result()
    desk.until(desk.window.pin_sheet.isVisible)
    QTest.keyClicks(desk.window.pin_sheet._pad.dots, "24680")
    QTest.keyClick(desk.window.pin_sheet._pad.dots, Qt.Key.Key_Return)
    desk.until(desk.window.not_me.isVisible)


def click(sheet: NotMeSheet, name: str) -> None:
    (tile,) = [tile for tile in sheet.findChildren(Pressable) if tile.accessibleName() == name]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)


def words(sheet: NotMeSheet) -> str:
    return " ".join(one.text() for one in sheet.findChildren(QLabel) if one.isVisible())


def test_from_home_a_lesson_goes_to_the_right_student_who_goes_on_with_it(desk: Desk) -> None:
    desk.start()
    desk.answer_page()
    desk.let_pass(60, busy=True)
    desk.leave()
    desk.kiosk.store.call(secrets.change, TEACHER, TEACHERS).result()
    desk.window.home.not_me_asked.emit()
    prove_to_be_a_teacher(desk)
    sheet = desk.window.not_me
    assert "1 min not sent yet: can move." in words(sheet)
    click(sheet, "Ben")
    click(sheet, "Move it")
    desk.until(lambda: "1 min and the answers are with Ben now." in words(sheet))
    desk.until(lambda: desk.homes[-1].today_minutes == 0)
    sheet.close_sheet()
    desk.session.show_students()
    desk.enter("Ben")
    assert desk.homes[-1].today_minutes == 1
    assert desk.homes[-1].resume is not None


def test_nothing_happens_unchosen_and_a_teachers_question_never_stays_for_the_wall(desk: Desk) -> None:
    desk.start()
    desk.let_pass(20, busy=True)
    desk.leave()
    desk.kiosk.store.call(secrets.change, TEACHER, TEACHERS).result()
    desk.window.home.not_me_asked.emit()
    prove_to_be_a_teacher(desk)
    sheet = desk.window.not_me
    desk.until(lambda: "20 s not sent yet" in words(sheet))
    click(sheet, "Move it")
    assert "Choose the lessons and the student first." in words(sheet)
    assert desk.on_disk("SELECT count(*) FROM corrections") == [(0,)]
    desk.session.send_away()
    desk.until(lambda: not sheet.isVisible())


def test_without_the_pin_nobody_gets_there(desk: Desk) -> None:
    desk.kiosk.store.call(secrets.change, TEACHER, TEACHERS).result()
    desk.window.home.not_me_asked.emit()
    desk.until(desk.window.pin_sheet.isVisible)
    QTest.keyClick(desk.window.pin_sheet._pad.dots, Qt.Key.Key_Escape)
    assert not desk.window.not_me.isVisible()


def test_what_was_sent_is_told_with_both_names_and_what_was_refused_with_its_reason() -> None:
    outcome = Outcome(
        (Correction(0, "Ana", "Ben", "Loops", 0, 840_000, 480_000, result_was_sent=True),),
        (Refusal("Water", 0, "Ben was learning at the same time, so this stays as it is."),),
    )
    said = " ".join(outcome_words(outcome))
    assert "14 min and the answers are with Ben now." in said
    assert "Sent already in the name of Ana, to be put right in Timeback: 8 min and the result." in said
    assert said.endswith("Ben was learning at the same time, so this stays as it is.")
