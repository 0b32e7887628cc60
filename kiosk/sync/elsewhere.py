"""What another computer did in a lesson, asked of the school server just before the lesson is opened here.

Only a short time is spent on it. What comes too late is not lost: the server joins what both computers tell it, and
says so when the lesson is opened the next time. Files go on to come, and are there the next time, too.
"""

import asyncio
import json
import logging
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
from kiosk.sync.files import Downloading, error_code, fetch_files
from kiosk.sync.partner import Partner

log = logging.getLogger(__name__)

WITHIN_S = 1.5
"""A child waits for the lesson. On a school's network the answer takes some hundredths."""

FILES_WITHIN_S = 3.0
"""After that: a drawing has some 50 KB, a photo 4 MB."""


class Asking(Downloading, Protocol):
    async def get(self, path: str, more: Mapping[str, str]) -> Answer | NoAnswer: ...


class Elsewhere:
    """Asks one server, until `close()`. On the event loop's thread.

    Files that answers name have `files_within_s` to come before the lesson is opened; later ones come meanwhile.
    """

    def __init__(self, tools: Tools, wire: Asking, partner: Partner, *, files_within_s: float = FILES_WITHIN_S) -> None:
        self._tools = tools
        self._wire = wire
        self._partner = partner
        self._files_within_s = files_within_s
        self._fetching: dict[tuple[int, str], asyncio.Task[None]] = {}

    async def catch_up(self, request: RunRequest) -> bool:
        """Bring the store up to what the server knows of this student and lesson; False for no answer in time."""
        answered = False
        with suppress(TimeoutError, StoreError):
            async with asyncio.timeout(WITHIN_S):
                answered = await _catch_up(self._tools, self._wire, self._partner, request)
        if answered:
            await asyncio.wait({self._fetch(request)}, timeout=self._files_within_s)
        return answered

    def close(self) -> None:
        """Let go of what is still on its way."""
        for task in self._fetching.values():
            task.cancel()

    def _fetch(self, request: RunRequest) -> asyncio.Task[None]:
        """What fetches the files of that lesson, begun now or when it was opened before."""
        student, lesson = key = request.student, request.lesson
        if key not in self._fetching:
            fetching = fetch_files(self._tools, self._wire, self._partner, student, lesson)
            self._fetching[key] = asyncio.create_task(fetching)
            self._fetching[key].add_done_callback(lambda task: self._note_end(key, task))
        return self._fetching[key]

    def _note_end(self, key: tuple[int, str], task: asyncio.Task[None]) -> None:
        del self._fetching[key]
        fault = None if task.cancelled() else task.exception()
        if fault is not None:
            log.error("the files of a lesson could not be fetched; they are when it is opened again", exc_info=fault)


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
    if isinstance(answer, NoAnswer) or answer.status != HTTPStatus.NOT_FOUND:
        return False
    return error_code(answer) == "FINISHED"


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
