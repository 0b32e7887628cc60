"""The floors of a running program: a bare window on which nothing happens.

`python -m tests.benchmarks.programs.quiet_window SECONDS` prints its share of a core and its wake-ups a second.
`... FOLDER SERVER` posts an outbox's bodies meanwhile, with httpx on another thread; prints how late a timer was.
"""

import json
import sys
from pathlib import Path
from threading import Thread

import httpx
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.benchmarks.bodies import bodies
from tests.benchmarks.programs.cost import Cost
from tests.benchmarks.programs.probe import Probe

SETTLED_MS = 3_000


class Ended(QObject):
    """Signals: ended(): the other thread is through. It lives on the GUI thread."""

    ended = Signal()


def idle(application: QApplication, seconds: int) -> None:
    cost = Cost()

    def done() -> None:
        print(json.dumps(cost.told()))
        application.exit(0)

    def settled() -> None:
        cost.start()
        QTimer.singleShot(seconds * 1_000, application, done)

    QTimer.singleShot(SETTLED_MS, application, settled)


def post(application: QApplication, folder: Path, server: str) -> None:
    waiting = bodies(folder)
    probe = Probe(application)
    ended = Ended(application)

    def work() -> None:
        with httpx.Client() as client:
            for path, body, token in waiting:
                headers = {"Authorization": f"Bearer {token}"}
                client.post(f"{server}/{path}", json=body, headers=headers).raise_for_status()
        ended.ended.emit()

    def done() -> None:
        print(json.dumps({"late_ms": probe.stop()}))
        application.exit(0)

    def settled() -> None:
        probe.start()
        Thread(target=work, daemon=True).start()

    ended.ended.connect(done)
    QTimer.singleShot(SETTLED_MS, application, settled)


def main() -> None:
    application = QApplication([])
    window = QWidget()
    QLabel("Hello", window)
    window.resize(1280, 800)
    window.show()
    if len(sys.argv) == 2:
        idle(application, int(sys.argv[1]))
    else:
        post(application, Path(sys.argv[1]), sys.argv[2])
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
