"""How long Qt's thread cannot take an event: a timer of one millisecond that notes how late it is."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 1


class Probe(QObject):
    """Notes how much later than a millisecond each beat comes. GUI thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late_ms: list[float] = []
        self._last_ns: int | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._timer.start(EVERY_MS)

    def stop(self) -> list[float]:
        self._timer.stop()
        return self.late_ms

    def _beat(self) -> None:
        now_ns = time.perf_counter_ns()
        if self._last_ns is not None:
            self.late_ms.append(max(0.0, (now_ns - self._last_ns) / 1e6 - EVERY_MS))
        self._last_ns = now_ns
