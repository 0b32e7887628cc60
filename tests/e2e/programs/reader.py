"""A person at another Qt program: reader.py PROGRAM. Runs it, reads on for a while, presses its button, closes it."""

import runpy
import sys
import threading

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

READS_MS = 1_500
EVERY_S = 0.1


class Person(QObject):
    """Looks at the screen now and then. The program makes its application after this: only a thread can wait for it."""

    looked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gone = threading.Event()
        self._moves = 0
        self.looked.connect(self._look, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        while not self.gone.wait(EVERY_S):
            self.looked.emit()

    @Slot()
    def _look(self) -> None:
        for page in QApplication.topLevelWidgets():
            activity = page.time.activity  # type: ignore[attr-defined]  # the program's own widget
            if activity is not None and activity.total_active_ms < READS_MS:
                self._move(page)
            elif activity is not None:
                QTest.mouseClick(page.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
            elif any(label.text() == "Saved on this computer." for label in page.findChildren(QLabel)):
                page.close()

    def _move(self, page: QWidget) -> None:
        self._moves += 1
        QTest.mouseMove(page.windowHandle(), QPoint(20 + self._moves % 20, 20))


person = Person()
runpy.run_path(sys.argv[1], run_name="__main__")
person.gone.set()
