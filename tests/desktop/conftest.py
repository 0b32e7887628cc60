import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.desktop import theme as theming
from kiosk.desktop.languages import Languages
from kiosk.desktop.theme import Theme


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication) -> None:
    """The program speaks English, "1 minute" and all, whatever the machine's language is."""
    Languages(qapp).speak("en")


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
