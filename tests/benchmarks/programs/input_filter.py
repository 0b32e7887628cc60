"""What the attention filter adds to an input event: mouse moves given to a native window, with the filter and without.

`python -m tests.benchmarks.programs.input_filter EVENTS` prints the microseconds of one event, both ways.
"""

import json
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication

from kiosk.clock import SystemClock
from kiosk.desktop.attention import AttentionSource

ROUNDS = 20


def one_event_us(window: QWindow, events: int) -> float:
    began_ns = time.thread_time_ns()
    for number in range(events):
        at = QPointF(number % 1_000, number % 700)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            at,
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(window, move)
    return (time.thread_time_ns() - began_ns) / 1e3 / events


def main() -> None:
    application = QApplication([])
    window = QWindow()
    window.resize(1280, 800)
    window.show()
    source = AttentionSource(application, SystemClock())
    window.removeEventFilter(source)  # it may have been given the focus already
    told: list[None] = []
    source.input_seen.connect(lambda: told.append(None))
    events = int(sys.argv[1]) // ROUNDS
    bare: list[float] = []
    filtered: list[float] = []
    for _ in range(ROUNDS):
        bare.append(one_event_us(window, events))
        window.installEventFilter(source)
        filtered.append(one_event_us(window, events))
        window.removeEventFilter(source)
    assert told, "the filter has seen nothing"
    print(json.dumps({"bare_us": min(bare), "filtered_us": min(filtered)}))


if __name__ == "__main__":
    main()
