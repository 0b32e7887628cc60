"""The battery: read from this system, and what is said about it when it runs low."""

import ctypes
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.words import tr

LOW_PERCENT, EMPTY_PERCENT = 20, 10
LOOK_MS = 30_000


@dataclass(frozen=True, slots=True)
class Charge:
    """`percent` is None on a machine without a battery, and where it is not known."""

    percent: float | None
    is_discharging: bool


def battery_words(charge: Charge, *, is_saved: bool) -> str:
    """What a child is told, "" for nothing. It promises what is so: `is_saved` is whether the disk takes the work."""
    if charge.percent is None or not charge.is_discharging or charge.percent > LOW_PERCENT:
        return ""
    if charge.percent > EMPTY_PERCENT:
        said = tr("Battery low. Tell your teacher.")
    else:
        said = tr("Battery almost empty. Tell your teacher now.")
    return " ".join((said, tr("Your work is saved."))) if is_saved else said


class Battery(QObject):
    """Tells the charge whenever it is another. GUI thread.

    Signals:
        told(Charge): what it is now.
    """

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._charge: Charge | None = None

    def take(self, charge: Charge) -> None:
        if charge != self._charge:
            self._charge = charge
            self.told.emit(charge)


class PolledBattery(Battery):
    """Where the system does not tell of itself: looked at twice a minute."""

    def __init__(self, look: Callable[[], Charge], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(lambda: self.take(look()))
        self._timer.start()
        QTimer.singleShot(0, self, lambda: self.take(look()))


def find_battery(parent: QObject) -> Battery | None:
    """Find this system's battery; None where it is not known how. Costs an import: not before the first paint."""
    if sys.platform == "win32":
        status = ctypes.WinDLL("kernel32").GetSystemPowerStatus
        return PolledBattery(lambda: windows_charge(status), parent)
    if sys.platform == "darwin":
        from kiosk.desktop.battery_mac import power_sources  # noqa: PLC0415 - each system needs its own only

        try:
            return PolledBattery(power_sources(), parent)
        except (OSError, AttributeError, ValueError):
            return None
    from kiosk.desktop.battery_linux import BusBattery  # noqa: PLC0415
    from kiosk.desktop.power_linux import system_bus  # noqa: PLC0415

    return BusBattery(system_bus(), parent)


class PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS, after learn.microsoft.com. Not tried on Windows."""

    _fields_ = (
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("system", ctypes.c_ubyte),
        ("life_s", ctypes.c_ulong),
        ("full_life_s", ctypes.c_ulong),
    )


OFFLINE, UNKNOWN = 0, 255


class ReadStatus(Protocol):
    def __call__(self, status: object, /) -> int: ...


def windows_charge(read_status: ReadStatus) -> Charge:
    status = PowerStatus()
    if not read_status(ctypes.byref(status)) or status.percent == UNKNOWN:
        return Charge(None, is_discharging=False)
    return Charge(status.percent, is_discharging=status.ac_line == OFFLINE)
