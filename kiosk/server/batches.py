"""Many messages of one student in one request: each is answered as if it had come alone, all in one transaction.

Whatever the order they came in, events are entered first, then runs are finished, then places kept: a run that the same
request finishes is not joined with another one.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection
from starlette.responses import Response

from kiosk.protocol.batch import FINISH, MOST_MESSAGES, PLACE
from kiosk.protocol.messages import HEARTBEAT, SUBMIT
from kiosk.server import ledger, progress
from kiosk.server.answers import Refused, accepted, invalid
from kiosk.server.finishing import finish
from kiosk.server.ledger import Event, ForeignRunError
from kiosk.server.messages import (
    foreign_run,
    read_claim,
    read_completion,
    read_object,
    read_place_in_batch,
    read_window,
)
from kiosk.server.progress import Place
from kiosk.server.school import School
from kiosk.server.scoring import Claim

type Told = dict[str, Any]
"""One message's answer as it is on the wire: `status`, and `body` where there is one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was asked, in its order; where a message cannot be read, the answer to it instead."""

    messages: Sequence[Event | Claim | Place | Refused]


def read_batch(raw: bytes, school: School) -> Batch:
    """Read the body of a batch. Raises Refused when it is none; a message that cannot be read spoils only itself."""
    messages = read_object(raw).get("messages")
    if not isinstance(messages, list):
        raise invalid("messages", "Expected array")
    if len(messages) > MOST_MESSAGES:
        raise invalid("messages", f"Expected at most {MOST_MESSAGES} messages")
    now_ms = school.now_ms()
    return Batch([_read(message, school, now_ms) for message in messages])


def _read(message: Any, school: School, now_ms: int) -> Event | Claim | Place | Refused:
    path, body = (message.get("path"), message.get("body")) if isinstance(message, dict) else (None, None)
    try:
        if not isinstance(path, str) or path not in _READERS:
            raise invalid("path", f"Expected one of {', '.join(_READERS)}")
        if not isinstance(body, dict):
            raise invalid("body", "Expected object")
        return _READERS[path](body, school, now_ms)
    except Refused as refused:
        return refused


_READERS: Mapping[str, Callable[[dict[str, Any], School, int], Event | Claim | Place]] = {
    HEARTBEAT: lambda body, school, _now_ms: read_window(body, school.courses),
    SUBMIT: lambda body, school, _now_ms: read_completion(body, school.courses),
    FINISH: lambda body, _school, _now_ms: read_claim(body),
    PLACE: lambda body, _school, now_ms: read_place_in_batch(body, now_ms),
}


def take(db: Connection, student_id: int, batch: Batch, school: School) -> list[Told]:
    """Do what is asked and tell each message's answer, in the order of the messages."""
    ledger.one_at_a_time(db, student_id)
    now_ms = school.now_ms()
    told: dict[int, Told] = {}
    events = [(number, message) for number, message in enumerate(batch.messages) if isinstance(message, Event)]
    entered = ledger.record_all(db, student_id, [event for _, event in events], now_ms)
    for (number, _), is_new in zip(events, entered, strict=True):
        told[number] = {True: _NEW, False: _REPEATED, None: _FOREIGN}[is_new]
    for number, message in enumerate(batch.messages):
        if isinstance(message, Claim):
            told[number] = _finish(db, student_id, message, school, now_ms)
        elif isinstance(message, Refused):
            told[number] = _of(message.response)
    for number, message in enumerate(batch.messages):
        if isinstance(message, Place):
            told[number] = _keep(db, student_id, message)
    return [told[number] for number in range(len(batch.messages))]


def _finish(db: Connection, student_id: int, claim: Claim, school: School, now_ms: int) -> Told:
    try:
        status, body = finish(db, student_id, claim, school.lessons, school.xp, now_ms).told
    except ForeignRunError:
        return _FOREIGN
    return {"status": status, "body": body}


def _keep(db: Connection, student_id: int, place: Place) -> Told:
    try:
        progress.save(db, student_id, place)
    except ForeignRunError:
        return _FOREIGN
    return _NEW


def _of(response: Response) -> Told:
    body = bytes(response.body)
    return {"status": response.status_code, "body": json.loads(body)} if body else {"status": response.status_code}


_NEW, _REPEATED, _FOREIGN = _of(accepted(is_new=True)), _of(accepted(is_new=False)), _of(foreign_run().response)
