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
from kiosk.server.progress import Place
from kiosk.server.scoring import Claim, UnfitClaimError, read_answers

LONGEST_WINDOW_MS = 86_400_000
"""Caliper's limit."""


LONGEST_NAME = 100


def read_window(body: dict[str, Any], config: AppConfig) -> Event:
    """Read a heartbeat. Raises Refused."""
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


def read_completion(body: dict[str, Any], config: AppConfig) -> Event:
    """Read a submit. Raises Refused."""
    checked = validate_submit_request(body, config)
    if isinstance(checked, ValidationError):
        raise Refused(checked.response)
    completion = checked.payload
    ended_ms = _moment("endedAt", completion.ended_at)
    check_text(id=completion.id, name=completion.name)
    return Event(Kind.COMPLETION, completion.run_id, completion.id, ended_ms, body)


def read_claim(body: dict[str, Any]) -> Claim:
    """Read a request to finish a run: what cannot even be kept is Refused, what does not fit is judged later."""
    lesson = _text(body, "lesson")
    version = None if body.get("version") is None else _text(body, "version")
    ended_at = _text(body, "endedAt")
    active_ms = body.get("activeMs", 0)
    if not isinstance(active_ms, int) or isinstance(active_ms, bool) or not 0 <= active_ms <= LONGEST_WINDOW_MS:
        raise invalid("activeMs", f"Expected integer from 0 to {LONGEST_WINDOW_MS}")
    return Claim(_run_id(body), lesson, version, _moment("endedAt", ended_at), _answers(body), active_ms)


def read_enrolment(body: dict[str, Any]) -> tuple[str, str]:
    """Read a request to join: the code, and what the kiosk calls itself. Raises Refused."""
    return _text(body, "code"), _text(body, "name").strip()[:LONGEST_NAME]


def read_place(body: dict[str, Any], lesson: str, now_ms: int) -> Place:
    """Read where a student is in a lesson. Raises Refused.

    What a kiosk did not say of when, or a clock ahead of ours said, is now.
    """
    answers = _answers(body)
    try:
        read_answers(answers)
    except UnfitClaimError as unfit:
        raise invalid("answers", str(unfit)) from unfit
    changed_ms = _past(body, "changedMs", now_ms)
    dated = {
        question: {**answer, "changedMs": _past(answer, "changedMs", changed_ms)}
        for question, answer in answers.items()
    }
    return Place(_run_id(body), lesson, _page(body), dated, _past(body, "startedMs", changed_ms), changed_ms)


def read_place_in_batch(body: dict[str, Any], now_ms: int) -> Place:
    """Read a place that names its lesson itself. Raises Refused."""
    return read_place(body, _text(body, "lesson"), now_ms)


def _page(body: dict[str, Any]) -> int:
    page = body.get("page")
    if not isinstance(page, int) or isinstance(page, bool) or not 0 <= page < 10_000:
        raise invalid("page", "Expected nonnegative integer")
    return page


def _past(body: dict[str, Any], field: str, latest_ms: int) -> int:
    moment = body.get(field, latest_ms)
    if not isinstance(moment, int) or isinstance(moment, bool) or moment < 0:
        raise invalid(field, "Expected nonnegative integer")
    return min(moment, latest_ms)


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
