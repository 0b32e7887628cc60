"""What kiosks tell of their students: by whom, of whom, and what is kept of it."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest

from kiosk.clock import ManualClock
from kiosk.protocol.presence import Focus, Report
from kiosk.protocol.tokens import DeviceToken, Token
from kiosk.server import devices, enrolling, presence, students
from kiosk.server.database import Database
from kiosk.sync.presence import PresenceReporter
from tests.server.classroom import add_student, now_ms, report, tell
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, bearer, give_token, on_both, schoolhouse

ROUTE = "/api/kiosk/presence"


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


def put(server: Schoolhouse, token: str, *told: dict[str, Any]) -> int:
    return server.http.put(ROUTE, json={"students": told}, headers=bearer(token)).status_code


def known(database: Database, email: str) -> list[Report]:
    with database.read() as db:
        student = students.find(db, email).id
        return [seen.report for seen in presence.of_students(db, [student]).get(student, [])]


def enrolled(database: Database, school_class: str, at_ms: int) -> str:
    with database.write() as db:
        code = enrolling.new_code(db, [school_class], 15, at_ms)
        _, token = enrolling.enrol(db, code.text, "Window 3", at_ms)
    return token


def test_a_student_tells_of_themself_alone(server: Schoolhouse, database: Database, clock: ManualClock) -> None:
    give_token(database, clock, BEN)
    told = report(unsent=2)
    assert put(server, server.token, told.to_wire(None), told.to_wire(BEN)) == HTTPStatus.NO_CONTENT
    assert (known(database, ANA), known(database, BEN)) == ([told], [])
    assert put(server, "wrong", told.to_wire(None)) == HTTPStatus.UNAUTHORIZED


def test_a_device_tells_of_its_classes_and_of_nobody_else(
    server: Schoolhouse, database: Database, clock: ManualClock
) -> None:
    add_student(database, "Ben")
    add_student(database, "Cleo", "4a")
    token = enrolled(database, "3b", now_ms(clock))
    told = report()
    everyone = [told.to_wire(email) for email in (BEN, "cleo@example.com", "none", "nobody@example.com")]
    assert put(server, token, *everyone) == HTTPStatus.NO_CONTENT
    assert known(database, BEN) == [told]
    assert known(database, "cleo@example.com") == []
    with database.write() as db:
        devices.revoke(db, devices.by_token(db, token).id, 0)  # type: ignore[union-attr]
    assert put(server, token, told.to_wire(BEN)) == HTTPStatus.UNAUTHORIZED


GOOD = report().to_wire(None)


@pytest.mark.parametrize(
    "bad",
    [
        {"focus": "asleep"},
        {"focus": 7},
        {"safety": None},
        {"page": 0.5},
        {"page": 3, "pages": None},
        {"todayMs": 86_400_001},
        {"todayMs": True},
        {"todayXp": "12"},
        {"todayXp": -1e999},
        {"unsent": -1},
        {"lesson": "x" * 501},
        {"lesson": "a\0b"},
        {"email": 7},
    ],
)
def test_what_is_no_report_is_refused(server: Schoolhouse, database: Database, bad: dict[str, object]) -> None:
    body = {"students": [GOOD | bad]}
    text = json.dumps(body)
    answer = server.http.put(ROUTE, content=text, headers=bearer(server.token))
    assert (answer.status_code, answer.json()["error"]["code"]) == (HTTPStatus.BAD_REQUEST, "INVALID_PAYLOAD")
    assert known(database, ANA) == []


@pytest.mark.parametrize("body", [[], {}, {"students": {}}, {"students": [7]}])
def test_a_body_of_another_shape_is_refused(server: Schoolhouse, body: object) -> None:
    assert server.http.put(ROUTE, json=body, headers=bearer(server.token)).status_code == HTTPStatus.BAD_REQUEST


@on_both
def test_each_kiosk_has_a_word_of_its_own_and_the_newest_comes_first(database: Database) -> None:
    ana = add_student(database, "Ana")
    tell(database, ana, report(Focus.OUT, unsent=2), 1_000, "first kiosk")
    tell(database, ana, report(), 2_000, "second kiosk")
    tell(database, ana, report(page=4), 5_000, "second kiosk")
    tell(database, ana, report(Focus.IDLE), 9_000, "second kiosk")
    with database.read() as db:
        second, first = presence.of_students(db, [ana])[ana]
    assert (first.report.unsent, first.seen_ms) == (2, 1_000)
    assert (second.report.focus, second.since_ms, second.seen_ms) == (Focus.IDLE, 9_000, 9_000)
    tell(database, ana, report(Focus.IDLE, page=5), 12_000, "second kiosk")
    with database.read() as db:
        assert presence.of_students(db, [ana])[ana][0].since_ms == 9_000


def test_the_kiosks_reporter_reaches_the_server_under_both_kinds_of_token(
    server: Schoolhouse, database: Database, clock: ManualClock
) -> None:
    add_student(database, "Ben")
    tokens: dict[str, Token] = {
        "ana": server.token,
        "ben": DeviceToken(enrolled(database, "3b", now_ms(clock)), BEN),
    }
    address = f"{server.http.base_url}/api/timeback".replace("//api", "/api")
    reporter = PresenceReporter(lambda: address, tokens.get)
    told = {"ana": report(), "ben": report(Focus.OUT), "nobody": report()}
    reporter.tell(told, "ana")
    reporter.start()
    reporter.close()  # the last word is told before it ends
    assert (known(database, ANA), known(database, BEN)) == ([told["ana"]], [told["ben"]])
