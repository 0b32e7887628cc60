"""The real kiosk with a hand inside it: each line on its standard input is something to do, answered when it is done.

Run as a process of its own: `python -m tests.e2e.x11.program FOLDER`.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QWidget

from kiosk.app import Kiosk
from kiosk.clock import SystemClock
from kiosk.front import Front
from kiosk.lessons.model import LessonId
from kiosk.settings import FILE_NAME, load_settings
from kiosk.tracking.policy import GAP_MS

LESSON = LessonId("fractions-unlike-denominators")


LOOK_MS = 50
TICK_MS = 1_000


class Stillness(QObject):
    """How long this program has counted nothing at most, altogether, where the machine let it stand still for so long
    that it had to take it for a sleep: 0 on a machine that runs.

    Its last count may lie a tick before it came to a stand.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ms = 0
        self._clock = SystemClock()
        self._looked = self._clock.monotonic_ms()
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(LOOK_MS)

    def _look(self) -> None:
        now = self._clock.monotonic_ms()
        still_ms = now - self._looked + TICK_MS
        self._looked = now
        if still_ms > GAP_MS:
            self.ms += still_ms


class Hand:
    """Does inside the program what no window system can ask for."""

    def __init__(self, kiosk: Kiosk) -> None:
        window = kiosk.window
        self._kiosk = kiosk
        self._stillness = Stillness(kiosk.application)
        self._menu = QMenu(window)
        self._menu.addAction("An entry")
        self._dialog = QMessageBox(window)
        self._acts: dict[str, Callable[[], object]] = {
            "open the lesson": self._open_lesson,
            "open a menu": lambda: self._menu.popup(window.mapToGlobal(window.rect().center())),
            "close the menu": self._menu.hide,
            "open a dialog": self._dialog.open,
            "close the dialog": self._dialog.reject,
            "open a sheet": lambda: window.connect_dialog.ask("Ana", ""),
            "close the sheet": window.connect_dialog.close_sheet,
            "minimise": window.showMinimized,
            "come forward": window.come_forward,
            "nothing": lambda: None,
        }
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, kiosk.application)
        self._notifier.activated.connect(self._act)

    def _act(self) -> None:
        asked, _, name = sys.stdin.readline().strip().partition(": ")
        if asked == "where":
            answer = self._where(name)
        elif asked == "who is home":
            answer = self._who_is_home()
        elif asked == "how long it stood still":
            answer = str(self._stillness.ms)
        else:
            self._acts[asked]()
            answer = "done"
        print(answer, flush=True)  # noqa: T201 - the answer

    def _where(self, name: str) -> str:
        """The middle of the button whose name begins so, on the screen, for a hand that presses it."""
        for button in self._kiosk.window.findChildren(QAbstractButton):
            seen = button.visibleRegion().boundingRect()
            if button.isEnabled() and button.accessibleName().startswith(name) and not seen.isEmpty():
                at = button.mapToGlobal(seen.center())
                if QApplication.widgetAt(at) in (button, *button.findChildren(QWidget)):
                    return f"{at.x()} {at.y()}"
        return "nowhere"

    def _who_is_home(self) -> str:
        """Whose home page is on the screen."""
        student, window = self._kiosk.session.student, self._kiosk.window
        return student.name if student is not None and window.pages.currentWidget() is window.home else "nobody"

    def _open_lesson(self) -> None:
        """From whichever page: the lessons may be read before or after this, and then a page is shown anew."""
        session = self._kiosk.session
        session.students_shown.connect(lambda _view: session.choose_student(1))
        session.home_shown.connect(lambda _view: session.open_lesson(LESSON))
        session.choose_student(1)


def main() -> None:
    folder = Path(sys.argv[1])
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))
    hand = Hand(kiosk)
    code = kiosk.run()
    del hand
    sys.exit(code)


if __name__ == "__main__":
    main()
