"""One pass over the outbox: an ordinary function from a store and a connection to a report."""

import asyncio
import logging
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Concatenate, Protocol

from kiosk.clock import Clock, Instant, read
from kiosk.protocol.messages import HEARTBEAT, Body
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, Verdict, judge
from kiosk.store import clocks, outbox, students
from kiosk.store.outbox import Lane, Message
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection, Store
from kiosk.sync.backoff import wait_ms

log = logging.getLogger(__name__)

ENDS_THE_PASS = frozenset({Outcome.UNREACHED, Outcome.AMBIGUOUS, Outcome.SLOWLY})
"""After these there is no point in asking the same server for the next student's sake."""

LANES_AT_ONCE = 3
"""While one lane's answer is written down, another's is on its way; more would only take turns at the server."""


class Wire(Protocol):
    async def post(self, path: str, body: Body, token: str) -> Answer | NoAnswer: ...


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message's try, as it is told to whoever listens. `next_try_ms` is wall time, for those that stay."""

    message: Message
    verdict: Verdict
    next_try_ms: int


@dataclass(frozen=True, slots=True)
class PassReport:
    """What a pass did. `trouble` is the verdict that ended it, `lane_trouble` the latest that keeps one lane waiting.

    `next_due_ms`: when a waiting lane is due (wall).
    """

    sent: int = 0
    trouble: Verdict | None = None
    next_due_ms: int | None = None
    lane_trouble: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What a pass works with: made once per courier. `token` may wait for a keyring; it runs in a thread.

    `stopping`: whether to claim nothing more.
    """

    store: Store
    clock: Clock
    boot: str
    token: Callable[[str], str | None]
    chance: random.Random
    tell: Callable[[Delivery], None]
    stopping: Callable[[], bool] = lambda: False


async def deliver(tools: Tools, wire: Wire, *, hurry: bool, failures: int = 0) -> PassReport:
    """Send what can be sent now: within a lane one after the other, and LANES_AT_ONCE lanes beside each other.

    Until the first message has arrived only one is on its way: a server that is away is asked once. Cancelling it
    leaves nothing unaccounted for. `failures`: how many passes failed before this one, for the next try's wait.
    """
    lanes = await _ask(tools, outbox.lanes)
    if lanes:
        await _check_clock(tools, wire, lanes[0])
    running = _Pass(tools, wire, iter(lanes), hurry=hurry, failures=failures)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(running.empty_lanes())
            for _ in range(LANES_AT_ONCE - 1):
                group.create_task(running.join_in())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None  # it ended the others
    return PassReport(running.sent, running.trouble, running.next_due, running.lane_trouble)


class _Pass:
    """What the lanes of one pass share. Lives on the event loop's thread."""

    def __init__(self, tools: Tools, wire: Wire, lanes: Iterator[Lane], *, hurry: bool, failures: int) -> None:
        self.sent = 0
        self.trouble: Verdict | None = None
        self.next_due: int | None = None
        self.lane_trouble: Verdict | None = None
        self._tools = tools
        self._wire = wire
        self._lanes = lanes
        self._hurry = hurry
        self._failures = failures
        self._opened = asyncio.Event()

    async def join_in(self) -> None:
        """Empty lanes too, once the server has taken something."""
        await self._opened.wait()
        await self.empty_lanes()

    async def empty_lanes(self) -> None:
        """Take lane after lane, until none is left or the pass is over."""
        for lane in self._lanes:
            token = await asyncio.to_thread(self._tools.token, lane.ref)
            if token is None:
                await _ask(self._tools, students.set_sign_in, lane.ref, SignIn.NONE)
            else:
                await self._empty(lane, token)
            if self._is_over:
                break
        self._opened.set()  # who waits finds nothing left

    @property
    def _is_over(self) -> bool:
        return self.trouble is not None or self._tools.stopping()

    async def _empty(self, lane: Lane, token: str) -> None:
        while not self._is_over:
            now = read(self._tools.clock)
            claiming = self._tools.store.call(outbox.claim, lane, now, self._tools.boot, hurry=self._hurry)
            claimed = await asyncio.wrap_future(claiming)
            if not isinstance(claimed, Message):
                self._wait_until(claimed)
                return
            delivery = await _send(self._tools, self._wire, claimed, token, self._failures)
            outcome = delivery.verdict.outcome
            if outcome is Outcome.DELIVERED:
                self.sent += 1
                self._opened.set()
            elif outcome in ENDS_THE_PASS:
                self.trouble = delivery.verdict
                self.next_due = delivery.next_try_ms
            elif outcome is not Outcome.PARK:
                if outcome is not Outcome.SIGN_IN:
                    self._wait_until(delivery.next_try_ms)
                    self.lane_trouble = delivery.verdict
                return

    def _wait_until(self, due: int | None) -> None:
        """Note when a lane is due; where a trouble ended the pass, that says when to come back."""
        if self.trouble is None and due is not None:
            self.next_due = due if self.next_due is None else min(self.next_due, due)


async def _check_clock(tools: Tools, wire: Wire, lane: Lane) -> None:
    """Before a doubtful clock's times go out, ask the server for its own with a body it can only refuse."""
    asked = read(tools.clock)
    if await _ask(tools, clocks.is_doubtful, tools.boot, asked):
        token = await asyncio.to_thread(tools.token, lane.ref)
        verdict = judge(await wire.post(HEARTBEAT, {}, token or ""))
        told = _server_time(verdict, asked, read(tools.clock))
        if told is not None:
            await _ask(tools, clocks.note, tools.boot, clocks.Source.SERVER, told)
    await _mend(tools)


def _server_time(verdict: Verdict, asked: Instant, answered: Instant) -> Instant | None:
    """A Date header is cut to the second, and was written somewhere between asking and the answer."""
    if verdict.server_wall_ms is None:
        return None
    return Instant(verdict.server_wall_ms + 500, (asked.mono + answered.mono) // 2)


async def _mend(tools: Tools) -> None:
    moved = await _ask(tools, clocks.repair, tools.boot, read(tools.clock))
    if moved:
        log.warning("the clock was wrong: the times of %d windows were mended", moved)


async def _send(tools: Tools, wire: Wire, message: Message, token: str, failures: int) -> Delivery:
    asked = read(tools.clock)
    verdict = judge(await wire.post(message.path, message.body, token))
    now = read(tools.clock)
    tries = failures + 1 if verdict.outcome is Outcome.UNREACHED else message.tries
    delivery = Delivery(message, verdict, now.wall + wait_ms(verdict, tries, tools.chance))
    settling = tools.store.call_light(_settle, delivery, now, tools.boot, _server_time(verdict, asked, now))
    # What we know of the answer is written down, even while quitting.
    clock_is_news = await asyncio.shield(asyncio.wrap_future(settling))
    tools.tell(delivery)
    if clock_is_news:
        await _mend(tools)
    return delivery


def _settle(db: Connection, delivery: Delivery, now: Instant, boot: str, server_time: Instant | None) -> bool:
    """Settle the message, and note the server's time in the same transaction; tells whether that is news."""
    outbox.settle(db, delivery.message, delivery.verdict, now, delivery.next_try_ms)
    return server_time is not None and clocks.note(db, boot, clocks.Source.SERVER, server_time)


async def _ask[**P, T](
    tools: Tools, verb: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    return await asyncio.wrap_future(tools.store.call_light(verb, *args, **kwargs))
