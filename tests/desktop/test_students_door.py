"""Signing in: who has a secret enters it, who guesses has to wait, and a teacher helps without a server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, read
from kiosk.desktop.countdown import Countdown
from kiosk.desktop.instance import LaunchRequest
from kiosk.desktop.students_door import EXPECTED_MS
from kiosk.desktop.widgets.tile import Tile
from kiosk.identity.secrets import hash_secret
from kiosk.launch import Launch
from kiosk.store import secrets
from kiosk.store.secrets import TEACHER, SecretKind
from tests.desktop.desk import FRACTIONS, Desk

TEACHERS = hash_secret("24680")
PIN = hash_secret("1234")
PICTURES = hash_secret("fish sun cat")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, clock, qtbot)
    desk.join("Ana")
    desk.session.show_students()
    yield desk
    desk.close()


def give(desk: Desk, kept: str, kind: SecretKind = SecretKind.PIN) -> None:
    desk.kiosk.store.call(secrets.change, 1, kept, kind).result()


def knock(desk: Desk) -> None:
    desk.homes.clear()
    desk.session.choose_student(1)
    desk.until(lambda: desk.window.secret_sheet.isVisible() or desk.homes)


def type_in(desk: Desk, digits: str) -> None:
    """By the keyboard, as soon as the sheet takes it."""
    pad = desk.window.secret_sheet._pad
    desk.until(pad.isEnabled)
    QTest.keyClicks(pad.dots, digits)
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)


def said(desk: Desk) -> str:
    return desk.window.secret_sheet.accessibleDescription()


def test_who_has_no_secret_goes_straight_in(desk: Desk) -> None:
    knock(desk)
    assert desk.homes
    assert not desk.window.secret_sheet.isVisible()


def test_the_right_pin_opens_and_nothing_of_it_stays_on_the_sheet(desk: Desk) -> None:
    give(desk, PIN)
    knock(desk)
    assert desk.session.student is None
    type_in(desk, "1234")
    desk.until(lambda: desk.homes)
    assert not desk.window.secret_sheet.isVisible()
    assert desk.window.secret_sheet._keys._typed == ""
    assert desk.on_disk("SELECT kept FROM secrets") == [(PIN,)], "a hash, not the digits"


def test_pictures_in_their_order_open_and_in_another_order_do_not(desk: Desk) -> None:
    give(desk, PICTURES, SecretKind.PICTURES)
    knock(desk)
    QTest.keyClicks(desk.window.secret_sheet._pad.dots, "126")
    desk.until(lambda: said(desk) == "That is not it. Try again.")
    tiles = {tile.accessibleName(): tile for tile in desk.window.secret_sheet._pictures.findChildren(Tile)}
    for name in ("Fish", "Sun", "Cat"):
        QTest.mouseClick(tiles[name], Qt.MouseButton.LeftButton)
    desk.until(lambda: desk.homes)


def test_three_wrong_tries_are_free_then_the_wait_grows_and_outlives_the_program(
    desk: Desk, clock: ManualClock, qtbot: QtBot
) -> None:
    give(desk, PIN)
    knock(desk)
    for _ in range(2):
        type_in(desk, "9999")
        desk.until(lambda: said(desk) == "That is not it. Try again.")
    type_in(desk, "9999")
    desk.until(lambda: said(desk) == "Ask your teacher, or wait 0:05.")
    assert not desk.window.secret_sheet._pad.isEnabled()
    desk.close()
    again = Desk(desk.folder, clock, qtbot)
    again.until(lambda: again.walls and again.walls[-1].students[0].hint)  # the lessons are read
    knock(again)
    assert said(again) == "Ask your teacher, or wait 0:05."
    clock.advance(5_000)
    wait = again.window.secret_sheet.findChild(Countdown)
    assert wait is not None
    for _ in range(5):
        wait.let_a_second_pass()
    assert said(again) == "Now try again."
    type_in(again, "9999")
    again.until(lambda: said(again) == "Ask your teacher, or wait 0:30.")
    again.close()


def test_a_teacher_lifts_the_wait_with_their_pin_and_without_a_server(desk: Desk) -> None:
    give(desk, PIN)
    desk.kiosk.store.call(secrets.change, TEACHER, TEACHERS).result()
    for _ in range(4):
        desk.kiosk.store.call(secrets.begin_try, 1, read(desk.clock), "").result()
    knock(desk)
    assert said(desk).startswith("Ask your teacher")
    QTest.mouseClick(desk.window.secret_sheet._teacher, Qt.MouseButton.LeftButton)
    desk.until(desk.window.pin_sheet.isVisible)
    QTest.keyClicks(desk.window.pin_sheet._pad.dots, "24680")
    QTest.keyClick(desk.window.pin_sheet._pad.dots, Qt.Key.Key_Return)
    desk.until(lambda: said(desk) == "Now try again.")
    type_in(desk, "1234")
    desk.until(lambda: desk.homes)


def test_who_turned_away_from_the_door_is_not_let_in_by_a_late_answer(desk: Desk) -> None:
    give(desk, PIN)
    knock(desk)
    desk.kiosk.students_door.try_secret("1234")
    QTest.keyClick(desk.window.secret_sheet._pad.dots, Qt.Key.Key_Escape)
    desk.kiosk.store.call(secrets.lock_of, 1, read(desk.clock), "").result()
    desk.let_pass(3)
    assert desk.session.student is None
    assert not desk.homes


def test_who_was_there_before_a_crash_is_let_in_without_nobody_else_and_not_later(desk: Desk) -> None:
    desk.join("Ben")
    give(desk, PIN)
    desk.kiosk.store.call(secrets.change, 2, PIN).result()
    desk.session.show_students()
    door = desk.kiosk.students_door
    door.expect(2)
    knock(desk)
    assert desk.window.secret_sheet.isVisible(), "Ana is not Ben"
    door.walk_away()
    door.expect(1)
    desk.clock.advance(EXPECTED_MS)
    knock(desk)
    assert desk.window.secret_sheet.isVisible(), "too late"
    door.walk_away()
    door.expect(1)
    knock(desk)
    assert desk.homes


def test_a_launched_lesson_waits_for_the_secret_and_is_given_up_when_the_student_turns_back(desk: Desk) -> None:
    give(desk, PIN)
    launch = LaunchRequest(Launch(FRACTIONS, "Ana"), by_link=False)
    desk.until(lambda: desk.walls and desk.walls[-1].students[0].hint)  # the lessons are read
    desk.kiosk.launching.take(launch)
    desk.until(desk.window.secret_sheet.isVisible)
    QTest.keyClick(desk.window.secret_sheet._pad.dots, Qt.Key.Key_Escape)
    desk.join("Ben")
    assert desk.lessons == []
    desk.session.show_students()
    desk.kiosk.launching.take(launch)
    desk.until(desk.window.secret_sheet.isVisible)
    type_in(desk, "1234")
    desk.until(lambda: desk.lessons)


def test_from_the_teachers_panel_a_student_who_turns_back_comes_to_the_wall(desk: Desk) -> None:
    give(desk, PIN)
    desk.session.show_teacher()
    assert desk.window.pages.currentWidget() is not desk.window.students
    knock(desk)
    desk.kiosk.students_door.walk_away()
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.students)


def test_the_teachers_panel_is_never_under_a_students_sheet(desk: Desk) -> None:
    give(desk, PIN)
    knock(desk)
    desk.session.show_teacher()
    assert not desk.window.secret_sheet.isVisible()


def test_the_sheet_says_whose_secret_it_wants(desk: Desk) -> None:
    give(desk, PIN)
    knock(desk)
    shown = [words.text() for words in desk.window.secret_sheet.findChildren(QLabel) if words.isVisible()]
    assert shown[:2] == ["Hello, Ana!", "Type your PIN."]
