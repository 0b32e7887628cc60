import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.clock import epoch_ms
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, judge


def sdk(status: int, code: str) -> Answer:
    return Answer(status, json.dumps({"error": {"code": code, "message": "why"}}).encode())


TABLE: list[tuple[Answer | NoAnswer, Outcome]] = [
    (Answer(204), Outcome.DELIVERED),
    (Answer(200, b'{"duplicate": true}'), Outcome.DELIVERED),
    (Answer(200, b'{"preview": true}'), Outcome.DELIVERED),
    (NoAnswer("refused", sent=False), Outcome.UNREACHED),
    (NoAnswer("read timed out", sent=True), Outcome.AMBIGUOUS),
    (sdk(401, "UNAUTHORIZED"), Outcome.SIGN_IN),
    (Answer(401), Outcome.SIGN_IN),
    (sdk(404, "USER_RESOLUTION_FAILED"), Outcome.HOLD),
    (sdk(409, "USER_RESOLUTION_FAILED"), Outcome.HOLD),
    (sdk(500, "AMBIGUOUS_COURSE_SELECTOR"), Outcome.HOLD),
    (sdk(500, "MISSING_SENSOR"), Outcome.HOLD),
    (sdk(500, "INVALID_SENSOR_URL"), Outcome.HOLD),
    (sdk(503, "MISSING_SYNCED_COURSE_ID"), Outcome.HOLD),
    (sdk(400, "INVALID_PAYLOAD"), Outcome.PARK),
    (sdk(400, "UNKNOWN_COURSE"), Outcome.PARK),
    (Answer(429), Outcome.LATER),
    (Answer(408), Outcome.LATER),
    (sdk(502, "INTERNAL_ERROR"), Outcome.LATER),
    (Answer(500, b"oops"), Outcome.LATER),
    (Answer(503, b"<html>maintenance"), Outcome.LATER),
    (Answer(200, b"<html>Welcome to our Wi-Fi"), Outcome.SLOWLY),
    (Answer(200, b'{"ok": true}'), Outcome.SLOWLY),
    (Answer(200, b"[]"), Outcome.SLOWLY),
    (Answer(302), Outcome.SLOWLY),
    (Answer(403), Outcome.SLOWLY),
    (Answer(413), Outcome.SLOWLY),
    (Answer(400, b"<html>proxy says no"), Outcome.SLOWLY),
    (Answer(404, b'{"detail":"Not Found"}'), Outcome.SLOWLY),
    (Answer(999), Outcome.LATER),
]


@pytest.mark.parametrize(("answer", "outcome"), TABLE, ids=str)
def test_each_answer_has_the_outcome_of_the_table(answer: Answer | NoAnswer, outcome: Outcome) -> None:
    assert judge(answer).outcome is outcome


def test_every_refusal_says_why() -> None:
    for answer, outcome in TABLE:
        assert bool(judge(answer).reason) is (outcome is not Outcome.DELIVERED)


def test_duplicate_and_preview_are_flagged() -> None:
    assert judge(Answer(200, b'{"duplicate": true}')).duplicate
    assert judge(Answer(200, b'{"preview": true}')).preview


@given(st.integers(0, 2000), st.binary(max_size=200), st.none() | st.text(), st.none() | st.text())
def test_judging_is_total(status: int, body: bytes, retry_after: str | None, date: str | None) -> None:
    verdict = judge(Answer(status, body, retry_after, date))
    assert verdict.retry_after_ms is None or 0 <= verdict.retry_after_ms <= 86_400_000


def test_a_deeply_nested_body_is_no_answer_of_the_sdk() -> None:
    assert judge(Answer(200, b"[" * 100_000)).outcome is Outcome.SLOWLY


DATE = "Sat, 21 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("30", 30_000), (" 5 ", 5_000), ("Sat, 21 Nov 2026 10:02:00 GMT", 120_000), ("soon", None), ("-1", None),
     ("Sat, 21 Nov 2026 09:00:00 GMT", 0), ("999999999", 86_400_000), (None, None), ("٣", None)],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date_against_the_servers_clock(text: str | None, expected: int | None) -> None:
    assert judge(Answer(429, b"", text, DATE)).retry_after_ms == expected


def test_only_an_answer_of_the_sdk_tells_the_servers_time() -> None:
    ten = epoch_ms(datetime(2026, 11, 21, 10, 0, tzinfo=UTC))
    assert judge(Answer(204, date=DATE)).server_wall_ms == ten
    assert judge(Answer(200, b"<html>Welcome to our Wi-Fi", date=DATE)).server_wall_ms is None
    assert judge(Answer(204, date="yesterday")).server_wall_ms is None
