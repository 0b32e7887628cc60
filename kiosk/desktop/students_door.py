"""Who may come in: the students' secrets stand between the wall and each one's work."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject, Signal

from kiosk.clock import Clock, Instant, boot_id, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.secret_check import Answer, SecretCheck
from kiosk.desktop.views import SecretView
from kiosk.errors import KioskError
from kiosk.store import secrets, students
from kiosk.store.secrets import Lock, SecretKind
from kiosk.store.students import Student
from kiosk.store.writer import Connection, Store
from kiosk.words import tr

EXPECTED_MS = 10_000
"""How long after the start whoever was there before a crash is let in without their secret."""


class StudentsDoor(QObject):
    """One student at a time stands before it; the next one replaces whoever waits. GUI thread, waits for nothing.

    Signals:
        opened(int): this student may come in.
        secret_asked(SecretView): whose secret is to be entered, and how.
        secret_refused(str): what was wrong; another may be entered.
        wait_told(int): nothing is looked at for so many milliseconds.
        left(): nobody stands before it any more.
        turned_back(): whoever stood before it did not come in.
    """

    opened = Signal(int)
    secret_asked = Signal(object)
    secret_refused = Signal(str)
    wait_told = Signal(int)
    left = Signal()
    turned_back = Signal()

    def __init__(
        self,
        store: Store,
        clock: Clock,
        bridge: Bridge,
        work: Callable[..., "Future[Any]"],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._check = SecretCheck(store, clock, bridge, work)
        self._boot = boot_id()
        self._student: int | None = None
        self._expected: tuple[int, int] | None = None

    def expect(self, student: int) -> None:
        """Let this student in without a secret, if they are the next for whom somebody knocks, and that is soon."""
        self._expected = student, self._clock.monotonic_ms() + EXPECTED_MS

    def knock(self, student: int) -> None:
        """Let the student in, once they have entered their secret where they have one."""
        expected, self._expected = self._expected, None
        self._student = student
        if expected is not None and expected[0] == student and self._clock.monotonic_ms() < expected[1]:
            self._open()
            return
        looking = self._store.call_light(_look, student, read(self._clock), self._boot)
        self._bridge.when(looking, self._ask)

    def try_secret(self, text: str) -> None:
        """Check what was entered by whoever stands before the door."""
        if (student := self._student) is None:
            return

        def take(answer: Answer, wait_ms: int) -> None:
            if self._student != student:
                return
            if answer in (Answer.RIGHT, Answer.NOT_SET):
                self._open()
            elif wait_ms:
                self.wait_told.emit(wait_ms)
            else:
                self.secret_refused.emit(tr("That is not it. Try again."))

        self._check.check(student, text, take, lambda error: self.secret_refused.emit(str(error)))

    def lift(self) -> None:
        """A teacher lets the student try again now."""
        if self._student is not None:
            lifted = self._store.call(secrets.forgive, self._student)
            self._bridge.when(lifted, lambda _done: self.secret_refused.emit(tr("Now try again.")), self._tell)

    def walk_away(self) -> None:
        """It was somebody else."""
        if self._student is not None:
            self._student = None
            self.left.emit()
            self.turned_back.emit()

    def _ask(self, found: tuple[Student, Lock | None]) -> None:
        student, lock = found
        if self._student != student.id:
            return
        if lock is None:
            self._open()
        else:
            by_pictures = lock.kind is SecretKind.PICTURES
            self.secret_asked.emit(SecretView(student.name, student.avatar, by_pictures, lock.wait_ms))

    def _open(self) -> None:
        student, self._student = self._student, None
        self.left.emit()
        self.opened.emit(student)

    def _tell(self, error: KioskError) -> None:
        self.secret_refused.emit(str(error))


def _look(db: Connection, student: int, now: Instant, boot: str) -> tuple[Student, Lock | None]:
    return students.get(db, student), secrets.lock_of(db, student, now, boot)
