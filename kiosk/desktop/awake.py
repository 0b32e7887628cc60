"""Keeps the screen on while a lesson is open: who reads a long page touches nothing. No setting of the system changes.

The wish hangs on this process: a screen saver, logind and Windows drop it when the process ends, however it ends.
"""

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

WHY = "A lesson is open"


class Awake(Protocol):
    """A way to keep this system's screen on. GUI thread; waits for nothing."""

    def keep_on(self, on: bool) -> None:
        """Keep it on from now on, or no longer. Asking twice is asking once."""
        ...


def find_awake(parent: QObject) -> Awake | None:
    """Find this system's way; None where it is not known. Costs an import: not before the first paint."""
    if sys.platform == "win32":
        return WindowsAwake(ctypes.WinDLL("kernel32").SetThreadExecutionState)
    if sys.platform == "darwin":
        from kiosk.desktop.awake_mac import MacAwake, assertions  # noqa: PLC0415 - each system needs its own only

        try:
            return MacAwake(assertions())
        except (OSError, AttributeError):
            return None
    from kiosk.desktop.awake_linux import BusAwake  # noqa: PLC0415
    from kiosk.desktop.power_linux import system_bus  # noqa: PLC0415

    return BusAwake(system_bus(), parent=parent)


ES_CONTINUOUS = 0x8000_0000
ES_SYSTEM_REQUIRED = 0x1
ES_DISPLAY_REQUIRED = 0x2


class WindowsAwake:
    """Windows' own way, after "SetThreadExecutionState" on learn.microsoft.com. Not tried on Windows."""

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def keep_on(self, on: bool) -> None:
        self._set_state(ES_CONTINUOUS | (ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED if on else 0))
