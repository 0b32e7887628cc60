"""The floor of memory: a bare window, a moment after it was painted. Prints its megabytes.

`python -m tests.benchmarks.programs.bare_memory [MODULE...]` imports these modules, too, and uses none. With
modules it leaves out of them what the kiosk does.
"""

import json
import sys
from importlib import import_module

from kiosk.desktop import features

if sys.argv[1:]:
    features.leave_out()

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.benchmarks.programs.memory import resident_mb

SETTLED_MS = 1_000


def main() -> None:
    for module in sys.argv[1:]:
        import_module(module)
    application = QApplication([])
    window = QWidget()
    QLabel("Hello", window)
    window.resize(1280, 800)
    window.show()

    def tell() -> None:
        print(json.dumps({"mb": resident_mb()}))
        application.exit(0)

    QTimer.singleShot(SETTLED_MS, tell)
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
