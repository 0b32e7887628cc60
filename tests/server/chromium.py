"""Debian's Chromium without a window, and a teacher before it, who also works by the keyboard."""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.webdriver import WebDriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.server.classroom import PASSWORD, TEACHER
from tests.server.schoolhouse import Schoolhouse

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None,
    reason="Chromium is not on this machine (Debian: apt-get install chromium chromium-driver)",
)
WIDE, PHONE = (1280, 800), (390, 844)


@contextmanager
def running_chromium(profile: Path) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
        "disable-component-update", "disable-sync", "disable-dev-shm-usage", "hide-scrollbars",
        f"user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    try:
        yield opened
    finally:
        opened.quit()


class Teacher:
    """Somebody before the browser."""

    def __init__(self, chromium: WebDriver, server: Schoolhouse) -> None:
        self._chromium = chromium
        self._site = f"{server.http.base_url}/teacher".replace("//teacher", "/teacher")
        chromium.delete_all_cookies()
        chromium.get("about:blank")  # the page of a server that has ended asks for it again and again
        chromium.execute("getLog", {"type": "browser"})  # reading it empties it

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

    def press(self, selector: str, text: str = "") -> None:
        """Press it, wherever on the page it is."""
        element = self.until(selector, text)
        self._chromium.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

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
