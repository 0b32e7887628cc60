"""What another computer did in a lesson, asked of the school server just before the lesson is opened here.

Only a short time is spent on it. What comes too late is not lost: the server joins what both computers tell it, and
says so when the lesson is opened the next time.
"""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import quote

from kiosk.clock import read
from kiosk.errors import StoreError
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.model import QuestionId, SavedAnswer
from kiosk.protocol.batch import BATCHES, PROGRESS
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.run_id import RunId, is_uuid
from kiosk.protocol.tokens import headers
from kiosk.store import places
from kiosk.store.places import KnownPlace
from kiosk.store.runs import RunRequest
from kiosk.sync.delivery import Tools, ask
from kiosk.sync.partner import Partner

WITHIN_S = 1.5
"""A child waits for the lesson. On a school's network the answer takes some hundredths."""


class Asking(Protocol):
    async def get(self, path: str, more: Mapping[str, str]) -> Answer | NoAnswer: ...


async def catch_up(tools: Tools, wire: Asking, partner: Partner, request: RunRequest) -> bool:
    """Bring the store up to what the server knows of this student and lesson; False when it did not answer in time."""
    with suppress(TimeoutError, StoreError):
        async with asyncio.timeout(WITHIN_S):
            return await _catch_up(tools, wire, partner, request)
    return False


async def _catch_up(tools: Tools, wire: Asking, partner: Partner, request: RunRequest) -> bool:
    if (await partner.hello()).protocol < BATCHES:
        return partner.is_known
    ref, run_id = await ask(tools, places.open_run, request.student, request.lesson)
    token = await asyncio.to_thread(tools.token, ref)
    if token is None:
        return True
    answer = await wire.get(f"{PROGRESS}/{quote(request.lesson, safe='')}?run={quote(run_id)}", headers(token))
    now_ms = read(tools.clock).wall
    if (known := read_place(answer)) is not None:
        await asyncio.wrap_future(tools.store.call(places.adopt, request, known, now_ms))
    elif is_finished(answer):
        closing = tools.store.call(places.close_finished_elsewhere, request.student, run_id, now_ms)
        await asyncio.wrap_future(closing)
    return isinstance(answer, Answer) and answer.status < HTTPStatus.INTERNAL_SERVER_ERROR


def is_finished(answer: Answer | NoAnswer) -> bool:
    """Whether the server says that the run of this computer was finished on another one."""
    error = _object(answer).get("error")
    is_not_found = isinstance(answer, Answer) and answer.status == HTTPStatus.NOT_FOUND
    return is_not_found and isinstance(error, dict) and error.get("code") == "FINISHED"


def read_place(answer: Answer | NoAnswer) -> KnownPlace | None:
    """Understand what the server knows; None for nothing, or for what makes no sense."""
    told = _object(answer)
    run_id, page, answers = told.get("runId"), told.get("page"), told.get("answers")
    numbers = (page, told.get("changedMs"), told.get("focusedMs"))
    if not isinstance(run_id, str) or not is_uuid(run_id) or not isinstance(answers, dict):
        return None
    try:
        page, changed_ms, focused_ms = map(_count, numbers)
        read_answers = {QuestionId(question): _dated(saved) for question, saved in answers.items()}
    except ValueError:
        return None
    return KnownPlace(RunId(run_id), page, changed_ms, focused_ms, read_answers)


def _dated(saved: Mapping[str, Any]) -> tuple[SavedAnswer, int]:
    answer = answer_from_json(json.dumps(saved))
    return answer, _count(saved.get("changedMs"))


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise ValueError(value)
    return value


def _object(answer: Answer | NoAnswer) -> dict[str, Any]:
    try:
        value = json.loads(answer.body) if isinstance(answer, Answer) else None
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
