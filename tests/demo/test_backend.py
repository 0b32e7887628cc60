import json
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest

from kiosk import resources
from kiosk.demo.backend import Backend
from kiosk.demo.cloud_log import Window
from kiosk.errors import UsageError
from tests.demo.conftest import STUDENTS, TOKENS, client
from tests.demo.wire import RUN, heartbeat, submit

HEARTBEAT, SUBMIT = "/activity/heartbeat", "/activity/submit"


def test_a_heartbeat_reaches_the_cloud_with_everything_it_said(backend: Backend, ana: httpx.Client) -> None:
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    (event,) = backend.log.time_spent
    assert (event.run_id, event.email, event.course_id) == (RUN, "ana@example.com", "course-math-3")
    assert event.activity_url == "https://kiosk.example.org/activities/Math/g3/fractions"
    assert (event.active_ms, event.inactive_ms, event.process) == (12_345, 2_655, True)
    assert event.event_time == "2026-01-27T10:00:15.000Z"
    assert event.window == Window(RUN, datetime(2026, 1, 27, 10, tzinfo=UTC))
    assert backend.log.envelopes[0]["sensor"] == "https://kiosk.example.org"


def test_a_window_is_known_by_its_instant_not_by_its_spelling(backend: Backend, ana: httpx.Client) -> None:
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    again = ana.post(HEARTBEAT, json=heartbeat(startedAt="2026-01-27T11:00:00+01:00", elapsedMs=1))
    assert (again.status_code, again.json()) == (200, {"duplicate": True})
    assert len(backend.log.time_spent) == 1


def test_a_window_that_is_counted_twice_is_found(backend: Backend, ana: httpx.Client) -> None:
    window = Window(RUN, datetime(2026, 1, 27, 11, tzinfo=timezone(timedelta(hours=1))))
    ana.post(HEARTBEAT, json=heartbeat())
    ana.post(HEARTBEAT, json=heartbeat(startedAt="2026-01-27T10:00:15.000Z", endedAt="2026-01-27T10:00:30.000Z"))
    assert backend.log.duplicate_windows() == {}
    backend.forget_windows()
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    assert backend.log.duplicate_windows() == {window: 1}
    assert backend.log.active_ms(RUN) == 3 * 12_345


def test_a_completion_reaches_the_cloud_with_its_metrics(backend: Backend, ana: httpx.Client) -> None:
    assert ana.post(SUBMIT, json=submit(pctComplete=67, process=False)).status_code == 204
    (done,) = backend.log.completions
    assert (done.run_id, done.email, done.event_time) == (RUN, "ana@example.com", "2026-01-27T10:03:00.000Z")
    assert (done.xp, done.total, done.correct, done.mastered_units) == (8, 10, 9, None)
    assert (done.attempt, done.pct_complete, done.process) == (1, 67, False)


def test_attempts_count_up_and_a_repeated_end_keeps_its_number(backend: Backend, ana: httpx.Client) -> None:
    for ended_at in ("10:03:00.000Z", "10:03:00.000Z", "10:04:00.000Z", "10:04:00Z"):
        assert ana.post(SUBMIT, json=submit(endedAt=f"2026-01-27T{ended_at}")).status_code == 204
    assert [done.attempt for done in backend.log.completions] == [1, 1, 2, 3]
    assert backend.log.duplicate_completions() == {RUN: 3}


def test_attempts_are_counted_by_student_and_by_form_of_the_selector(backend: Backend, ana: httpx.Client) -> None:
    ana.post(SUBMIT, json=submit())
    ana.post(SUBMIT, json=submit(course={"code": "MATH-3"}, endedAt="2026-01-27T10:04:00.000Z"))
    with client(backend, "oneil") as oneil:
        oneil.post(SUBMIT, json=submit(endedAt="2026-01-27T10:05:00.000Z"))
    assert [done.attempt for done in backend.log.completions] == [1, 1, 1]
    assert backend.log.completions[2].email == "o'neil@example.com"


def test_mastered_units_add_up_to_a_percentage_of_the_course(backend: Backend, ana: httpx.Client) -> None:
    metrics = {"xpEarned": 8, "masteredUnits": 10}
    for minute in (3, 4):
        ana.post(SUBMIT, json=submit(metrics=metrics, endedAt=f"2026-01-27T10:0{minute}:00.000Z"))
    assert [done.pct_complete for done in backend.log.completions] == [25, 50]


