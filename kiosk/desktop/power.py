"""What the machine does over our heads: it falls asleep, it wakes, its screen is locked."""

import sys
from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow

type Save = Callable[[], "Future[None]"]


class Power(QObject):
    """What every system tells alike. GUI thread.

    Before the machine sleeps, `save` is called and the machine is asked to wait for its future. What a system does
    not tell, the tracker's gap rule catches: unobserved time counts as nothing.

    Signals:
        woke(): the machine is back from sleep.
        lock_changed(bool): the student cannot see the screen, or can again: it is locked, or another user's.
    """

    woke = Signal()
    lock_changed = Signal(bool)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._locked_by: set[str] = set()

    def _tell_lock(self, source: str, locked: bool) -> None:
        """Take one source's word; the screen is locked while any of them says so."""
        before = bool(self._locked_by)
        (self._locked_by.add if locked else self._locked_by.discard)(source)
        if bool(self._locked_by) is not before:
            self.lock_changed.emit(not before)


def watch_power(save: Save, window: QWindow, parent: QObject) -> Power | None:
    """Begin to listen to this system; None where it is not known how. Costs an import: not before the first paint."""
    if sys.platform == "win32":
        from kiosk.desktop.power_windows import WindowsPower  # noqa: PLC0415 - each system needs its own only

        return WindowsPower(save, window, parent)
    if sys.platform == "darwin":
        from kiosk.desktop.power_mac import Frameworks, MacPower  # noqa: PLC0415

        try:
            return MacPower(save, Frameworks(), parent)
        except (OSError, AttributeError, ValueError):
            return None
    from kiosk.desktop.power_linux import BusPower, session_bus, system_bus  # noqa: PLC0415

    return BusPower(save, system_bus(), session_bus(), parent)
