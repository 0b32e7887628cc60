"""A process that shows what it is told by name, one after another, for a screen reader to look at.

`python -m tests.e2e.x11.shown`: each line on its standard input is answered when it is done. It names a screen of
tests.desktop.screens, "check" for the first question of a lesson to be found right, or "window" for the kiosk's own.
"""

import sys
from dataclasses import replace

from PySide6.QtCore import QSize, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desktop.application import make_application
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.window import MainWindow
from tests.desktop.screens import make, settle

SIZE = QSize(1280, 800)


class Show:
    """Keeps one thing on the screen."""

    def __init__(self, application: QApplication) -> None:
        self._page: QWidget | None = None
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)
        self._notifier.activated.connect(self._act)

    def _act(self) -> None:
        act = sys.stdin.readline().strip()
        if act == "check":
            self._check()
        else:
            self._show(act)
        print("done", flush=True)  # noqa: T201 - the answer

    def _check(self) -> None:
        assert isinstance(self._page, LessonPage)
        card, *_ = self._page.cards.values()
        self._page.show_question(replace(card.view, correct=True, settled=True, feedback="Three parts of four."))
        settle()

    def _show(self, name: str) -> None:
        if self._page is not None:
            self._page.close()
            self._page.deleteLater()
        if name == "window":
            self._page = MainWindow(Theme())
            self._page.show()
        else:
            self._page = make(name, Theme(), SIZE)
        self._page.setWindowTitle(name)


def main() -> None:
    application = make_application(["shown"])
    application.setQuitOnLastWindowClosed(False)
    dress(application, Theme())
    show = Show(application)
    application.exec()
    del show


if __name__ == "__main__":
    main()
