"""The QApplication, made the way the rest of the desktop relies on, and its end by a signal of the system."""

import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class LinkedApplication(QApplication):
    """An application that a system may hand links to while it runs, as macOS does instead of starting it again.

    Signals:
        link_opened(str): a link as it was written; nobody has looked at it yet.
    """

    link_opened = Signal(str)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._early: list[str] | None = []

    def follow_links(self, follow: Callable[[str], object]) -> None:
        """Hand over the links that have come already, and all that come."""
        early, self._early = self._early, None
        self.link_opened.connect(follow)
        for link in early or ():
            follow(link)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            link = bytes(event.url().toEncoded().data()).decode("ascii")
            if self._early is not None:
                self._early.append(link)
            self.link_opened.emit(link)
            return True
        return super().event(event)


def make_application(arguments: Sequence[str]) -> QApplication:
    """Make the one application object, or take the one a host program has made.

    Native dialogs are off: leaving for one would count as leaving the lesson.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else LinkedApplication(list(arguments))
    application.setApplicationName("timeback-kiosk")
    application.setApplicationDisplayName("Timeback Kiosk")
    application.setDesktopFileName("timeback-kiosk")
    return application


@dataclass(frozen=True, slots=True)
class DesktopWishes:
    """How this desktop asks its programs to look, where Qt can tell."""

    dark: bool = False
    no_motion: bool = False
    high_contrast: bool = False


def desktop_wishes(application: QApplication) -> DesktopWishes:
    hints = application.styleHints()  # kept: PySide lets go of what hangs on it when it goes
    return DesktopWishes(
        dark=hints.colorScheme() is Qt.ColorScheme.Dark,
        no_motion=hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion,
        high_contrast=hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast,
    )


class SignalQuit(QObject):
    """Leaves the event loop on SIGTERM, SIGINT and SIGHUP. Python's handlers alone run only between Qt's events."""

    SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))

    def __init__(self, application: QApplication) -> None:
        import socket  # noqa: PLC0415 - not before the first picture

        super().__init__(application)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: application.exit(0))
        self._old_fd = signal.set_wakeup_fd(self._writer.fileno())
        self._old = {number: signal.signal(number, lambda *_: None) for number in self.SIGNALS}

    def restore(self) -> None:
        """Give the signals back to whoever had them."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_fd)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()
