"""The battery on Linux: UPower's display device, which sums up all there are. Without UPower nothing happens.

Source: org.freedesktop.UPower.Device (upower.freedesktop.org)
"""

from functools import partial

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusVariant

from kiosk.desktop.battery import Battery, Charge
from kiosk.desktop.bus import ask

UPOWER = "org.freedesktop.UPower"
DEVICE_PATH = "/org/freedesktop/UPower/devices/DisplayDevice"
DEVICE = "org.freedesktop.UPower.Device"
PROPERTIES = "org.freedesktop.DBus.Properties"

READ = ("IsPresent", "State", "Percentage")
DISCHARGING = 2


class BusBattery(Battery):
    """Reads the properties at first and at each change. GUI thread."""

    def __init__(self, system: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._read: dict[str, object] = {}
        if system.isConnected():
            system.connect(UPOWER, DEVICE_PATH, PROPERTIES, "PropertiesChanged", self, SLOT("look()"))  # type: ignore[call-overload]  # the stub says bytes
            self.look()

    @Slot()
    def look(self) -> None:
        """Ask for the values: PySide6 cannot read the dictionary that came with the signal."""
        for name in READ:
            call = (UPOWER, DEVICE_PATH, PROPERTIES, "Get")
            ask(self._system, call, [DEVICE, name], partial(self._take_property, name), self)

    def _take_property(self, name: str, value: object) -> None:
        self._read[name] = value.variant() if isinstance(value, QDBusVariant) else value
        percent = self._read.get("Percentage")
        if all(known in self._read for known in READ) and isinstance(percent, int | float):
            is_there = self._read["IsPresent"] is True
            self.take(Charge(percent if is_there else None, is_discharging=self._read["State"] == DISCHARGING))
