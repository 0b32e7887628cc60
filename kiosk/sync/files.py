"""What students hand in follows their runs: to the school server after the answers that name it, and from there.

What a file is, its name says, so one that comes twice or damaged does no harm.
"""

import asyncio
import json
from collections.abc import Sequence
from http import HTTPStatus
from itertools import groupby
from typing import Protocol

from kiosk.clock import epoch_ms
from kiosk.lessons.files import LARGEST, digest, holds
from kiosk.protocol.batch import FILES, HANDED_IN
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.tokens import Token
from kiosk.store import files
from kiosk.store.files import HandedIn
from kiosk.sync.delivery import Tools, ask
from kiosk.sync.partner import Partner

NOT_NAMED = "NOT_NAMED"
"""The school server's code for a file that no answer of the student names: another computer has a later answer."""

_SETTLED = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE})
_NOT_THEIRS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT})


class Uploading(Protocol):
    async def upload(self, path: str, data: bytes, token: Token) -> Answer | NoAnswer: ...


class Downloading(Protocol):
    async def download(self, path: str, token: Token, largest: int) -> Answer | NoAnswer: ...


async def send_files(tools: Tools, wire: Uploading, partner: Partner) -> None:
    """Send what the server can take now, one after another. Without any it asks for nothing.

    A student whose token it does not take keeps theirs for a later pass; where the server is away or in trouble, so do
    all.
    """
    unsent = await ask(tools, files.unsent)
    if not unsent or (await partner.hello()).protocol < FILES:
        return
    for ref, theirs in groupby(unsent, lambda file: file.ref):
        token = await asyncio.to_thread(tools.token, ref)
        if token is not None and not await _send(tools, wire, token, list(theirs)):
            return


async def _send(tools: Tools, wire: Uploading, token: Token, theirs: Sequence[HandedIn]) -> bool:
    """Send a student's files; whether there is any point in going on with the next student."""
    for file in theirs:
        if tools.stopping():
            return False
        data = await ask(tools, files.get, file.run, file.name)
        if data is None:
            continue  # a drawing that is another one by now
        answer = await wire.upload(_path(file), data, token)
        if is_settled(answer):
            await ask(tools, files.sent, file)
        else:
            return isinstance(answer, Answer) and answer.status in _NOT_THEIRS
    return True


def is_settled(answer: Answer | NoAnswer) -> bool:
    """Whether the server has the file, or will never take it."""
    if isinstance(answer, NoAnswer):
        return False
    return answer.status in _SETTLED or (answer.status == HTTPStatus.NOT_FOUND and error_code(answer) == NOT_NAMED)


async def fetch_files(tools: Tools, wire: Downloading, partner: Partner, student: int, lesson: str) -> None:
    """Fetch what answers of the student's open run name and is not here, one after another, until one does not come."""
    if partner.known.protocol < FILES:
        return
    wanted = await ask(tools, files.missing, student, lesson)
    token = await asyncio.to_thread(tools.token, wanted[0].ref) if wanted else None
    if token is None:
        return
    for file in wanted:
        answer = await wire.download(_path(file), token, LARGEST)
        if isinstance(answer, NoAnswer) or answer.status not in (HTTPStatus.OK, HTTPStatus.NOT_FOUND):
            return
        if answer.status == HTTPStatus.OK and holds(file.name, answer.body):
            await ask(tools, files.fetched, file, answer.body, epoch_ms(tools.clock.utc_now()))


def _path(file: HandedIn) -> str:
    return f"{HANDED_IN}/{digest(file.name)}"


def error_code(answer: Answer) -> str:
    """The code by which the school server refuses; "" where there is none."""
    try:
        return str(json.loads(answer.body)["error"]["code"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return ""
