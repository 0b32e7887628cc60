"""Another program on the same screen, `python -m tests.e2e.x11.other`: each line is answered when it is done."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication, QRasterWindow


def main() -> None:
    application = QGuiApplication(["other"])
    window = QRasterWindow()
    window.setTitle("Another program")
    window.setGeometry(0, 0, 200, 100)
    window.show()
    acts: dict[str, Callable[[], bool]] = {
        "grab the keyboard": lambda: window.setKeyboardGrabEnabled(True),
        "let go of the keyboard": lambda: window.setKeyboardGrabEnabled(False),
        "nothing": lambda: True,
    }

    def act() -> None:
        done = acts[sys.stdin.readline().strip()]()
        application.sync()
        print("done" if done else "refused", flush=True)  # noqa: T201 - the answer

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)
    notifier.activated.connect(act)
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