def test_a_finished_course_is_accepted(backend: Backend, ana: httpx.Client) -> None:
    for minute in (3, 4):
        body = submit(pctComplete=100, endedAt=f"2026-01-27T10:0{minute}:00.000Z")
        assert ana.post(SUBMIT, json=body).status_code == 204
    assert [done.attempt for done in backend.log.completions] == [1, 2]


def test_a_student_is_verified_and_told_about_the_courses(backend: Backend, ana: httpx.Client) -> None:
    assert ana.get("/user/verify").json() == {"verified": True, "timebackId": "student-1"}
    me = ana.get("/user/me").json()
    assert (me["email"], me["xp"]) == ("ana@example.com", {"today": 0, "all": 0})
    assert me["courses"][0] == {"id": "course-math-3", "code": "MATH-3", "name": "Math 3"}
    with client(backend, "absent") as absent:
        assert absent.get("/user/verify").json() == {"verified": False}
        assert absent.get("/user/me").status_code == 404


@pytest.mark.parametrize("route", [HEARTBEAT, SUBMIT])
@pytest.mark.parametrize(
    ("token", "changes", "refusal"),
    [
        ("ana", {"runId": "not-a-uuid"}, (400, "INVALID_PAYLOAD")),
        ("ana", {"id": " "}, (400, "INVALID_PAYLOAD")),
        ("ana", {"endedAt": "2026-01-27T10:03:00"}, (400, "INVALID_PAYLOAD")),
        ("ana", {"course": {"code": "NOPE"}}, (400, "UNKNOWN_COURSE")),
        ("nobody", {}, (401, "UNAUTHORIZED")),
        ("absent", {}, (404, "USER_RESOLUTION_FAILED")),
        ("twin", {}, (409, "USER_RESOLUTION_FAILED")),
    ],
)
def test_what_a_client_gets_wrong_is_refused_by_name(
    backend: Backend, route: str, token: str, changes: dict[str, Any], refusal: tuple[int, str]
) -> None:
    body = (heartbeat if route == HEARTBEAT else submit)(**changes)
    with client(backend, token) as http:
        answer = http.post(route, json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == refusal
    assert backend.log.envelopes == ()


@pytest.mark.parametrize(("text", "status", "code"), [("{", 400, "INVALID_PAYLOAD"), ("[]", 502, "INTERNAL_ERROR")])
def test_a_body_that_is_no_object_is_refused(ana: httpx.Client, text: str, status: int, code: str) -> None:
    answer = ana.post(HEARTBEAT, content=text)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_an_impossible_date_is_refused_as_if_it_were_an_outage(ana: httpx.Client) -> None:
    assert ana.post(HEARTBEAT, json=heartbeat(startedAt="2026-02-30T10:00:00.000Z")).status_code == 502


@pytest.mark.parametrize("route", [HEARTBEAT, SUBMIT])
def test_when_the_cloud_fails_the_server_answers_502_and_a_second_try_counts_once(
    backend: Backend, ana: httpx.Client, route: str
) -> None:
    body = heartbeat() if route == HEARTBEAT else submit()
    backend.cloud.fail(500)
    answer = ana.post(route, json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (502, "INTERNAL_ERROR")
    assert backend.log.envelopes == ()
    assert ana.post(route, json=body).status_code == 204
    assert (backend.log.duplicate_windows(), backend.log.duplicate_completions()) == ({}, {})


def test_a_busy_cloud_is_tried_three_times_by_the_server_itself(backend: Backend, ana: httpx.Client) -> None:
    backend.cloud.fail(503, times=2)
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    backend.cloud.fail(503, times=3)
    assert ana.post(HEARTBEAT, json=heartbeat(startedAt="2026-01-27T10:00:15.000Z")).status_code == 502


def test_an_outage_of_the_rostering_looks_like_an_absent_student(backend: Backend, ana: httpx.Client) -> None:
    backend.cloud.fail(500, part="users")
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 404
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    backend.cloud.fail(500, part="users")
    assert ana.get("/user/me").status_code == 502


def test_a_course_without_an_id_is_not_synced(tmp_path: Path) -> None:
    config = tmp_path / "timeback.config.json"
    config.write_text(json.dumps({"sensor": "https://a.example", "courses": [{"subject": "Math", "grade": 3}]}))
    with Backend(config, STUDENTS, TOKENS) as backend, client(backend) as ana:
        for route, body in ((HEARTBEAT, heartbeat()), (SUBMIT, submit())):
            answer = ana.post(route, json=body)
            assert (answer.status_code, answer.json()["error"]["code"]) == (503, "MISSING_SYNCED_COURSE_ID")


def test_a_revoked_token_is_refused_until_it_is_allowed_again(backend: Backend, ana: httpx.Client) -> None:
    backend.revoke("ana")
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 401
    assert httpx.post(backend.url + HEARTBEAT, json=heartbeat()).status_code == 401
    backend.allow("ana", "ana@example.com")
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204


def test_answers_can_be_put_in_the_servers_place(backend: Backend, ana: httpx.Client) -> None:
    backend.refuse_next(2, 429, headers={"Retry-After": "7"})
    backend.refuse_next(1, 200, body=b"<html>Welcome to our wifi</html>", headers={"Content-Type": "text/html"})
    answers = [ana.post(HEARTBEAT, json=heartbeat()) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [429, 429, 200, 204]
    assert answers[0].headers["Retry-After"] == "7"
    assert answers[2].text == "<html>Welcome to our wifi</html>"
    assert len(backend.log.time_spent) == 1


def test_a_fault_can_wait_for_one_route(backend: Backend, ana: httpx.Client) -> None:
    backend.refuse_next(1, 500, route="/submit")
    assert ana.post(HEARTBEAT, json=heartbeat()).status_code == 204
    assert ana.post(SUBMIT, json=submit()).status_code == 500
    assert ana.post(SUBMIT, json=submit()).status_code == 204


@pytest.mark.parametrize("sdk_acts", [False, True])
def test_a_cut_connection_leaves_the_client_in_doubt(backend: Backend, ana: httpx.Client, sdk_acts: bool) -> None:
    backend.cut_next(sdk_acts=sdk_acts)
    with pytest.raises(httpx.RemoteProtocolError):
        ana.post(HEARTBEAT, json=heartbeat())
    assert len(backend.log.time_spent) == int(sdk_acts)
    again = ana.post(HEARTBEAT, json=heartbeat())
    assert again.status_code == (200 if sdk_acts else 204)
    assert len(backend.log.time_spent) == 1


def test_a_server_that_was_away_comes_back_at_its_address_and_remembers(backend: Backend, ana: httpx.Client) -> None:
    url = backend.url
    ana.post(HEARTBEAT, json=heartbeat())
    backend.stop()
    backend.stop()
    with pytest.raises(httpx.ConnectError):
        ana.post(HEARTBEAT, json=heartbeat())
    backend.start()
    backend.start()
    assert backend.url == url
    assert ana.post(HEARTBEAT, json=heartbeat()).json() == {"duplicate": True}


def test_a_new_backend_remembers_nothing(backend: Backend, ana: httpx.Client) -> None:
    ana.post(HEARTBEAT, json=heartbeat())
    backend.stop()
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as fresh, client(fresh) as http:
        assert http.post(HEARTBEAT, json=heartbeat()).status_code == 204


def test_nothing_is_left_running() -> None:
    before = threading.enumerate()
    with Backend(resources.sample_config(), STUDENTS, TOKENS) as backend:
        assert httpx.get(f"{backend.url}/user/verify").status_code == 401
        assert threading.enumerate() != before
    assert threading.enumerate() == before


def test_a_port_in_use_is_named(backend: Backend) -> None:
    port = httpx.URL(backend.url).port
    assert port
    second = Backend(resources.sample_config(), STUDENTS, TOKENS, port=port)
    with pytest.raises(UsageError, match=f"127.0.0.1:{port} cannot be used"):
        second.start()


def test_a_reader_can_wait_for_what_is_on_its_way(backend: Backend, ana: httpx.Client) -> None:
    sender = threading.Thread(target=lambda: ana.post(HEARTBEAT, json=heartbeat()))
    sender.start()
    assert backend.log.wait_until(lambda log: log.active_ms(RUN) == 12_345)
    sender.join()
    assert not backend.log.wait_until(lambda log: bool(log.completions), timeout_s=0.01)
