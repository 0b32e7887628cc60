"""Reading what a kiosk sent. To the counting routes: the SDK's own rules, and what they leave open.

The SDK server takes four things that Timeback refuses later or that break it; here they are refused at the door
with its own kind of 400: a body that is no object, a day that is in no calendar, a window longer than a day, and
text that no database can keep.
"""

import json
import math
from datetime import datetime
from http import HTTPStatus
from typing import Any

from timeback.server.handlers.activity.schema import validate_heartbeat_request, validate_submit_request
from timeback.server.timeback import AppConfig
from timeback.server.types import ValidationError

from kiosk.clock import epoch_ms
from kiosk.protocol.run_id import is_uuid
from kiosk.server.answers import Refused, error, invalid, malformed
from kiosk.server.ledger import Event, Kind
from kiosk.server.scoring import Claim, UnfitClaimError, read_answers

LONGEST_WINDOW_MS = 86_400_000
"""Caliper's limit."""


LONGEST_NAME = 100


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
    check_text(id=window.id, name=window.name)
    return Event(Kind.WINDOW, window.run_id, window.id, started_ms, body, window.elapsed_ms, window.paused_ms)


def read_completion(raw: bytes, config: AppConfig) -> Event:
    """Read the body of a submit. Raises Refused."""
    body = read_object(raw)
    checked = validate_submit_request(body, config)
    if isinstance(checked, ValidationError):
        raise Refused(checked.response)
    completion = checked.payload
    ended_ms = _moment("endedAt", completion.ended_at)
    check_text(id=completion.id, name=completion.name)
    return Event(Kind.COMPLETION, completion.run_id, completion.id, ended_ms, body)


def read_claim(raw: bytes) -> Claim:
    """Read a request to finish a run: what cannot even be kept is Refused, what does not fit is judged later."""
    body = read_object(raw)
    lesson = _text(body, "lesson")
    version = None if body.get("version") is None else _text(body, "version")
    ended_at = _text(body, "endedAt")
    return Claim(_run_id(body), lesson, version, _moment("endedAt", ended_at), _answers(body))


def read_enrolment(raw: bytes) -> tuple[str, str]:
    """Read a request to join: the code, and what the kiosk calls itself. Raises Refused."""
    body = read_object(raw)
    return _text(body, "code"), _text(body, "name").strip()[:LONGEST_NAME]


def read_place(raw: bytes) -> tuple[str, int, dict[str, Any]]:
    """Read where a student is: run, page and answers. Raises Refused."""
    body = read_object(raw)
    page = body.get("page")
    if not isinstance(page, int) or isinstance(page, bool) or not 0 <= page < 10_000:
        raise invalid("page", "Expected nonnegative integer")
    answers = _answers(body)
    try:
        read_answers(answers)
    except UnfitClaimError as unfit:
        raise invalid("answers", str(unfit)) from unfit
    return _run_id(body), page, answers


def _run_id(body: dict[str, Any]) -> str:
    run_id = body.get("runId")
    if not isinstance(run_id, str) or not is_uuid(run_id):
        raise invalid("runId", "Expected UUID")
    return run_id


def _answers(body: dict[str, Any]) -> dict[str, Any]:
    answers = body.get("answers")
    if not isinstance(answers, dict):
        raise invalid("answers", "Expected object")
    return answers


def _text(body: dict[str, Any], field: str) -> str:
    text = body.get(field)
    if not isinstance(text, str) or not text.strip():
        raise invalid(field, "Required")
    check_text(**{field: text})
    return text


def read_object(raw: bytes) -> dict[str, Any]:
    """Read a JSON object, without the numbers beyond all others that Python would take. Raises Refused."""
    try:
        body = json.loads(raw, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError) as fault:
        raise malformed() from fault
    if not isinstance(body, dict):
        raise invalid("body", "Expected object")
    return body


def foreign_run() -> Refused:
    return invalid("runId", "This run belongs to another student or another lesson")


def too_large(limit: int) -> Refused:
    return Refused(error(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", f"A request may have at most {limit} bytes"))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _moment(field: str, text: str) -> int:
    try:
        return epoch_ms(datetime.fromisoformat(text))
    except (ValueError, OverflowError) as fault:
        raise invalid(field, "Invalid datetime") from fault


def check_text(**texts: str) -> None:
    """Refuse what no database can keep. Raises Refused."""
    for field, text in texts.items():
        if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise invalid(field, "Must be text without NUL and half characters")
