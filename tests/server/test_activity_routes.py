"""The two counting routes, in local mode: what they take, and that they answer as the SDK's own do."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.protocol.outcomes import Answer, Outcome, judge
from kiosk.server.database import Database
from kiosk.server.limits import LARGEST_BODY
from kiosk.server.schema import events
from tests.demo.wire import RUN, heartbeat, submit
from tests.server.schoolhouse import (
    ANA,
    BEN,
    HEARTBEAT,
    SUBMIT,
    Schoolhouse,
    bearer,
    give_token,
    on_both,
    schoolhouse,
)


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


def counted(database: Database) -> tuple[int, int]:
    """How many events there are, and their active time."""
    with database.read() as db:
        row = db.execute(select(func.count(), func.coalesce(func.sum(events.c.active_ms), 0)).select_from(events)).one()
    return int(row[0]), int(row[1])


@on_both
def test_a_window_is_taken_once_at_any_age(server: Schoolhouse, clock: ManualClock) -> None:
    first = server.post(HEARTBEAT, heartbeat())
    clock.advance(400 * 86_400_000)
    again = server.post(HEARTBEAT, heartbeat())

    assert (first.status_code, first.content) == (204, b"")
    assert (again.status_code, again.json()) == (200, {"duplicate": True})
    assert counted(server.school.database) == (1, 12_345)


def test_the_same_start_of_the_same_run_is_the_same_window(server: Schoolhouse) -> None:
    server.post(HEARTBEAT, heartbeat())
    spellings: list[dict[str, Any]] = [
        {"startedAt": "2026-01-27T11:00:00.000+01:00"},
        {"runId": RUN.upper()},
        {"elapsedMs": 14_000, "endedAt": "2026-01-27T10:00:20.000Z"},
    ]
    for changes in spellings:
        assert server.post(HEARTBEAT, heartbeat(**changes)).json() == {"duplicate": True}
    assert counted(server.school.database) == (1, 12_345)


def test_another_start_and_another_run_are_other_windows(server: Schoolhouse) -> None:
    others = [{}, {"startedAt": "2026-01-27T09:59:59.999Z"}, {"runId": RUN.replace("3", "4")}]
    assert [server.post(HEARTBEAT, heartbeat(**changes)).status_code for changes in others] == [204] * 3


@on_both
def test_a_completion_is_taken_once_by_its_run_and_end(server: Schoolhouse) -> None:
    answers = [server.post(SUBMIT, submit()), server.post(SUBMIT, submit())]
    other = server.post(SUBMIT, submit(endedAt="2026-01-27T10:03:00.001Z"))

    assert [answer.status_code for answer in [*answers, other]] == [204, 200, 204]
    assert counted(server.school.database) == (2, 0)


def test_our_kiosk_takes_every_answer_to_a_good_message_as_delivered(server: Schoolhouse) -> None:
    for route, body in ((HEARTBEAT, heartbeat()), (SUBMIT, submit())):
        for _ in range(2):
            answer = server.post(route, body)
            assert judge(Answer(answer.status_code, answer.content)).outcome is Outcome.DELIVERED


@on_both
def test_the_same_window_from_eight_threads_at_once_counts_once(server: Schoolhouse) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: server.post(HEARTBEAT, heartbeat()).status_code, range(8)))

    assert sorted(answers) == [200] * 7 + [204]
    assert counted(server.school.database) == (1, 12_345)


@on_both
def test_nobody_can_send_time_to_the_run_of_somebody_else(server: Schoolhouse, clock: ManualClock) -> None:
    ben = give_token(server.school.database, clock, BEN)
    server.post(HEARTBEAT, heartbeat())

    answer = server.post(HEARTBEAT, heartbeat(startedAt="2026-01-27T10:00:15.000Z"), ben)

    assert (answer.status_code, answer.json()["error"]["details"]["field"]) == (400, "runId")
    assert counted(server.school.database) == (1, 12_345)


REFUSED = [
    (HEARTBEAT, heartbeat(elapsedMs=1.5)),
    (HEARTBEAT, heartbeat(elapsedMs=-1)),
    (HEARTBEAT, heartbeat(pausedMs=True)),
    (HEARTBEAT, heartbeat(runId="one")),
    (HEARTBEAT, heartbeat(startedAt="2026-01-27T10:00:00")),
    (HEARTBEAT, heartbeat(id="  ")),
    (HEARTBEAT, heartbeat(course={"code": "NOWHERE"})),
    (HEARTBEAT, heartbeat(course={"subject": "Math", "grade": 13})),
    (HEARTBEAT, heartbeat(course=[])),
    (SUBMIT, submit(metrics={})),
    (SUBMIT, submit(metrics={"xpEarned": 1, "totalQuestions": 1})),
    (SUBMIT, submit(metrics={"xpEarned": 1, "totalQuestions": 1, "correctQuestions": 2})),
    (SUBMIT, submit(process="yes")),
    (SUBMIT, submit(course={"subject": "Math", "grade": 12})),
]


def test_what_the_sdk_server_refuses_is_refused_with_its_own_words(server: Schoolhouse, cloud: Backend) -> None:
    cloud.allow("ana", ANA)
    for route, body in REFUSED:
        ours = server.post(route, body)
        theirs = httpx.post(f"{cloud.url}{route.removeprefix('/api/timeback')}", json=body, headers=bearer("ana"))
        assert (ours.status_code, ours.json()) == (theirs.status_code, theirs.json()), body
    assert counted(server.school.database) == (0, 0)


NO_OBJECTS = [(b"[]", "body"), (b"null", "body"), (b"{", None), (b"\xff", None), (b"[" * 100_000, None)]


def test_a_body_that_is_no_object_is_a_plain_400(server: Schoolhouse) -> None:
    for raw, field in NO_OBJECTS:
        answer = server.http.post(HEARTBEAT, content=raw, headers=bearer(server.token))
        assert (answer.status_code, blamed(answer)) == (400, field), raw[:10]


NEVER = [
    (HEARTBEAT, heartbeat(startedAt="2026-02-31T10:00:00.000Z"), "startedAt"),
    (HEARTBEAT, heartbeat(endedAt="2026-01-27T25:00:00.000Z"), "endedAt"),
    (HEARTBEAT, heartbeat(elapsedMs=86_400_001), "elapsedMs"),
    (HEARTBEAT, heartbeat(pausedMs=10**40), "elapsedMs"),
    (HEARTBEAT, heartbeat(id="a\0b"), "id"),
    (HEARTBEAT, heartbeat(name="half \ud83d"), "name"),
    (SUBMIT, submit(endedAt="2026-02-31T10:00:00.000Z"), "endedAt"),
    (SUBMIT, submit(metrics={"xpEarned": float("nan")}), None),
    (SUBMIT, submit(metrics={"xpEarned": float("inf")}), None),
]


def test_what_timeback_could_never_take_is_refused_at_the_door(server: Schoolhouse) -> None:
    for route, body, field in NEVER:
        answer = server.http.post(route, content=json.dumps(body), headers=bearer(server.token))
        assert (answer.status_code, blamed(answer)) == (400, field), body
    assert counted(server.school.database) == (0, 0)


def blamed(answer: httpx.Response) -> str | None:
    fault = answer.json()["error"]
    assert fault["code"] == "INVALID_PAYLOAD"
    field: str | None = fault.get("details", {}).get("field")
    return field


def test_a_body_that_is_too_long_is_refused(server: Schoolhouse) -> None:
    answer = server.http.post(HEARTBEAT, content=b" " * (LARGEST_BODY + 1), headers=bearer(server.token))
    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "TOO_LARGE")


def test_no_token_no_entry_whatever_the_body(server: Schoolhouse) -> None:
    for headers in ({}, bearer("wrong"), {"Authorization": server.token}):
        answer = server.http.post(HEARTBEAT, content=b"{", headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (401, "UNAUTHORIZED")


def test_a_course_that_timeback_does_not_have_yet_is_taken_all_the_same(database: Database, clock: ManualClock) -> None:
    with schoolhouse(database, clock, env="production") as server:
        assert server.post(HEARTBEAT, heartbeat()).status_code == 204


def test_without_credentials_the_sdks_other_routes_say_so(server: Schoolhouse) -> None:
    for method, route in (("GET", "user/me"), ("POST", "lessons/list")):
        answer = server.http.request(method, f"/api/timeback/{route}", headers=bearer(server.token))
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "NOT_CONNECTED")
