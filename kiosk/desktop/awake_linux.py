"""Keeping the screen on, on Linux: the desktop's screen saver is asked not to come, and logind not to count as idle.

A bare X server has neither; its session turns blanking off for itself (packaging/session). A desktop whose screen
saver does not know org.freedesktop.ScreenSaver blanks as it is set up to.

Sources: Idle Inhibition Service (freedesktop.org), org.freedesktop.login1(5)
"""

import os
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor

from kiosk.desktop.awake import WHY
from kiosk.desktop.bus import ask
from kiosk.desktop.power_linux import LOGIND, MANAGER, MANAGER_PATH, session_bus

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
SAVER_PATH = "/org/freedesktop/ScreenSaver"
NAME = "Timeback Kiosk"


CONNECTION = "timeback-kiosk-awake"


def own_session_bus() -> QDBusConnection | None:
    """Connect to the session's bus once more, where there is one."""
    if session_bus() is None:
        return None
    return QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)


class BusAwake(QObject):
    """Asks both; what is not there does not answer. GUI thread.

    The screen saver drops a wish when the connection it came by is closed. That is how it is taken back: the method for
    it wants a kind of number that PySide6 cannot send. So each wish has a connection of its own.
    """

    def __init__(
        self,
        system: QDBusConnection,
        connect: Callable[[], QDBusConnection | None] = own_session_bus,
        parent: QObject | None = None,
    ) -> None:
        """`connect` opens the session bus under the name CONNECTION; None where there is none."""
        super().__init__(parent)
        self._system = system
        self._connect = connect
        self._is_on = False
        self._idle_lock: int | None = None

    def keep_on(self, on: bool) -> None:
        if on is self._is_on:
            return
        self._is_on = on
        if on:
            self._inhibit()
        else:
            QDBusConnection.disconnectFromBus(CONNECTION)
            self._let_idle()

    def _inhibit(self) -> None:
        session = self._connect()
        if session is not None and session.isConnected():
            ask(session, (SCREEN_SAVER, SAVER_PATH, SCREEN_SAVER, "Inhibit"), [NAME, WHY], lambda _cookie: None, self)
        if self._system.isConnected():
            wish: list[object] = ["idle", NAME, WHY, "block"]
            ask(self._system, (LOGIND, MANAGER_PATH, MANAGER, "Inhibit"), wish, self._keep_lock, self)

    def _keep_lock(self, descriptor: object) -> None:
        if isinstance(descriptor, QDBusUnixFileDescriptor):
            self._let_idle()
            self._idle_lock = os.dup(descriptor.fileDescriptor())  # Qt closes its own with the answer
            if not self._is_on:
                self._let_idle()

    def _let_idle(self) -> None:
        if self._idle_lock is not None:
            os.close(self._idle_lock)
            self._idle_lock = None
