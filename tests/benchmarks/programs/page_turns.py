"""A lesson worked through by pressing its big button: how long until the page that answers is painted.

`python -m tests.benchmarks.programs.page_turns FOLDER` prints, in milliseconds and one for each press: the next page,
the verdict, and the answer on the disk.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from kiosk.desktop.views import Primary
from kiosk.lessons.model import QuestionId
from kiosk.store.writer import Connection
from tests.benchmarks.classroom import LONG_LESSON
from tests.benchmarks.programs.visit import Visit

READ_S = 1.0
"""A child looks at a page for that long before it turns it."""


class Frames(QObject):
    """Counts the frames of a window."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit.kiosk.application)
        self.painted = 0
        visit.kiosk.window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._count)  # the window paints in answer to this event
        return False

    def _count(self) -> None:
        self.painted += 1


class Presses:
    """Presses the big button and waits for what comes of it."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._frames = Frames(visit)

    def press(self, is_there: Callable[[], object]) -> float:
        """Milliseconds from the press to the frame that shows it."""
        window = self._visit.kiosk.window
        word = self._visit.primary.value
        button = next(each for each in window.lesson.findChildren(QAbstractButton) if each.text() == word)
        handle = window.windowHandle()
        assert handle is not None
        middle = button.mapTo(window, button.rect().center())
        began_ns = time.perf_counter_ns()
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
        self._visit.until(is_there)
        seen = self._frames.painted
        self._visit.until(lambda: self._frames.painted > seen)
        return (time.perf_counter_ns() - began_ns) / 1e6


def saved_ms(visit: Visit, question: QuestionId, check: Callable[[], float]) -> tuple[float, float]:
    """Milliseconds until the verdict is seen, and until the answer is on the disk, whichever way it was told."""
    began_ns = time.perf_counter_ns()
    seen = check()
    on_disk = visit.kiosk.store.call_light(_is_kept, question)
    visit.until(on_disk.done)
    assert on_disk.result(), question
    return seen, (time.perf_counter_ns() - began_ns) / 1e6


def _is_kept(db: Connection, question: QuestionId) -> bool:
    row = db.execute("SELECT json_extract(answer, '$.tried') FROM answers WHERE question = ?", (question,)).fetchone()
    return row is not None


def main() -> None:
    visit = Visit(Path(sys.argv[1]))
    visit.come_home(1)
    visit.open_lesson(LONG_LESSON)
    presses = Presses(visit)
    lesson = visit.kiosk.window.lesson
    turns: list[float] = []
    verdicts: list[float] = []
    kept: list[float] = []
    while visit.primary is not Primary.FINISH:
        checks = lesson.step.checks
        if checks is None:
            visit.settle(READ_S)
            before = lesson.view.page_number if lesson.view else 0
            turns.append(presses.press(lambda: lesson.view is not None and lesson.view.page_number > before))  # noqa: B023 - called at once
        else:
            visit.choose(checks)
            visit.settle(0.1)
            seen, on_disk = saved_ms(
                visit,
                checks,
                lambda: presses.press(lambda: lesson.cards[checks].view.settled),  # noqa: B023 - called at once
            )
            verdicts.append(seen)
            kept.append(on_disk)
    print(json.dumps({"turned_ms": turns, "seen_ms": verdicts, "kept_ms": kept}))
    visit.close()


if __name__ == "__main__":
    main()
