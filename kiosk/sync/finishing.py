"""Asks the school server to finish stateful runs. Other Timeback SDK servers are left in peace.

Asking twice does no harm, it answers the same.
"""

import asyncio
import json
import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from kiosk.clock import epoch_ms
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, judge
from kiosk.store import finishing
from kiosk.store.finishing import FinishRequest
from kiosk.sync.delivery import Tools, Wire
from kiosk.sync.partner import Partner

FINISH = "../kiosk/finish"
ASK_AGAIN_MS = 3_600_000
"""After an answer that finished nothing: a teacher has to mend something, or the server is none of ours."""

TRY_AGAIN_MS = 300_000
"""After no answer, or one that blames the server."""


async def ask_to_finish(tools: Tools, wire: Wire, partner: Partner, *, hurry: bool) -> int:
    """Send the requests that are due; tells how many runs were finished. Without any it asks for nothing."""
    requests = await asyncio.wrap_future(tools.store.call_light(finishing.due, _now_ms(tools), hurry=hurry))
    if not requests:
        return 0
    is_ours = (await partner.hello()).protocol > 0
    if not partner.is_known:
        return 0
    done = 0
    for request in requests:
        if tools.stopping():
            break
        token = await asyncio.to_thread(tools.token, request.lane.ref) if is_ours else None
        answer = None if token is None else await wire.post(FINISH, request.body, token)
        done += await _settle(tools, request, answer)
        if isinstance(answer, NoAnswer):
            break
    return done


async def _settle(tools: Tools, request: FinishRequest, answer: Answer | NoAnswer | None) -> bool:
    """Write down what became of the request; whether it finished the run."""
    metrics = _metrics(answer)
    if metrics is not None:
        await asyncio.wrap_future(tools.store.call(finishing.finished, request.run, metrics))
        return True
    next_try_ms = _now_ms(tools) + (TRY_AGAIN_MS if answer is not None and _failed(answer) else ASK_AGAIN_MS)
    await asyncio.wrap_future(tools.store.call(finishing.ask_again, request.run, next_try_ms, _reason(answer)))
    return False


def _failed(answer: Answer | NoAnswer) -> bool:
    return isinstance(answer, NoAnswer) or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR


def _metrics(answer: Answer | NoAnswer | None) -> Mapping[str, float] | None:
    """The metrics of a finished run; None for any other answer."""
    said = _object(answer)
    metrics = said.get("metrics")
    if said.get("status") != "finished" or not isinstance(metrics, dict) or "xpEarned" not in metrics:
        return None
    numbers = all(isinstance(value, int | float) and math.isfinite(value) for value in metrics.values())
    return metrics if numbers else None


def _reason(answer: Answer | NoAnswer | None) -> str:
    if answer is None:
        return ""
    said = _object(answer)
    if said.get("status") == "parked":
        return str(said.get("reason", ""))[:500]
    verdict = judge(answer)
    return verdict.reason or Outcome.SLOWLY.value


def _object(answer: Answer | NoAnswer | None) -> dict[str, Any]:
    if not isinstance(answer, Answer):
        return {}
    try:
        value = json.loads(answer.body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _now_ms(tools: Tools) -> int:
    return epoch_ms(tools.clock.utc_now())
