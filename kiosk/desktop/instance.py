"""One running kiosk per data folder: a second start asks the first one to show itself, and ends.

The first one is known by the store's folder lock; the socket is only how the second one speaks to it.
A request is one line. "show" and "connected" are answered with "ok" at once, the others with one line of
JSON when they are done, or when it is known what becomes of them.
"""

import hashlib
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from kiosk.errors import KioskError, UsageError
from kiosk.launch import Launch, link_to, parse_link

SHOW = "show"
CONNECTED = "connected"
SYNC = "sync"
RETRY = "retry"
RETRY_IN_DOUBT = "retry-in-doubt"
DROP = "drop"
IMPORT_TIME = "import-time"
ENROLL = "enroll"
TEACHER_PIN = "teacher-pin"
SIGN_IN_WITH = "sign-in-with"
CLASS = "class"
LANGUAGE = "language"
RESCUE_EXPORT, RESCUE_IMPORT = "rescue-export", "rescue-import"
RESCUE_ARRIVED, RESCUE_TAKE_BACK = "rescue-arrived", "rescue-take-back"
DELETE_STUDENT = "delete-student"
ADD_STUDENTS = "add-students"
ERRANDS = frozenset({RESCUE_EXPORT, RESCUE_IMPORT, RESCUE_ARRIVED, RESCUE_TAKE_BACK, ADD_STUDENTS, DELETE_STUDENT})
"""Answered with `said`; each takes a path or an id, the last a student's number and a path."""
WORK = frozenset(
    {SYNC, RETRY, RETRY_IN_DOUBT, DROP, IMPORT_TIME, ENROLL, TEACHER_PIN, SIGN_IN_WITH, CLASS, LANGUAGE, *ERRANDS}
)
"""Deliver now; send the message with that id again, or also one that may have arrived; never send it; queue the
sittings of the CSV file with that path; join a school, by `code@address@name`, percent-encoded; keep this of the
teacher's PIN (see `identity.secrets`), or nothing."""
LAUNCH = "launch"
FOLLOW = "follow"
"""Open a lesson, as a teacher's command asks, or as a link did that was found anywhere."""

LONGEST_LINE = 16_384
"""The longest path there is, each byte of it escaped, and a verb."""

WAIT_MS = 1_000
STARTING_TRIES, STARTING_PAUSE_S = 40, 0.25
LOOK_MS = 200


def address(folder: Path) -> str:
    """Where the kiosk of this data folder listens: a path where there are paths, a pipe's name on Windows."""
    name = "timeback-kiosk-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return str(Path(runtime) / name) if runtime and sys.platform != "win32" else name


def connected(ref: str) -> str:
    """Spell the request that tells of a new token for that student."""
    return f"{CONNECTED} {ref}"


def launch_request(launch: Launch, *, by_link: bool) -> str:
    """Spell the request to open a lesson."""
    return f"{FOLLOW if by_link else LAUNCH} {link_to(launch)}"


def ask_running(folder: Path, request: str = SHOW) -> bool:
    """Ask the running kiosk of this folder; False when none answers within a second."""
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(request.encode() + b"\n")
    answered = socket.waitForBytesWritten(WAIT_MS) and (socket.canReadLine() or socket.waitForReadyRead(WAIT_MS))
    return answered and bytes(socket.readLine().data()).strip() == b"ok"


def ask_starting(folder: Path, ask: Callable[[Path], bool] = ask_running) -> bool:
    """Of two starts at once one has the folder and will listen soon: ask it, for some seconds.

    False when none does: the folder is in the hands of a program without a window.
    """
    pause = threading.Event()
    return any(ask(folder) or pause.wait(STARTING_PAUSE_S) for _ in range(STARTING_TRIES))


def ask_running_to(
    folder: Path, request: str, timeout_s: float, meanwhile: Callable[[], object] = lambda: None
) -> dict[str, Any] | None:
    """Have the running kiosk of this folder do something; its answer, or None when no kiosk listens.

    `meanwhile` is called several times a second. Raises TimeoutError, and KioskError when the kiosk ends
    before it has answered; what was asked may be done all the same.
    """
    socket = QLocalSocket()
    socket.connectToServer(address(folder))
    if not socket.waitForConnected(WAIT_MS):
        return None
    socket.write(request.encode() + b"\n")
    socket.waitForBytesWritten(WAIT_MS)
    deadline = QDeadlineTimer(round(timeout_s * 1000))
    while not socket.canReadLine():
        if deadline.hasExpired():
            raise TimeoutError
        if socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
            raise KioskError("The running kiosk ended before it had answered; ask again.")
        socket.waitForReadyRead(LOOK_MS)
        meanwhile()
    try:
        answer: dict[str, Any] = json.loads(bytes(socket.readLine().data()))
    except ValueError as error:
        raise KioskError("The running kiosk does not know this request; close it and start it again.") from error
    return answer


class Reply(QObject):
    """Where the answer to a request goes, once. Whoever asked may have left by then. GUI thread."""

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: QLocalSocket | None = socket
        socket.disconnected.connect(self._leave)

    def send(self, **answer: object) -> None:
        if self._socket is not None:
            self._socket.write(json.dumps(answer).encode() + b"\n")
            self._socket.flush()
            self._socket.disconnectFromServer()

    def _leave(self) -> None:
        self._socket = None
        self.deleteLater()


@dataclass(frozen=True, slots=True)
class Request:
    """What a command asks for: one of WORK, the message's id or the file where it is about one, where to answer."""

    verb: str
    argument: str
    reply: Reply

    @property
    def parts(self) -> list[str]:
        """The argument where it is several, each percent-encoded."""
        return [os.fsdecode(unquote_to_bytes(part)) for part in self.argument.split("/")]

    @property
    def file(self) -> Path:
        """The argument as a path; it comes percent-encoded, so that it is one word."""
        return Path(os.fsdecode(unquote_to_bytes(self.argument)))


@dataclass(frozen=True, slots=True)
class LaunchRequest:
    """Somebody asks for a lesson. `by_link`: nobody knows who. `reply` None: nobody waits for an answer."""

    launch: Launch
    by_link: bool
    reply: Reply | None = None


class Listener(QObject):
    """Listens for later starts. Make it only while holding the folder's lock. GUI thread.

    Signals:
        show_requested(): somebody started the kiosk again.
        connected(str): a token for the student with that ref was kept, and perhaps a server set.
        work_requested(Request): a command asks for something and waits for the reply.
        launch_requested(LaunchRequest): a lesson is to be opened; the reply is waited for.
    """

    show_requested = Signal()
    connected = Signal(str)
    work_requested = Signal(object)
    launch_requested = Signal(object)

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
            case [request, *rest] if request in WORK and len(rest) <= 1:
                self.work_requested.emit(Request(request, "".join(rest), Reply(socket, self)))
                return
            case [request, link] if request in (LAUNCH, FOLLOW):
                self._launch(link, request == FOLLOW, Reply(socket, self))
                return
            case _:
                socket.abort()
                return
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()

    def _launch(self, link: str, by_link: bool, reply: Reply) -> None:
        try:
            launch = parse_link(link)
        except UsageError as error:
            reply.send(error=str(error))
        else:
            self.launch_requested.emit(LaunchRequest(launch, by_link, reply))
