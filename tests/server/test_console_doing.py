"""A teacher opens, pauses and assigns in a real browser, and the kiosks are told."""

from collections.abc import Iterator

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from kiosk.clock import ManualClock
from kiosk.server import assigning, launches
from kiosk.server.audience import Audience
from kiosk.server.database import Database
from tests.server.chromium import Teacher, needs_chromium
from tests.server.classroom import add_teacher, now_ms
from tests.server.handing import class_id, fill_classes, student_id
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, schoolhouse

pytestmark = needs_chromium


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    """Ms Okafor has 3b, where Ana and Ben are."""
    fill_classes(database, now_ms(clock))
    add_teacher(database, "3b")
    with schoolhouse(database, clock) as running:
        yield running


def test_a_lesson_is_opened_for_who_is_ticked_and_its_state_is_seen(
    teacher: Teacher, database: Database, clock: ManualClock
) -> None:
    teacher.sign_in()
    teacher.press(".actions a", "Open a lesson")
    teacher.until("button[data-counts]", "Open for 2 students")
    teacher.press(".ticks label", "Ben")
    teacher.until("button[data-counts]", "Open for 1 student")
    teacher.until("input[type=search]").send_keys("rain", Keys.ENTER)  # Enter finds, and sends nothing
    teacher.press("#lessons label", "Where does rain come from?")
    teacher.press("button[data-counts]")
    teacher.until("#opened .chip", "1 waiting")
    ana = Audience(frozenset({student_id(database, ANA)}), frozenset())
    with database.write() as db:
        [made] = launches.launched_since(db, [student_id(database), student_id(database, BEN)], 0, now_ms(clock))
        assert (made.student, made.lesson) == ("Ana", "water-cycle")
        launches.answer(db, ana, made.id, launches.State.OPENED, now_ms(clock))
    teacher.until("#opened .chip", "1 opened")

    teacher.press(".actions a", "Open a lesson")
    teacher.press("#lessons label", "Where does rain come from?")
    teacher.press("button[data-counts]")
    teacher.until("#opened .chip", "2 waiting")
    teacher.press("#opened button", "Recall")
    teacher.until("#opened .chip", "2 recalled")


def test_a_pause_counts_down_lifts_itself_and_is_lifted_before(
    teacher: Teacher, database: Database, clock: ManualClock, chromium: WebDriver
) -> None:
    teacher.sign_in()
    for ends in ("by itself", "by the teacher"):
        teacher.press("#pause button", "Pause the class")
        teacher.until("#left", ":")
        teacher.picture("teacher-paused")
        with database.read() as db:
            assert len(launches.pauses_under_way(db, now_ms(clock))) == 1
        if ends == "by itself":
            says = chromium.find_element(By.ID, "pause-says")
            clock.advance(5 * 60_000)
            teacher.until("#pause-says", "While the class is paused")
            assert "looks to the front" in says.text  # the element that is read out is still the same
        else:
            teacher.press("#pause button", "Go on now")
            teacher.until("#pause button", "Pause the class")
        with database.read() as db:
            assert launches.pauses_under_way(db, now_ms(clock)) == []


def test_a_lesson_is_assigned_to_some_with_days_and_unassigned(teacher: Teacher, database: Database) -> None:
    teacher.sign_in()
    teacher.open(f"/classes/{class_id(database)}/assign?lesson=loops")
    assert not teacher.until("label:has([name=student])", "").is_displayed()
    teacher.press(".whom label", "Only some of them")
    teacher.press(".ticks label", "Ben")
    teacher.until("input[name=until]").send_keys("01092026")
    teacher.press("button", "Assign")
    teacher.until("tbody tr", "Loops: doing it again")
    with database.read() as db:
        [row] = assigning.plan(db)
    assert (row.lesson, row.email, row.school_class, row.until_day) == ("loops", BEN, None, "2026-01-09")
    teacher.press("tbody button", "Unassign")
    teacher.until(".told", "It is not assigned any more")
    with database.read() as db:
        assert assigning.plan(db) == []
