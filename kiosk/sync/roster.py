"""Keeps the students of an enrolled device as the school has them: asked at the start and each hour."""

import logging
import random
import threading
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from http import HTTPStatus
from typing import Protocol

from kiosk.clock import Clock, epoch_ms
from kiosk.errors import KioskError
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, judge
from kiosk.protocol.roster import read_roster
from kiosk.protocol.tokens import headers
from kiosk.store import enrolment
from kiosk.store.enrolment import Enrolment, State
from kiosk.store.writer import Connection, Store
from kiosk.threads import DaemonThreads

log = logging.getLogger(__name__)

ROSTER = "../kiosk/roster"
EVERY_S, AFTER_FAILURE_S = 3_600.0, 300.0


class Asked(Enum):
    """What came of a question. CHANGED: the students here are others now, or may be used again, or not any more."""

    NOT_ENROLLED = auto()
    SAME = auto()
    CHANGED = auto()
    FAILED = auto()


class Getter(Protocol):
    async def get(self, path: str, more: Mapping[str, str] | None = None) -> Answer | NoAnswer: ...


@dataclass(frozen=True, slots=True)
class Means:
    """What asking takes. `token` is the device's, read from where credentials are; it may block."""

    store: Store
    clock: Clock
    token: Callable[[], str | None]
    start: str
    """Names this start of the program to the server, which so tells a copied disk from the first one."""


async def ask_for_roster(means: Means, server: str, wire: Getter) -> Asked:
    """Ask the school once, and write down what it says. Blocks on store and keyring: a thread of its own."""
    token = means.token()
    if token is None:
        return Asked.NOT_ENROLLED
    mine = means.store.call(enrolment.count_fetch).result()
    if mine is None or mine.server != server or mine.state is State.CLONED:
        return Asked.NOT_ENROLLED
    more = {**headers(token), "Kiosk-Start": f"{means.start} {mine.fetches}", "If-None-Match": mine.etag}
    answer = await wire.get(ROSTER, more)
    return means.store.call(_take, mine, answer, epoch_ms(means.clock.utc_now())).result()


def _take(db: Connection, asked: Enrolment, answer: Answer | NoAnswer, now_ms: int) -> Asked:
    """Write the answer down, unless the device has joined anew since it asked."""
    now = enrolment.enrolled(db)
    if isinstance(answer, NoAnswer) or now is None or (now.server, now.fetches) != (asked.server, asked.fetches):
        return Asked.FAILED
    if answer.status == HTTPStatus.NOT_MODIFIED:
        enrolment.confirm(db)
        return Asked.SAME if asked.state is State.OK else Asked.CHANGED
    if judge(answer).outcome is Outcome.SIGN_IN:
        enrolment.refuse(db, State.CLONED if answer.status == HTTPStatus.CONFLICT else State.REFUSED, now_ms)
        return Asked.CHANGED if asked.state is State.OK else Asked.SAME
    roster = read_roster(answer.body, answer.etag) if answer.status == HTTPStatus.OK else None
    if roster is None:
        return Asked.FAILED
    enrolment.take_roster(db, roster, now_ms)
    return Asked.CHANGED


class RosterWatch:
    """One daemon thread that asks at the start and then each hour, sooner after a failure. Any thread may call.

    `token` gives the device's token, None where there is none. `changed` is called on the thread after the students
    here have become others, or may be used again, or not any more.
    """

    def __init__(
        self, store: Store, clock: Clock, token: Callable[[], str | None], changed: Callable[[], None]
    ) -> None:
        self._means = Means(store, clock, token, str(uuid.uuid4()))
        self._changed = changed
        self._awake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="roster", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def ask_now(self) -> None:
        """Ask again now, as after the network came back."""
        self._awake.set()

    def close(self) -> None:
        """Ask no more. A question under way is not waited for: its answer says the same the next time."""
        self._stopping = True
        self._awake.set()

    def _run(self) -> None:
        while not self._stopping:
            self._awake.clear()
            asked = self._ask()
            if asked is Asked.CHANGED and not self._stopping:
                self._changed()
            wait_s = AFTER_FAILURE_S if asked is Asked.FAILED else EVERY_S
            self._awake.wait(wait_s * random.uniform(0.9, 1.1))  # noqa: S311 - spreads a class's kiosks, guards nothing

    def _ask(self) -> Asked:
        try:
            mine = self._means.store.call_light(enrolment.enrolled).result()
            return Asked.NOT_ENROLLED if mine is None else _ask_at(mine.server, self._means)
        except (KioskError, OSError) as error:
            log.warning("the school's roster was not fetched: %s", error)
            return Asked.FAILED


def _ask_at(server: str, means: Means) -> Asked:
    import asyncio  # noqa: PLC0415 - a kiosk of no school does without, and without httpx

    from kiosk.sync.post import Poster  # noqa: PLC0415

    async def ask() -> Asked:
        async with Poster(server) as wire:
            return await ask_for_roster(means, server, wire)

    with asyncio.Runner() as runner:
        runner.get_loop().set_default_executor(DaemonThreads())
        return runner.run(ask())
