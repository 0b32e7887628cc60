"""Who may what: the table in docs/server.md, row by row."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.server import devices, enrolling, launches, students
from kiosk.server.database import Database
from tests.demo.wire import heartbeat, submit
from tests.server.handing import shelve, write_lesson
from tests.server.schoolhouse import ANA, BEN, CORA, Schoolhouse, bearer, give_token, schoolhouse
from tests.server.test_batch import beat
from tests.server.test_finishing import claim

NOBODY, WRONG, REVOKED, STUDENT = "nobody", "a wrong token", "a revoked token", "a student"
DEVICE = "a device alone"
OWN = "a device for a student of its class"
FORMER = "a device for a student who has left its class"
OTHER = "a device for a student of another class"
UNKNOWN = "a device for a student nobody knows"
TWO = "a student who names a student"
REVOKED_DEVICE = "a revoked device for a student of its class"

OTHER_RUN = "cccccccc-9d0c-4c8a-8e1e-0a5b0d6f1c11"
BATCH_RUN = "dddddddd-9d0c-4c8a-8e1e-0a5b0d6f1c11"
DRAWN = {"it is": "sent as JSON, too"}
DIGEST = sha256(httpx.Request("PUT", "", json=DRAWN).content).hexdigest()
DRAWING = {"response": {"RESPONSE": [f"{DIGEST} drawing.png"]}, "attempts": []}
PLACE = {"runId": "bbbbbbbb-9d0c-4c8a-8e1e-0a5b0d6f1c11", "page": 1, "answers": {"drawn": DRAWING}}

NONE_OF_THEM = {NOBODY: 401, WRONG: 401, REVOKED: 401, REVOKED_DEVICE: 401, DEVICE: 401, TWO: 401}
NOT_THERE = {OTHER: 404, UNKNOWN: 404}


def students_only(code: int, again: int | None = None, former: int | None = None) -> dict[str, int]:
    """Who acts for a student: the answer is `code`, `again` once it was said before, and `former` for another one."""
    again = code if again is None else again
    return {**NONE_OF_THEM, **NOT_THERE, STUDENT: code, OWN: again, FORMER: code if former is None else former}


def everybody(code: int) -> dict[str, int]:
    return dict.fromkeys((*NONE_OF_THEM, *NOT_THERE, STUDENT, OWN, FORMER), code)


MINUTE_MS = 60_000
ROSTER = {**dict.fromkeys((NOBODY, WRONG, REVOKED, STUDENT, REVOKED_DEVICE, TWO), 401), DEVICE: 200}
HEARTBEAT, SUBMIT = "/api/timeback/activity/heartbeat", "/api/timeback/activity/submit"

LISTENERS = {**students_only(200), DEVICE: 200}
"""A device alone asks for all of its students."""

TELLERS = {**everybody(204), **dict.fromkeys(NONE_OF_THEM, 401), DEVICE: 204}
"""A device names the students in the body; those who are not its own are left out."""

ROWS: list[tuple[str, str, object, dict[str, int]]] = [
    ("GET", "/api/kiosk/hello", None, everybody(200)),
    ("POST", "/api/kiosk/enroll", {"code": "AAAA-AAAA", "name": "x"}, everybody(404)),
    ("GET", "/api/kiosk/roster", None, ROSTER),
    ("GET", "/api/kiosk/outbox", None, students_only(200)),
    ("GET", "/api/kiosk/progress/water-cycle", None, students_only(404)),
    ("PUT", "/api/kiosk/progress/water-cycle", PLACE, students_only(204, former=400)),
    ("GET", "/api/kiosk/progress/water-cycle", None, students_only(200, former=404)),
    ("GET", f"/api/kiosk/files/{DIGEST}", None, students_only(404)),
    ("PUT", f"/api/kiosk/files/{DIGEST}", DRAWN, students_only(204, former=404)),
    ("GET", f"/api/kiosk/files/{DIGEST}", None, students_only(200, former=404)),
    ("POST", "/api/kiosk/finish", claim(runId=OTHER_RUN), students_only(200, former=400)),
    ("POST", "/api/kiosk/batch", {"messages": [beat(heartbeat(runId=BATCH_RUN))]}, students_only(200)),
    ("PUT", "/api/kiosk/presence", {"students": []}, TELLERS),
    ("GET", "/api/kiosk/events", None, LISTENERS),
    ("GET", "/api/kiosk/assignments", None, LISTENERS),
    ("GET", "/api/kiosk/lessons/halves/{package}.zip", None, LISTENERS),
    ("POST", "/api/kiosk/launches/1", {"state": "seen"}, {**students_only(204, former=404), DEVICE: 204}),
    ("POST", HEARTBEAT, heartbeat(), students_only(204, again=200, former=400)),
    ("POST", SUBMIT, submit(), students_only(204, again=200, former=400)),
    ("GET", "/api/timeback/user/me", None, {**everybody(401), STUDENT: 200, OWN: 200, FORMER: 200}),
    ("GET", "/api/timeback/user/verify", None, {**everybody(401), STUDENT: 200, OWN: 200, FORMER: 200}),
    ("GET", "/api/kiosk/nothing", None, everybody(404)),
    ("DELETE", "/api/kiosk/hello", None, everybody(405)),
]


@pytest.fixture
def server(database: Database, clock: ManualClock, cloud: Backend) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock, cloud) as running:
        yield running


def test_every_row_of_the_table_holds(server: Schoolhouse, clock: ManualClock, tmp_path: Path) -> None:
    """Ana is in 3b; Ben was, and is in 4a now; Cora is in 4a. The devices are of 3b. A lesson was opened for Ana."""
    database, now_ms = server.school.database, epoch_ms(clock.utc_now())
    revoked = give_token(database, clock, BEN, "3b")
    give_token(database, clock, CORA, "4a")
    with database.write() as db:
        assert students.revoke(db, students.find(db, BEN).id, now_ms) == 1
        students.move(db, students.find(db, ANA).id, "3b", None, now_ms)
        students.move(db, students.find(db, BEN).id, "4a", None, now_ms)
        made = [enrolling.enrol(db, enrolling.new_code(db, ["3b"], 15, now_ms).text, "x", now_ms) for _ in range(2)]
        devices.revoke(db, made[1][0].id, now_ms)
    package = shelve(database, write_lesson(tmp_path / "halves"), now_ms)
    with database.write() as db:
        ana = students.find(db, ANA).id
        assert launches.launch(db, "halves", "Halves", [ana], now_ms, now_ms + MINUTE_MS) == [1]
    device, revoked_device = (bearer(token) for _, token in made)
    tokens = {
        NOBODY: {},
        WRONG: bearer("wrong"),
        REVOKED: bearer(revoked),
        STUDENT: bearer(server.token),
        DEVICE: {**device, "Kiosk-Start": "start 1"},
        OWN: {**device, "Kiosk-Student": ANA.upper()},
        FORMER: {**device, "Kiosk-Student": BEN},
        OTHER: {**device, "Kiosk-Student": CORA},
        UNKNOWN: {**device, "Kiosk-Student": "nobody%00@example.com"},
        TWO: {**bearer(server.token), "Kiosk-Student": ANA},
        REVOKED_DEVICE: {**revoked_device, "Kiosk-Student": ANA},
    }
    for method, route, body, expected in ROWS:
        asking = sorted(expected, key=list(tokens).index)
        url, headers = route.format(package=package.digest), {"Accept": "application/json"}
        answers = {
            who: server.http.request(method, url, json=body, headers={**tokens[who], **headers}) for who in asking
        }
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
