"""One running kiosk per data folder: a second start asks the first one to show itself, and ends.

The first one is known by the store's folder lock; the socket is only how the second one speaks to it.
"""

import hashlib
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

SHOW = "show"
CONNECTED = "connected"
LONGEST_LINE = 4_096
WAIT_MS = 1_000
STARTING_TRIES, STARTING_PAUSE_S = 20, 0.25


def address(folder: Path) -> str:
    """Where the kiosk of this data folder listens: a path where there are paths, a pipe's name on Windows."""
    name = "timeback-kiosk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return str(Path(runtime) / name) if runtime and sys.platform != "win32" else name


def connected(ref: str) -> str:
    """Spell the request that tells of a new token for that student."""
    return f"{CONNECTED} {ref}"


def ask_running(folder: Path, request: str = SHOW) -> bool:
    """Ask the running kiosk of this folder; False when none answers within a second."""
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(request.encode() + b"\n")
    answered = socket.waitForBytesWritten(WAIT_MS) and (socket.canReadLine() or socket.waitForReadyRead(WAIT_MS))
    return answered and bytes(socket.readLine().data()).strip() == b"ok"


def ask_starting(folder: Path) -> bool:
    """Of two starts at once one has the folder and will listen soon: ask it, for some seconds.

    False when none does: the folder is in the hands of a program without a window.
    """
    pause = threading.Event()
    return any(ask_running(folder) or pause.wait(STARTING_PAUSE_S) for _ in range(STARTING_TRIES))


class Listener(QObject):
    """Listens for later starts. Make it only while holding the folder's lock. GUI thread.

    Signals:
        show_requested(): somebody started the kiosk again.
        connected(str): a token for the student with that ref was kept, and perhaps a server set.
    """

    show_requested = Signal()
    connected = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QLocalServer.removeServer(address(folder))  # what a killed kiosk left behind; the lock says it is dead
        self._server.listen(address(folder))

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _read(self, socket: QLocalSocket) -> None:
        """Anybody of this user may write here: one line, short, and known, or nothing happens."""
        if not socket.canReadLine():
            if socket.bytesAvailable() > LONGEST_LINE:
                socket.abort()
            return
        line = bytes(socket.readLine(LONGEST_LINE).data())
        match line.decode(errors="replace").split() if line.endswith(b"\n") else []:
            case [request] if request == SHOW:
                self.show_requested.emit()
            case [request, ref] if request == CONNECTED:
                self.connected.emit(ref)
            case _:
                socket.abort()
                return
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
