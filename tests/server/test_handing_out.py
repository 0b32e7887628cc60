"""What a kiosk gets: its students' lessons with their days and order, and each package whole or from where it broke."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import UsageError
from kiosk.server import assigning, launches
from kiosk.server.assigning import BEFORE_ALL, Span, Target
from kiosk.server.database import Database
from tests.server.handing import class_id, device_token, fill_classes, shelve, student_id, write_lesson
from tests.server.schoolhouse import ANA, BEN, CORA, Schoolhouse, bearer, give_token, on_both, schoolhouse

DAY_MS = 86_400_000


@pytest.fixture
def now_ms(clock: ManualClock) -> int:
    return epoch_ms(clock.utc_now())


@pytest.fixture
def server(database: Database, clock: ManualClock, now_ms: int) -> Iterator[Schoolhouse]:
    fill_classes(database, now_ms)
    with schoolhouse(database, clock) as running:
        yield running


def assign(database: Database, lesson: str, target: Target, now_ms: int, *days: str | None, position: int = 0) -> int:
    with database.write() as db:
        return assigning.assign(db, lesson, target, Span(*days), position, now_ms)


def told(server: Schoolhouse, token: str) -> list[tuple[str, list[str]]]:
    answer = server.get("/api/kiosk/assignments", token)
    assert answer.status_code == 200
    return [(each["lesson"], each["students"]) for each in answer.json()["assignments"]]


@on_both
def test_a_kiosk_is_told_its_own_students_lessons_in_the_teachers_order(
    server: Schoolhouse, database: Database, now_ms: int, clock: ManualClock
) -> None:
    assign(database, "second", Target(class_id=class_id(database)), now_ms, position=2)
    assign(database, "first", Target(class_id=class_id(database)), now_ms, position=1)
    assign(database, "bens", Target(student_id=student_id(database, BEN)), now_ms, position=3)
    assign(database, "others", Target(class_id=class_id(database, "4a")), now_ms)
    device = device_token(database, now_ms)
    assert told(server, device) == [("first", [ANA, BEN]), ("second", [ANA, BEN]), ("bens", [BEN])]
    assert told(server, server.token) == [("first", [ANA]), ("second", [ANA])]
    assert told(server, give_token(database, clock, CORA)) == [("others", [CORA])]


@on_both
def test_what_is_past_is_not_told_and_what_comes_is_told_with_its_day(
    server: Schoolhouse, database: Database, now_ms: int
) -> None:
    ours = Target(class_id=class_id(database))
    assign(database, "past", ours, now_ms, None, "2026-01-04")
    assign(database, "last-day", ours, now_ms, "2026-01-01", "2026-01-05")
    assign(database, "later", ours, now_ms, "2026-01-07", "2026-01-09")
    answer = server.get("/api/kiosk/assignments").json()["assignments"]
    assert [(each["lesson"], each["from"], each["until"]) for each in answer] == [
        ("last-day", "2026-01-01", "2026-01-05"),
        ("later", "2026-01-07", "2026-01-09"),
    ]


@on_both
def test_a_lesson_assigned_again_has_its_new_days_and_one_taken_back_is_gone(
    server: Schoolhouse, database: Database, now_ms: int
) -> None:
    ours = Target(class_id=class_id(database))
    assign(database, "halves", ours, now_ms, None, "2026-01-09")
    number = assign(database, "halves", ours, now_ms, None, "2026-01-16")
    [only] = server.get("/api/kiosk/assignments").json()["assignments"]
    assert only["until"] == "2026-01-16"
    with database.write() as db:
        assert [row.id for row in assigning.plan(db)] == [number]
        assigning.unassign(db, number, now_ms)
        with pytest.raises(UsageError, match="kiosk server assignments"):
            assigning.unassign(db, number, now_ms)
    assert told(server, server.token) == []


def test_a_launched_lesson_comes_along_before_all_others(
    server: Schoolhouse, database: Database, tmp_path: Path, now_ms: int
) -> None:
    package = shelve(database, write_lesson(tmp_path / "a"), now_ms)
    assign(database, "first", Target(class_id=class_id(database)), now_ms)
    with database.write() as db:
        launches.launch(db, "halves", "Halves", [student_id(database)], now_ms, launches.end_of_day_ms(now_ms))
    launched, assigned = server.get("/api/kiosk/assignments").json()["assignments"]
    assert (launched["lesson"], launched["hash"], launched["order"]) == ("halves", package.digest, BEFORE_ALL)
    assert (launched["until"], launched["students"]) == ("2026-01-05", [ANA])
    assert (assigned["lesson"], assigned["hash"]) == ("first", None)


def test_an_answer_that_is_still_true_is_not_told_again(server: Schoolhouse, database: Database, now_ms: int) -> None:
    def ask(etag: str) -> tuple[int, str]:
        headers = {**bearer(server.token), "If-None-Match": etag}
        answer = server.http.get("/api/kiosk/assignments", headers=headers)
        return answer.status_code, answer.headers["ETag"]

    _, etag = ask("")
    assert ask(etag) == (304, etag)
    assign(database, "halves", Target(student_id=student_id(database)), now_ms)
    assert ask(etag)[0] == 200


@on_both
def test_a_package_comes_whole_or_from_where_a_download_broke(
    server: Schoolhouse, database: Database, tmp_path: Path, now_ms: int
) -> None:
    package = shelve(database, write_lesson(tmp_path / "a"), now_ms)
    route = f"/api/kiosk/lessons/halves/{package.digest}.zip"
    whole = server.get(route)
    assert (whole.status_code, hashlib.sha256(whole.content).hexdigest()) == (200, package.digest)
    rest = server.http.get(route, headers={**bearer(server.token), "Range": "bytes=100-"})
    size = len(whole.content)
    assert (rest.status_code, rest.content) == (206, whole.content[100:])
    assert rest.headers["Content-Range"] == f"bytes 100-{size - 1}/{size}"
    past = server.http.get(route, headers={**bearer(server.token), "Range": f"bytes={size}-"})
    assert (past.status_code, past.json()["error"]["code"]) == (416, "NO_SUCH_RANGE")
    odd = server.http.get(route, headers={**bearer(server.token), "Range": "bytes=-5"})
    assert (odd.status_code, odd.content) == (200, whole.content)
    assert server.get(f"/api/kiosk/lessons/halves/{'0' * 64}.zip").status_code == 404


@pytest.mark.parametrize("days", [("2026-02-30",), ("tomorrow",), ("2026-01-09", "2026-01-05"), (None, "20260105")])
def test_days_that_cannot_be_are_refused(days: tuple[str | None, ...]) -> None:
    with pytest.raises(UsageError):
        Span(*days)
