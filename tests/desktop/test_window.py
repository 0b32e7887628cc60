from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, epoch_ms
from kiosk.desktop.attention import QUIET_MS
from kiosk.desktop.views import FocusState, Primary
from kiosk.desktop.wall_views import Safety
from kiosk.desktop.widgets.chip import CloudChip
from kiosk.desktop.widgets.notice import Notice
from kiosk.lessons.judging import key_of
from kiosk.settings import Settings
from kiosk.store import notices as store_notices
from tests.desktop.desk import Desk
from tests.desktop.screens import settle

SERVER = "http://127.0.0.1:9/api/timeback"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    yield desk
    desk.close()


def button(desk: Desk, name: str, within: QWidget | None = None) -> QAbstractButton | None:
    """The button with that accessible name that can be seen and pressed."""
    found = [
        each
        for each in (within or desk.window).findChildren(QAbstractButton)
        if each.accessibleName() == name and each.isVisible() and each.isEnabled()
    ]
    return found[-1] if found else None


def press(desk: Desk, name: str, within: QWidget | None = None) -> None:
    """Press it with the mouse, through the native window, as a hand would."""
    desk.until(lambda: button(desk, name, within))
    settle()  # a hand comes when the page stands still
    found = button(desk, name, within)
    assert found is not None
    desk.clock.advance(QUIET_MS)
    scroll_to(found)
    settle()
    middle = found.mapTo(desk.window, found.rect().center())
    QTest.mouseClick(desk.handle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def fill(within: QWidget, name: str, text: str) -> None:
    (field,) = (each for each in within.findChildren(QLineEdit) if each.accessibleName() == name)
    field.setText(text)


def notices(desk: Desk) -> list[str]:
    return [
        words.text()
        for notice in desk.window.findChildren(Notice)
        for words in notice.findChildren(QLabel)
        if notice.isVisible()
    ]


def test_the_pages_follow_the_session_from_the_wall_to_the_result_and_back(desk: Desk) -> None:
    window = desk.window
    assert window.pages.currentWidget() is window.students
    press(desk, "Add a student")
    fill(window.students, "First name", "Ana")
    press(desk, "Add")
    press(desk, "Ana")
    press(desk, "Start: Adding fractions with unlike denominators")
    desk.until(lambda: window.pages.currentWidget() is window.lesson)
    while desk.step.primary is not Primary.FINISH:
        desk.answer_page()
        if desk.step.primary is Primary.GO_ON:
            press(desk, "Go on")
    press(desk, "Finish")
    desk.until(lambda: window.pages.currentWidget() is window.result)
    press(desk, "Look at my answers")
    desk.until(lambda: window.pages.currentWidget() is window.review)
    press(desk, "Back")
    desk.until(lambda: window.pages.currentWidget() is window.result)
    press(desk, "Lessons")
    desk.until(lambda: window.pages.currentWidget() is window.home)
    press(desk, "Not you? Switch")
    desk.until(lambda: window.pages.currentWidget() is window.students)


def test_a_checked_question_shows_its_verdict_on_the_page(desk: Desk) -> None:
    desk.join()
    desk.start()
    question = desk.open_questions()[0]
    desk.session.respond(question.id, key_of(question))
    press(desk, "Check answer")
    assert desk.window.lesson.cards[question.id].view.correct is True
    assert desk.window.lesson.step == desk.step


def test_still_there_is_asked_over_the_lesson_and_its_button_brings_focus_back(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(desk.idle_after_s + 2)
    assert desk.window.still_there.isVisible()
    press(desk, "Go on", desk.window.still_there)
    assert not desk.window.still_there.isVisible()
    desk.let_pass(1)
    assert desk.focus[-1][0] is FocusState.FOCUSED
    assert not desk.window.still_there.isVisible()


def test_still_there_goes_away_by_itself_when_the_mouse_moves(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(desk.idle_after_s + 2)
    QTest.mouseMove(desk.handle(), QPoint(300, 300))
    desk.let_pass(1)
    assert not desk.window.still_there.isVisible()


def test_looking_away_and_back_reaches_the_lesson_through_the_window(desk: Desk, qapp: QApplication) -> None:
    desk.join()
    desk.start()
    desk.let_pass(10)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    desk.let_pass(5)
    assert desk.focus[-1] == (FocusState.AWAY, 10_000)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    desk.let_pass(3)
    assert desk.focus[-1] == (FocusState.FOCUSED, 13_000)


def test_the_connect_dialog_stays_with_what_was_wrong_and_closes_when_all_is_well(desk: Desk) -> None:
    desk.join()
    dialog = desk.window.connect_dialog
    press(desk, "Connect")
    assert dialog.isVisible()
    fill(dialog, "Server address", "school.example")
    fill(dialog, "Token", "secret")
    press(desk, "Connect", dialog)
    desk.until(lambda: button(desk, "Connect", dialog))
    assert dialog.isVisible()
    fill(dialog, "Server address", SERVER)
    press(desk, "Connect", dialog)
    desk.until(lambda: not dialog.isVisible())
    desk.until(lambda: desk.homes[-1].signed_in)


def test_trouble_is_said_under_the_page_once_and_taken_away(desk: Desk) -> None:
    desk.window.show_trouble("The disk is full.")
    desk.window.show_trouble("The disk is really full.")
    desk.until(lambda: notices(desk) == ["The disk is really full."])
    desk.window.show_trouble("")
    desk.until(lambda: not notices(desk))


def test_what_the_teacher_should_know_is_on_the_wall_alone_and_until_it_was_acknowledged(desk: Desk) -> None:
    for sentence in ("The clock was wrong.", "The file was damaged."):
        desk.kiosk.store.call(store_notices.add, 0, sentence).result()
    desk.join()
    assert notices(desk) == []
    desk.session.show_students()
    desk.until(lambda: notices(desk) == ["For the teacher: The file was damaged."])
    press(desk, "Got it")
    desk.until(lambda: notices(desk) == ["For the teacher: The clock was wrong."])
    press(desk, "Got it")
    desk.until(lambda: notices(desk) == [])
    acknowledged = {when for (when,) in desk.on_disk("SELECT acknowledged_ms FROM notices")}
    assert acknowledged <= {epoch_ms(desk.clock.utc_now()), epoch_ms(desk.clock.utc_now()) - QUIET_MS}


def fades(desk: Desk) -> list[QWidget]:
    return desk.window.pages.findChildren(QWidget, "fade")


def test_a_page_fades_over_the_next_and_is_gone_soon_after(desk: Desk) -> None:
    desk.join()
    desk.until(lambda: not fades(desk))
    desk.start()
    assert len(fades(desk)) == 1
    desk.until(lambda: not fades(desk))
    desk.let_pass(2)
    assert not fades(desk)
    desk.answer_page()
    desk.session.go_on()
    assert len(fades(desk)) == 1


def test_pages_change_at_once_where_motion_is_not_wanted(tmp_path: Path, qtbot: QtBot) -> None:
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    desk = Desk(tmp_path, clock, qtbot, Settings(credentials="file", reduced_motion=True))
    desk.join()
    desk.start()
    assert not fades(desk)
    desk.close()


def test_the_cloud_is_the_same_on_every_page(desk: Desk) -> None:
    desk.session.safety_told.emit(Safety.NOT_SAVED)
    clouds = desk.window.findChildren(CloudChip)
    assert len(clouds) == desk.window.pages.count()
    assert {cloud.text() for cloud in clouds} == {"Not saved"}
    assert desk.window.safety is Safety.NOT_SAVED


def test_the_address_known_last_is_offered_to_the_next_student(desk: Desk) -> None:
    desk.join()
    desk.window.set_server(SERVER)
    press(desk, "Connect")
    fields = {each.accessibleName(): each.text() for each in desk.window.connect_dialog.findChildren(QLineEdit)}
    assert fields == {"Server address": SERVER, "Token": ""}


def test_closing_in_mid_lesson_and_opening_again_goes_on_with_the_same_run(tmp_path: Path, qtbot: QtBot) -> None:
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    first = Desk(tmp_path, clock, qtbot)
    first.join()
    first.start()
    first.answer_page()
    first.session.go_on()
    first.let_pass(30)
    first.close()
    clock.advance(3_600_000)
    second = Desk(tmp_path, clock, qtbot)
    press(second, "Ana")
    press(second, "Go on: Adding fractions with unlike denominators")
    second.until(lambda: second.lessons)
    assert second.lessons[-1].page_number == 2
    second.let_pass(5)
    assert second.focus[-1] == (FocusState.FOCUSED, 35_000)
    assert len(second.run_ids()) == 1
    second.close()
