"""How long nobody has been there. A short absence keeps a child's place; only a long one gives it to the next."""

from PySide6.QtCore import QObject, Signal

from kiosk.clock import Clock


class Absence(QObject):
    """Told of every input and every second. GUI thread. A machine that slept was left for that long.

    Signals:
        is_long(): somebody was away for longer than a place is kept; once for each absence.
    """

    is_long = Signal()

    def __init__(self, clock: Clock, limit_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit_ms = limit_ms
        self._seen_ms = clock.monotonic_ms()
        self._is_told = False
        self._watches = False

    def set_watching(self, watching: bool) -> None:
        """A film or sound plays: whoever watches is there."""
        self._watches = watching

    def note_input(self) -> None:
        """Somebody did something. After a long absence it was perhaps somebody else."""
        self.tick()
        self._seen_ms = self._clock.monotonic_ms()
        self._is_told = False

    def tick(self) -> None:
        """Let time pass."""
        now_ms = self._clock.monotonic_ms()
        if self._watches:
            self._seen_ms = now_ms
        elif not self._is_told and now_ms - self._seen_ms >= self._limit_ms:
            self._is_told = True
            self.is_long.emit()
