"""A child at the real window until it is killed: child.py FOLDER. Mouse and keys are real, the screen is not."""

import os
import random
import sys
from pathlib import Path

from kiosk.app import Kiosk
from kiosk.demo.pupil import NAME, Pupil
from kiosk.desktop.views import FocusState, QuestionView, ResultView
from kiosk.front import Front
from kiosk.lessons.model import RESPONSE
from kiosk.settings import FILE_NAME, load_settings
from tests.e2e.programs.telling import tell

LESSON = "Adding fractions with unlike denominators"


class Teller:
    """Listens to the session and tells."""

    def __init__(self, kiosk: Kiosk) -> None:
        self._activities = kiosk.activities
        self._run = ""
        kiosk.session.lesson_shown.connect(self._tell_run)
        kiosk.session.focus_told.connect(self._tell_tick)
        kiosk.session.question_changed.connect(self._tell_answer)
        kiosk.session.home_shown.connect(lambda _view: self._tell_end("left"))
        kiosk.session.result_shown.connect(self._tell_finished)

    def _tell_run(self, _view: object) -> None:
        activity = self._activities.current
        if activity is not None and activity.run_id != self._run:
            self._run = activity.run_id
            tell("run", run=self._run)

    def _tell_tick(self, state: FocusState, run_active_ms: int) -> None:
        if state is FocusState.FOCUSED:
            tell("tick", run=self._run, ms=run_active_ms)

    def _tell_answer(self, view: QuestionView, _step: object) -> None:
        tell("answer", run=self._run, question=view.question.id, response=view.responses[RESPONSE])

    def _tell_finished(self, _view: ResultView) -> None:
        self._tell_end("finished")

    def _tell_end(self, how: str) -> None:
        if self._run:
            tell(how, run=self._run)
            self._run = ""


def main(folder: Path) -> None:
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))
    Teller(kiosk)
    kiosk.open()
    pupil, chance = Pupil(kiosk, None), random.Random()
    pupil.click(NAME)
    while True:
        pupil.wait(lambda: any(pupil.has(f"{word}: {LESSON}") for word in WORDS), "the lessons")
        pupil.click(next(f"{word}: {LESSON}" for word in WORDS if pupil.has(f"{word}: {LESSON}")))
        pupil.wait(lambda: pupil.page() is kiosk.window.lesson, "the lesson")
        pupil.read_for(chance.uniform(0.5, 2))
        if chance.random() < 0.3:
            pupil.click("Lessons")
        else:
            pupil.answer_pages(until_page=None)
            pupil.click("Lessons")


WORDS = ("Go on", "Start", "Try again")

main(Path(sys.argv[1]))
