"""A kiosk becomes a device of the school, learns who its students are, and stops being one."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.desktop import avatars
from kiosk.errors import UsageError
from kiosk.protocol.avatars import AVATARS, least_used
from kiosk.server import classes, devices, enrolling, students
from kiosk.server.database import Database
from kiosk.server.devices import Device, Fetch
from kiosk.server.enrolling import WrongCodeError
from tests.server.schoolhouse import ANA, BEN, Schoolhouse, bearer, on_both, schoolhouse

HOUR_MS = 3_600_000


@pytest.fixture
def now_ms(clock: ManualClock) -> int:
    return epoch_ms(clock.utc_now())


@pytest.fixture
def server(database: Database, clock: ManualClock, now_ms: int) -> Iterator[Schoolhouse]:
    """Ana and Ben are in 3b, Cora in 4a."""
    with database.write() as db:
        for name, school_class in (("Ana", "3b"), ("Ben", "3b"), ("Cora", "4a")):
            students.add(db, name, f"{name.lower()}@example.com", school_class, now_ms)
    with schoolhouse(database, clock) as running:
        yield running


def a_code(database: Database, now_ms: int, *names: str) -> str:
    with database.write() as db:
        return enrolling.new_code(db, list(names or ("3b",)), 15, now_ms).text


def join(server: Schoolhouse, code: str, name: str = "Window 3") -> Any:
    return server.http.post("/api/kiosk/enroll", json={"code": code, "name": name})


def fetch(server: Schoolhouse, token: str, start: str, count: int, **more: str) -> Any:
    headers = {**bearer(token), "Kiosk-Start": f"{start} {count}", **more}
    return server.http.get("/api/kiosk/roster", headers=headers)


def add_device(database: Database, now_ms: int, *names: str) -> tuple[Device, str]:
    code = a_code(database, now_ms, *names)
    with database.write() as db:
        return enrolling.enrol(db, code, "Window 3", now_ms)


# -- codes -------------------------------------------------------------------------------------------------


@on_both
def test_a_code_makes_one_device_however_it_is_typed(database: Database, now_ms: int) -> None:
    with database.write() as db:
        classes.find_or_add_class(db, "3b")
    code = a_code(database, now_ms)
    assert len(code) == 9
    with database.write() as db:
        device, token = enrolling.enrol(db, f" {code.lower().replace('-', ' ')}", "Window 3", now_ms)
        assert devices.by_token(db, token) == device == Device(1, "Window 3", ("3b",), now_ms, now_ms, None)
        with pytest.raises(WrongCodeError):
            enrolling.enrol(db, code, "Another", now_ms)


@on_both
def test_a_code_is_worth_nothing_when_its_minutes_are_over(database: Database, now_ms: int) -> None:
    with database.write() as db:
        classes.find_or_add_class(db, "3b")
    code = a_code(database, now_ms)
    with database.write() as db, pytest.raises(WrongCodeError):
        enrolling.enrol(db, code, "Late", now_ms + 15 * enrolling.MINUTE_MS)


def test_a_code_is_for_classes_that_are_there(database: Database, now_ms: int) -> None:
    with database.write() as db:
        with pytest.raises(UsageError, match="no class 9z"):
            enrolling.new_code(db, ["9z"], 15, now_ms)
        with pytest.raises(UsageError, match="at least one class"):
            enrolling.new_code(db, [], 15, now_ms)


def test_neither_code_nor_token_is_in_the_database(database: Database, now_ms: int) -> None:
    with database.write() as db:
        classes.find_or_add_class(db, "3b")
    code = a_code(database, now_ms)
    with database.write() as db:
        _, token = enrolling.enrol(db, code, "Window 3", now_ms)
        kept = [db.exec_driver_sql(f"SELECT * FROM {table}").all() for table in ("devices", "enrolment_codes")]
    assert not any(secret in str(kept) for secret in (code, code.replace("-", ""), token))


def test_whoever_guesses_is_soon_not_listened_to_and_later_is_again(server: Schoolhouse, clock: ManualClock) -> None:
    database = server.school.database
    wrong = [join(server, "AAAA-AAAA").status_code for _ in range(enrolling.WRONG_TRIES)]
    right = a_code(database, epoch_ms(clock.utc_now()))
    refusal = join(server, right)
    assert set(wrong) == {404}
    assert (refusal.status_code, refusal.json()["error"]["code"]) == (429, "TOO_MANY_TRIES")
    assert refusal.headers["Retry-After"] == "600"
    clock.advance(enrolling.WITHIN_MS + 1)
    assert join(server, a_code(database, epoch_ms(clock.utc_now()))).status_code == 200


@pytest.mark.parametrize(
    "body", [{}, {"code": "AAAA-AAAA"}, {"code": 7, "name": "x"}, {"code": "A\0", "name": "x"}, []]
)
def test_a_request_to_join_that_is_none_is_refused(server: Schoolhouse, body: object) -> None:
    answer = server.http.post("/api/kiosk/enroll", json=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "INVALID_PAYLOAD")


# -- the roster --------------------------------------------------------------------------------------------


@on_both
def test_a_device_is_told_its_classes_and_their_students(server: Schoolhouse, now_ms: int) -> None:
    joined = join(server, a_code(server.school.database, now_ms)).json()
    assert (joined["device"], joined["classes"]) == ("Window 3", ["3b"])
    assert joined["students"] == [
        {"name": "Ana", "email": ANA, "avatar": "fox", "grade": None, "secret": None, "class": "3b"},
        {"name": "Ben", "email": BEN, "avatar": "sun", "grade": None, "secret": None, "class": "3b"},
    ]
    told = fetch(server, joined["token"], "first", 1)
    assert told.json() == {key: value for key, value in joined.items() if key != "token"}


def test_a_roster_that_has_not_changed_is_not_told_again(server: Schoolhouse, now_ms: int) -> None:
    database = server.school.database
    joined = join(server, a_code(database, now_ms))
    tag, token = joined.headers["ETag"], joined.json()["token"]
    assert fetch(server, token, "first", 1, **{"If-None-Match": tag}).status_code == 304
    with database.write() as db:
        students.remove(db, students.find(db, BEN).id, now_ms)
    changed = fetch(server, token, "first", 2, **{"If-None-Match": tag})
    assert [student["email"] for student in changed.json()["students"]] == [ANA]
    assert changed.headers["ETag"] != tag


def test_a_student_of_two_classes_is_on_the_roster_once(server: Schoolhouse, now_ms: int) -> None:
    database = server.school.database
    with database.write() as db:
        classes.join(db, students.find(db, ANA).id, classes.find_class(db, "4a"), now_ms)
    joined = join(server, a_code(database, now_ms, "4a", "3b")).json()
    assert [student["name"] for student in joined["students"]] == ["Ana", "Ben", "Cora"]


@pytest.mark.parametrize("header", ["", "start", "start x", "start -1", f"{'s' * 37} 1", "start 1 1", "start 0x1"])
def test_a_fetch_says_which_start_asks(server: Schoolhouse, now_ms: int, header: str) -> None:
    token = join(server, a_code(server.school.database, now_ms)).json()["token"]
    headers = {**bearer(token), "Kiosk-Start": header}
    assert server.http.get("/api/kiosk/roster", headers=headers).status_code == 400


# -- clones ------------------------------------------------------------------------------------------------

A, A_AGAIN, B = "the-one", "the-one-started-again", "the-other"


@on_both
@pytest.mark.parametrize(
    ("fetches", "second"),
    [
        # both go on from the count of the copied disk
        ([(A, 10), (A, 11), (B, 11)], (B, 11)),
        ([(A, 10), (B, 11), (A, 11)], (A, 11)),
        # one was offline for long, and its count ran ahead
        ([(A, 10), (B, 30), (A, 11)], (A, 11)),
        ([(A, 10), (B, 30), (A, 31)], (A, 31)),
        # the copy of a machine that was asleep: even the start is the same
        ([(A, 10), (A, 11), (A, 11)], (A, 11)),
    ],
)
def test_of_two_kiosks_with_one_enrolment_the_second_is_told(
    database: Database, now_ms: int, fetches: list[tuple[str, int]], second: tuple[str, int]
) -> None:
    with database.write() as db:
        classes.find_or_add_class(db, "3b")
    device, _ = add_device(database, now_ms)
    with database.write() as db:
        told = [(fetch, devices.note_fetch(db, device, Fetch(*fetch))) for fetch in fetches]
    assert [fetch for fetch, is_one in told if not is_one] == [second]
    assert told[-1][1] is False


@on_both
def test_one_kiosk_that_starts_again_loses_answers_and_power_is_never_taken_for_two(
    database: Database, now_ms: int
) -> None:
    with database.write() as db:
        classes.find_or_add_class(db, "3b")
    device, _ = add_device(database, now_ms)
    with database.write() as db:
        for told in ((A, 1), (A, 2), (A, 5), (A_AGAIN, 6), (A_AGAIN, 9)):
            assert devices.note_fetch(db, device, Fetch(*told))


def test_the_clone_is_answered_to_enrol_anew_and_the_other_goes_on(server: Schoolhouse, now_ms: int) -> None:
    token = join(server, a_code(server.school.database, now_ms)).json()["token"]
    assert fetch(server, token, A, 1).status_code == 200
    refusal = fetch(server, token, B, 1)
    assert (refusal.status_code, refusal.json()["error"]["code"]) == (409, "ENROL_ANEW")
    assert fetch(server, token, A, 2).status_code == 200


# -- being seen, renamed and revoked -----------------------------------------------------------------------


def test_a_device_is_seen_renamed_and_revoked(server: Schoolhouse, clock: ManualClock, now_ms: int) -> None:
    database = server.school.database
    device, token = add_device(database, now_ms)
    clock.advance(HOUR_MS)
    acting = {**bearer(token), "Kiosk-Student": ANA}
    assert server.http.get("/api/kiosk/outbox", headers=acting).status_code == 200
    with database.write() as db:
        devices.rename(db, device.id, " Door ")
        assert devices.find(db, device.id) == Device(device.id, "Door", ("3b",), now_ms, now_ms + HOUR_MS, None)
        devices.revoke(db, device.id, now_ms + HOUR_MS)
        assert devices.every_device(db)[0].revoked_ms == now_ms + HOUR_MS
    assert fetch(server, token, A, 1).status_code == 401
    assert server.http.get("/api/kiosk/outbox", headers=acting).status_code == 401


@pytest.mark.parametrize("act", [lambda db: devices.rename(db, 7, "x"), lambda db: devices.revoke(db, 7, 0)])
def test_a_device_that_is_not_there_is_a_sentence(database: Database, act: Callable[[Any], None]) -> None:
    with database.write() as db, pytest.raises(UsageError, match="no device 7"):
        act(db)


# -- pictures ----------------------------------------------------------------------------------------------


def test_the_servers_pictures_are_those_that_the_desktop_draws() -> None:
    assert avatars.names() == AVATARS


def test_nobody_in_a_class_gets_the_picture_of_another_while_there_are_enough() -> None:
    class_list: list[str] = []
    for _ in range(len(AVATARS)):
        class_list.append(least_used(class_list))
    assert sorted(class_list) == sorted(AVATARS)
    assert least_used([*class_list, None]) == AVATARS[0]
