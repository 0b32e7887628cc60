"""The teacher's pages in a real browser: Debian's Chromium, without a window, against a real server on loopback.

`KIOSK_SCREENS=FOLDER` keeps the pictures; those in docs/screens were made so.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.chrome.webdriver import WebDriver

from kiosk.clock import ManualClock
from kiosk.protocol.presence import Focus
from kiosk.server import assigning, devices, launches
from kiosk.server.assigning import Span, Target
from kiosk.server.audience import Audience
from kiosk.server.classes import find_class
from kiosk.server.database import Database
from tests.server.chromium import PHONE, WIDE, Teacher, needs_chromium
from tests.server.classroom import add_completion, add_student, add_teacher, add_window, now_ms, report, tell
from tests.server.handing import class_id, device_token, shelve, write_lesson
from tests.server.schoolhouse import Schoolhouse, schoolhouse

pytestmark = needs_chromium
MINUTE, DAY = 60_000, 86_400_000


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def pupils(server: Schoolhouse, clock: ManualClock) -> dict[str, int]:
    """A class in the middle of a lesson."""
    database, now = server.school.database, now_ms(clock)
    add_teacher(database, "3b", is_admin=True)
    ids = {name: add_student(database, name) for name in ("Chidi", "Dara", "Elif", "Femi", "Gus", "Hana", "Ilir")}
    lesson = "comparing-fractions"
    for name, told, ago in (
        ("Chidi", report(lesson=lesson, today_ms=19 * MINUTE, today_xp=12), 0),
        ("Dara", report(Focus.IDLE, lesson="lighthouse-keeper", page=2, pages=8, today_ms=8 * MINUTE), 0),
        ("Elif", report(unsent=3, lesson="water-cycle", page=4, pages=6, today_ms=22 * MINUTE, today_xp=15), 0),
        ("Femi", report(Focus.OUT, today_ms=31 * MINUTE, today_xp=24), 0),
        ("Gus", report(lesson="loops", page=1, pages=4, today_ms=6 * MINUTE), 12 * MINUTE),
        ("Hana", report(Focus.AWAY, lesson="loops", page=2, pages=4, today_ms=11 * MINUTE, today_xp=4), 0),
    ):
        tell(database, ids[name], told, now - ago)
    for back, minutes in enumerate((19, 35, 0, 42, 28, 0, 0, 31, 12, 45)):
        if minutes:
            start = now - back * DAY - 40 * MINUTE
            run = add_window(database, ids["Chidi"], start, minutes, activity=lesson if back < 4 else "water-cycle")
            if back % 2:
                add_completion(database, ids["Chidi"], start + minutes * MINUTE, run)
    with database.write() as db:
        db.exec_driver_sql(
            "UPDATE events SET state = 'parked', reason = 'Timeback answered 422: unknown activity' WHERE id = 1"
        )
    return ids


@pytest.fixture
def handed(server: Schoolhouse, pupils: dict[str, int], clock: ManualClock, tmp_path: Path) -> None:
    """Lessons that were uploaded, assigned and opened, and kiosks that joined."""
    database, now = server.school.database, now_ms(clock)
    shelve(database, write_lesson(tmp_path / "first"), now - 3 * DAY)
    shelve(database, write_lesson(tmp_path / "second", version="2", text="Cut it in two equal parts."), now)
    for name in ("Back row 1", "Window 3", "Trolley"):
        device_token(database, now - DAY, name=name)
    with database.write() as db:
        ids = list(pupils.values())
        made = launches.launch(db, "halves", "Halves", ids[:6], now - 9 * MINUTE, now + 60 * MINUTE)
        who = Audience(frozenset(ids), frozenset())
        for number, state in zip(made, ("opened", "opened", "opened", "seen", "declined"), strict=False):
            launches.answer(db, who, number, launches.State(state), now)
        launches.launch(db, "loops", "Loops: doing it again", ids[5:], now - MINUTE, now)
        school_class = Target(class_id=find_class(db, "3b"))
        for order, (lesson, target, span) in enumerate(
            (
                ("comparing-fractions", school_class, Span("2026-01-05", "2026-01-16")),
                ("halves", Target(student_id=ids[1]), Span()),
                ("water-cycle", school_class, Span("2026-01-12")),
                ("loops", school_class, Span(None, "2026-01-02")),
            )
        ):
            assigning.assign(db, lesson, target, span, order, now)
        devices.revoke(db, 3, now)


def test_a_teacher_signs_in_and_sees_the_class_change_by_itself(
    teacher: Teacher, server: Schoolhouse, pupils: dict[str, int], clock: ManualClock, chromium: WebDriver
) -> None:
    teacher.sign_in()
    teacher.until("#safe", "5 of 7 safe")
    link = teacher.until(f"#student-{pupils['Elif']} a")
    chromium.execute_script("arguments[0].focus()", link)
    tell(server.school.database, pupils["Elif"], report(lesson="water-cycle", page=5, pages=6), now_ms(clock))
    teacher.until("#safe", "6 of 7 safe")
    teacher.until(f"#student-{pupils['Elif']}", "page 5 of 6")
    assert chromium.switch_to.active_element.text == "Elif"  # whoever goes by the keyboard stays where they are
    add_student(server.school.database, "Jo")
    teacher.until("tbody th", "Jo")
    said = chromium.execute("getLog", {"type": "browser"})["value"]
    assert [entry for entry in said if entry["level"] == "SEVERE"] == []


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.usefixtures("handed")
def test_every_page_fits_the_screen_it_is_on(
    teacher: Teacher, server: Schoolhouse, pupils: dict[str, int], size: tuple[int, int]
) -> None:
    name = "phone" if size == PHONE else "wide"
    teacher.open("/sign-in", size)
    teacher.picture(f"teacher-sign-in-{name}")
    assert not teacher.is_too_wide()
    teacher.sign_in()
    chidi, school_class = pupils["Chidi"], class_id(server.school.database)
    for page, path in (
        ("class", "/"),
        ("student", f"/students/{chidi}"),
        ("wrong-person", f"/students/{chidi}/wrong-person"),
        ("parked", "/parked"),
        ("open", f"/classes/{school_class}/open"),
        ("assign", f"/classes/{school_class}/assign"),
        ("lessons", "/lessons"),
        ("lesson", "/lessons/halves"),
        ("plan", "/plan"),
        ("time", "/time"),
        ("time-weeks", "/time?from=2025-10-01&until=2026-01-05"),
        ("kiosks", "/kiosks"),
        ("roster", "/roster"),
        ("log", "/log"),
        ("not-here", "/students/999"),
    ):
        teacher.open(path, size)
        teacher.until("h1")
        teacher.picture(f"teacher-{page}-{name}")
        assert not teacher.is_too_wide(), page
