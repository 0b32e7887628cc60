"""How the student at the window gets a way to the server: their own token, or the school that this computer joins."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.session import Session
from kiosk.store import students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store


class Connecting(QObject):
    """GUI thread; waits for nothing.

    Signals:
        asked(str): the name of the student whose token is to be entered.
        join_asked(): the student is the school's, and this computer has to join it again.
        connected(): the token is kept.
        not_connected(str): why it is not.
    """

    asked = Signal(str)
    join_asked = Signal()
    connected = Signal()
    not_connected = Signal(str)

    def __init__(
        self,
        session: Session,
        store: Store,
        bridge: Bridge,
        connect: Callable[[str, str, str], "Future[None]"],
        parent: QObject | None = None,
    ) -> None:
        """`connect(ref, server, token)` keeps a student's token and the server's address, off the GUI thread."""
        super().__init__(parent)
        self._session = session
        self._store = store
        self._bridge = bridge
        self._connect = connect

    def ask(self) -> None:
        """Ask for what whoever is learning needs."""
        if (student := self._session.student) is None:
            return
        if student.of_school:
            self.join_asked.emit()
        else:
            self.asked.emit(student.name)

    def connect_student(self, server: str, token: str) -> None:
        """Keep the token and the server's address, and deliver what has waited for them."""
        if (student := self._session.student) is None:
            return

        def signed_in(_none: None) -> None:
            self.connected.emit()
            self._session.refresh_home()

        def kept(_none: None) -> None:
            self._bridge.when(self._store.call(students.set_sign_in, student.ref, SignIn.OK), signed_in)

        self._bridge.when(
            self._connect(student.ref, server, token), kept, lambda error: self.not_connected.emit(str(error))
        )

    def signed_in_elsewhere(self, ref: str) -> None:
        """A token was entered with `kiosk connect` beside this window."""
        signed_in = self._store.call(students.set_sign_in, ref, SignIn.OK)
        self._bridge.when(signed_in, lambda _done: self._session.refresh_home())
