"""What the teacher's panel is given to work with."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from kiosk.clock import Clock
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.errands import Errands
from kiosk.desktop.kiosk_mode import KioskMode
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier


@dataclass(frozen=True, slots=True)
class Office:
    """The parts of the program that it uses. `work(function, *arguments)` runs it on a worker thread."""

    store: Store
    courier: Courier
    clock: Clock
    bridge: Bridge
    work: Callable[..., "Future[Any]"]
    errands: Errands
    mode: KioskMode | None
    """None where this computer is no kiosk."""
