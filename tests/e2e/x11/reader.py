"""A screen reader's side of AT-SPI: an bus of our own, the tree of a program on it, and what it announces.

As much of https://gnome.pages.gitlab.gnome.org/at-spi2-core/ as a test needs, over D-Bus.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import pytest
from jeepney import DBusAddress, MatchRule, Message, new_method_call  # type: ignore[import-untyped]
from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # type: ignore[import-untyped]

from tests.desktop.private_bus import private_bus
from tests.waiting import PATIENCE_S, wait_until

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
EVENT = "org.a11y.atspi.Event.Object"
STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing", 30: "visible"}
"""The bits of AtspiStateType that are looked at here."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One object as a screen reader knows it."""

    role: str
    name: str
    description: str
    states: frozenset[str]


class Reader:
    """Looks at what is on one accessibility bus, and hears what is announced there."""

    def __init__(self, address: str) -> None:
        self._bus: DBusConnection = open_dbus_connection(address)
        self._heard = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface=EVENT)
        self._heard.send_and_get_reply(message_bus.AddMatch(rule))
        self._ask(
            REGISTRY, "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "RegisterEvent", "s", "object:announcement"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bus.close()
        self._heard.close()

    def tree(self, title: str) -> list[Seen]:
        """Everything that is shown in the window with that title, in reading order; waits for the window."""
        return wait_until(lambda: self._window(title), f"the accessible window {title}")

    def announced(self) -> str:
        """What is announced next."""
        while True:
            said = self._heard.receive(timeout=PATIENCE_S)
            if said.header.fields.get(3) == "Announcement":  # HeaderFields.member
                return str(said.body[3][1])

    def _window(self, title: str) -> list[Seen]:
        for program in self._children((REGISTRY, ROOT)):
            for window in self._children(program):
                if self._seen(window).name.startswith(title):
                    return list(self._shown(window))
        return []

    def _shown(self, at: tuple[str, str]) -> Iterator[Seen]:
        seen = self._seen(at)
        if "showing" in seen.states:
            yield seen
            for child in self._children(at):
                yield from self._shown(child)

    def _seen(self, at: tuple[str, str]) -> Seen:
        low, high = self._ask(*at, ACCESSIBLE, "GetState")
        bits = low | high << 32
        return Seen(
            self._ask(*at, ACCESSIBLE, "GetRoleName"),
            self._property(at, "Name"),
            self._property(at, "Description"),
            frozenset(name for bit, name in STATES.items() if bits >> bit & 1),
        )

    def _children(self, at: tuple[str, str]) -> list[tuple[str, str]]:
        return [(name, path) for name, path in self._ask(*at, ACCESSIBLE, "GetChildren")]

    def _property(self, at: tuple[str, str], name: str) -> str:
        said = self._ask(*at, "org.freedesktop.DBus.Properties", "Get", "ss", ACCESSIBLE, name)
        return str(said[1])

    def _ask(self, bus: str, path: str, interface: str, method: str, signature: str = "", *values: object) -> Any:
        call = new_method_call(DBusAddress(path, bus, interface), method, signature or None, values)
        reply: Message = self._bus.send_and_get_reply(call, timeout=PATIENCE_S)
        return reply.body[0] if reply.body else None


@contextmanager
def accessibility(folder: Path) -> Iterator[tuple[str, str]]:
    """Run a session bus with accessibility on it; gives its address and that of the bus of screen readers."""
    if not LAUNCHER.exists():
        pytest.skip("at-spi2-core is not installed (Debian: apt-get install at-spi2-core)")
    with private_bus(folder) as session:
        environment = {"DBUS_SESSION_BUS_ADDRESS": session, "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(folder)}
        with subprocess.Popen(
            [LAUNCHER, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL
        ) as launcher:
            try:
                yield session, wait_until(lambda: _address(session), "the bus of screen readers")
            finally:
                launcher.terminate()


def _address(session: str) -> str:
    """Where screen readers meet; "" before anybody answers."""
    call = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
    with open_dbus_connection(session) as connection:
        reply = connection.send_and_get_reply(call, timeout=PATIENCE_S)
    return str(reply.body[0]) if reply.body and str(reply.body[0]).startswith("unix:") else ""
