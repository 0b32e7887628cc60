"""The teacher's panel in a whole kiosk: behind the PIN, and what its buttons do."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, boot_id, read
from kiosk.desktop.teacher.import_sheet import ImportSheet
from kiosk.desktop.teacher.lesson_sheet import LessonSheet
from kiosk.desktop.teacher.panel import Panel
from kiosk.desktop.teacher.panel_page import Tab
from kiosk.desktop.teacher.views import Became, QueueEntry, StudentView
from kiosk.desktop.widgets.tile import Tile
from kiosk.identity.secrets import check_secret
from kiosk.settings import Settings, save_setting
from kiosk.store import outbox, secrets
from kiosk.store.secrets import SecretKind
from tests.desktop.desk import FRACTIONS, WATER, Desk
from tests.desktop.hands import press

PIN = "2468"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(
        tmp_path / "data", ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot, Settings(credentials="file")
    )
    yield made
    made.close()


def opened(desk: Desk) -> Panel:
    """Knock, choose a PIN as the first teacher does, and be in the panel."""
    desk.kiosk.teachers_door.knock()
    sheet = desk.window.pin_sheet
    desk.until(lambda: desk.kiosk.teacher._is_choosing)
    sheet.entered.emit(PIN)
    sheet.entered.emit(PIN)
    desk.until(lambda: desk.kiosk.teachers_door.panel is not None)
    panel = desk.kiosk.teachers_door.panel
    assert panel is not None
    desk.until(lambda: desk.window.pages.currentWidget() is panel.page)
    return panel


def headline(panel: Panel) -> str:
    return panel.page.class_page._headline.text()


def said(panel: Panel) -> str:
    notice = panel.page._notice
    return notice.accessibleName() if notice is not None else ""


def parked(desk: Desk) -> QueueEntry:
    """A message of Ana's that the server refused."""
    desk.kiosk.store.call(
        lambda db: db.execute("UPDATE windows SET state = 'parked', reason = '400 NO: no' WHERE id = 1")
    ).result()
    panel = desk.kiosk.teachers_door.panel
    assert panel is not None
    panel.refresh()
    desk.until(lambda: panel.page.queue_page._view is not None and panel.page.queue_page._view.entries)
    assert panel.page.queue_page._view is not None
    return panel.page.queue_page._view.entries[0]


