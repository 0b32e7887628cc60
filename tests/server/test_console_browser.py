"""The teacher's pages in a real browser: Debian's Chromium, without a window, against a real server on loopback.

`KIOSK_SCREENS=FOLDER` keeps the pictures; those in docs/screens were made so.
"""

import base64
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from kiosk.clock import ManualClock
from kiosk.protocol.presence import Focus
from kiosk.server.database import Database
from tests.server.classroom import (
    PASSWORD,
    TEACHER,
    add_completion,
    add_student,
    add_teacher,
    add_window,
    now_ms,
    report,
    tell,
)
from tests.server.schoolhouse import Schoolhouse, schoolhouse

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="Chromium is not on this machine (Debian: apt-get install chromium chromium-driver)",
)
WIDE, PHONE = (1280, 800), (390, 844)
MINUTE, DAY = 60_000, 86_400_000


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "disable-dev-shm-usage", "hide-scrollbars",
        f"user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield opened
    opened.quit()


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def pupils(server: Schoolhouse, clock: ManualClock) -> dict[str, int]:
    """A class in the middle of a lesson."""
    database, now = server.school.database, now_ms(clock)
    add_teacher(database, "3b")
    ids = {name: add_student(database, name) for name in ("Chidi", "Dara", "Elif", "Femi", "Gus", "Hana", "Ilir")}
    lesson = "fractions-2-comparing"
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


class Teacher:
    """Somebody before the browser."""

    def __init__(self, chromium: WebDriver, server: Schoolhouse) -> None:
        self._chromium = chromium
        self._site = f"{server.http.base_url}/teacher".replace("//teacher", "/teacher")
        chromium.delete_all_cookies()

    def open(self, path: str, size: tuple[int, int] = WIDE) -> None:
        self._chromium.set_window_size(*size)
        if size == PHONE:
            self._chromium.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride",
                {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": True},
            )
        else:
            self._chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        self._chromium.get(f"{self._site}{path}")

    def sign_in(self) -> None:
        """By the keyboard alone."""
        self.open("/sign-in")
        self._chromium.switch_to.active_element.send_keys(TEACHER, Keys.TAB, PASSWORD, Keys.ENTER)
        self.until("nav[aria-label=Pages]")

    def until(self, selector: str, text: str = "") -> WebElement:
        """Wait until the page has such an element with this text."""

        def found(page: WebDriver) -> WebElement | None:
            matching = [each for each in page.find_elements(By.CSS_SELECTOR, selector) if text in each.text]
            return matching[0] if matching else None

        element = WebDriverWait(self._chromium, 15, ignored_exceptions=[Exception]).until(found)
        assert element is not None
        return element

    def picture(self, name: str) -> None:
        if folder := os.environ.get("KIOSK_SCREENS"):
            height = self._chromium.execute_script("return document.documentElement.scrollHeight")
            width = self._chromium.execute_script("return window.innerWidth")
            clip = {"x": 0, "y": 0, "width": width, "height": max(height, 700), "scale": 1}
            self._chromium.execute_cdp_cmd("Page.enable", {})
            shot = self._chromium.execute_cdp_cmd(
                "Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip}
            )
            (Path(folder) / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def is_too_wide(self) -> bool:
        wide: bool = self._chromium.execute_script("return document.documentElement.scrollWidth > window.innerWidth")
        return wide


@pytest.fixture
def teacher(chromium: WebDriver, server: Schoolhouse) -> Teacher:
    return Teacher(chromium, server)


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
def test_every_page_fits_the_screen_it_is_on(teacher: Teacher, pupils: dict[str, int], size: tuple[int, int]) -> None:
    name = "phone" if size == PHONE else "wide"
    teacher.open("/sign-in", size)
    teacher.picture(f"teacher-sign-in-{name}")
    assert not teacher.is_too_wide()
    teacher.sign_in()
    chidi = pupils["Chidi"]
    for page, path in (
        ("class", "/"),
        ("student", f"/students/{chidi}"),
        ("wrong-person", f"/students/{chidi}/wrong-person"),
        ("parked", "/parked"),
        ("export", "/export"),
        ("enrol", "/enrol"),
        ("log", "/log"),
        ("not-here", "/students/999"),
    ):
        teacher.open(path, size)
        teacher.until("h1")
        teacher.picture(f"teacher-{page}-{name}")
        assert not teacher.is_too_wide(), page
