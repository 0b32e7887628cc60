"""The system's word on the network: only a hint, so only its "now it is back" is passed on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class NetworkHint(QObject):
    """Make it after the first paint: its backend takes a while to load. GUI thread.

    Signals:
        came_back(): the network was away and can now be reached, if only the school's own.
    """

    came_back = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._away = False
        if QNetworkInformation.loadDefaultBackend() and (information := QNetworkInformation.instance()) is not None:
            information.reachabilityChanged.connect(self._changed)

    def _changed(self, reachability: QNetworkInformation.Reachability) -> None:
        if reachability is QNetworkInformation.Reachability.Disconnected:
            self._away = True
        elif self._away:
            self._away = False
            self.came_back.emit()
