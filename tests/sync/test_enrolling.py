import pytest

from kiosk.errors import DeliveryError, UsageError
from kiosk.sync.enrolling import ask_to_join, school_address, take_apart
from tests.sync.faulty import faulty, page, unused_port


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("192.168.1.20:8765", "http://192.168.1.20:8765/api/timeback"),
        ("  192.168.1.20:8765/ ", "http://192.168.1.20:8765/api/timeback"),
        ("http://192.168.1.20:8765/api/timeback", "http://192.168.1.20:8765/api/timeback"),
        ("school.example", "https://school.example/api/timeback"),
        ("http://school.example", "http://school.example/api/timeback"),
        ("https://school.example/kiosks/api/timeback/", "https://school.example/kiosks/api/timeback"),
        ("server.local:8765", "http://server.local:8765/api/timeback"),
        ("localhost:8765", "http://localhost:8765/api/timeback"),
        ("[fd00::5]:8765", "http://[fd00::5]:8765/api/timeback"),
        ("8.8.8.8", "https://8.8.8.8/api/timeback"),
    ],
)
def test_what_a_person_types_is_completed(typed: str, address: str) -> None:
    assert school_address(typed) == address


@pytest.mark.parametrize("typed", ["", "https://", "ftp://school.example", "my school", "host:port", "http://[::1"])
def test_what_is_no_address_is_told(typed: str) -> None:
    with pytest.raises(UsageError, match="no address of a school server"):
        school_address(typed)


def test_a_scanner_types_code_and_address_into_one_field() -> None:
    assert take_apart(" K7MP-4QRT@http://10.0.0.5:8765 ", "") == ("K7MP-4QRT", "http://10.0.0.5:8765")
    assert take_apart("K7MP-4QRT@http://10.0.0.5:8765", "old.example") == ("K7MP-4QRT", "http://10.0.0.5:8765")
    assert take_apart("k7mp4qrt", " old.example ") == ("k7mp4qrt", "old.example")


def test_a_refusal_is_told_in_the_schools_words() -> None:
    refusal = b'{"error": {"code": "WRONG_CODE", "message": "This code is wrong"}}'
    with faulty([page("404 Not Found", refusal)]) as server, pytest.raises(UsageError, match=r"^This code is wrong\.$"):
        ask_to_join(server.url, "AAAA-AAAA", "Window 3")
    assert server.requests[0].startswith(b"POST /api/kiosk/enroll ")
    assert b"Authorization" not in server.requests[0]


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", b"<html>Sign in to the Wi-Fi</html>"),
        ("200 OK", b'{"token": "abc"}'),
        ("404 Not Found", b'{"detail": "Not Found"}'),
        ("404 Not Found", b'{"error": {"code": "NOT_FOUND", "message": "Not Found"}}'),
    ],
)
def test_whatever_else_answers_is_no_school_server(status: str, body: bytes) -> None:
    with faulty([page(status, body)]) as server, pytest.raises(UsageError, match="is no school server"):
        ask_to_join(server.url, "AAAA-AAAA", "Window 3")


def test_a_server_that_is_away_is_told() -> None:
    with pytest.raises(DeliveryError, match="cannot be reached"):
        ask_to_join(f"http://127.0.0.1:{unused_port()}/api/timeback", "AAAA-AAAA", "Window 3")
