"""What the tracked widgets of one client share: eyes for focus and input, the tick, and whose turn it is."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kiosk.client import Timeback
from kiosk.desktop.attention import AttentionSource
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.power import Power, watch_power
from kiosk.errors import ActivityError

TICK_MS = 1_000


class Turn(Protocol):
    """Who has an activity in progress, or is about to have or to end one."""

    @property
    def name(self) -> str: ...
    @property
    def widget(self) -> QWidget: ...
    @property
    def is_shown(self) -> bool:
        """Whether its widget is there to be tracked; if not, its turn is over soon."""
        ...


class Watch(QObject):
    """Tells a client what it sees of the person, and lets one widget at a time have its activity. GUI thread.

    It lives as long as it has users.

    Signals:
        changed(): the focus moved, or the turn is free; look again whether to begin.
        ticked(): a second has passed.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, timeback: Timeback, application: QApplication) -> None:
        super().__init__(application)
        self.timeback = timeback
        self.bridge = Bridge(self)
        self._application = application
        self._users = 0
        self._turn: Turn | None = None
        self._power: Power | None = None
        self._attention = AttentionSource(application, timeback.clock, self)
        self._attention.input_seen.connect(timeback.attention.note_input)
        self._attention.focus_changed.connect(self._look)
        application.focusWindowChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(timeback.tick)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    def add_user(self) -> None:
        self._users += 1

    def remove_user(self) -> None:
        self._users -= 1
        if not self._users:
            self._timer.stop()
            self.setParent(None)  # from now on nobody finds it
            self.deleteLater()

    def has_focus(self, widget: QWidget) -> bool:
        """Whether a person is at the widget's window or a dialog over it. The program's other windows are elsewhere."""
        at = self._application.focusWindow()  # None for a moment while the focus moves
        return self._attention.is_focused and (at is None or _belongs(at, widget.window().windowHandle()))

    def take_turn(self, turn: Turn) -> bool:
        """Whether it may begin. If not, the turn becomes free soon: `changed`.

        Raises ActivityError while another widget is shown and has its activity.
        """
        holder = self._turn
        if holder is None:
            self._turn = turn
            self.timeback.attention.set_focused(True)
            self._watch_power(turn.widget.window().windowHandle())
            return True
        if holder is not turn and holder.is_shown:
            raise ActivityError(
                f"“{turn.name}” cannot be tracked while “{holder.name}” is in progress; hide or stop that one first"
            )
        return False

    def end_turn(self) -> None:
        self._turn = None
        self.changed.emit()

    def _look(self) -> None:
        if self._turn is not None and isValid(self._turn.widget):
            self.timeback.attention.set_focused(self.has_focus(self._turn.widget))
        self.changed.emit()

    def _watch_power(self, window: QWindow) -> None:
        """Listen to sleep and lock from the first activity on."""
        if self._power is None:
            self._power = watch_power(self.timeback.activity.save_soon, window, self)
            if self._power is not None:
                self._power.woke.connect(self.timeback.tick)
                self._power.lock_changed.connect(self.timeback.attention.set_locked)


def watch_over(timeback: Timeback, application: QApplication) -> Watch:
    """Find the watch over this client among what belongs to the application, or make it."""
    watches = application.findChildren(Watch)
    return next((watch for watch in watches if watch.timeback is timeback), None) or Watch(timeback, application)


def _belongs(window: QWindow, home: QWindow) -> bool:
    """Whether it is that window, was opened from it, or keeps the person from it."""
    at: QWindow | None = window
    while at is not None and at != home and at.modality() is Qt.WindowModality.NonModal:
        at = at.transientParent()
    return at is not None
