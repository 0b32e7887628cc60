import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication

from kiosk.desktop import theme as theming
from kiosk.desktop.languages import Languages
from kiosk.desktop.theme import Theme
from kiosk.words import in_english, open_catalogue


def pytest_runtest_teardown() -> None:
    """What a test closed is gone: outside an event loop Qt would keep it, and dress it for each test that follows."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="package", autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    """The program speaks English, "1 minute" and all, whatever the machine's language is."""
    before = QLocale()
    Languages(qapp).speak("en")
    yield
    open_catalogue(in_english)
    QLocale.setDefault(before)


@pytest.fixture(params=[Theme(), Theme(dark=True, text_scale=2.0)], ids=["light", "dark-200"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """The program dressed in a theme, once at each end of what people set."""
    theming.dress(qapp, request.param)
    yield request.param
    theming.dress(qapp, Theme())


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The program dressed as it comes."""
    dressed = Theme()
    theming.dress(qapp, dressed)
    return dressed
