import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.desktop import theme
from kiosk.desktop.theme import Theme


@pytest.fixture(params=[Theme(), Theme(dark=True, text_scale=2.0)], ids=["light", "dark-200"])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    """The program dressed in a theme, once at each end of what people set."""
    theme.dress(qapp, request.param)
    yield request.param
    theme.dress(qapp, Theme())
