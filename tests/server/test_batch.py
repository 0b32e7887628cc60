"""Many messages in one request: each answered as if alone, counted once however often it comes and with what others."""

import gzip
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kiosk.clock import ManualClock, epoch_ms
from kiosk.protocol.batch import MOST_MESSAGES, PROTOCOL
from kiosk.server import library
from kiosk.server.console.aside import decide_anew
from kiosk.server.database import Database
from kiosk.server.limits import LARGEST_BODY, LARGEST_UNPACKED
from kiosk.server.schema import runs
from tests.demo.wire import RUN, heartbeat, submit
from tests.server.handing import shelve, write_lesson
from tests.server.schoolhouse import BEN, HEARTBEAT, Schoolhouse, bearer, give_token, on_both, schoolhouse
from tests.server.test_activity_routes import counted
from tests.server.test_finishing import LESSON, claim, right_answers
from tests.server.test_forwarding import STARTED_MS, window

BATCH, HELLO = "/api/kiosk/batch", "/api/kiosk/hello"
OTHER_RUN = RUN.replace("3", "4")


def beat(body: Any) -> dict[str, Any]:
    return {"path": "activity/heartbeat", "body": body}


def place(**changes: Any) -> dict[str, Any]:
    body = {"lesson": LESSON.id, "runId": RUN, "page": 1, "answers": {}, "startedMs": STARTED_MS}
    return {"path": "place", "body": body | changes}


def send(server: Schoolhouse, *messages: object, token: str | None = None) -> list[tuple[int, Any]]:
    answer = server.post(BATCH, {"messages": messages}, token)
    assert answer.status_code == 200, answer.text
    return [(told["status"], told.get("body")) for told in answer.json()["answers"]]


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@on_both
def test_each_message_has_its_own_answer_and_a_bad_one_spoils_only_itself(server: Schoolhouse) -> None:
    server.post(HEARTBEAT, window(1))
    told = send(
        server,
        beat(window(0)),
        beat(window(1)),
        beat(window(0)),
        beat(heartbeat(elapsedMs=-1)),
        {"path": "activity/submit", "body": submit()},
        {"path": "nothing", "body": {}},
        beat(None),
        7,
    )
    assert [status for status, _ in told] == [204, 200, 200, 400, 204, 400, 400, 400]
    assert told[1][1] == told[2][1] == {"duplicate": True}
    assert told[3][1] == server.post(HEARTBEAT, heartbeat(elapsedMs=-1)).json()
    assert counted(server.school.database) == (3, 2 * 12_345)


@on_both
def test_the_same_batch_from_eight_threads_at_once_counts_once(server: Schoolhouse) -> None:
    messages = [beat(window(number)) for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda _: send(server, *messages), range(8)))
    assert sorted(status for answers in told for status, _ in answers) == [200] * 140 + [204] * 20
    assert counted(server.school.database) == (20, 20 * 12_345)


@on_both
def test_a_run_of_somebody_else_is_refused_among_ones_own(server: Schoolhouse, clock: ManualClock) -> None:
    ben = give_token(server.school.database, clock, BEN)
    send(server, beat(window(0)))
    told = send(server, beat(window(1)), beat(window(1) | {"runId": OTHER_RUN}), place(), token=ben)
    assert [(status, body and body["error"]["details"]["field"]) for status, body in told] == [
        (400, "runId"),
        (204, None),
        (400, "runId"),
    ]


@on_both
def test_a_run_is_finished_from_the_time_that_comes_with_it(server: Schoolhouse) -> None:
    lesson = {"id": LESSON.id, "name": LESSON.title, "course": LESSON.course.to_wire()}
    windows = [beat(window(number) | lesson | {"elapsedMs": 15_000, "pausedMs": 0}) for number in range(8)]
    told = send(server, {"path": "finish", "body": claim()}, *windows, place(answers=right_answers()))
    assert told[0] == (200, server.post("/api/kiosk/finish", claim()).json())
    assert told[0][1]["metrics"]["xpEarned"] == 2
    assert [status for status, _ in told[1:]] == [204] * 9


def test_a_run_is_scored_by_the_package_that_was_played_at_once_or_when_it_is_there(
    server: Schoolhouse, clock: ManualClock, tmp_path: Path
) -> None:
    database, now_ms = server.school.database, epoch_ms(clock.utc_now())
    folder = write_lesson(tmp_path / "halves", model="stateful")
    [package] = library.read_packages(folder)
    played = claim(lesson="halves", version=f"1+{package.digest[:16]}", answers={}, activeMs=120_000)
    ((status, _),) = send(server, {"path": "finish", "body": played})
    assert status == 202
    shelve(database, folder, now_ms)
    ((status, told),) = send(server, {"path": "finish", "body": played | {"runId": OTHER_RUN}})
    assert (status, told["metrics"]["xpEarned"]) == (200, 2)
    with database.write() as db:
        waiting = db.scalars(select(runs.c.id).where(runs.c.run_id == RUN)).one()
        done = decide_anew(db, waiting, server.school.lessons, server.school.xp, now_ms)
    assert done.metrics == told["metrics"], "its time was kept with it"


def test_a_batch_may_be_packed_and_no_bomb_gets_in(server: Schoolhouse) -> None:
    def packed(body: bytes, *, cut: int = 0) -> int:
        content = gzip.compress(body)
        headers = {**bearer(server.token), "Content-Encoding": "gzip"}
        return server.http.post(BATCH, content=content[: len(content) - cut], headers=headers).status_code

    body = json.dumps({"messages": [beat(window(number)) for number in range(MOST_MESSAGES)]}).encode()
    assert packed(body) == 200
    assert counted(server.school.database)[0] == MOST_MESSAGES
    assert packed(body, cut=9) == 400
    assert packed(b" " * (LARGEST_UNPACKED + 1)) == 413
    assert server.http.post(BATCH, content=b" " * (LARGEST_BODY + 1), headers=bearer(server.token)).status_code == 413


@pytest.mark.parametrize("body", [{}, {"messages": None}, {"messages": [beat({})] * (MOST_MESSAGES + 1)}, []])
def test_what_is_no_batch_is_refused_as_a_whole(server: Schoolhouse, body: object) -> None:
    assert server.post(BATCH, body).status_code == 400


def test_hello_tells_what_both_speak(server: Schoolhouse, url: str) -> None:
    old, new = server.http.get(HELLO).json(), server.http.get(HELLO, params={"protocol": 2}).json()
    assert old == {"protocol": 1, "mode": "local"}
    assert (new["protocol"], new["messages"]) == (2, MOST_MESSAGES), "a kiosk of then takes nothing but 2"
    for asked in (PROTOCOL, PROTOCOL + 1, 99):
        assert server.http.get(HELLO, params={"protocol": asked}).json() == new | {"protocol": PROTOCOL}
    assert server.http.get(HELLO, params={"protocol": "x"}).json() == old
    again = Database(url)
    with again.read() as db:
        assert db.exec_driver_sql("SELECT name FROM ledger_names").all() == [(new["ledger"],)]
    again.close()


def test_a_lesson_that_reports_no_windows_tells_its_time_with_its_end(server: Schoolhouse) -> None:
    ((_, told),) = send(server, {"path": "finish", "body": claim(activeMs=180_000)})
    assert told["metrics"]["xpEarned"] == 3
    ((status, _),) = send(server, {"path": "finish", "body": claim(runId=OTHER_RUN, activeMs=-1)})
    assert status == 400
