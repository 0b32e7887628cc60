"""Who may what of the teachers' pages: each page and form as a row, for everybody who might ask."""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest

from kiosk.clock import ManualClock
from kiosk.server import assigning, audit, devices, outbox
from kiosk.server.assigning import Span, Target
from kiosk.server.database import Database
from kiosk.server.limits import UPLOADS
from kiosk.server.teachers import CSRF_HEADER
from tests.server.classroom import Browser, add_teacher, add_window, browser, now_ms
from tests.server.handing import class_id, device_token, fill_classes, shelve, student_id, write_lesson
from tests.server.schoolhouse import ANA, CORA, Schoolhouse, bearer, give_token, schoolhouse

OTHER, ADMIN = "other@example.com", "admin@example.com"
NOBODY, STUDENT, DEVICE = "nobody", "a student", "a device"
THEIRS, OTHERS, EVERYBODYS = "a teacher of the class", "a teacher of another class", "an admin"

OUTSIDE = dict.fromkeys((NOBODY, STUDENT, DEVICE), 401)


def own(code: int = 200) -> dict[str, int]:
    """For the class's teachers and admins."""
    return {**OUTSIDE, OTHERS: 404, THEIRS: code, EVERYBODYS: code}


def every_teacher(code: int = 200) -> dict[str, int]:
    return {**OUTSIDE, OTHERS: code, THEIRS: code, EVERYBODYS: code}


def admins(code: int = 200) -> dict[str, int]:
    return {**OUTSIDE, OTHERS: 403, THEIRS: 403, EVERYBODYS: code}


PAGES: list[tuple[str, dict[str, int]]] = [
    ("/classes/{a}", own()),
    ("/classes/{a}/live", own()),
    ("/classes/{a}/open", own()),
    ("/classes/{a}/assign", own()),
    ("/time?class={a}", own()),
    ("/time.csv?class={a}", own()),
    ("/classes/999/open", every_teacher(404)),
    ("/time", every_teacher()),
    ("/plan", every_teacher()),
    ("/lessons", every_teacher()),
    ("/lessons/halves", every_teacher()),
    ("/lessons/nothing", every_teacher(404)),
    ("/kiosks", every_teacher()),
    ("/roster", admins()),
    ("/", {**every_teacher(303), EVERYBODYS: 200}),  # with one class it leads there
    ("/students/{ana}", own()),
    ("/students/{ana}/wrong-person", own()),
    ("/parked", every_teacher()),
    ("/log", every_teacher()),
]

FORMS: list[tuple[str, dict[str, str], dict[str, int]]] = [
    ("/classes/{a}/open", {"lesson": "loops", "student": "{ana}", "minutes": "0"}, own(303)),
    ("/classes/{a}/open", {"lesson": "loops", "student": "{cora}", "minutes": "0"}, own(400)),
    ("/classes/{a}/recall", {"launch": "999"}, own(303)),
    ("/classes/{a}/pause", {"minutes": "5"}, own(303)),
    ("/classes/{a}/go-on", {}, own(303)),
    ("/classes/{a}/assign", {"lesson": "loops", "whom": "class", "order": "0"}, own(303)),
    ("/classes/{a}/assign", {"lesson": "loops", "whom": "students", "student": "{cora}", "order": "0"}, own(400)),
    ("/assignments/1/end", {}, {**own(404), THEIRS: 303}),  # once it is ended there is none
    ("/kiosks", {"class": "{a}"}, own()),
    ("/kiosks/1/name", {"name": "Window 4"}, own(303)),
    ("/kiosks/1/shut-out", {}, own(303)),
    ("/kiosks/2/shut-out", {}, {**own(404), EVERYBODYS: 303}),  # a kiosk of both classes: it is no teacher's alone
    ("/lessons", {}, every_teacher(422)),
    ("/lessons/halves/versions/{digest}", {}, every_teacher(303)),
    ("/roster", {}, admins(422)),
    ("/roster/import", {"export": "AAAA"}, admins(422)),
    ("/students/{ana}/wrong-person", {"event": "999", "to": "{cora}"}, {**own(404), EVERYBODYS: 200}),
    ("/parked/1/again", {}, {**own(404), THEIRS: 303}),  # once it is sent again it is not parked
    ("/claims/999/decide", {}, every_teacher(404)),
    ("/corrections/999/done", {}, every_teacher(404)),
]

