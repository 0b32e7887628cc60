"""Kiosk mode as the window has it. What a real X server makes of it is in tests/e2e/x11."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, SystemClock
from kiosk.desktop.instance import TEACHER_PIN, address
from kiosk.desktop.kiosk_mode import KioskMode
from kiosk.identity.secrets import hash_secret
from kiosk.keeper import GO_ON
from kiosk.settings import Settings
from kiosk.store import place, secrets
from kiosk.store.place import Place
from kiosk.store.secrets import TEACHER
from kiosk.store.writer import Store
from tests.desktop.desk import FRACTIONS, Desk
from tests.desktop.screens import settle

PIN = "4711"
KEPT = hash_secret(PIN)

type Start = Callable[[], Desk]


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    """Start a kiosk in kiosk mode, on the same folder each time."""
    desks: list[Desk] = []
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))

    def start() -> Desk:
        put_away(desks)
        desks.append(Desk(tmp_path, clock, qtbot, Settings(credentials="file", mode="kiosk")))
        return desks[-1]

    yield start
    put_away(desks)


def put_away(desks: list[Desk]) -> None:
    while desks:
        desk = desks.pop()
        mode_of(desk).leave()
        desk.until(partial(has_lessons, desk))
        settle()  # what was read is told before those go who would hear it
        desk.close()


def has_lessons(desk: Desk) -> bool:
    return bool(desk.session._catalogue.lessons)


@pytest.fixture
def desk(tmp_path: Path, start: Start) -> Desk:
    """A kiosk with a teacher's PIN."""
    with closing(Store(tmp_path, SystemClock())) as store:
        store.call(secrets.change, TEACHER, KEPT).result()
    desk = start()
    desk.join()
    return desk


def mode_of(desk: Desk) -> KioskMode:
    mode = desk.kiosk.front.kiosk_mode
    assert mode is not None
    return mode


def type_pin(desk: Desk, pin: str) -> None:
    QTest.keyClicks(desk.window.pin_sheet._pad.dots, pin)
    QTest.keyClick(desk.window.pin_sheet._pad.dots, Qt.Key.Key_Return)


def press_escape(desk: Desk) -> None:
    QTest.keyClick(desk.window.focusWidget() or desk.window, Qt.Key.Key_Escape)


def said(desk: Desk) -> list[str]:
    return [words.text() for words in desk.window.pin_sheet.findChildren(QLabel)]


def test_closing_the_window_asks_for_the_pin_and_closes_nothing(desk: Desk) -> None:
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.pin_sheet.isVisible()


def test_a_wrong_pin_says_so_and_the_third_has_to_wait(desk: Desk) -> None:
    desk.window.close()
    for _ in range(2):
        type_pin(desk, "0000")
        desk.until(lambda: "This is not the PIN. Try again." in said(desk))
        desk.window.pin_sheet._pad.changed.emit()
    type_pin(desk, "0000")
    desk.until(lambda: "Too many wrong tries. Wait 0:05." in said(desk))
    press_escape(desk)
    assert not desk.window.pin_sheet.isVisible()
    assert desk.window.isVisible()


def test_escape_ends_the_question_also_while_the_pin_is_checked(desk: Desk) -> None:
    desk.window.close()
    type_pin(desk, "0000")
    assert not desk.window.pin_sheet._pad.isEnabled()
    press_escape(desk)
    assert not desk.window.pin_sheet.isVisible()


def test_leaving_by_the_teachers_panel_makes_an_ordinary_window_and_it_goes_back(desk: Desk) -> None:
    assert desk.window.isFullScreen()
    desk.window.students.teacher_came.emit()
    type_pin(desk, PIN)
    desk.until(lambda: desk.kiosk.teachers_door.panel is not None)
    panel = desk.kiosk.teachers_door.panel
    assert panel is not None
    panel.page.computer_page.mode_requested.emit()
    assert not mode_of(desk).is_on
    assert not desk.window.isFullScreen()
    assert not desk.window.is_guarded
    panel.page.computer_page.mode_requested.emit()
    assert mode_of(desk).is_on
    assert desk.window.isFullScreen()


def test_cancelled_it_does_nothing_also_when_the_right_pin_was_on_its_way(desk: Desk) -> None:
    desk.window.close()
    type_pin(desk, PIN)
    desk.window.pin_sheet.dismissed.emit()
    desk.window.pin_sheet.close_sheet()
    desk.kiosk.store.call(secrets.is_set, TEACHER).result()
    desk.let_pass(1)
    assert mode_of(desk).is_on
    assert desk.window.isVisible()


def test_without_a_pin_no_child_can_choose_one_and_it_goes_on_when_a_teacher_sets_one_beside_it(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    desk = start()
    desk.until(desk.window.no_pin.isVisible)
    QTest.keyClick(desk.window.no_pin, Qt.Key.Key_Escape)
    desk.window.close()
    desk.window.students.teacher_came.emit()
    desk.until(lambda: not desk.window.pin_sheet.isVisible())
    assert desk.window.no_pin.isVisible()
    socket = QLocalSocket()
    socket.connectToServer(address(desk.folder))
    assert socket.waitForConnected(1_000)
    socket.write(f"{TEACHER_PIN} {KEPT}\n".encode())
    desk.until(lambda: not desk.window.no_pin.isVisible())
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.window.pin_sheet.isVisible()


def test_after_a_crash_the_student_is_back_in_the_lesson_without_entering_their_secret(
    desk: Desk, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.kiosk.store.call(secrets.change, 1, KEPT).result()
    desk.start(FRACTIONS)
    monkeypatch.setenv(GO_ON, "1")
    again = start()
    again.until(lambda: again.lessons)
    assert again.session.student is not None
    assert again.session.student.name == "Ana"


def test_after_a_crash_at_home_the_student_is_back_at_home(
    desk: Desk, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.session.student is not None
    monkeypatch.setenv(GO_ON, "1")
    again = start()
    again.until(lambda: again.homes)
    assert again.lessons == []


def test_without_a_crash_it_starts_at_the_wall_and_forgets_who_was_there(desk: Desk, start: Start) -> None:
    desk.start(FRACTIONS)
    again = start()
    again.until(lambda: again.walls)
    assert again.session.student is None
    assert again.kiosk.store.call(place.noted).result() is None


def test_where_the_student_is_is_noted_at_each_step(desk: Desk) -> None:
    assert desk.session.student is not None
    ana = desk.session.student.id
    assert desk.kiosk.store.call(place.noted).result() == Place(ana, None)
    desk.start(FRACTIONS)
    assert desk.kiosk.store.call(place.noted).result() == Place(ana, FRACTIONS)
    desk.leave()
    desk.session.show_students()
    desk.until(lambda: desk.kiosk.store.call(place.noted).result() is None)
