"""The real kiosk with a student in it, for programs that measure it from inside."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.desktop import features

features.leave_out()  # as the start does, before it imports the rest

# ruff: noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from kiosk.app import Kiosk
from kiosk.clock import Clock
from kiosk.desktop.views import HomeView, Primary
from kiosk.desktop.widgets.rich_text import RichText
from kiosk.front import Front
from kiosk.lessons.judging import key_of
from kiosk.lessons.model import LessonId, QuestionId
from kiosk.settings import FILE_NAME, load_settings

PATIENCE_S = 30.0


class Visit:
    """A kiosk on a furnished folder whose events this program lets run. Main thread."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder, clock))
        self.session = self.kiosk.session
        self._homes: list[HomeView] = []
        self._walls = 0
        self.session.home_shown.connect(self._note_home)
        self.session.students_shown.connect(self._note_wall)
        self.kiosk.open()
        self.until(lambda: self._walls)

    def until(self, reached: Callable[[], object]) -> None:
        """Let events run until it is so. Raises TimeoutError when it does not come about."""
        ends = time.perf_counter() + PATIENCE_S
        while not reached():
            if time.perf_counter() > ends:
                raise TimeoutError("The kiosk did not get there.")
            self.breathe()

    def breathe(self) -> None:
        """Let waiting events run, also those that take objects away: outside an event loop they must be asked for."""
        self.kiosk.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settle(self, seconds: float) -> None:
        """Let so much time pass, with all that happens meanwhile."""
        ends = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > ends)

    def come_home(self, student: int) -> HomeView:
        """Choose a student on the wall, and see lessons."""
        self._homes.clear()
        self.session.choose_student(student)
        self.until(lambda: self._homes and (self._homes[-1].lessons or self._homes[-1].resume))
        return self._homes[-1]

    def open_lesson(self, lesson: LessonId) -> None:
        self.session.open_lesson(lesson)
        self.until(lambda: self.session.lesson is not None and self.is_drawn)

    @property
    def is_drawn(self) -> bool:
        """Whether every text of the lesson's page has its formulas and pictures."""
        return all(text.is_complete for text in self.kiosk.window.lesson.findChildren(RichText))

    @property
    def primary(self) -> Primary:
        return self.kiosk.window.lesson.step.primary

    def choose(self, question: QuestionId) -> None:
        """Give the right answer, not yet checked."""
        self.session.respond(question, key_of(self.kiosk.window.lesson.cards[question].view.question))

    def leave(self) -> None:
        """Leave the lesson, and go back to the wall."""
        self._homes.clear()
        self.session.leave_lesson()
        self.until(lambda: self._homes)
        self.go_away()

    def go_away(self) -> None:
        before = self._walls
        self.session.show_students()
        self.until(lambda: self._walls > before)

    def close(self) -> None:
        self.kiosk.window.hide()
        self.kiosk.close()

    def _note_home(self, view: HomeView) -> None:
        self._homes.append(view)

    def _note_wall(self, _view: object) -> None:
        self._walls += 1
