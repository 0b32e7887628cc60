"""The first picture: the window with the wall of students, and the little that it needs.

A daily start shows it before anything else is imported; the rest of the program (`kiosk.app`) is built behind it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.clock import Clock, SystemClock
from kiosk.desktop.application import DesktopWishes, desktop_wishes, make_application
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.fonts import Typeface
from kiosk.desktop.garbage import Garbage
from kiosk.desktop.languages import Languages, of_the_system
from kiosk.desktop.theme import Theme, dress
from kiosk.desktop.wall_views import StudentCard, StudentsView
from kiosk.desktop.window import MainWindow
from kiosk.errors import KioskError
from kiosk.settings import Settings
from kiosk.store import students
from kiosk.store.students import Student
from kiosk.store.writer import Store

if TYPE_CHECKING:
    from kiosk.desktop.kiosk_mode import KioskMode
    from kiosk.desktop.signal_quit import SignalQuit


TURNS_S = 0.0005
"""How long another thread of Python's may go on while the window's waits; by itself it would be ten times that."""


class Closing(Protocol):
    """What is put away when the window is closed."""

    def close(self) -> None: ...


class Front:
    """One data folder, open for writing, and the window before it. Make it once per process, on the main thread.

    Raises StoreError when the folder cannot be used.
    """

    def __init__(self, settings: Settings, folder: Path, clock: Clock | None = None) -> None:
        self.settings = settings
        self.folder = folder
        self.clock = clock or SystemClock()
        self.title = settings.class_name or "Timeback"
        sys.setswitchinterval(TURNS_S)
        self.store = Store(folder, self.clock)
        self._everyone = self.store.call_light(students.everyone)  # read while Qt begins
        self.application = make_application(["timeback-kiosk"])
        self.bridge = Bridge(self.application)
        theme = theme_of(settings, desktop_wishes(self.application))
        self.languages = Languages(self.application)
        self.languages.speak(of_the_system() if settings.language == "system" else settings.language)
        dress(self.application, theme)
        self.window = MainWindow(theme)
        self.window.fills_screen = settings.mode != "window"
        self.kiosk_mode: KioskMode | None = None
        if settings.mode == "kiosk":
            from kiosk.desktop import kiosk_mode  # noqa: PLC0415 - the other modes need none

            self.kiosk_mode = kiosk_mode.KioskMode(self.window, self.application, self.application)
            self.kiosk_mode.enter()
        self._garbage = Garbage(self.window)

    def open(self) -> None:
        """Show the window, with everyone on the wall in its first picture, as soon as they have been read.

        What the disk refuses here it refuses the session too, which says so.
        """
        self.bridge.when(self._everyone, self._show_wall, lambda _error: self.window.open())

    def run(self, furnish: Callable[[], Closing]) -> int:
        """Show the window and stay until it is closed or the system asks to end. Tells the exit code.

        `furnish` builds the rest of the program once the first picture is there; what it gives is closed at the end.
        A KioskError of its ends the program and is raised from here.
        """
        closing: Closing = self.store
        signals: SignalQuit | None = None
        fault: KioskError | None = None

        def furnished() -> None:
            nonlocal closing, signals, fault
            try:
                closing = furnish()
                from kiosk.desktop.signal_quit import SignalQuit  # noqa: PLC0415 - as the rest, behind the first picture

                signals = SignalQuit(self.application)
            except KioskError as error:
                fault = error
                self.application.exit()

        self.window.painted_once.connect(furnished)
        self.open()
        code = self.application.exec()
        if signals is not None:
            signals.restore()
        closing.close()
        if fault is not None:
            raise fault
        return code

    def _show_wall(self, everyone: list[Student]) -> None:
        """Faces and names. What each was doing is added when the lessons have been read."""
        cards = tuple(
            StudentCard(student.id, student.name, student.avatar, class_name=student.class_name) for student in everyone
        )
        self.window.students.show_view(StudentsView(self.title, "", cards))
        self.window.open()


def theme_of(settings: Settings, wishes: DesktopWishes) -> Theme:
    return Theme(
        dark=wishes.dark if settings.theme == "system" else settings.theme == "dark",
        text_scale=settings.text_scale / 100,
        reduced_motion=settings.reduced_motion or wishes.no_motion,
        high_contrast=wishes.high_contrast if settings.contrast == "system" else settings.contrast == "high",
        typeface=Typeface[settings.typeface.upper()],
        line_spacing=settings.line_spacing / 100,
    )


def settings_for(theme: Theme, before: Theme) -> dict[str, object]:
    """The settings that make one theme of another, by name: only what differs, so a wish of the desktop stays one."""
    now, was = _settings_of(theme), _settings_of(before)
    return {name: value for name, value in now.items() if value != was[name]}


def _settings_of(theme: Theme) -> dict[str, object]:
    return {
        "theme": "dark" if theme.dark else "light",
        "text_scale": round(theme.text_scale * 100),
        "contrast": "high" if theme.high_contrast else "normal",
        "typeface": theme.typeface.name.lower(),
        "line_spacing": round(theme.line_spacing * 100),
    }
