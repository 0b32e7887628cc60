"""What a failure of the SDK's pipeline means: the table in `upstream`, row by row."""

import httpx
import pytest
from timeback.server.handlers.activity.caliper import MissingSyncedCourseIdError
from timeback.server.lib.resolve import TimebackUserResolutionError
from timeback_common import APIError, AuthenticationError, RateLimitError, ServerError, ValidationError
from timeback_common.errors import InputValidationError

from kiosk.server.upstream import NoLongerValidError, Result, judge


def lookup_failed(cause: Exception) -> TimebackUserResolutionError:
    """How the SDK wraps whatever went wrong while it looked for the student."""
    error = TimebackUserResolutionError("failed for ana@example.com", "timeback_user_lookup_failed")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (httpx.ConnectError("refused"), Result.AWAY),
        (httpx.ReadTimeout("slow"), Result.AWAY),
        (OSError("no route"), Result.AWAY),
        (Exception("Failed to obtain access token"), Result.AWAY),
        (APIError("Max retries exceeded"), Result.AWAY),
        (APIError("Request timeout", 408), Result.AWAY),
        (AuthenticationError(), Result.AWAY),
        (RateLimitError(), Result.AWAY),
        (ServerError("unavailable", 503), Result.AWAY),
        (lookup_failed(httpx.ConnectError("refused")), Result.AWAY),
        (TimebackUserResolutionError("ana@example.com", "timeback_user_not_found"), Result.HELD),
        (TimebackUserResolutionError("ana@example.com", "timeback_user_ambiguous"), Result.HELD),
        (MissingSyncedCourseIdError({"course_code": "NEW-1"}, "staging"), Result.HELD),
        (NoLongerValidError(), Result.HELD),
        (ValidationError("no"), Result.REFUSED),
        (APIError("gone", 410), Result.REFUSED),
        (ServerError("broken", 500), Result.FAILED),
        (lookup_failed(ValueError("odd")), Result.FAILED),
        (InputValidationError("odd", []), Result.REFUSED),
        (KeyError("odd"), Result.FAILED),
    ],
)
def test_each_failure_has_its_meaning_and_names_no_student(fault: Exception, result: Result) -> None:
    sent = judge(fault)
    assert sent.result is result
    assert sent.reason
    assert "ana@example.com" not in sent.reason
