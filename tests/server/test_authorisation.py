"""Who may what: the table in docs/server.md, row by row."""

from collections.abc import Iterator

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.server import students
from kiosk.server.database import Database
from tests.demo.wire import heartbeat, submit
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, bearer, give_token, schoolhouse
from tests.server.test_finishing import claim

NOBODY, WRONG, REVOKED, STUDENT = "nobody", "a wrong token", "a revoked token", "a student"

OTHER_RUN = "cccccccc-9d0c-4c8a-8e1e-0a5b0d6f1c11"
PLACE = {"runId": "bbbbbbbb-9d0c-4c8a-8e1e-0a5b0d6f1c11", "page": 1, "answers": {}}

ROWS: list[tuple[str, str, object, dict[str, int]]] = [
    ("GET", "/api/kiosk/hello", None, {NOBODY: 200, WRONG: 200, REVOKED: 200, STUDENT: 200}),
    ("GET", "/api/kiosk/outbox", None, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 200}),
    ("GET", "/api/kiosk/progress/water-cycle", None, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 404}),
    ("PUT", "/api/kiosk/progress/water-cycle", PLACE, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 204}),
    ("GET", "/api/kiosk/progress/water-cycle", None, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 200}),
    ("POST", "/api/kiosk/finish", claim(runId=OTHER_RUN), {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 200}),
    ("POST", "/api/timeback/activity/heartbeat", heartbeat(), {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 204}),
    ("POST", "/api/timeback/activity/submit", submit(), {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 204}),
    ("GET", "/api/timeback/user/me", None, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 200}),
    ("GET", "/api/timeback/user/verify", None, {NOBODY: 401, WRONG: 401, REVOKED: 401, STUDENT: 200}),
    ("GET", "/api/kiosk/nothing", None, {NOBODY: 404, WRONG: 404, REVOKED: 404, STUDENT: 404}),
    ("DELETE", "/api/kiosk/hello", None, {NOBODY: 405, WRONG: 405, REVOKED: 405, STUDENT: 405}),
]


@pytest.fixture
def server(database: Database, clock: ManualClock, cloud: Backend) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock, cloud) as running:
        yield running


def test_every_row_of_the_table_holds(server: Schoolhouse, clock: ManualClock) -> None:
    database = server.school.database
    revoked = give_token(database, clock, BEN)
    with database.write() as db:
        assert students.revoke(db, students.find(db, BEN).id, epoch_ms(clock.utc_now())) == 1
    tokens = {NOBODY: {}, WRONG: bearer("wrong"), REVOKED: bearer(revoked), STUDENT: bearer(server.token)}
    for method, route, body, expected in ROWS:
        answers = {who: server.http.request(method, route, json=body, headers=tokens[who]) for who in expected}
        assert {who: answer.status_code for who, answer in answers.items()} == expected, (method, route)
        refusals = [answer.json() for answer in answers.values() if answer.status_code >= 400]
        assert all(set(refusal) == {"error"} and refusal["error"]["code"] for refusal in refusals)


def test_a_student_sees_and_sends_only_their_own(server: Schoolhouse, clock: ManualClock) -> None:
    ben = give_token(server.school.database, clock, BEN)
    server.post("/api/timeback/activity/heartbeat", heartbeat())
    assert server.post("/api/timeback/activity/heartbeat", heartbeat(), ben).status_code == 400
    for method, route, body in (
        ("PUT", "/api/kiosk/progress/fractions", PLACE),
        ("POST", "/api/kiosk/finish", claim()),
    ):
        theirs = {**body, "runId": heartbeat()["runId"]}
        answer = server.http.request(method, route, json=theirs, headers=bearer(ben))
        assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, "runId")
    mine, his = (server.get("/api/kiosk/outbox", token).json() for token in (server.token, ben))
    assert (mine["waiting"] + mine["delivered"], his["waiting"] + his["delivered"]) == (1, 0)


def test_a_token_is_nowhere_in_the_database_and_a_second_one_leaves_the_first(
    server: Schoolhouse, clock: ManualClock
) -> None:
    second = give_token(server.school.database, clock, ANA)
    for token in (server.token, second):
        assert server.get("/api/kiosk/outbox", token).status_code == 200
    with server.school.database.read() as db:
        kept = db.exec_driver_sql("SELECT * FROM tokens").all()
    assert len(kept) == 2
    assert not any(token in str(kept) for token in (server.token, second))
