"""A kiosk in a process of its own, with a student in the middle of a lesson: `python -m tests.desktop.learner FOLDER`.

It says "learning" when the first answer is typed, and learns on until it is ended. With `--close` the window is
closed a moment later, as a person would.
"""

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from kiosk.app import Kiosk
from kiosk.desktop.views import HomeView, LessonView, QuestionView
from kiosk.desktop.wall_views import StudentsView
from kiosk.front import Front
from kiosk.lessons.model import RESPONSE
from kiosk.settings import Settings

CLOSES_AFTER_MS = 1_500


class Learner:
    """Adds Ana, opens her first lesson and types into its first question."""

    def __init__(self, kiosk: Kiosk, *, closes: bool) -> None:
        self._kiosk = kiosk
        self._closes = closes
        self._learns = False
        kiosk.session.students_shown.connect(self._join)
        kiosk.session.home_shown.connect(self._start)
        kiosk.session.lesson_shown.connect(self._type)

    def _join(self, wall: StudentsView) -> None:
        if wall.students:
            self._kiosk.session.choose_student(wall.students[0].student)
        else:
            self._kiosk.session.add_student("Ana", "fox")

    def _start(self, home: HomeView) -> None:
        if home.lessons and not self._learns:  # the shipped lessons have been read
            self._kiosk.session.open_lesson((home.resume or home.lessons[0]).lesson)

    def _type(self, lesson: LessonView) -> None:
        if self._learns:
            return
        self._learns = True
        question = next(block.question for block in lesson.blocks if isinstance(block, QuestionView))
        for text in ("deno", "denomi", "denominator"):
            self._kiosk.session.respond(question.id, {RESPONSE: (text,)})
        print("learning", flush=True)  # noqa: T201 - whoever started it waits for that
        if self._closes:
            QTimer.singleShot(CLOSES_AFTER_MS, self._kiosk.window.close)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--close", action="store_true")
    asked = parser.parse_args()
    kiosk = Kiosk(Front(Settings(credentials="file"), asked.folder))
    learner = Learner(kiosk, closes=asked.close)
    code = kiosk.run()
    del learner
    sys.exit(code)


if __name__ == "__main__":
    main()
