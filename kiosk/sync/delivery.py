"""One pass over the outbox: an ordinary function from a store and a connection to a report."""

import asyncio
import logging
import random
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Concatenate, Protocol

from kiosk.clock import Clock, Instant, read
from kiosk.protocol.messages import HEARTBEAT, Body
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, Verdict, judge
from kiosk.protocol.tokens import Token
from kiosk.store import clocks, outbox, students
from kiosk.store.outbox import Lane, Message
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection, Store
from kiosk.sync.backoff import wait_ms

log = logging.getLogger(__name__)

ENDS_THE_PASS = frozenset({Outcome.UNREACHED, Outcome.AMBIGUOUS, Outcome.SLOWLY})
"""After these there is no point in asking the same server for the next student's sake."""

GOES_ON = frozenset({Outcome.DELIVERED, Outcome.PARK})
"""After these the lane's next message may go."""

LANES_AT_ONCE = 4
"""While one lane's answer is written down, another's is on its way; more would only take turns at the server."""


class Wire(Protocol):
    async def post(self, path: str, body: Body, token: Token) -> Answer | NoAnswer: ...


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
    token: Callable[[str], Token | None]
    chance: random.Random
    tell: Callable[[Delivery], None]
    stopping: Callable[[], bool] = lambda: False


async def deliver(tools: Tools, wire: Wire, *, hurry: bool, failures: int = 0) -> PassReport:
    """Send what can be sent now: within a lane one after the other, and LANES_AT_ONCE lanes beside each other.

    Until the first message has arrived only one is on its way: a server that is away is asked once. Cancelling it
    leaves nothing unaccounted for. `failures`: how many passes failed before this one, for the next try's wait.
    """
    lanes = await ask(tools, outbox.lanes)
    running = _Pass(tools, wire, iter(lanes), hurry=hurry, failures=failures)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(running.empty_lanes())
            for _ in range(LANES_AT_ONCE - 1):
                group.create_task(running.join_in())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None  # it ended the others
    return running.tally.report


class Tally:
    """What a pass has come to so far."""

    def __init__(self) -> None:
        self.report = PassReport()

    @property
    def trouble(self) -> Verdict | None:
        return self.report.trouble

    def take(self, verdict: Verdict, next_try_ms: int) -> None:
        """Add the try of one message."""
        if verdict.outcome is Outcome.DELIVERED:
            self.report = replace(self.report, sent=self.report.sent + 1)
        elif verdict.outcome in ENDS_THE_PASS:
            self.report = replace(self.report, trouble=verdict, next_due_ms=next_try_ms)
        elif verdict.outcome not in (Outcome.PARK, Outcome.SIGN_IN):
            self.wait_until(next_try_ms)
            self.report = replace(self.report, lane_trouble=verdict)

    def wait_until(self, due: int | None) -> None:
        """Note when a lane is due; where a trouble ended the pass, that says when to come back."""
        if self.trouble is None and due is not None:
            known = self.report.next_due_ms
            self.report = replace(self.report, next_due_ms=due if known is None else min(known, due))


class _Pass:
    """What the lanes of one pass share. Lives on the event loop's thread."""

    def __init__(self, tools: Tools, wire: Wire, lanes: Iterator[Lane], *, hurry: bool, failures: int) -> None:
        self.tally = Tally()
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
                await ask(self._tools, students.set_sign_in, lane.ref, SignIn.NONE)
            else:
                await self._empty(lane, token)
            if self._is_over:
                break
        self._opened.set()  # who waits finds nothing left

    @property
    def _is_over(self) -> bool:
        return self.tally.trouble is not None or self._tools.stopping()

    async def _empty(self, lane: Lane, token: Token) -> None:
        claimed = await asyncio.wrap_future(self._tools.store.call(self._claim, lane))
        while isinstance(claimed, Message):
            claimed = await self._send(claimed, token)
        self.tally.wait_until(claimed)

    def _claim(self, db: Connection, lane: Lane) -> Message | int | None:
        """Claim the lane's next message, unless the pass is over by then. Writer's thread."""
        now = read(self._tools.clock)
        return None if self._is_over else outbox.claim(db, lane, now, self._tools.boot, hurry=self._hurry)

    async def _send(self, message: Message, token: Token) -> Message | int | None:
        """Send it, write down what came of it, and in the same transaction claim the lane's next."""
        tools = self._tools
        asked = read(tools.clock)
        verdict = judge(await self._wire.post(message.path, message.body, token))
        now = read(tools.clock)
        tries = self._failures + 1 if verdict.outcome is Outcome.UNREACHED else message.tries
        delivery = Delivery(message, verdict, now.wall + wait_ms(verdict, tries, tools.chance))
        goes_on = verdict.outcome in GOES_ON

        def settle(db: Connection) -> tuple[int, Message | int | None]:
            moved = note_server_time(db, tools.boot, verdict, asked, now)
            outbox.settle(db, message, verdict, clocks.mended(db, tools.boot, now), delivery.next_try_ms)
            return moved, self._claim(db, message.lane) if goes_on else None

        settling = tools.store.call(settle) if goes_on else tools.store.call_light(settle)
        moved, following = await written(settling)
        tell_moved(moved)
        tools.tell(delivery)
        self.tally.take(verdict, delivery.next_try_ms)
        if verdict.outcome is Outcome.DELIVERED:
            self._opened.set()
        return following


async def check_clock(tools: Tools, wire: Wire, *, answers: bool) -> None:
    """Mend the times of what waits, before any is sent; in a boot's first pass ask the server for its clock.

    It is asked with a body that it can only refuse, and only where it `answers`: one that is away is not asked twice.
    """
    if answers and await ask(tools, clocks.is_unvouched, tools.boot) and (lanes := await ask(tools, outbox.lanes)):
        asked = read(tools.clock)
        token = await asyncio.to_thread(tools.token, lanes[0].ref)
        verdict = judge(await wire.post(HEARTBEAT, {}, token or ""))
        tell_moved(await ask(tools, note_server_time, tools.boot, verdict, asked, read(tools.clock)))
    tell_moved(await ask(tools, clocks.repair, tools.boot, read(tools.clock)))


def note_server_time(db: Connection, boot: str, verdict: Verdict, asked: Instant, answered: Instant) -> int:
    """Keep what the server's clock said; where that is news, mend the windows' times and tell how many.

    A Date header is cut to the second, and was written somewhere between asking and the answer.
    """
    if verdict.server_wall_ms is None:
        return 0
    said = Instant(verdict.server_wall_ms + 500, (asked.mono + answered.mono) // 2)
    return clocks.repair(db, boot, answered) if clocks.note(db, boot, clocks.Source.SERVER, said) else 0


def tell_moved(windows: int) -> None:
    if windows:
        log.warning("the clock was wrong: the times of %d windows were mended", windows)


async def ask[**P, T](
    tools: Tools, verb: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    return await asyncio.wrap_future(tools.store.call_light(verb, *args, **kwargs))


async def written[T](settling: Future[T]) -> T:
    """Wait for what is known of an answer to be written down; that goes on even while quitting.

    The same as shielding a wrapped future, in fewer turns of the loop: each message waits here.
    """
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def wake() -> None:
        if not done.cancelled():
            done.set_result(None)

    def tell(_settled: Future[T]) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(wake)

    settling.add_done_callback(tell)
    await done
    return settling.result()
