"""What students hand in, on the school server: kept while an answer names it, and for nobody else."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from kiosk.clock import ManualClock
from kiosk.lessons.files import LARGEST
from kiosk.lessons.model import RESPONSE
from kiosk.server.database import Database
from kiosk.server.limits import LARGEST_BODY
from kiosk.server.schema import files
from tests.server.schoolhouse import BEN, Schoolhouse, bearer, give_token, on_both, schoolhouse
from tests.server.test_batch import OTHER_RUN, place, send
from tests.server.test_finishing import FINISH, claim, right_answers

LEAF, ROOT = b"\x89PNG a leaf", b"\x89PNG a root"


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    clock.advance(400 * 86_400_000)
    with schoolhouse(database, clock) as running:
        yield running


def name(data: bytes) -> str:
    return f"{sha256(data).hexdigest()} drawing.png"


def route(data: bytes) -> str:
    return f"/api/kiosk/files/{sha256(data).hexdigest()}"


def answers(*names: str, tried: str = "", at_ms: int = 1) -> dict[str, Any]:
    attempts = [{RESPONSE: [tried]}] if tried else []
    return {"drawn": {"response": {RESPONSE: list(names)}, "attempts": attempts, "changedMs": at_ms}}


def put(server: Schoolhouse, data: bytes, to: str = "", token: str | None = None) -> httpx.Response:
    return server.http.put(to or route(data), content=data, headers=bearer(token or server.token))


def kept(server: Schoolhouse) -> list[bytes]:
    with server.school.database.read() as db:
        return list(db.scalars(select(files.c.data).order_by(files.c.data)))


@on_both
def test_what_an_answer_names_is_kept_and_comes_back_byte_by_byte(server: Schoolhouse) -> None:
    send(server, place(answers=answers(name(LEAF), tried=name(ROOT))))
    assert [put(server, data).status_code for data in (LEAF, LEAF, ROOT)] == [204] * 3
    for data in (LEAF, ROOT):
        back = server.get(route(data))
        assert (back.status_code, back.content) == (200, data)
        assert back.headers["Content-Type"] == "application/octet-stream"
    assert kept(server) == [LEAF, ROOT]


@on_both
def test_what_no_answer_names_is_not_taken_and_what_none_names_any_more_goes(server: Schoolhouse) -> None:
    refused = put(server, LEAF)
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "NOT_NAMED")
    send(server, place(answers=answers(name(LEAF), at_ms=1)))
    put(server, LEAF)
    send(server, place(answers=answers(name(ROOT), at_ms=2)))
    assert put(server, ROOT).status_code == 204
    assert kept(server) == [ROOT]


def test_a_finished_run_keeps_what_was_handed_in(server: Schoolhouse) -> None:
    assert server.post(FINISH, claim(answers=right_answers() | answers(name(LEAF)))).status_code in (200, 202)
    assert put(server, LEAF).status_code == 204
    send(server, place(runId=OTHER_RUN, answers=answers(name(ROOT))))
    put(server, ROOT)
    assert kept(server) == [LEAF, ROOT]


def test_a_file_is_only_for_the_student_whose_answer_names_it(server: Schoolhouse, clock: ManualClock) -> None:
    ben = give_token(server.school.database, clock, BEN)
    send(server, place(answers=answers(name(LEAF))))
    put(server, LEAF)
    assert put(server, LEAF, token=ben).status_code == 404
    assert server.get(route(LEAF), ben).status_code == 404
    send(server, place(runId=OTHER_RUN, answers=answers(name(LEAF))), token=ben)
    assert server.get(route(LEAF), ben).status_code == 404, "to name it is not to have it"
    assert put(server, LEAF, token=ben).status_code == 204
    assert kept(server) == [LEAF, LEAF]


@pytest.mark.parametrize("to", [route(ROOT), "/api/kiosk/files/x", f"/api/kiosk/files/{name(LEAF)[:64].upper()}"])
def test_a_file_that_was_damaged_on_the_way_is_refused(server: Schoolhouse, to: str) -> None:
    send(server, place(answers=answers(name(LEAF), tried=name(ROOT))))
    refused = put(server, LEAF, to)
    assert (refused.status_code, refused.json()["error"]["details"]["field"]) == (400, "digest")
    assert kept(server) == []


def test_a_file_may_have_as_much_as_a_kiosk_takes_and_nothing_else_may(server: Schoolhouse) -> None:
    largest, too_large = bytes(LARGEST), bytes(LARGEST + 1)
    send(server, place(answers=answers(name(largest), tried=name(too_large))))
    assert [put(server, data).status_code for data in (largest, too_large)] == [204, 413]
    assert put(server, bytes(LARGEST_BODY + 1), "/api/kiosk/files/x").status_code == 413
    assert kept(server) == [largest]


def test_whoever_may_not_is_told_so_before_the_file_is_read(server: Schoolhouse) -> None:
    assert put(server, bytes(LARGEST + 1), token="wrong").status_code == 401


def test_a_text_that_only_holds_a_digest_names_nothing(server: Schoolhouse) -> None:
    send(server, place(answers=answers(f"my file is {name(LEAF)}", name(LEAF)[:64])))
    assert put(server, LEAF).status_code == 404
    assert json.loads(server.get(route(LEAF)).content)["error"]["code"] == "NO_SUCH_FILE"
