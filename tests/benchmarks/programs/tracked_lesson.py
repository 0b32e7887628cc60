"""A lesson of the real kiosk, open and tracked, for some seconds: what it costs the processor, and how it stalls.

`python -m tests.benchmarks.programs.tracked_lesson FOLDER SECONDS` prints its share of a core and its wake-ups;
`... FOLDER SECONDS wall` those of the wall of students, with nobody there.
`... FOLDER drain` does so until the outbox is empty, and prints how late a timer of Qt's thread was.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.app import Kiosk
from kiosk.desktop.errands import Errands
from kiosk.desktop.views import FocusState
from kiosk.front import Front
from kiosk.identity.credentials import open_credentials
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store import outbox
from kiosk.store.outbox import Backlog
from kiosk.threads import DaemonThreads
from tests.benchmarks.classroom import LONG_LESSON
from tests.benchmarks.programs.cost import Cost
from tests.benchmarks.programs.probe import Probe

SETTLED_MS = 3_000
LOOK_MS = 250


class Pupil(QObject):
    """Opens the lesson as the first student and sits there; `settled` is called when all has come to rest."""

    def __init__(self, kiosk: Kiosk, settled: Callable[[], object]) -> None:
        super().__init__(kiosk.application)
        self.focus: FocusState | None = None
        session = kiosk.session
        session.students_shown.connect(lambda _view: session.choose_student(1))
        session.home_shown.connect(lambda _view: session.open_lesson(LONG_LESSON))
        session.focus_told.connect(self._note_focus)
        session.lesson_shown.connect(lambda _view: QTimer.singleShot(SETTLED_MS, self, settled))

    def _note_focus(self, state: FocusState, _ms: int) -> None:
        self.focus = state


def watch(kiosk: Kiosk, seconds: int) -> None:
    cost = Cost()

    def done() -> None:
        assert pupil.focus is FocusState.FOCUSED, pupil.focus
        print(json.dumps(cost.told()))
        kiosk.application.exit(0)

    def settled() -> None:
        cost.start()
        QTimer.singleShot(seconds * 1_000, kiosk.application, done)

    pupil = Pupil(kiosk, settled)


def watch_wall(kiosk: Kiosk, seconds: int) -> None:
    cost = Cost()

    def done() -> None:
        print(json.dumps(cost.told()))
        kiosk.application.exit(0)

    def settled() -> None:
        cost.start()
        QTimer.singleShot(seconds * 1_000, kiosk.application, done)

    QTimer.singleShot(SETTLED_MS, kiosk.application, settled)


def watch_drain(kiosk: Kiosk) -> None:
    """The courier drains meanwhile; it began with the program. A package is imported, again and again."""
    credentials = open_credentials("file", kiosk.folder)
    errands = Errands(kiosk.store, kiosk.front.clock, credentials, DaemonThreads().submit)
    packages = sorted(kiosk.folder.glob("*.zip"))
    imported = 0
    probe = Probe(kiosk.application)
    look = QTimer(kiosk.application)

    def ask() -> None:
        kiosk.front.bridge.when(kiosk.store.call_light(outbox.backlog), judge)

    def import_one(done: int) -> None:
        nonlocal imported
        imported = done
        importing = errands.import_lessons([packages[done % len(packages)]], None, lambda _file: None)
        kiosk.front.bridge.when(importing, lambda _told: import_one(done + 1))

    def judge(backlog: Backlog) -> None:
        if backlog.waiting <= 1:  # the lesson's own windows come and go
            look.stop()
            print(json.dumps({"late_ms": probe.stop(), "imported": imported}))
            kiosk.application.exit(0)

    def settled() -> None:
        probe.start()
        look.start(LOOK_MS)
        import_one(0)

    look.timeout.connect(ask)
    Pupil(kiosk, settled)


def main() -> None:
    folder = Path(sys.argv[1])
    kiosk = Kiosk(Front(load_settings(folder / FILE_NAME, os.environ, {}), folder))
    if sys.argv[2] == "drain":
        watch_drain(kiosk)
    elif sys.argv[3:] == ["wall"]:
        watch_wall(kiosk, int(sys.argv[2]))
    else:
        watch(kiosk, int(sys.argv[2]))
    sys.exit(kiosk.front.run(partial(begin, kiosk)))


def begin(kiosk: Kiosk) -> Kiosk:
    """As `kiosk.start` does it."""
    kiosk.begin()
    gc.freeze()
    return kiosk


if __name__ == "__main__":
    main()
