"""A wave of kiosks that reach their server again: each in a moment of its own, each with one request at a time."""

import asyncio
import random
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

from kiosk.clock import Clock
from kiosk.protocol.batch import BATCH, HELLO, PROTOCOL
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, Verdict
from kiosk.sync.backoff import wait_ms
from kiosk.sync.batches import judge_batch
from tests.scale.work import Request, Work

DEADLINE_S = 120.0
"""A kiosk waits so long for the answer to a batch (kiosk/sync/post.py)."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """Who sends what."""

    headers: dict[str, str]
    work: Work


@dataclass(slots=True)
class Wave:
    """What was seen: how long each answer took, how many requests had to come again, and when all was safe."""

    answered_ms: list[int] = field(default_factory=list)
    put_off: int = 0
    safe_ms: int = 0


async def reconnect(url: str, kiosks: Sequence[Kiosk], spread_s: float, clock: Clock) -> Wave:
    """Send everything; returns once each window of each kiosk was answered as one that the server has.

    Raises AssertionError for an answer that would park a window: then nothing was measured.
    """
    wave, trust, chance = Wave(), ssl.create_default_context(), random.Random(6)
    began_ms = clock.monotonic_ms()
    async with asyncio.TaskGroup() as group:
        for kiosk in kiosks:
            group.create_task(_send_all(url, kiosk, chance.uniform(0, spread_s), wave, trust, clock, chance))
    wave.safe_ms = clock.monotonic_ms() - began_ms
    return wave


async def _send_all(
    url: str, kiosk: Kiosk, after_s: float, wave: Wave, trust: ssl.SSLContext, clock: Clock, chance: random.Random
) -> None:
    await asyncio.sleep(after_s)
    async with httpx.AsyncClient(
        base_url=f"{url}/", headers=kiosk.headers, timeout=DEADLINE_S, verify=trust, trust_env=False
    ) as http:
        (await http.get(HELLO, params={"protocol": PROTOCOL})).raise_for_status()
        for request in kiosk.work.requests:
            failures = 0
            while (verdict := await _send(http, request, wave, clock)).outcome is not Outcome.DELIVERED:
                failures += 1
                wave.put_off += 1
                await asyncio.sleep(wait_ms(verdict, failures, chance) / 1000)


async def _send(http: httpx.AsyncClient, request: Request, wave: Wave, clock: Clock) -> Verdict:
    """Post a batch: DELIVERED when each of its windows is, else what has to be waited for."""
    began_ms = clock.monotonic_ms()
    answer: Answer | NoAnswer
    try:
        told = await http.post(BATCH, content=request.content, headers=_PACKED)
        answer = Answer(told.status_code, told.content, told.headers.get("Retry-After"))
    except httpx.HTTPError as fault:
        answer = NoAnswer(f"{type(fault).__name__}", sent=True)
    wave.answered_ms.append(clock.monotonic_ms() - began_ms)
    verdicts = judge_batch(answer, request.windows)
    kinds = {verdict.outcome for verdict in verdicts}
    assert kinds.isdisjoint(_NEVER), verdicts[0].reason
    return next((each for each in verdicts if each.outcome is not Outcome.DELIVERED), verdicts[0])


_NEVER = {Outcome.PARK, Outcome.HOLD, Outcome.SLOWLY, Outcome.SIGN_IN}
_PACKED = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
