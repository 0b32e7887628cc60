"""A lesson worked through by pressing its big button: how long until the page that answers is painted.

`python -m tests.benchmarks.programs.page_turns FOLDER STUDENT` prints, in milliseconds and one for each press: the
next page, the verdict, and the answer on the disk.
"""

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.desktop.views import Primary
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.model import QuestionId
from kiosk.store.writer import Connection
from tests.benchmarks.classroom import LONG_LESSON
from tests.benchmarks.programs.visit import Visit

READ_S = 1.0
"""A child looks at a page for that long before it turns it."""

CHOOSE_S = 0.2


class Press(QObject):
    """One press of the big button: notes when the first frame was painted after the session had answered.

    `then` is called as soon as the press has been answered to, before anything is painted.
    """

    def __init__(self, visit: Visit, answered: SignalInstance, then: Callable[[], object] = lambda: None) -> None:
        super().__init__(visit.kiosk.application)
        self._visit = visit
        self._is_answered = False
        self.painted_ns: int | None = None
        self.began_ns = 0
        answered.connect(self._note_answer)
        visit.kiosk.window.installEventFilter(self)
        self._press()
        then()
        visit.until(lambda: self.painted_ns is not None)
        visit.kiosk.window.removeEventFilter(self)

    @property
    def ms(self) -> float:
        assert self.painted_ns is not None
        return (self.painted_ns - self.began_ns) / 1e6

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and self._is_answered and self.painted_ns is None:
            QTimer.singleShot(0, self, self._note_frame)  # the window paints in answer to this event
        return False

    def _press(self) -> None:
        window = self._visit.kiosk.window
        word = self._visit.primary.word
        button = next(each for each in window.lesson.findChildren(QAbstractButton) if each.text() == word)
        handle = window.windowHandle()
        assert handle is not None
        middle = button.mapTo(window, button.rect().center())
        self.began_ns = time.perf_counter_ns()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def _note_answer(self) -> None:
        self._is_answered = True

    def _note_frame(self) -> None:
        if self.painted_ns is None:
            self.painted_ns = time.perf_counter_ns()


class Reading:
    """Reads an answer's tries back until its try is there: it waits for a save that is still under way."""

    def __init__(self, visit: Visit, student: int, question: QuestionId) -> None:
        self._visit = visit
        self._student = student
        self._question = question
        self._done_ns: list[int] = []

    def post(self) -> None:
        self._visit.kiosk.store.call_light(_tries_kept, self._student, self._question).add_done_callback(self._note)

    def ms_after(self, press: Press) -> float:
        """Milliseconds from the press until the answer, with its try, was read from the file."""
        self._visit.until(lambda: self._done_ns)
        return (self._done_ns[0] - press.began_ns) / 1e6

    def _note(self, tries: Future[int]) -> None:
        if tries.result() == 1:
            self._done_ns.append(time.perf_counter_ns())
        else:
            self.post()


def _tries_kept(db: Connection, student: int, question: QuestionId) -> int:
    """The writer does one thing after the other: what was posted before is on the disk when this is read."""
    answers = db.execute(
        "SELECT answer FROM answers JOIN runs ON runs.id = run WHERE student = ? AND question = ?", (student, question)
    )
    return sum(len(answer_from_json(answer).attempts) for (answer,) in answers)


def main() -> None:
    visit = Visit(Path(sys.argv[1]))
    student = int(sys.argv[2])
    visit.come_home(student)
    visit.open_lesson(LONG_LESSON)
    lesson = visit.kiosk.window.lesson
    turned: list[float] = []
    seen: list[float] = []
    kept: list[float] = []
    while visit.primary is not Primary.FINISH:
        checks = lesson.step.checks
        if checks is not None:
            visit.choose(checks)
            visit.settle(CHOOSE_S)
            reading = Reading(visit, student, checks)
            press = Press(visit, visit.session.question_changed, reading.post)
            seen.append(press.ms)
            kept.append(reading.ms_after(press))
        else:
            visit.settle(READ_S)
            turned.append(Press(visit, visit.session.lesson_shown).ms)
    print(json.dumps({"turned_ms": turned, "seen_ms": seen, "kept_ms": kept}))
    visit.close()


if __name__ == "__main__":
    main()
