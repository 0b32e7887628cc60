"""Reading what a kiosk sent: the SDK's own rules, and what they leave open.

The SDK server takes four things that Timeback refuses later or that break it; here they are refused at the door
with its own kind of 400: a body that is no object, a day that is in no calendar, a window longer than a day, and
text that no database can keep.
"""

import json
from datetime import datetime
from http import HTTPStatus
from typing import Any, NoReturn

from timeback.server.handlers.activity.schema import validate_heartbeat_request, validate_submit_request
from timeback.server.timeback import AppConfig
from timeback.server.types import ValidationError

from kiosk.clock import epoch_ms
from kiosk.server.answers import Refused, error, invalid, malformed
from kiosk.server.ledger import Event, Kind

LONGEST_WINDOW_MS = 86_400_000
"""Caliper's limit."""


def read_window(raw: bytes, config: AppConfig) -> Event:
    """Read the body of a heartbeat. Raises Refused."""
    body = read_object(raw)
    checked = validate_heartbeat_request(body, config)
    if isinstance(checked, ValidationError):
        raise Refused(checked.response)
    window = checked.payload
    if window.elapsed_ms + window.paused_ms > LONGEST_WINDOW_MS:
        raise invalid("elapsedMs", f"elapsedMs and pausedMs must be at most {LONGEST_WINDOW_MS} together")
    _moment("endedAt", window.ended_at)
    started_ms = _moment("startedAt", window.started_at)
    _check_text(window.id, window.name)
    return Event(Kind.WINDOW, window.run_id, window.id, started_ms, body, window.elapsed_ms, window.paused_ms)


def read_completion(raw: bytes, config: AppConfig) -> Event:
    """Read the body of a submit. Raises Refused."""
    body = read_object(raw)
    checked = validate_submit_request(body, config)
    if isinstance(checked, ValidationError):
        raise Refused(checked.response)
    completion = checked.payload
    ended_ms = _moment("endedAt", completion.ended_at)
    _check_text(completion.id, completion.name)
    return Event(Kind.COMPLETION, completion.run_id, completion.id, ended_ms, body)


def read_object(raw: bytes) -> dict[str, Any]:
    """Read a JSON object, without the NaN and Infinity that Python would take. Raises Refused."""
    try:
        body = json.loads(raw, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise malformed() from fault
    if not isinstance(body, dict):
        raise invalid("body", "Expected object")
    return body


def foreign_run() -> Refused:
    return invalid("runId", "This run belongs to another student")


def too_large(limit: int) -> Refused:
    return Refused(error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", f"A request may have at most {limit} bytes"))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _moment(field: str, text: str) -> int:
    try:
        return epoch_ms(datetime.fromisoformat(text))
    except (ValueError, OverflowError) as fault:
        raise invalid(field, "Invalid datetime") from fault


def _check_text(activity: str, name: str) -> None:
    for field, text in (("id", activity), ("name", name)):
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise invalid(field, "Must be text without NUL and half characters")
