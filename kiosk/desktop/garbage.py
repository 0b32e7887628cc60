"""Python's garbage is collected on the GUI thread alone, in portions that nobody notices.

Python collects in whichever thread makes the one object too many. What hangs in a circle dies in a collection, and a Qt
object that is taken down on another thread while Qt looks at it ends the process.

A collection takes about a millisecond for every thousand objects it looks at, and the window stands still meanwhile.
An import makes 70,000 a second, so while so many are made it is looked often.
"""

import gc
import sys

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS, OFTEN_MS = 1_000, 10
CALM = 100
"""Often is looked until so many looks in a row found nothing to do: for a second."""

DUE = (1_000, 5, 10)
"""After more new objects than the first, the youngest generation is collected; after more collections of a generation
than the next, the one above it."""

MANY = 8 * DUE[0]
GROWN = 1.25
"""The oldest generation is collected only when so much more is in use than after the time before, as Python does it."""


class Garbage(QObject):
    """Collects what Python would have collected by itself by then. Lives as long as its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._in_use = sys.getallocatedblocks()
        self._hurried_looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._look_every(EVERY_MS)

    @property
    def every_ms(self) -> int:
        """How long it is from one look to the next at present."""
        return self._timer.interval()

    def look(self) -> None:
        """Collect what is due, and decide when to look again."""
        young = gc.get_count()[0]
        if young > (DUE[0] if self._hurried_looks else MANY):
            self._hurried_looks = CALM
        elif self._hurried_looks:
            self._hurried_looks -= 1
        self._collect()
        every_ms = OFTEN_MS if self._hurried_looks else EVERY_MS
        if self.every_ms != every_ms:
            self._look_every(every_ms)

    def _look_every(self, ms: int) -> None:
        """Each second on the full one: the session's second wakes the thread then, too."""
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer if ms == EVERY_MS else Qt.TimerType.CoarseTimer)
        self._timer.start(ms)

    def _collect(self) -> None:
        """Collect the oldest generation that is due, which takes the younger ones along."""
        young, middle, old = (count > due for count, due in zip(gc.get_count(), DUE, strict=True))
        if old and sys.getallocatedblocks() > self._in_use * GROWN:
            gc.collect()
            self._in_use = sys.getallocatedblocks()
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)
