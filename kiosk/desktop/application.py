"""The QApplication, made the way the rest of the desktop relies on."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, override

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

_STYLE = ("-style", "fusion")
"""Told as an argument, Qt's style never comes to Python, which would take 10 ms to make its 700 names there."""


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
    application = existing if isinstance(existing, QApplication) else LinkedApplication([*arguments, *_STYLE])
    application.setApplicationName("timeback-kiosk")
    application.setApplicationDisplayName("Timeback Kiosk")
    application.setDesktopFileName("timeback-kiosk")
    return application


class DesktopWishes(NamedTuple):
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
