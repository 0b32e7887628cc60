"""What lies behind the teacher's PIN: asks for it, has it checked, and does what was asked for when it was right."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject

from kiosk.clock import Clock, boot_id, read
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.pages.pin_sheet import PinSheet
from kiosk.identity.secrets import LONGEST_PIN, SHORTEST_PIN, check_secret, hash_secret
from kiosk.store import secrets
from kiosk.store.secrets import TEACHER, Try
from kiosk.store.writer import Store


class TeacherPin(QObject):
    """One question at a time; a newer one replaces it. GUI thread; store and worker threads do what takes time.

    Where no PIN is set yet, whoever is asked chooses one.
    """

    def __init__(
        self,
        sheet: PinSheet,
        store: Store,
        clock: Clock,
        bridge: Bridge,
        work: Callable[..., "Future[Any]"],
        parent: QObject | None = None,
    ) -> None:
        """`work(function, *arguments)` runs it off the GUI thread."""
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._work = work
        self._boot = boot_id()
        self._then: Callable[[], object] | None = None
        self._chosen: str | None = None
        self._is_choosing = False
        self._question = 0
        self.use(sheet)

    def use(self, sheet: PinSheet) -> None:
        """Ask with this sheet from now on."""
        self._sheet = sheet
        sheet.entered.connect(self._take)
        sheet.cancelled.connect(self._forget)

    def ask(self, purpose: str, then: Callable[[], object]) -> None:
        """Do `then` when the right PIN was typed. `purpose` is a sentence that says what it is for."""
        self._forget()
        self._then = then
        self._is_choosing = False
        self._sheet.ask("Teacher's PIN", purpose)
        self.require_one()

    def require_one(self) -> None:
        """Have a PIN chosen where none is set: without one nobody could leave kiosk mode."""

        def choose(is_set: bool) -> None:
            if not is_set:
                self._choose("Only with this PIN can kiosk mode be left. Teachers, choose it before children do.")

        self._when(self._store.call_light(secrets.is_set, TEACHER), choose)

    def _choose(self, sentence: str) -> None:
        self._is_choosing, self._chosen = True, None
        self._sheet.ask("Choose a teacher's PIN", f"{SHORTEST_PIN} to {LONGEST_PIN} digits. {sentence}")

    def _take(self, typed: str) -> None:
        if self._is_choosing:
            self._take_chosen(typed)
        else:
            beginning = self._store.call(secrets.begin_try, TEACHER, read(self._clock), self._boot)
            self._when(beginning, lambda begun: self._judge(typed, begun))

    def _take_chosen(self, typed: str) -> None:
        if self._chosen is None:
            self._chosen = typed
            self._sheet.show_fault("")
            self._sheet.ask("Type it once more", "The same digits again, to be sure.")
        elif self._chosen != typed:
            self._choose("Both times the same.")
            self._sheet.show_fault("These were two different PINs. Choose again.")
        else:
            self._when(self._work(hash_secret, typed), self._keep)

    def _keep(self, kept: str) -> None:
        self._when(self._store.call(secrets.change, TEACHER, kept), lambda _done: self._grant())

    def _judge(self, typed: str, begun: Try | None) -> None:
        if begun is None:
            self._choose("The old one was taken away.")
        elif begun.wait_ms:
            self._sheet.show_wait(begun.wait_ms)
        else:
            self._when(self._work(check_secret, typed, begun.kept), lambda right: self._answer(begun, right=right))

    def _answer(self, begun: Try, *, right: bool) -> None:
        if right:
            self._store.call(secrets.forgive, TEACHER)
            self._grant()
        elif begun.wait_if_wrong_ms:
            self._sheet.show_wait(begun.wait_if_wrong_ms)
        else:
            self._sheet.show_fault("This is not the PIN. Try again.")

    def _grant(self) -> None:
        then = self._then
        self._forget()
        self._sheet.close_sheet()
        if then is not None:
            then()

    def _forget(self) -> None:
        """End this question: an answer that comes later is to none."""
        self._question += 1
        self._then = self._chosen = None

    def _when[T](self, future: "Future[T]", then: Callable[[T], object]) -> None:
        """Go on with an answer, unless the question it belongs to has ended meanwhile."""
        question = self._question

        def go_on(result: T) -> None:
            if question == self._question:
                then(result)

        self._bridge.when(future, go_on, lambda error: self._sheet.show_fault(str(error)))