def worked(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(20, busy=True)
    desk.leave()


def test_the_panel_is_behind_the_pin_and_a_lesson_is_put_away_for_it(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(20, busy=True)
    panel = opened(desk)
    assert (desk.session.student, desk.session.lesson) == (None, None)
    desk.until(lambda: headline(panel) == "0 of 1 safe")
    panel.left.emit()
    desk.until(lambda: desk.window.pages.currentWidget() is desk.window.students)
    assert not panel._timer.isActive()
    desk.enter()
    assert desk.homes[-1].resume is not None


def test_a_wrong_pin_opens_nothing(desk: Desk) -> None:
    opened(desk).left.emit()
    sheet = desk.window.pin_sheet
    desk.kiosk.teachers_door.knock()
    desk.until(sheet.isVisible)
    sheet.entered.emit("1111")
    desk.until(lambda: "not the PIN" in sheet._said.text())
    assert desk.window.pages.currentWidget() is desk.window.students


def test_what_was_refused_is_sent_again_or_dropped_once_that_is_confirmed(desk: Desk) -> None:
    worked(desk)
    panel = opened(desk)
    panel.show_tab(Tab.QUEUE)
    entry = parked(desk)
    panel.page.queue_page.drop_requested.emit(entry)
    assert panel.page.confirm.isVisible()
    panel.page.confirm._cancel.click()
    assert desk.kiosk.store.call(outbox.backlog).result().parked == 1
    panel.page.queue_page.retry_requested.emit(entry)
    desk.until(lambda: desk.kiosk.store.call(outbox.backlog).result().parked == 0)
    entry = parked(desk)
    panel.page.queue_page.drop_requested.emit(entry)
    panel.page.confirm._do.click()
    desk.until(lambda: "never be sent" in said(panel))
    assert desk.on_disk("SELECT state FROM windows WHERE id = 1") == [("withdrawn",)]


def test_a_lesson_is_launched_for_a_student(desk: Desk) -> None:
    desk.join()
    panel = opened(desk)
    student = desk.walls[-1].students[0].student
    panel.show_student(student)
    desk.until(lambda: panel.page.student_page.view is not None)
    panel.page.student_page.launch_requested.emit(student)
    (sheet,) = panel.page.findChildren(LessonSheet)
    title = next(lesson.title for lesson in panel._catalogue.lessons if lesson.id == WATER)
    next(tile for tile in sheet.findChildren(Tile) if tile.accessibleName() == title).click()
    desk.until(lambda: desk.session.lesson is not None and desk.session.lesson.id == WATER)


def test_lessons_that_are_dropped_on_the_panel_are_imported_and_offered(desk: Desk, tmp_path: Path) -> None:
    panel = opened(desk)
    panel.show_tab(Tab.COMPUTER)
    quiz = tmp_path / "quiz.gift"
    quiz.write_text("$CATEGORY: x\n\n::Sun:: Is the sun a star? {T}\n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(quiz))])
    page = panel.page.computer_page
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    sheet = panel.page.findChildren(ImportSheet)[-1]
    sheet._do.click()
    desk.until(lambda: page._view is not None and page._view.imported)
    assert page._view is not None
    (row,) = page._view.imported
    assert (row.title, row.became) == ("quiz.gift", Became.REFUSED)
    assert row.remark.startswith("does not say which course it is for")


def test_the_course_of_what_is_imported_is_chosen(desk: Desk, tmp_path: Path) -> None:
    panel = opened(desk)
    panel.show_tab(Tab.COMPUTER)
    files = [tmp_path / "sun.gift", tmp_path / "moon.gift"]
    for file in files:
        file.write_text("$CATEGORY: x\n\n::Sky:: Is it a star? {T}\n", "utf-8")
    desk.until(lambda: panel._catalogue.lessons)
    panel._ask_for_course(files)
    sheet = panel.page.findChildren(ImportSheet)[-1]
    sheet._course.choose("another")
    assert not sheet._do.isEnabled()
    sheet._subject.choose("Science")
    sheet._grade.choose("5")
    sheet._do.click()
    page = panel.page.computer_page
    desk.until(lambda: page._view is not None and page._view.imported)
    assert page._view is not None
    assert [row.became for row in page._view.imported] == [Became.IMPORTED] * 2
    assert all(row.remark.startswith("Science 5 · ") for row in page._view.imported)
    desk.until(lambda: "2 lessons imported" in said(panel))


def test_a_class_list_is_added_and_the_panel_says_what_came_of_it(desk: Desk, tmp_path: Path) -> None:
    panel = opened(desk)
    panel.show_tab(Tab.COMPUTER)
    desk.until(lambda: panel.page.computer_page._view is not None)
    press(panel.page.computer_page, "Add a class list")
    (dialog,) = panel.page.findChildren(QFileDialog)
    file = tmp_path / "3b.csv"
    file.write_text("name,class\nAna,3b\nBen,3b\n", "utf-8")
    dialog.filesSelected.emit([str(file)])
    dialog.close()
    desk.until(lambda: said(panel) == "Students added: 2.")
    panel.show_tab(Tab.CLASS)
    assert desk.on_disk("SELECT name, class_name FROM students ORDER BY name") == [("Ana", "3b"), ("Ben", "3b")]


def test_work_is_carried_away_and_a_student_is_deleted_after_a_copy(desk: Desk, tmp_path: Path) -> None:
    worked(desk)
    panel = opened(desk)
    errands = panel._errands
    panel._run(errands.export_work(tmp_path))
    desk.until(lambda: "No rescue key is set" in said(panel))
    save_setting(desk.folder / "settings.toml", "rescue_key", "ab" * 32)
    panel._run(errands.export_work(tmp_path))
    desk.until(lambda: "are not sent from here any more" in said(panel))
    assert len(list(tmp_path.glob("*.rescue"))) == 1
    panel.show_student(1)
    desk.until(lambda: panel.page.student_page.view is not None)
    panel.page.student_page.delete_requested.emit(1)
    assert "carried away in a file" in panel.page.confirm._sentence.text()
    panel.page.confirm._cancel.click()
    panel._run(errands.delete_student(1, tmp_path / "copies"))
    desk.until(lambda: "Ana is deleted from this computer" in said(panel))
    assert desk.on_disk("SELECT count(*) FROM runs") == [(0,)]


def test_ctrl_shift_t_asks_for_the_pin_at_a_lesson_too(desk: Desk) -> None:
    desk.join()
    desk.start(FRACTIONS)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.window.activateWindow()
    QTest.keyClick(desk.handle(), Qt.Key.Key_T, modifiers)
    desk.until(desk.window.pin_sheet.isVisible)
    assert desk.session.lesson is not None


def test_a_teacher_chooses_a_new_secret_with_the_student_and_a_slip_sets_none(desk: Desk) -> None:
    desk.join("Ana")
    panel = opened(desk)
    panel.show_student(1)
    desk.until(lambda: panel.page.student_page.view is not None)
    panel.page.student_page.secret_requested.emit(1)
    sheet = panel.page.new_secret
    pad = sheet._pads[SecretKind.PIN]
    for typed in ("1234", "1243"):
        pad.entered.emit(typed)
    assert sheet.accessibleDescription() == "These were two different ones. Choose again."
    for typed in ("1234", "1234"):
        pad.entered.emit(typed)
    assert not sheet.isVisible()
    desk.until(lambda: said(panel) == "The secret of Ana is set.")
    ((kept,),) = desk.on_disk("SELECT kept FROM secrets WHERE student = 1 AND kind = 'pin'")
    assert check_secret("1234", str(kept))
    desk.until(lambda: shown(panel).secret is SecretKind.PIN)
    panel.page.student_page.secret_requested.emit(1)
    sheet._none.click()
    desk.until(lambda: said(panel) == "Ana has no secret now.")
    assert desk.on_disk("SELECT count(*) FROM secrets WHERE student = 1") == [(0,)]


def test_a_teacher_ends_a_lock_out(desk: Desk) -> None:
    desk.join("Ana")
    desk.kiosk.store.call(secrets.change, 1, "kept").result()
    for _ in range(4):
        desk.kiosk.store.call(secrets.begin_try, 1, read(desk.clock), boot_id()).result()
    panel = opened(desk)
    panel.show_student(1)
    desk.until(lambda: panel.page.student_page.view is not None)
    assert ("Secret", "A PIN, locked after wrong tries for 0:05") in shown(panel).lines
    assert not panel.page.student_page._lift.isHidden()
    panel.page.student_page._lift.click()
    desk.until(lambda: not shown(panel).is_locked_out)
    assert panel.page.student_page._lift.isHidden()


def test_work_is_given_to_the_right_student_from_the_panel_and_its_log_says_so(desk: Desk) -> None:
    desk.session.add_student("Ben", "sun")
    desk.join("Ana")
    desk.start(WATER)
    desk.let_pass(60, busy=True)
    ana = desk.session.student
    assert ana is not None
    panel = opened(desk)
    panel.show_student(ana.id)
    desk.until(lambda: panel.page.student_page.view is not None)
    panel.page.student_page.not_theirs_requested.emit(ana.id)
    desk.until(desk.window.not_me.isVisible)
    ((sitting,),) = desk.on_disk("SELECT id FROM sittings")
    ((ben,),) = desk.on_disk("SELECT id FROM students WHERE name = 'Ben'")
    desk.window.not_me.move_requested.emit((sitting,), ben)
    desk.until(lambda: desk.on_disk("SELECT count(*) FROM corrections") == [(1,)])
    panel.show_tab(Tab.COMPUTER)
    desk.until(lambda: log(panel))
    (line,) = log(panel)
    assert line.endswith("1 min from Ana to Ben.")


def shown(panel: Panel) -> StudentView:
    view = panel.page.student_page.view
    assert view is not None
    return view


def log(panel: Panel) -> tuple[str, ...]:
    view = panel.page.computer_page._view
    return view.corrections if view is not None else ()
