"""Empties the outbox towards Timeback: one task of the server's event loop."""

import asyncio
import logging
import random
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from kiosk.clock import Clock, epoch_ms
from kiosk.errors import StoreError
from kiosk.server import outbox
from kiosk.server.database import Database
from kiosk.server.outbox import Waiting
from kiosk.server.upstream import Result, Sent

LANES = 8
"""Students whose events are under way at the same time."""

TRY_S = 120.0
"""A try that takes longer is given up: the SDK gives each call 30 s, and a completion takes several."""

CLAIM_MS = 150_000
"""Longer than a try, so that a claim ends only after its try has."""

MOST_TRIES = 12
"""After so many failures that are the event's own it is parked: about half an hour."""

LOOK_AGAIN_S = 30.0
"""Another process may have taken an event in, or have died with a claim."""

_log = logging.getLogger(__name__)

_FIRST_WAIT_MS, _LONGEST_WAIT_MS, _LONGEST_HOLD_MS = 1_000, 300_000, 3_600_000


class Sender(Protocol):
    async def send(self, event: Waiting) -> Sent:
        """Try the event once; raise nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Pass:
    """What one look at the outbox brought: events delivered or parked. `away` is why the cloud was not reached."""

    settled: int
    away: str | None


class Forwarder:
    """Sends what is due, lane by lane. Its methods run on the event loop, but for `nudge`."""

    def __init__(self, database: Database, clock: Clock, upstream: Sender) -> None:
        self._database = database
        self._clock = clock
        self._upstream = upstream
        self._nudged = asyncio.Event()
        self._stopping = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def nudge(self) -> None:
        """Say that something is in the outbox. Any thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._nudged.set)

    def stop(self) -> None:
        """Begin nothing more: `run` ends when what is under way is settled."""
        self._stopping.set()
        self._nudged.set()

    async def run(self) -> None:
        """Deliver until `stop`. Cancelled, it leaves a claim that ends by itself, and an event that is sent again."""
        self._loop = asyncio.get_running_loop()
        failures = 0
        while not self._stopping.is_set():
            self._nudged.clear()
            done = await self._pass()
            failures = 0 if done.away is None else failures + 1
            if done.away is not None:
                await _first_of(self._stopping, wait_ms(failures, _LONGEST_WAIT_MS) / 1000)
            elif not done.settled and not self._stopping.is_set():
                await _first_of(self._nudged, LOOK_AGAIN_S)

    async def _pass(self) -> Pass:
        """One pass, whatever happens in it: delivery must not end because of one event."""
        try:
            return await self.deliver_due()
        except StoreError as error:
            _log.error("%s", error)
        except Exception:  # noqa: BLE001 - see above
            _log.exception("A delivery pass failed; what waits is kept and tried again.")
        return Pass(0, "this server has a fault")

    async def deliver_due(self) -> Pass:
        """One pass: the lanes that are due, side by side. A cloud that is away ends it. Raises StoreError."""
        lanes = await run_in_threadpool(self._due_lanes)
        ended = await asyncio.gather(*map(self._deliver_lane, lanes), return_exceptions=True)
        passes = [lane for lane in ended if isinstance(lane, Pass)]
        for lane in ended:
            if isinstance(lane, BaseException):  # only now, when nothing is under way any more
                raise lane
        away = next((lane.away for lane in passes if lane.away is not None), None)
        return Pass(sum(lane.settled for lane in passes), away)

    async def _deliver_lane(self, lane: list[Waiting]) -> Pass:
        settled = 0
        for event in lane:
            if self._stopping.is_set() or not await run_in_threadpool(self._claim, event):
                break
            sent = await self._try(event)
            await run_in_threadpool(self._settle, event, sent)
            if sent.result is Result.AWAY:
                return Pass(settled, sent.reason)
            if sent.result in (Result.HELD, Result.FAILED):
                break
            settled += 1
        return Pass(settled, None)

    async def _try(self, event: Waiting) -> Sent:
        try:
            async with asyncio.timeout(TRY_S):
                return await self._upstream.send(event)
        except TimeoutError:
            return Sent(Result.AWAY, f"Timeback has not answered for {TRY_S:g} s")

    def _due_lanes(self) -> list[list[Waiting]]:
        with self._database.read() as db:
            return outbox.due_lanes(db, self._now_ms(), LANES)

    def _claim(self, event: Waiting) -> bool:
        now_ms = self._now_ms()
        with self._database.write() as db:
            return outbox.claim(db, event.id, now_ms, now_ms + CLAIM_MS)

    def _settle(self, event: Waiting, sent: Sent) -> None:
        with self._database.write() as db:
            match sent.result:
                case Result.DELIVERED:
                    outbox.delivered(db, event.id)
                case Result.REFUSED:
                    outbox.park(db, event.id, sent.reason)
                case Result.FAILED if event.tries + 1 >= MOST_TRIES:
                    outbox.park(db, event.id, f"{sent.reason}; tried {event.tries + 1} times")
                case Result.AWAY:
                    outbox.release(db, event.id, sent.reason)
                case Result.FAILED | Result.HELD:
                    longest_ms = _LONGEST_HOLD_MS if sent.result is Result.HELD else _LONGEST_WAIT_MS
                    next_ms = self._now_ms() + wait_ms(event.tries + 1, longest_ms)
                    outbox.try_later(db, event.id, next_ms, sent.reason)

    def _now_ms(self) -> int:
        return epoch_ms(self._clock.utc_now())


async def _first_of(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


def wait_ms(failures: int, longest_ms: int) -> int:
    """How long to wait after so many failures in a row: twice as long each time, and never two servers in step."""
    full = min(longest_ms, _FIRST_WAIT_MS << min(failures - 1, 20))
    return round(full * random.uniform(0.5, 1.0))  # noqa: S311 - to spread load
