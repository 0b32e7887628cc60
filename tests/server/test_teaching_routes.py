"""A teacher hands out, opens and pauses over JSON: for students of the teacher's own classes, and nobody else's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk.clock import ManualClock
from kiosk.server import launches, library, students
from kiosk.server.database import Database
from kiosk.server.limits import LARGEST_BODY, LARGEST_UPLOAD
from kiosk.server.teachers import CSRF_HEADER
from tests.server.classroom import Browser, add_teacher, browser, now_ms
from tests.server.handing import class_id, fill_classes, write_lesson
from tests.server.schoolhouse import ANA, BEN, CORA, Schoolhouse, schoolhouse

WATER = "water-cycle"


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    """Ms Okafor has 3b, where Ana and Ben are, and not 4a, where Cora is."""
    fill_classes(database, now_ms(clock))
    add_teacher(database, "3b")
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def teacher(server: Schoolhouse) -> Iterator["Desk"]:
    with browser(server) as opened:
        assert opened.sign_in().status_code == 200
        yield Desk(opened)


class Desk:
    """What the console's pages send."""

    def __init__(self, opened: Browser) -> None:
        self._http = opened.http
        self._csrf = opened.csrf()

    def send(self, method: str, path: str, body: Any = None, **more: Any) -> httpx.Response:
        headers = {CSRF_HEADER: self._csrf, "Accept": "application/json"}
        json = {} if body is None else {"json": body}
        return self._http.request(method, f"/teacher/api/{path}", headers=headers, **json, **more)


def test_an_uploaded_lesson_is_handed_out_and_taken_back(teacher: Desk, database: Database, tmp_path: Path) -> None:
    [package] = library.read_packages(write_lesson(tmp_path / "halves"))
    uploaded = teacher.send("PUT", "lessons?name=halves.zip", content=package.data)
    told = {"lesson": "halves", "title": "Halves", "version": "1", "isNew": True}
    assert (uploaded.status_code, uploaded.json()) == (200, {"lessons": [told]})
    assert [each["lesson"] for each in teacher.send("GET", "lessons").json()["added"]] == ["halves"]
    body = {"lesson": "halves", "class": class_id(database), "until": "2026-01-09", "order": 3}
    [number] = teacher.send("POST", "assignments", body).json()["assignments"]
    [row] = teacher.send("GET", "assignments").json()["assignments"]
    assert (row["id"], row["until_day"], row["position"]) == (number, "2026-01-09", 3)
    assert teacher.send("DELETE", f"assignments/{number}").status_code == 204
    assert teacher.send("GET", "assignments").json() == {"assignments": []}
    assert teacher.send("DELETE", f"assignments/{number}").status_code == 404


def test_an_upload_that_is_no_lesson_is_refused_in_a_sentence(teacher: Desk) -> None:
    refused = teacher.send("PUT", "lessons?name=../../halves.zip", content=b"PK not really")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "LESSON_FAULT")
    assert refused.json()["error"]["message"].startswith("halves.zip")


def test_a_launch_is_made_for_a_class_and_for_students_and_its_state_is_seen(teacher: Desk, database: Database) -> None:
    for whom in ({"class": class_id(database)}, {"students": [ANA, BEN]}):
        made = teacher.send("POST", "launches", {"lesson": WATER, "minutes": 5, **whom})
        assert (made.status_code, len(made.json()["launches"])) == (201, 2)
    shown = teacher.send("GET", "launches").json()["launches"]
    assert [(each["student"], each["state"], each["is_over"]) for each in shown] == [
        ("Ben", "sent", False),
        ("Ana", "sent", False),
        ("Ben", "sent", True),
        ("Ana", "sent", True),
    ]


def test_a_launch_is_recalled_once_and_only_by_a_teacher_of_the_student(
    teacher: Desk, database: Database, clock: ManualClock
) -> None:
    first, second = teacher.send("POST", "launches", {"lesson": WATER, "students": [ANA, BEN]}).json()["launches"]
    assert teacher.send("DELETE", f"launches/{first}").status_code == 204
    assert teacher.send("DELETE", f"launches/{first}").status_code == 404
    shown = teacher.send("GET", "launches").json()["launches"]
    assert {each["id"]: each["state"] for each in shown} == {first: "recalled", second: "sent"}
    with database.write() as db:
        cora = students.find(db, CORA).id
        [hers] = launches.launch(db, WATER, "Water", [cora], now_ms(clock), now_ms(clock) + 60_000)
    assert teacher.send("DELETE", f"launches/{hers}").status_code == 404


def test_a_class_is_paused_and_goes_on(teacher: Desk, database: Database, clock: ManualClock) -> None:
    number = class_id(database)
    assert teacher.send("PUT", f"classes/{number}/pause", {"seconds": 90}).status_code == 200
    with database.read() as db:
        [pause] = launches.pauses_under_way(db, now_ms(clock))
    assert pause.ends_ms == now_ms(clock) + 90_000
    assert teacher.send("DELETE", f"classes/{number}/pause").status_code == 204
    with database.read() as db:
        assert launches.pauses_under_way(db, now_ms(clock)) == []


def test_another_teachers_class_and_students_are_not_there(teacher: Desk, database: Database) -> None:
    other = class_id(database, "4a")
    for method, path, body in (
        ("POST", "assignments", {"lesson": WATER, "class": other}),
        ("POST", "launches", {"lesson": WATER, "students": [ANA, CORA]}),
        ("POST", "launches", {"lesson": WATER, "students": ["nobody@example.com"]}),
        ("PUT", f"classes/{other}/pause", {"seconds": 5}),
        ("DELETE", f"classes/{other}/pause", None),
        ("PUT", "classes/999/pause", {"seconds": 5}),
    ):
        assert teacher.send(method, path, body).status_code == 404, path
    with database.read() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM announcements").scalar() == 0


def test_what_cannot_be_done_says_so(teacher: Desk) -> None:
    for path, body, status in (
        ("assignments", {"lesson": WATER}, 400),
        ("assignments", {"lesson": "thirds", "students": [ANA]}, 422),
        ("assignments", {"lesson": WATER, "students": [ANA], "until": "Friday"}, 422),
        ("assignments", {"lesson": WATER, "students": [ANA], "order": 1.5}, 400),
        ("launches", {"lesson": WATER, "students": ANA}, 400),
        ("launches", {"lesson": " ", "students": [ANA]}, 400),
        ("launches", {"lesson": WATER, "students": [ANA], "minutes": 20_000}, 422),
    ):
        refused = teacher.send("POST", path, body)
        assert (refused.status_code, set(refused.json())) == (status, {"error"}), body


def test_nobody_without_a_session_and_nothing_without_the_csrf_token(server: Schoolhouse) -> None:
    for method, path in (("GET", "lessons"), ("PUT", "lessons?name=a"), ("POST", "launches"), ("GET", "launches")):
        assert server.http.request(method, f"/teacher/api/{path}").status_code == 401
    with browser(server) as opened:
        opened.sign_in()
        assert opened.http.post("/teacher/api/launches", json={"lesson": WATER}).status_code == 403


def test_only_an_upload_may_be_large(teacher: Desk) -> None:
    body = b"x" * (LARGEST_BODY + 1)
    assert teacher.send("PUT", "lessons?name=a.zip", content=body).status_code == 422
    assert teacher.send("POST", "launches", content=body).status_code == 413
    assert LARGEST_UPLOAD > LARGEST_BODY
