"""Python's garbage is collected on the GUI thread alone.

Python collects in whichever thread makes the one object too many. What hangs in a circle dies in a collection, and a Qt
object that is taken down on another thread while Qt looks at it ends the process.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class Garbage(QObject):
    """Collects once a second what Python would have collected by itself by then. Lives as long as its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect)
        timer.start(EVERY_MS)


def collect() -> None:
    """Collect the oldest generation that is due, which takes the younger ones along."""
    for generation, (count, most) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
        if count > most > 0:
            gc.collect(generation)
            return
