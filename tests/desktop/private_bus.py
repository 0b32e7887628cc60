"""A D-Bus daemon of our own with stand-ins on it: a logind, a screen saver. Nothing touches the machine's buses."""

import os
import select
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from jeepney import (  # type: ignore[import-untyped]
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
SESSION_PATH = "/org/freedesktop/login1/session/_32"
SESSION = "org.freedesktop.login1.Session"

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/> <allow eavesdrop="true"/> <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a daemon; gives its address. The test is skipped where there is no dbus-daemon."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed (Debian: apt-get install dbus)")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(folder=folder), "utf-8")
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


class Speaker:
    """Somebody on the bus who owns a name, sends signals, and answers what `answer` knows. Close it."""

    def __init__(self, address: str, name: str | None = None) -> None:
        self.address = address
        self._connection = open_dbus_connection(address, enable_fds=True)
        if name is not None:
            self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._thread = threading.Thread(target=self._serve, name=f"stand-in {name}")
        self._thread.start()

    def close(self) -> None:
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    def emit(self, address: DBusAddress, signal: str, signature: str, *values: object) -> None:
        self._connection.send(new_signal(address, signal, signature, values))

    def answer(self, call: Message) -> None:
        self._connection.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))

    def _serve(self) -> None:
        while True:
            try:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self.answer(message)
            except OSError:  # it was closed, perhaps while somebody still asked
                return


class StandInLogind(Speaker):
    """As much of logind as a program in a session talks to: delay locks, sleep, and one session's properties."""

    def __init__(self, address: str) -> None:
        self.properties = {"LockedHint": False, "Active": True}
        self.asked: list[str] = []
        self._locks: list[int] = []
        super().__init__(address, LOGIND)

    def close(self) -> None:
        super().close()
        for lock in self._locks:
            os.close(lock)

    @property
    def held(self) -> int:
        """How many delay locks are held: whoever has one has not closed it."""
        ended, _, _ = select.select(self._locks, [], [], 0)
        return len(self._locks) - len(ended)

    def prepare_for_sleep(self, asleep: bool) -> None:
        self.emit(MANAGER, "PrepareForSleep", "b", asleep)

    def set_property(self, name: str, value: bool) -> None:
        self.properties[name] = value
        address = DBusAddress(SESSION_PATH, interface="org.freedesktop.DBus.Properties")
        self.emit(address, "PropertiesChanged", "sa{sv}as", SESSION, {name: ("b", value)}, [])

    def ask_to_lock(self) -> None:
        """What `loginctl lock-session` does: a request that a screen locker may follow."""
        self.emit(DBusAddress(SESSION_PATH, interface=SESSION), "Lock", "")

    def answer(self, call: Message) -> None:
        method, said = call.header.fields[HeaderFields.member], call.body
        self.asked.append(said[1] if method == "Get" else method)
        match method, said:
            case "Inhibit", ("sleep", _, _, "delay"):
                lock, given = os.pipe()
                self._locks.append(lock)
                self._connection.send(new_method_return(call, "h", (given,)))
                os.close(given)
            case "GetSession", _:
                self._connection.send(new_method_return(call, "o", (SESSION_PATH,)))
            case "Get", (_, name):
                self._connection.send(new_method_return(call, "v", (("b", self.properties[name]),)))
            case _:
                super().answer(call)


class StandInSaver(Speaker):
    """GNOME's screen saver."""

    NAME = "org.gnome.ScreenSaver"

    def __init__(self, address: str) -> None:
        super().__init__(address, self.NAME)

    def cover(self, covered: bool) -> None:
        self.emit(DBusAddress("/org/gnome/ScreenSaver", interface=self.NAME), "ActiveChanged", "b", covered)
