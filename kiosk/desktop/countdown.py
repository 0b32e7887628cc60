"""A wait that is counted down in front of whoever waits."""

from PySide6.QtCore import QObject, QTimer, Signal

SECOND_MS = 1_000


class Countdown(QObject):
    """Lives as long as its parent. Signals: `told` with the milliseconds left, at once and each second; `over`."""

    told = Signal(int)
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds = 0
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.let_a_second_pass)

    @property
    def runs(self) -> bool:
        return self._second.isActive()

    def start(self, wait_ms: int) -> None:
        """Count from there, in whole seconds that are no shorter."""
        self._seconds = -(-wait_ms // SECOND_MS)
        self.told.emit(self._seconds * SECOND_MS)
        self._second.start()

    def stop(self) -> None:
        """Count no further; it is not told that it is over."""
        self._second.stop()

    def let_a_second_pass(self) -> None:
        """Each second does; a test need not wait for it."""
        self._seconds -= 1
        if self._seconds > 0:
            self.told.emit(self._seconds * SECOND_MS)
            return
        self.stop()
        self.over.emit()
