from datetime import UTC, datetime

import pytest

from kiosk import resources
from kiosk.clock import ManualClock, SystemClock
from kiosk.demo.backend import Backend
from kiosk.sync.post import Deadlines
from kiosk.sync.probe import probe
from tests.sync.faulty import NO_CONTENT, faulty, page, unused_port

CLOCK = ManualClock(datetime(2026, 1, 5, 10, 0, 30, 500_000, tzinfo=UTC))
DATE = "Date: Mon, 05 Jan 2026 10:00:00 GMT\r\n"
ENVELOPE = b'{"error":{"code":"INVALID_PAYLOAD","message":"id is required"}}'


def test_the_sdks_own_server_is_known_and_nothing_is_counted() -> None:
    with Backend(resources.sample_config(), ["ana@example.com"], {"none": "ana@example.com"}) as backend:
        found = probe(backend.url, SystemClock())
        assert found.fault == ""
        assert found.ahead_ms is not None
        assert abs(found.ahead_ms) < 5_000
        assert backend.log.time_spent == ()


@pytest.mark.parametrize("status", ["400 Bad Request", "401 Unauthorized"])
def test_a_refusal_in_the_sdks_words_tells_the_servers_time(status: str) -> None:
    with faulty([page(status, ENVELOPE, DATE)]) as server:
        assert probe(server.url, CLOCK) == probe(server.url, CLOCK)
        found = probe(server.url, CLOCK)
        assert (found.fault, found.ahead_ms) == ("", 30_000)
        assert b'"elapsedMs"' not in server.requests[0]
        assert server.requests[0].endswith(b"{}")


@pytest.mark.parametrize(
    "answer",
    [
        NO_CONTENT,
        page("200 OK", b"<html>Sign in to the Wi-Fi</html>", DATE),
        page("302 Found", b"", "Location: http://portal.example/\r\n"),
        page("404 Not Found", b'{"detail":"Not Found"}', DATE),
        page("401 Unauthorized", b"<html>", DATE),
        page("401 Unauthorized", b'{"error":"unauthorized"}', DATE),
        page("400 Bad Request", b"[]", DATE),
    ],
)
def test_anything_else_is_no_timeback_server_and_its_clock_counts_for_nothing(answer: bytes) -> None:
    with faulty([answer]) as server:
        found = probe(server.url, CLOCK)
    assert "but not as a Timeback SDK server does" in found.fault
    assert found.ahead_ms is None


def test_a_server_that_is_away_or_hangs_is_told_within_the_deadline() -> None:
    assert "cannot be reached" in probe(f"http://127.0.0.1:{unused_port()}/x", CLOCK).fault
    with faulty([None]) as server:
        assert "no answer within 0.2 s" in probe(server.url, CLOCK, Deadlines(heartbeat_s=0.2)).fault


def test_certificates_that_are_not_there_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    assert "SSL_CERT_FILE" in probe("https://127.0.0.1:9", CLOCK).fault
