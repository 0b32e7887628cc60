import json

import pytest

from kiosk.protocol.roster import Pupil, Roster, read_device_token, read_roster
from kiosk.protocol.tokens import DeviceToken, headers

STUDENT = {"name": "Ana", "email": " Ana@example.com", "avatar": "owl", "grade": "3", "secret": None}
SAID = {"device": "Window 3", "classes": ["3b"], "students": [STUDENT]}


def test_a_roster_is_read() -> None:
    ana = Pupil("ana@example.com", "Ana", "owl", "3", None)
    assert read_roster(json.dumps(SAID).encode(), '"1"') == Roster("Window 3", ("3b",), (ana,), '"1"')


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {},
        {**SAID, "device": 7},
        {**SAID, "classes": [1]},
        {**SAID, "students": None},
        {**SAID, "students": [{"name": "Ana"}]},
        {**SAID, "students": [{**STUDENT, "email": " "}]},
        {**SAID, "students": [{**STUDENT, "grade": 3}]},
    ],
)
def test_what_is_no_roster_is_none(said: object) -> None:
    assert read_roster(json.dumps(said).encode(), None) is None


def test_bytes_that_are_no_json_are_no_roster() -> None:
    assert read_roster(b"<html>", None) is None


@pytest.mark.parametrize(
    ("body", "token"),
    [(b'{"token": "abc"}', "abc"), (b'{"token": 7}', None), (b"{}", None), (b"<", None), (b'{"token": "a\\nb"}', None)],
)
def test_a_token_is_text_that_a_header_can_carry(body: bytes, token: str | None) -> None:
    assert read_device_token(body) == token


def test_a_device_names_the_student_it_speaks_for() -> None:
    assert headers("abc") == {"Authorization": "Bearer abc"}
    assert headers(DeviceToken("abc", "ana+1@example.com")) == {
        "Authorization": "Bearer abc",
        "Kiosk-Student": "ana+1@example.com",
    }
    assert headers(DeviceToken("abc", "zoë%@example.com"))["Kiosk-Student"] == "zo%C3%AB%25@example.com"


def test_no_token_is_part_of_a_repr() -> None:
    assert "abc" not in repr(DeviceToken("abc", "ana@example.com"))
