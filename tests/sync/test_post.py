import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.protocol.messages import HEARTBEAT
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.sync.post import LARGEST_ANSWER, OUT_OF_TIME, Deadlines, Poster
from tests.sync.certificates import self_signed, showing
from tests.sync.faulty import NO_CONTENT, faulty, page, unused_port


def post(url: str, deadline_s: float = 5.0) -> Answer | NoAnswer:
    async def go() -> Answer | NoAnswer:
        async with Poster(url, Deadlines(deadline_s, deadline_s, deadline_s)) as poster:
            return await poster.post(HEARTBEAT, {"id": "intro", "elapsedMs": 5}, "secret")

    return asyncio.run(go())


def test_the_body_and_the_token_go_to_the_route_below_the_address() -> None:
    with faulty([NO_CONTENT]) as server:
        assert post(server.url).__class__ is Answer
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/timeback/activity/heartbeat HTTP/1.1")
    assert b"Authorization: Bearer secret" in head
    assert body == b'{"id":"intro","elapsedMs":5}'


def test_status_body_and_the_two_headers_come_back() -> None:
    with faulty([page("429 Too Many Requests", b"{}", "Retry-After: 7\r\nDate: x\r\n")]) as server:
        assert post(server.url) == Answer(429, b"{}", "7", "x")


def test_what_a_server_sets_as_a_cookie_for_one_student_is_not_said_in_the_next_ones_name() -> None:
    async def go(url: str) -> list[Answer | NoAnswer]:
        async with Poster(url) as poster:
            return [await poster.post(HEARTBEAT, {"id": "intro"}, token) for token in ("ana", "ben")]

    with faulty([page("200 OK", b"{}", "Connection: close\r\nSet-Cookie: who=ana\r\n")], [NO_CONTENT]) as server:
        assert [answer.__class__ for answer in asyncio.run(go(server.url))] == [Answer, Answer]
    assert b"authorization: bearer ben" in server.requests[1].lower()
    assert b"cookie" not in server.requests[1].lower()


def test_a_redirect_is_an_answer_and_is_not_followed() -> None:
    with faulty([page("302 Found", b"", "Location: /login\r\n")]) as server:
        assert post(server.url) == Answer(302)
    assert len(server.requests) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:{}", "http://no-such-host.invalid", "http://[::1", "nonsense"])
def test_without_a_connection_nothing_was_sent(url: str) -> None:
    answer = post(url.format(unused_port()))
    assert isinstance(answer, NoAnswer)
    assert not answer.sent
    assert answer.reason


@pytest.mark.parametrize("begins", [datetime(2001, 1, 1, tzinfo=UTC), datetime(2901, 1, 1, tzinfo=UTC)])
def test_a_certificate_out_of_its_time_is_told_as_a_matter_of_this_computers_clock(
    begins: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = self_signed(tmp_path, begins, days=365)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with showing(certificate) as url:
        answer = post(url)
    assert answer == NoAnswer(OUT_OF_TIME, sent=False)


@pytest.mark.parametrize(
    "script",
    [[], [b"HTTP/1.1 204"], [None], [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", b"{"], [b"\x00\xff\r\n\r\n"]],
)
def test_an_answer_that_is_lost_on_the_way_leaves_a_doubt(script: list[bytes | None]) -> None:
    with faulty(script) as server:
        answer = post(server.url, deadline_s=0.3)
    assert isinstance(answer, NoAnswer)
    assert answer.sent


def test_a_server_that_trickles_is_left_at_the_deadline() -> None:
    with faulty([b"HTTP/1.1 200 OK\r\n", b"X: 1\r\n", None]) as server:
        answer = post(server.url, deadline_s=0.3)
    assert answer == NoAnswer("no answer within 0.3 s", sent=True)


def test_an_endless_body_is_cut_off() -> None:
    with faulty([b"HTTP/1.1 200 OK\r\n\r\n", b"x" * (LARGEST_ANSWER + 1)]) as server:
        answer = post(server.url)
    assert isinstance(answer, Answer)
    assert len(answer.body) == LARGEST_ANSWER


def test_a_file_goes_as_it_is() -> None:
    async def go(url: str) -> Answer | NoAnswer:
        async with Poster(url) as poster:
            return await poster.upload("../kiosk/files/x", b"\x89PNG\r\n\r\n\x00", "secret")

    with faulty([NO_CONTENT]) as server:
        answer = asyncio.run(go(server.url))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    assert isinstance(answer, Answer)
    assert head.startswith(b"PUT /api/kiosk/files/x HTTP/1.1")
    assert b"Content-Type: application/octet-stream" in head
    assert b"Authorization: Bearer secret" in head
    assert body == b"\x89PNG\r\n\r\n\x00"


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_comes_whole_up_to_what_it_may_have(more: int) -> None:
    async def go(url: str) -> Answer | NoAnswer:
        async with Poster(url) as poster:
            return await poster.download("../kiosk/files/x", "secret", 2 * LARGEST_ANSWER)

    with faulty([page("200 OK", b"x" * (2 * LARGEST_ANSWER + more))]) as server:
        answer = asyncio.run(go(server.url))
    assert isinstance(answer, Answer)
    assert answer.body == b"x" * (2 * LARGEST_ANSWER)


def test_certificates_that_cannot_be_read_are_a_fault_of_each_request_and_of_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/no/such/file.pem")
    answer = post("https://127.0.0.1:9")
    assert isinstance(answer, NoAnswer)
    assert answer.reason.startswith("the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read")
    assert not answer.sent
    with faulty([NO_CONTENT]) as server:
        assert isinstance(post(server.url), Answer)
