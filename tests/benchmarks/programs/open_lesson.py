"""From the press of Start to the first page of a lesson: painted, and with every formula and picture in its place.

`python -m tests.benchmarks.programs.open_lesson FOLDER LESSON` prints both in milliseconds.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from kiosk.app import Kiosk
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.front import Front
from kiosk.settings import FILE_NAME, load_settings

LOOK_MS = 10
READ_MS = 2_000
"""A child looks at the home page for that long before it presses."""


class Pupil(QObject):
    """Goes home, presses Start, and sees the page."""

    def __init__(self, kiosk: Kiosk, lesson: str) -> None:
        super().__init__(kiosk.application)
        self._kiosk = kiosk
        self._lesson = lesson
        self._painted_ms = 0.0
        self._look = QTimer(self)
        self._look.timeout.connect(self._tell_when_complete)
        self._pressed_ns = 0
        self._is_home = self._is_done = False
        kiosk.session.students_shown.connect(lambda _view: kiosk.session.choose_student(1))
        kiosk.session.home_shown.connect(self._arrive)
        kiosk.session.lesson_shown.connect(lambda _view: kiosk.window.lesson.installEventFilter(self))

    def _arrive(self) -> None:
        if not self._is_home and self._button() is not None:
            self._is_home = True
            QTimer.singleShot(READ_MS, self, self._press)

    def _button(self) -> QAbstractButton | None:
        buttons = self._kiosk.window.home.findChildren(QAbstractButton)
        return next((each for each in buttons if each.accessibleName().endswith(f" {self._lesson}")), None)

    def _press(self) -> None:
        button = self._button()
        handle = self._kiosk.window.windowHandle()
        assert button is not None
        assert handle is not None
        for scroll in self._kiosk.window.home.findChildren(QScrollArea):
            scroll.ensureWidgetVisible(button)
        middle = button.mapTo(self._kiosk.window, button.rect().center())
        self._pressed_ns = time.perf_counter_ns()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and not self._is_done:
            self._is_done = True
            QTimer.singleShot(0, self, self._note_painted)
        return super().eventFilter(watched, event)

    def _note_painted(self) -> None:
        self._painted_ms = self._since_pressed()
        self._look.start(LOOK_MS)

    def _tell_when_complete(self) -> None:
        texts = self._kiosk.window.lesson.findChildren(RichText)
        if all(text.is_complete for text in texts):
            print(json.dumps({"ms": self._painted_ms, "complete_ms": self._since_pressed()}))
            self._kiosk.application.exit(0)

    def _since_pressed(self) -> float:
        return (time.perf_counter_ns() - self._pressed_ns) / 1e6


def main() -> None:
    folder = Path(sys.argv[1])
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))
    pupil = Pupil(kiosk, sys.argv[2])
    code = kiosk.run()
    del pupil
    sys.exit(code)


if __name__ == "__main__":
    main()
