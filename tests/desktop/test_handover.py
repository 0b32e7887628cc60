"""From one child to the next: whatever the first one left, the second can come upon nothing of it."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from tests.desktop.desk import Desk
from tests.desktop.screens import settle
from tests.lessons.packages import given

SECRET = "zebra in my diary"


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.session.add_student("Ben", "sun")
    desk.join("Ana")
    yield desk
    desk.close()


def everything_on_widgets() -> str:
    """Every text that a widget or a text document of this process holds."""
    settle()
    gc.collect()
    found = []
    for widget in QApplication.allWidgets():
        found += [widget.accessibleName(), widget.accessibleDescription()]
        found += [str(getattr(widget, name)()) for name in ("text", "toPlainText") if hasattr(widget, name)]
        if isinstance(widget, QTextEdit | QLineEdit):
            widget.undo()
            found += [widget.toPlainText() if isinstance(widget, QTextEdit) else widget.text()]
        found += [document.toPlainText() for document in widget.findChildren(QTextDocument)]
    return " ".join(found)


def leave_traces(desk: Desk) -> None:
    """Type, check, and copy, as a child does."""
    desk.start()
    desk.session.go_on()
    desk.answer_page()
    desk.session.go_on()
    typed = next(question for question in desk.open_questions() if "text" in str(question).lower())
    desk.session.respond(typed.id, given(SECRET))
    QGuiApplication.clipboard().setText(SECRET)
    desk.until(lambda: SECRET in everything_on_widgets())


def test_on_the_wall_no_widget_holds_a_word_of_who_was_there(desk: Desk) -> None:
    leave_traces(desk)
    pages = [desk.window.home, desk.window.lesson, desk.window.result, desk.window.review]
    desk.leave()
    desk.walls.clear()
    desk.session.show_students()
    desk.until(lambda: desk.walls)
    assert SECRET not in everything_on_widgets()
    assert QGuiApplication.clipboard().text() == ""
    now = [desk.window.home, desk.window.lesson, desk.window.result, desk.window.review]
    assert not set(map(id, pages)) & set(map(id, now))
    assert desk.on_disk("SELECT count(*) FROM answers WHERE answer LIKE ?", f"%{SECRET}%") == [(1,)], "it is kept"
    assert desk.on_disk("SELECT count(*) FROM windows WHERE state = 'open'") == [(0,)]


def is_on_wall(desk: Desk) -> bool:
    return desk.session.student is None and desk.window.pages.currentWidget() is desk.window.students


def test_a_long_absence_ends_the_sitting_counts_by_the_trackers_rules_and_shows_the_wall(desk: Desk) -> None:
    desk.start()
    desk.kiosk.absence.note_input()
    desk.let_pass(60, busy=True)
    desk.let_pass(15 * 60 - 1)
    assert desk.session.lesson is not None, "idle keeps the place"
    desk.let_pass(1)
    desk.until(lambda: is_on_wall(desk))
    ((active, ended),) = desk.on_disk(
        "SELECT sum(active_ms), max(ended_ms) FROM windows JOIN sittings ON sittings.id = sitting"
    )
    assert ended is not None
    assert active == 90_000, "a minute, and the grace of an idle half"
    desk.enter("Ana")
    assert desk.homes[-1].resume is not None


def test_a_lid_that_was_closed_for_long_opens_on_the_wall_and_the_first_touch_reaches_nobodys_home(desk: Desk) -> None:
    desk.kiosk.absence.note_input()
    desk.clock.advance(20 * 60_000)
    desk.kiosk.absence.note_input()
    desk.until(lambda: is_on_wall(desk))


def test_whoever_watches_a_film_is_there(desk: Desk) -> None:
    desk.start()
    desk.kiosk.absence.note_input()
    desk.session.set_watching(True)
    desk.let_pass(16 * 60)
    assert desk.session.lesson is not None
