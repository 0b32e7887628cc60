"""What an answer means: one total function from answers to outcomes (timeback-protocol §3, measured on 0.4.0).

answer                                        outcome
204, 200 {"duplicate"} or {"preview"}         DELIVERED
no connection, nothing was sent               UNREACHED     certainly not delivered
sent, no whole answer                         AMBIGUOUS     perhaps delivered
401, 409 ENROL_ANEW                           SIGN_IN       the token, the student's or the device's, has to be renewed
404, 409 USER_RESOLUTION_FAILED               HOLD          a few slow tries, then one a day: an outage of
500 and 503 of the server's configuration     HOLD          the rostering looks like an absent student
400                                           PARK          will never be taken as it is
429, 408, 5xx                                 LATER         soon, more slowly each time
anything else, also a 200 that is not the     SLOWLY        "unknown" means later, never lost
SDK's (a captive portal answers so)
"""

import json
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import Enum
from functools import lru_cache
from http import HTTPStatus

from kiosk.clock import epoch_ms


class Outcome(Enum):
    DELIVERED = "delivered"
    UNREACHED = "unreached"
    AMBIGUOUS = "ambiguous"
    SIGN_IN = "sign-in"
    HOLD = "hold"
    LATER = "later"
    SLOWLY = "slowly"
    PARK = "park"


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer. `retry_after`, `date` and `etag` are the headers' texts."""

    status: int
    body: bytes = b""
    retry_after: str | None = None
    date: str | None = None
    etag: str | None = None


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A request without a whole answer. `sent`: at least a part of it left this machine, so it may have arrived."""

    reason: str
    sent: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome with what a person may want to know and what the next try must respect.

    `retry_after_ms` is the server's wish, None where it had none. `server_wall_ms` is the server's clock,
    only from an answer that is recognisably the SDK's (a captive portal has a clock too).
    """

    outcome: Outcome
    reason: str = ""
    duplicate: bool = False
    preview: bool = False
    retry_after_ms: int | None = None
    server_wall_ms: int | None = None


ENROL_ANEW = "ENROL_ANEW"
"""The school server's code for a device that has the enrolment of another."""

CONFIGURATION_FAULTS = frozenset(
    {"AMBIGUOUS_COURSE_SELECTOR", "MISSING_SENSOR", "INVALID_SENSOR_URL", "MISSING_SYNCED_COURSE_ID"}
)


def judge(answer: Answer | NoAnswer) -> Verdict:
    """Map any answer to what to do. Total: never raises, whatever the bytes."""
    if isinstance(answer, NoAnswer):
        return Verdict(Outcome.AMBIGUOUS if answer.sent else Outcome.UNREACHED, answer.reason)
    body = _object(answer.body)
    error = body.get("error") if body else None
    code = str(error.get("code", "")) if isinstance(error, dict) else ""
    message = str(error.get("message", "")) if isinstance(error, dict) else ""
    is_sdk = bool(code) or _is_success(answer, body)
    reason = f"{answer.status} {code}: {message}" if code else f"{answer.status} {_phrase(answer.status)}"
    return Verdict(
        outcome=_outcome(answer, body, code),
        reason="" if _is_success(answer, body) else reason[:500],
        duplicate=bool(body and body.get("duplicate") is True),
        preview=bool(body and body.get("preview") is True),
        retry_after_ms=_retry_after_ms(answer),
        server_wall_ms=_date_ms(answer.date) if is_sdk else None,
    )


def _outcome(answer: Answer, body: dict[str, object] | None, code: str) -> Outcome:
    if _is_success(answer, body):
        return Outcome.DELIVERED
    match answer.status:
        case HTTPStatus.UNAUTHORIZED:
            return Outcome.SIGN_IN
        case HTTPStatus.CONFLICT if code == ENROL_ANEW:
            return Outcome.SIGN_IN
        case HTTPStatus.NOT_FOUND | HTTPStatus.CONFLICT if code:
            return Outcome.HOLD
        case HTTPStatus.BAD_REQUEST if code:
            return Outcome.PARK
        case HTTPStatus.TOO_MANY_REQUESTS | HTTPStatus.REQUEST_TIMEOUT:
            return Outcome.LATER
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Outcome.HOLD if code in CONFIGURATION_FAULTS else Outcome.LATER
        case _:
            return Outcome.SLOWLY


def _is_success(answer: Answer, body: dict[str, object] | None) -> bool:
    if answer.status == HTTPStatus.NO_CONTENT:
        return True
    recognised = body is not None and (body.get("duplicate") is True or body.get("preview") is True)
    return answer.status == HTTPStatus.OK and recognised


def _object(body: bytes) -> dict[str, object] | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown answer"


@lru_cache(maxsize=4)
def _date_ms(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
        return epoch_ms(moment) if moment.tzinfo else None
    except (ValueError, OverflowError, TypeError):
        return None


def _retry_after_ms(answer: Answer) -> int | None:
    """Seconds or an HTTP date (RFC 9110 §10.2.3), the date against the server's own clock; at most a day."""
    text = (answer.retry_after or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        wanted: int | None = int(text) * 1000
    else:
        until, now = _date_ms(text or None), _date_ms(answer.date)
        wanted = None if until is None or now is None else until - now
    return None if wanted is None else min(max(wanted, 0), 86_400_000)
