"""One pass over the outbox: an ordinary function from a store and a connection to a report."""

import asyncio
import logging
import random
from collections.abc import Callable
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
    """Send what can be sent now, lane after lane. Cancelling it leaves nothing unaccounted for.

    `failures`: how many passes failed before this one, for the next try's wait.
    """
    sent = 0
    next_due: int | None = None
    lane_trouble: Verdict | None = None
    lanes = await _ask(tools, outbox.lanes)
    if lanes:
        await _check_clock(tools, wire, lanes[0])
    for lane in lanes:
        token = await asyncio.to_thread(tools.token, lane.ref)
        if token is None:
            await _ask(tools, students.set_sign_in, lane.ref, SignIn.NONE)
            continue
        while not tools.stopping():
            claimed = await asyncio.wrap_future(
                tools.store.call(outbox.claim, lane, read(tools.clock), tools.boot, hurry=hurry)
            )
            if not isinstance(claimed, Message):
                next_due = _sooner(next_due, claimed)
                break
            delivery = await _send(tools, wire, claimed, token, failures)
            if delivery.verdict.outcome is Outcome.DELIVERED:
                sent += 1
            elif delivery.verdict.outcome in ENDS_THE_PASS:
                return PassReport(sent, delivery.verdict, delivery.next_try_ms)
            elif delivery.verdict.outcome is not Outcome.PARK:
                if delivery.verdict.outcome is not Outcome.SIGN_IN:
                    next_due = _sooner(next_due, delivery.next_try_ms)
                    lane_trouble = delivery.verdict
                break
    return PassReport(sent, None, next_due, lane_trouble)


async def _check_clock(tools: Tools, wire: Wire, lane: Lane) -> None:
    """Before a doubtful clock's times go out, ask the server for its own with a body it can only refuse."""
    now = read(tools.clock)
    if await _ask(tools, clocks.is_doubtful, tools.boot, now):
        token = await asyncio.to_thread(tools.token, lane.ref)
        await _note_server_time(tools, judge(await wire.post(HEARTBEAT, {}, token or "")), now)
    await _mend(tools)


async def _note_server_time(tools: Tools, verdict: Verdict, asked: Instant) -> None:
    """A Date header is cut to the second, and was written somewhere between asking and now."""
    if verdict.server_wall_ms is not None:
        middle = (asked.mono + read(tools.clock).mono) // 2
        reading = Instant(verdict.server_wall_ms + 500, middle)
        if await _ask(tools, clocks.note, tools.boot, clocks.Source.SERVER, reading):
            await _mend(tools)


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
    settled = tools.store.call_light(outbox.settle, message, verdict, now, delivery.next_try_ms)
    # What we know of the answer is written down, even while quitting.
    await asyncio.shield(asyncio.wrap_future(settled))
    tools.tell(delivery)
    await _note_server_time(tools, verdict, asked)
    return delivery


async def _ask[**P, T](
    tools: Tools, verb: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
) -> T:
    return await asyncio.wrap_future(tools.store.call_light(verb, *args, **kwargs))


def _sooner(left: int | None, right: int | None) -> int | None:
    return min((due for due in (left, right) if due is not None), default=None)
