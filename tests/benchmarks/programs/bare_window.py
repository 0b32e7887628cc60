"""The floor of starting: an application, a widget with a label, its first paint. Prints when that was."""

import json
import time
from typing import override

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Bare(QWidget):
    def __init__(self) -> None:
        super().__init__()
        QLabel("Hello", self)
        self.resize(1280, 800)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, tell)


def tell() -> None:
    print(json.dumps({"at_ns": time.perf_counter_ns()}), flush=True)
    QApplication.exit(0)


def main() -> None:
    application = QApplication([])
    window = Bare()
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
