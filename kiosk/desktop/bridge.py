"""The one bridge from worker threads to the GUI thread."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.errors import KioskError


class Bridge(QObject):
    """Lives on the GUI thread; `when` and `call` may be used from any thread.

    Signals:
        failed(KioskError): a future that nobody handles ended with a fault a person may do something about.
    """

    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Run nothing more: what still comes is for pages that are gone."""
        self._is_closed = True

    def call(self, work: Callable[[], object]) -> None:
        """Run `work` on the GUI thread, soon."""
        self._arrived.emit(work)

    def when[T](
        self,
        future: "Future[T]",
        then: Callable[[T], object],
        otherwise: Callable[[KioskError], object] | None = None,
    ) -> None:
        """Hand a future's result to `then` on the GUI thread, or its KioskError to `otherwise` (else `failed`).

        A cancelled future is dropped; any other exception is ours and is raised on the GUI thread.
        """

        def arrive(done: "Future[T]") -> None:
            def deliver() -> None:
                try:
                    result = done.result()
                except CancelledError:
                    return
                except KioskError as error:
                    if otherwise is None:
                        self.failed.emit(error)
                    else:
                        otherwise(error)
                    return
                then(result)

            self.call(deliver)

        future.add_done_callback(arrive)

    @Slot(object)
    def _run(self, work: object) -> None:
        if not self._is_closed:
            cast("Callable[[], object]", work)()
