"""Many messages of one student in one request to the school server, and what the server says of itself.

    POST ../kiosk/batch   {"messages": [{"path": "activity/heartbeat", "body": {…}}, …]}, gzipped
    200                   {"answers": [{"status": 204}, {"status": 200, "body": {"duplicate": true}}, …]}

Each answer is what the message alone would have been answered, so the one table of outcomes judges both.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Answer, NoAnswer

PROTOCOL = 3
"""The newest that this program speaks under /api/kiosk. 1 has `finish` and `progress`, 2 has `batch` too, 3 `files`."""

BATCHES = 2
"""From this protocol on a server takes batches."""

FILES = 3
"""From this protocol on it keeps what students hand in."""

HELLO, BATCH, PROGRESS = "../kiosk/hello", "../kiosk/batch", "../kiosk/progress"
HANDED_IN = "../kiosk/files"
"""Our routes lie beside the SDK's: /api/kiosk beside /api/timeback."""

PLACE, FINISH = "place", "finish"
"""What a batch may hold besides the two messages of the activity routes."""

MOST_MESSAGES = 500
"""In one batch. A batch of windows of that size has some 20 KB when it is packed."""


@dataclass(frozen=True, slots=True)
class Hello:
    """What a server says of itself; with `protocol` 0 it is any Timeback SDK server, or did not say.

    `ledger` names the book in which it counts, "" for none: a window that may have arrived can be sent there again
    at any age. `messages` is how many it takes in one batch.
    """

    protocol: int = 0
    ledger: str = ""
    messages: int = 0


PLAIN = Hello()


def hello_path(protocol: int = PROTOCOL) -> str:
    """Where to ask. The server answers with the newest that both speak; one that is not asked this way says 1."""
    return f"{HELLO}?protocol={protocol}"


def read_hello(answer: Answer | NoAnswer) -> Hello | None:
    """Understand the answer to hello; None when the server is away or in trouble, so nothing is known of it."""
    if isinstance(answer, NoAnswer) or answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return None
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return None
    said = _object(answer.body) if answer.status == HTTPStatus.OK else {}
    protocol, ledger, messages = said.get("protocol"), said.get("ledger"), said.get("messages")
    if protocol == 1:
        return Hello(1)
    if isinstance(protocol, int) and isinstance(ledger, str) and isinstance(messages, int) and messages > 0:
        return Hello(protocol, ledger, min(messages, MOST_MESSAGES)) if BATCHES <= protocol <= PROTOCOL else PLAIN
    return PLAIN


def batch_body(messages: Iterable[tuple[str, Body]]) -> Body:
    """Put messages, each a path and a body, into one."""
    return {"messages": [{"path": path, "body": body} for path, body in messages]}


def read_answers(answer: Answer | NoAnswer, count: int) -> list[Answer] | None:
    """Take the answer to a batch of `count` messages apart; None when it is not the school server's."""
    if isinstance(answer, NoAnswer) or answer.status != HTTPStatus.OK:
        return None
    answers = _object(answer.body).get("answers")
    if not isinstance(answers, list) or len(answers) != count:
        return None
    read = [_answer(each, answer.date) for each in answers]
    return None if None in read else [each for each in read if each is not None]


def _answer(told: Any, date: str | None) -> Answer | None:
    if not isinstance(told, dict) or not isinstance(told.get("status"), int):
        return None
    return Answer(told["status"], json.dumps(told["body"]).encode() if "body" in told else b"", date=date)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
