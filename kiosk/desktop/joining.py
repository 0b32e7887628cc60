"""Joining a school, beside the window: asked by a person at it or by a command."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.bridge import Bridge
from kiosk.errors import KioskError
from kiosk.protocol.roster import Roster


class Joining(QObject):
    """GUI thread; waits for nothing.

    Signals:
        joined(str): the device belongs to a school now, whose server has this address.
        not_joined(str): why it does not, for the person at the window.
    """

    joined = Signal(str)
    not_joined = Signal(str)

    def __init__(
        self,
        bridge: Bridge,
        join: "Callable[[str, str, str], Future[tuple[str, Roster]]]",
        parent: QObject | None = None,
    ) -> None:
        """`join(address, code, name)` joins off the GUI thread; tells the complete address and who learns here."""
        super().__init__(parent)
        self._bridge = bridge
        self._join = join

    def ask(self, address: str, code: str) -> None:
        """Join as the person at the window asks."""
        self.join(address, code, lambda _roster: None, lambda error: self.not_joined.emit(str(error)))

    def join(
        self,
        address: str,
        code: str,
        then: Callable[[Roster], object],
        otherwise: Callable[[KioskError], object],
        name: str = "",
    ) -> None:
        """Join, and tell whoever asked; `name` is what the school calls this device."""

        def arrived(found: tuple[str, Roster]) -> None:
            server, roster = found
            self.joined.emit(server)
            then(roster)

        self._bridge.when(self._join(address, code, name), arrived, otherwise)
