"""The empty wall, the sheet, a real school server, and the class on the wall."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.pages.join_school import JoinSchool
from kiosk.desktop.theme import Theme
from kiosk.server import enrolling, students
from kiosk.server.database import Database, default_url
from tests.desktop.desk import Desk
from tests.desktop.hands import field, press, show
from tests.desktop.screens import settle
from tests.desktop.test_clerk import ask
from tests.e2e.story import MONDAY
from tests.server.schoolhouse import Schoolhouse, schoolhouse


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Schoolhouse]:
    clock = ManualClock(MONDAY)
    with closing(Database(default_url(tmp_path / "server"))) as database:
        with database.write() as db:
            students.add(db, "Ben", "ben@example.com", "3b", 0)
        with schoolhouse(database, clock) as running:
            yield running


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    desk = Desk(tmp_path / "kiosk", ManualClock(MONDAY), qtbot)
    yield desk
    desk.close()


def a_code(server: Schoolhouse) -> str:
    with server.school.database.write() as db:
        return enrolling.new_code(db, ["3b"], 15, server.school.now_ms()).text


def names(desk: Desk) -> list[str]:
    return [card.name for card in desk.walls[-1].students] if desk.walls else []


def test_a_class_comes_to_an_empty_wall_with_a_code(desk: Desk, server: Schoolhouse) -> None:
    desk.until(lambda: desk.walls)
    press(desk.window, "Join your school")
    sheet = desk.window.join_school
    assert sheet.isVisible()
    field(sheet, "Address").setText(str(server.http.base_url))
    field(sheet, "Code").setText("AAAA-AAAA")
    press(sheet, "Join")
    desk.until(lambda: "wrong, used or too old" in sheet._fault.text())
    field(sheet, "Code").setText(a_code(server).lower())
    press(sheet, "Join")
    desk.until(lambda: names(desk) == ["Ben"])
    assert not sheet.isVisible()
    assert desk.on_disk("SELECT ref, roster, sign_in FROM students") == [("ben@example.com", "on", "ok")]


def test_a_command_joins_by_the_running_kiosk(desk: Desk, server: Schoolhouse) -> None:
    desk.until(lambda: desk.walls)
    where = quote(str(server.http.base_url), safe="")
    assert ask(desk, f"enroll AAAA@{where}@Window%203")["error"].startswith("This code is wrong")
    answer = ask(desk, f"enroll {a_code(server)}@{where}@Window%203")
    assert answer == {"classes": ["3b"], "students": 1, "error": None}
    desk.until(lambda: names(desk) == ["Ben"])
    with server.school.database.read() as db:
        assert db.exec_driver_sql("SELECT name FROM devices").all() == [("Window 3",)]


def test_who_is_refused_as_the_schools_student_is_shown_the_way_back(desk: Desk, server: Schoolhouse) -> None:
    ask(desk, f"enroll {a_code(server)}@{quote(str(server.http.base_url), safe='')}@")
    desk.enter("Ben")
    desk.kiosk.connecting.ask()
    assert desk.window.join_school.isVisible()
    assert not desk.window.connect_dialog.isVisible()


def test_the_sheet_asks_for_what_is_missing(qtbot: QtBot) -> None:
    page = show(qtbot, QWidget())
    sheet, asked = JoinSchool(Theme(), page), list[tuple[Any, ...]]()
    sheet.join_requested.connect(lambda *given: asked.append(given))
    sheet.ask("")
    settle()
    press(sheet, "Join")
    assert sheet._fault.text() == "Type the code first."
    field(sheet, "Code").setText("K7MP-4QRT")
    press(sheet, "Join")
    assert sheet._fault.text() == "Type the address first."
    field(sheet, "Code").setText("K7MP-4QRT@10.0.0.5:8765")
    press(sheet, "Join")
    assert asked == [("", "K7MP-4QRT@10.0.0.5:8765")]
    sheet._finish()
    assert len(asked) == 1, "one answer is waited for"