API: list[tuple[str, str, dict[str, Any] | None, dict[str, int]]] = [
    ("GET", "/api/lessons", None, every_teacher()),
    ("PUT", "/api/lessons?name=halves.zip", {}, every_teacher(422)),
    ("GET", "/api/assignments", None, every_teacher()),
    ("POST", "/api/assignments", {"lesson": "loops", "class": "{a}"}, own(201)),
    ("POST", "/api/assignments", {"lesson": "loops", "students": [CORA]}, {**every_teacher(201), THEIRS: 404}),
    ("DELETE", "/api/assignments/1", None, {**own(404), THEIRS: 204}),
    ("GET", "/api/launches", None, every_teacher()),
    ("POST", "/api/launches", {"lesson": "loops", "class": "{a}"}, own(201)),
    ("DELETE", "/api/launches/999", None, every_teacher(404)),
    ("PUT", "/api/classes/{a}/pause", {"seconds": 60}, own()),
    ("DELETE", "/api/classes/{a}/pause", None, own(204)),
]


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    """Ana and Ben are in 3b, Cora in 4a; the one kiosk is of 3b, the other of both."""
    fill_classes(database, now_ms(clock))
    add_teacher(database, "3b")
    add_teacher(database, "4a", email=OTHER)
    add_teacher(database, email=ADMIN, is_admin=True)
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def words(database: Database, clock: ManualClock, server: Schoolhouse, tmp_path: Path) -> dict[str, str]:  # noqa: ARG001 - the rows are in its database
    """What stands for the words in braces."""
    package = shelve(database, write_lesson(tmp_path / "halves"), now_ms(clock))
    token = device_token(database, now_ms(clock), "3b")
    device_token(database, now_ms(clock), "3b", "4a")
    with database.write() as db:
        assigning.assign(db, "halves", Target(class_id(database)), Span(), 0, now_ms(clock))
    ana, cora = (str(student_id(database, each)) for each in (ANA, CORA))
    add_window(database, int(ana), now_ms(clock), 1)
    with database.write() as db:
        outbox.park(db, 1, "Timeback answered 422")
    return {"a": str(class_id(database)), "ana": ana, "cora": cora, "digest": package.digest, "token": token}


@pytest.fixture
def askers(
    server: Schoolhouse, database: Database, clock: ManualClock, words: dict[str, str]
) -> Iterator[dict[str, Browser]]:
    with (
        browser(server, follows=False) as theirs,
        browser(server, follows=False) as others,
        browser(server, follows=False) as admin,
        browser(server, follows=False) as student,
        browser(server, follows=False) as device,
        browser(server, follows=False) as nobody,
    ):
        theirs.sign_in()
        others.sign_in(OTHER)
        admin.sign_in(ADMIN)
        student.http.headers.update(bearer(give_token(database, clock)))
        device.http.headers.update(bearer(words["token"]))
        for outside in (student, device, nobody):
            outside.http.headers["Accept"] = "application/json"
        yield {THEIRS: theirs, OTHERS: others, EVERYBODYS: admin, STUDENT: student, DEVICE: device, NOBODY: nobody}


def test_every_page_is_for_whom_the_table_says_and_shows_only_what_is_theirs(
    askers: dict[str, Browser], words: dict[str, str]
) -> None:
    for path, expected in PAGES:
        got = {who: askers[who].open(path.format_map(words)).status_code for who in expected}
        assert got == expected, path
    assert "halves" in askers[THEIRS].open("/plan").text
    assert "halves" not in askers[OTHERS].open("/plan").text
    assert 'class="chip good">3b' in askers[THEIRS].open("/lessons").text
    assert 'class="chip good">3b' not in askers[OTHERS].open("/lessons").text
    kiosks = askers[OTHERS].open("/kiosks").text
    assert 'id="kiosk-1"' not in kiosks
    assert 'id="kiosk-2"' in kiosks
    assert "/kiosks/2/shut-out" not in kiosks
    assert f"/classes/{words['a']}/assign" not in askers[OTHERS].open("/lessons/halves").text


def test_every_form_is_for_whom_the_table_says_and_for_nobody_without_its_token(
    askers: dict[str, Browser], words: dict[str, str], database: Database
) -> None:
    rows = [
        (path.format_map(words), {name: value.format_map(words) for name, value in form.items()}, expected)
        for path, form, expected in FORMS
    ]
    with database.read() as db:
        before = len(audit.entries(db, None))
    for path, form, _ in rows:
        for file in (None, {"file": ("halves.zip", b"x" * (2_000_000 if f"/teacher{path}" in UPLOADS else 1000))}):
            answer = askers[EVERYBODYS].http.post(f"/teacher{path}", data={**form, "csrf": "x"}, files=file)
            assert answer.status_code == HTTPStatus.FORBIDDEN, path
    with database.read() as db:
        assert len(audit.entries(db, None)) == before
        assert devices.find(db, 1).revoked_ms is None
    tokens = {who: askers[who].csrf() for who in (THEIRS, OTHERS, EVERYBODYS)}
    for path, form, expected in rows:
        got = {who: askers[who].send(path, form, tokens.get(who, "x")).status_code for who in expected}
        assert got == expected, path


def test_every_route_of_the_pages_own_interface_is_for_whom_the_table_says(
    askers: dict[str, Browser], words: dict[str, str]
) -> None:
    tokens = {who: askers[who].csrf() for who in (THEIRS, OTHERS, EVERYBODYS)}
    for method, path, body, expected in API:
        said = json.loads(json.dumps(body).replace('"{a}"', words["a"]))
        url, got = f"/teacher{path.format_map(words)}", {}
        for who in expected:
            headers = {"Accept": "application/json", CSRF_HEADER: tokens.get(who, "")}
            got[who] = askers[who].http.request(method, url, json=said, headers=headers).status_code
            if who in tokens and method != "GET":
                without = askers[who].http.request(method, url, json=said, headers={"Accept": "application/json"})
                assert without.status_code == HTTPStatus.FORBIDDEN, path
        assert got == expected, (method, path)
