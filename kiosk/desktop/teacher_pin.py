"""What lies behind the teacher's PIN: asks for it, has it checked, and does what was asked for when it was right."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QObject

from kiosk.clock import Clock
from kiosk.desktop.bridge import Bridge
from kiosk.desktop.pages.no_pin_sheet import NoPinSheet
from kiosk.desktop.pages.pin_sheet import PinSheet
from kiosk.desktop.secret_check import Answer, SecretCheck
from kiosk.identity.secrets import LONGEST_PIN, SHORTEST_PIN, hash_secret
from kiosk.store import secrets
from kiosk.store.secrets import TEACHER
from kiosk.store.writer import Store
from kiosk.words import tr


class TeacherPin(QObject):
    """One question at a time; a newer one replaces it. GUI thread; store and worker threads do what takes time.

    Where no PIN is set, whoever is asked chooses one, but never in kiosk mode: there it would be a child.
    """

    def __init__(
        self,
        sheet: PinSheet,
        missing: NoPinSheet,
        store: Store,
        clock: Clock,
        bridge: Bridge,
        work: Callable[..., "Future[Any]"],
        may_choose: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`work(function, *arguments)` runs it off the GUI thread."""
        super().__init__(parent)
        self._store = store
        self._bridge = bridge
        self._work = work
        self._may_choose = may_choose
        self._check = SecretCheck(store, clock, bridge, work)
        self._then: Callable[[], object] | None = None
        self._chosen: str | None = None
        self._is_choosing = False
        self._question = 0
        self.use(sheet, missing)

    def use(self, sheet: PinSheet, missing: NoPinSheet) -> None:
        """Ask with this sheet from now on, and say with the other that there is no PIN."""
        self._sheet, self._missing = sheet, missing
        sheet.entered.connect(self._take)
        sheet.cancelled.connect(self._forget)

    def ask(self, purpose: str, then: Callable[[], object]) -> None:
        """Do `then` when the right PIN was typed. `purpose` is a sentence that says what it is for."""
        self._forget()
        self._then = then
        self._is_choosing = False
        self._sheet.ask(tr("Teacher's PIN"), purpose)
        self._when(self._store.call_light(secrets.is_set, TEACHER), self._choose_if_not)

    def require_one(self) -> None:
        """In kiosk mode let nobody on without a PIN, as nobody could leave it, and go on once one is set beside it."""

        def show(is_set: bool) -> None:
            if is_set or self._may_choose():
                self._missing.close_sheet()
            else:
                self._missing.ask()

        self._bridge.when(self._store.call_light(secrets.is_set, TEACHER), show)

    def _choose_if_not(self, is_set: bool) -> None:
        if is_set:
            return
        if self._may_choose():
            self._choose(tr("Teachers open this computer's panel with it, and leave kiosk mode."))
        else:
            self._forget()
            self._sheet.close_sheet()
            self._missing.ask()

    def _choose(self, sentence: str) -> None:
        self._is_choosing, self._chosen = True, None
        digits = tr("{least} to {most} digits.", least=SHORTEST_PIN, most=LONGEST_PIN)
        self._sheet.ask(tr("Choose a teacher's PIN"), f"{digits} {sentence}")

    def _take(self, typed: str) -> None:
        if self._is_choosing:
            self._take_chosen(typed)
            return
        question = self._question

        def take(answer: Answer, wait_ms: int) -> None:
            if question != self._question:
                return
            if answer is Answer.RIGHT:
                self._grant()
            elif answer is Answer.NOT_SET:
                self._choose_if_not(is_set=False)
            elif wait_ms:
                self._sheet.show_wait(wait_ms)
            else:
                self._sheet.show_fault(tr("This is not the PIN. Try again."))

        self._check.check(TEACHER, typed, take, lambda error: self._sheet.show_fault(str(error)))

    def _take_chosen(self, typed: str) -> None:
        if self._chosen is None:
            self._chosen = typed
            self._sheet.show_fault("")
            self._sheet.ask(tr("Type it once more"), tr("The same digits again, to be sure."))
        elif self._chosen != typed:
            self._choose(tr("Both times the same."))
            self._sheet.show_fault(tr("These were two different PINs. Choose again."))
        else:
            self._when(self._work(hash_secret, typed), self._keep)

    def _keep(self, kept: str) -> None:
        self._when(self._store.call(secrets.change, TEACHER, kept), lambda _done: self._grant())

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
