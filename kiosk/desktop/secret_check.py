"""Whether a text is somebody's secret: counted on the disk before it is judged, judged on a worker thread."""

from collections.abc import Callable
from concurrent.futures import Future
from enum import Enum, auto
from typing import Any

from kiosk.clock import Clock, boot_id, read
from kiosk.desktop.bridge import Bridge
from kiosk.errors import KioskError
from kiosk.identity.secrets import check_secret
from kiosk.store import secrets
from kiosk.store.secrets import Owner, Try
from kiosk.store.writer import Store


class Answer(Enum):
    """NOT_SET: there is no secret any more. TOO_EARLY: not looked at, after too many wrong ones."""

    RIGHT = auto()
    WRONG = auto()
    TOO_EARLY = auto()
    NOT_SET = auto()


class SecretCheck:
    """Checks one text after the other. GUI thread; it waits for nothing."""

    def __init__(self, store: Store, clock: Clock, bridge: Bridge, work: Callable[..., "Future[Any]"]) -> None:
        """`work(function, *arguments)` runs it off the GUI thread."""
        self._store = store
        self._clock = clock
        self._bridge = bridge
        self._work = work
        self._boot = boot_id()

    def check(
        self,
        owner: Owner,
        text: str,
        then: Callable[[Answer, int], object],
        otherwise: Callable[[KioskError], object] | None = None,
    ) -> None:
        """Tell `then` the answer, and for how many milliseconds nothing more is looked at."""

        def judge(begun: Try | None) -> None:
            if begun is None:
                then(Answer.NOT_SET, 0)
            elif begun.wait_ms:
                then(Answer.TOO_EARLY, begun.wait_ms)
            else:
                checking = self._work(check_secret, text, begun.kept)
                self._bridge.when(checking, lambda right: answer(begun, right=right), otherwise)

        def answer(begun: Try, *, right: bool) -> None:
            if right:
                self._store.call(secrets.forgive, owner)
                then(Answer.RIGHT, 0)
            else:
                then(Answer.WRONG, begun.wait_if_wrong_ms)

        beginning = self._store.call(secrets.begin_try, owner, read(self._clock), self._boot)
        self._bridge.when(beginning, judge, otherwise)
