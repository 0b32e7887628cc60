"""Where the work is and what went wrong, told so that it can be read: each thing once, and not in passing."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.present import safety, trouble_words
from kiosk.desktop.sitting import Sitting
from kiosk.desktop.wall_views import Safety
from kiosk.errors import KioskError, StoreError
from kiosk.store import outbox
from kiosk.store.outbox import Backlog
from kiosk.store.writer import Store


class _Known(NamedTuple):
    """What was read last: of whom and after how many changes, and what it was."""

    asked: tuple[int | None, int]
    backlog: Backlog


class SafetyWatch(QObject):
    """Looks each second, and judges what was read. GUI thread.

    Signals:
        safety_told(Safety): the cloud.
        trouble_told(str): one sentence about what went wrong, "" when it is over.
    """

    safety_told = Signal(object)
    trouble_told = Signal(str)

    def __init__(self, store: Store, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._bridge = bridge
        self._known: _Known | None = None
        self._waiting_reads = 0
        self._trouble: KioskError | None = None

    @property
    def is_in_trouble(self) -> bool:
        return self._trouble is not None

    def look(self, student: int | None, sitting: Sitting | None) -> None:
        """Read what waits, of one student or of all, and tell it. `sitting` is the lesson that is open.

        While a lesson is counted, its seconds meet the disk: nothing is read anew where nothing but them was written.
        In trouble it is: what is read has waited behind all that was to be saved before, so trouble ends no sooner.
        """
        asked, known = (student, self._store.changes), self._known
        if sitting is not None and not self.is_in_trouble and known is not None and known.asked == asked:
            self.take(known.backlog, sitting)
            return

        def told(backlog: Backlog) -> None:
            self._known = _Known(asked, backlog)
            self.take(backlog, sitting)

        self._known = None
        self._bridge.when(self._store.call_light(outbox.backlog, student), told, self.tell_not_saved)

    def take(self, backlog: Backlog, sitting: Sitting | None) -> None:
        """Tell where the work is.

        At a lesson a window is on its way for a moment each time; only what stays longer is worth a word.
        """
        self._waiting_reads = 0 if backlog.is_on_server else self._waiting_reads + 1
        disk_trouble = self._store.trouble or (sitting.trouble if sitting is not None else None)
        if disk_trouble is not None:
            self.tell_not_saved(disk_trouble)
            return
        told = safety(backlog)
        if not (sitting is not None and told is Safety.COMPUTER and self._waiting_reads == 1):
            self.safety_told.emit(told)
        if isinstance(self._trouble, StoreError):
            self._forget()

    def tell_not_saved(self, trouble: KioskError) -> None:
        """Say that the disk does not take the work, or cannot be read."""
        self.safety_told.emit(Safety.NOT_SAVED)
        if self._trouble is None:
            self.tell_trouble(trouble)

    def tell_trouble(self, error: KioskError) -> None:
        """Say it once, however often it comes: a disk that refuses does so each second."""
        if str(error) != str(self._trouble):
            self._trouble = error
            self.trouble_told.emit(trouble_words(error))

    def go_elsewhere(self) -> None:
        """Forget what went wrong where the student was; the machine's own trouble goes with them."""
        if not isinstance(self._trouble, StoreError):
            self._forget()

    def _forget(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            self.trouble_told.emit("")
