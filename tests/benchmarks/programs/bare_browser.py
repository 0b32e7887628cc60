"""The floor of opening a page: the same words set as plain HTML in a bare QTextBrowser. Prints the milliseconds.

`python -m tests.benchmarks.programs.bare_browser FOLDER LESSON`
"""

import json
import sys
import time
from pathlib import Path
from typing import override

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QTextBrowser

from kiosk.lessons.package import load_lesson
from kiosk.lessons.texts import texts_for_all

READ_MS = 2_000


class Bare(QTextBrowser):
    """Tells how long after the press its words were painted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._html = html
        self._pressed_ns: int | None = None
        self.resize(1280, 800)

    def press(self) -> None:
        self._pressed_ns = time.perf_counter_ns()
        self.setHtml(self._html)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pressed_ns is not None:
            QTimer.singleShot(0, self, self._tell)

    def _tell(self) -> None:
        assert self._pressed_ns is not None
        print(json.dumps({"ms": (time.perf_counter_ns() - self._pressed_ns) / 1e6}))
        QApplication.exit(0)


def main() -> None:
    lesson = load_lesson(Path(sys.argv[1]) / "lessons" / sys.argv[2])
    page = lesson.pages[0]
    html = "".join(texts_for_all(page))
    application = QApplication([])
    browser = Bare(html)
    browser.show()
    QTimer.singleShot(READ_MS, browser, browser.press)
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
