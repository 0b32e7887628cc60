"""Renders every page to a PNG, to be looked at: `python -m tests.desktop.screens OUTDIR`."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.desktop.pages.connect_dialog import ConnectDialog
from kiosk.desktop.pages.home_page import HomePage
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.pages.result_page import ResultPage
from kiosk.desktop.pages.still_there import StillThere
from kiosk.desktop.pages.students_page import StudentsPage
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.views import FocusState, HomeView, LessonView, ResultView, Safety
from kiosk.desktop.widgets.rich_text import RichText
from tests.desktop import samples


def students(theme: Theme) -> StudentsPage:
    page = StudentsPage(theme)
    page.show_view(samples.STUDENTS)
    page.show_safety(Safety.SERVER)
    return page


def home(theme: Theme, view: HomeView = samples.HOME) -> HomePage:
    page = HomePage(theme)
    page.show_view(view)
    page.show_safety(Safety.COMPUTER)
    return page


def lesson(theme: Theme, view: LessonView = samples.ASKED, state: FocusState = FocusState.FOCUSED) -> LessonPage:
    page = LessonPage(theme)
    page.show_view(view)
    page.show_focus(state, 754_321)
    page.show_safety(Safety.SERVER if state is FocusState.FOCUSED else Safety.COMPUTER)
    return page


def result(theme: Theme, view: ResultView = samples.RESULT) -> ResultPage:
    page = ResultPage(theme)
    page.show_view(view)
    page.show_safety(Safety.SERVER)
    return page


PAGES: dict[str, Callable[[Theme], QWidget]] = {
    "1-students": students,
    "2-home": home,
    "2-home-signed-out": lambda theme: home(theme, samples.HOME_SIGNED_OUT),
    "3-lesson": lesson,
    "3-lesson-checked": lambda theme: lesson(theme, samples.CHECKED, FocusState.IDLE),
    "3-lesson-settled": lambda theme: lesson(theme, samples.SETTLED, FocusState.PAUSED),
    "3-lesson-reading": lambda theme: lesson(theme, samples.READING, FocusState.AWAY),
    "4-result": result,
    "4-result-again": lambda theme: result(theme, samples.RESULT_AGAIN),
}
"""Every page as a person meets it, by name."""


def add_student(page: QWidget, theme: Theme) -> None:
    del theme
    assert isinstance(page, StudentsPage)
    page._add.ask()
    page._add._finish()


def connect(page: QWidget, theme: Theme) -> None:
    sheet = ConnectDialog(theme, page)
    sheet.ask("Ana", "https://school.example/api/timeback")
    sheet.show_error("The server at school.example does not know this token; ask for a new one.")


def still_there(page: QWidget, theme: Theme) -> None:
    StillThere(theme, page).ask()


def keyboard(page: QWidget, _theme: Theme) -> None:
    for _ in range(2):
        QTest.keyClick(page.window(), Qt.Key.Key_Tab)


OVER: dict[str, tuple[str, Callable[[QWidget, Theme], None]]] = {
    "1-students-ring": ("1-students", keyboard),
    "3-lesson-ring": ("3-lesson", keyboard),
    "1-students-add": ("1-students", add_student),
    "2-home-connect": ("2-home-signed-out", connect),
    "3-lesson-still-there": ("3-lesson", still_there),
}
"""What comes over a page, by name: the page, and what brings it."""


def settle() -> None:
    """Let layouts that wait for each other come to rest, once the formulas and pictures that are seen are there."""
    waiting = QDeadlineTimer(10_000)
    while not all(text.is_complete for text in _texts()) and not waiting.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(5):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _texts() -> list[RichText]:
    return [text for text in QApplication.allWidgets() if isinstance(text, RichText) and text.isVisible()]


def render(page: QWidget, size: QSize, then: Callable[[QWidget], None], file: Path) -> None:
    page.resize(size)
    page.show()
    page.activateWindow()
    settle()
    then(page)
    settle()
    page.grab().save(str(file))
    page.close()
    page.deleteLater()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    app = QApplication([])
    theme = Theme(dark=asked.dark, text_scale=asked.scale)
    dress(app, theme)
    size = QSize(*map(int, asked.size.split("x")))
    asked.outdir.mkdir(parents=True, exist_ok=True)
    jobs = {name: (make, lambda _page, _theme: None) for name, make in PAGES.items()}
    jobs |= {name: (PAGES[page], then) for name, (page, then) in OVER.items()}
    for name, (make, then) in jobs.items():
        if name.startswith(asked.only):
            render(make(theme), size, lambda page, then=then: then(page, theme), asked.outdir / f"{name}.png")  # type: ignore[misc]


if __name__ == "__main__":
    main()
