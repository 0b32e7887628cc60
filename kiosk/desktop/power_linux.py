"""Sleep and lock on Linux: logind on the system bus, screen savers on the session's. Without a bus nothing happens.

Only states are believed. logind's signals `Lock` and `Unlock` are requests to a screen locker: nothing may be there
to follow them, and nobody signals `Unlock` when a password was typed.

Sources: org.freedesktop.login1(5), https://systemd.io/INHIBITOR_LOCKS
"""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusServiceWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from kiosk.desktop.bus import ask
from kiosk.desktop.power import Power, Save

LOGIND = "org.freedesktop.login1"
MANAGER_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))

LOCKED_WHEN = {"LockedHint": True, "Active": False}
"""Properties of our session by which the student cannot see it. It is not active while another user's is shown."""


def system_bus() -> QDBusConnection:
    return QDBusConnection.systemBus()


def session_bus() -> QDBusConnection | None:
    """The session's bus where there is one. Just asking for it could start one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    exists = "DBUS_SESSION_BUS_ADDRESS" in os.environ or (runtime and Path(runtime, "bus").exists())
    return QDBusConnection.sessionBus() if exists else None


class BusPower(Power):
    """Listens on both buses and holds logind's delay lock, so that sleep waits until all is saved. GUI thread."""

    def __init__(
        self, save: Save, system: QDBusConnection, session: QDBusConnection | None, parent: QObject | None = None
    ) -> None:
        super().__init__(save, parent)
        self._system = system
        self._session_path = ""
        self._delay: int | None = None
        if system.isConnected():
            self._listen(system, LOGIND, MANAGER_PATH, MANAGER, "PrepareForSleep", SLOT("prepare_for_sleep(bool)"))
            self._hold_sleep()
            self._ask(MANAGER_PATH, MANAGER, "GetSession", [os.environ.get("XDG_SESSION_ID", "auto")], self._watch)
        if session is not None and session.isConnected():
            watcher = QDBusServiceWatcher(self)
            watcher.setConnection(session)
            watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
            watcher.serviceUnregistered.connect(self.screen_saver_left)
            for interface in SCREEN_SAVERS:
                self._listen(session, interface, "", interface, "ActiveChanged", SLOT("screen_saver(QDBusMessage)"))
                watcher.addWatchedService(interface)

    @Slot(bool)
    def prepare_for_sleep(self, asleep: bool) -> None:
        if asleep:
            delay, self._delay = self._delay, None
            self._save().add_done_callback(lambda _saved: _release(delay))
        else:
            self._hold_sleep()
            self.woke.emit()

    @Slot()
    def session_changed(self) -> None:
        """Ask for the values: PySide6 cannot read the dictionary that came with the signal."""
        for name in LOCKED_WHEN:
            self._ask(self._session_path, PROPERTIES, "Get", [SESSION, name], partial(self._take_property, name))

    def _take_property(self, name: str, value: object) -> None:
        if isinstance(value, QDBusVariant):
            self._tell_lock(name, value.variant() is LOCKED_WHEN[name])

    @Slot(QDBusMessage)
    def screen_saver(self, message: QDBusMessage) -> None:
        self._tell_lock(message.interface(), message.arguments() == [True])

    @Slot(str)
    def screen_saver_left(self, name: str) -> None:
        """One that has died covers nothing any more, and will not say so."""
        self._tell_lock(name, False)

    def _hold_sleep(self) -> None:
        arguments: list[object] = ["sleep", "Timeback Kiosk", "Save the learning time", "delay"]
        self._ask(MANAGER_PATH, MANAGER, "Inhibit", arguments, self._keep_delay)

    def _keep_delay(self, descriptor: object) -> None:
        if isinstance(descriptor, QDBusUnixFileDescriptor):
            _release(self._delay)
            self._delay = os.dup(descriptor.fileDescriptor())  # Qt closes its own with the answer

    def _watch(self, path: object) -> None:
        if isinstance(path, QDBusObjectPath):
            self._session_path = path.path()
            self._listen(self._system, LOGIND, path.path(), PROPERTIES, "PropertiesChanged", SLOT("session_changed()"))
            self.session_changed()

    def _listen(self, bus: QDBusConnection, sender: str, path: str, interface: str, signal: str, slot: str) -> None:
        """Connect to a signal of that sender only: anybody on the bus could send one of that name."""
        bus.connect(sender, path, interface, signal, self, slot)  # type: ignore[call-overload]  # the stub says bytes

    def _ask(
        self, path: str, interface: str, method: str, arguments: list[object], then: Callable[[object], None]
    ) -> None:
        ask(self._system, (LOGIND, path, interface, method), arguments, then, self)


def _release(delay: int | None) -> None:
    """Let go of logind's lock: it holds while its file is open. Any thread."""
    if delay is not None:
        os.close(delay)
