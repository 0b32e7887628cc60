"""How a teacher gets in, and nobody else."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest

from kiosk.clock import ManualClock
from kiosk.errors import UsageError
from kiosk.server import sign_in_guard, teacher_accounts
from kiosk.server.database import Database
from kiosk.server.teachers import COOKIE
from tests.server.classroom import PASSWORD, TEACHER, Browser, add_teacher, browser, now_ms
from tests.server.schoolhouse import Schoolhouse, on_both, schoolhouse


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def visitor(server: Schoolhouse) -> Iterator[Browser]:
    with browser(server) as opened:
        yield opened


def test_a_page_leads_to_the_sign_in_page_and_from_there_back(visitor: Browser, database: Database) -> None:
    add_teacher(database, "3b", "4a")
    asked = visitor.open("/time?class=1")
    assert asked.url.path == "/teacher/sign-in"
    assert 'value="/teacher/time?class=1"' in asked.text
    assert visitor.sign_in(then="/teacher/time?class=1").url.path == "/teacher/time"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "/teacher\\evil", "/api/kiosk/hello"])
def test_signing_in_leads_to_our_own_pages_alone(visitor: Browser, database: Database, elsewhere: str) -> None:
    add_teacher(database, "3b", "4a")
    assert visitor.sign_in(then=elsewhere).url.path == "/teacher/"


def test_a_wrong_password_and_an_unknown_teacher_are_answered_alike(visitor: Browser, database: Database) -> None:
    add_teacher(database, "3b")
    wrong = visitor.sign_in(password="wrong")
    unknown = visitor.sign_in(email="nobody@example.com")
    assert wrong.status_code == unknown.status_code == HTTPStatus.FORBIDDEN
    assert wrong.text.replace(TEACHER, "nobody@example.com") == unknown.text
    assert COOKIE not in visitor.http.cookies


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites_and_is_kept_as_a_digest(
    server: Schoolhouse, database: Database
) -> None:
    add_teacher(database, "3b")
    with browser(server, follows=False) as visitor:
        cookie = visitor.sign_in().headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie  # plain http: the browser would not send it back
        with database.read() as db:
            kept = str(db.exec_driver_sql("SELECT * FROM teacher_sessions").all())
            assert visitor.http.cookies[COOKIE] not in kept
            assert PASSWORD not in str(db.exec_driver_sql("SELECT * FROM teachers").all())


def test_a_session_ends_when_signed_out_when_the_day_is_over_and_when_the_teacher_is_removed(
    server: Schoolhouse, database: Database, clock: ManualClock
) -> None:
    teacher = add_teacher(database, "3b")
    with browser(server) as one, browser(server) as other:
        one.sign_in()
        other.sign_in()
        token = one.http.cookies[COOKIE]
        assert one.send("/sign-out", {}).url.path == "/teacher/sign-in"
        assert one.http.get("/teacher/log", headers={"Cookie": f"{COOKIE}={token}"}).url.path == "/teacher/sign-in"
        assert other.open("/log").url.path == "/teacher/log"
        clock.advance(teacher_accounts.SESSION_MS)
        assert other.open("/log").url.path == "/teacher/sign-in"
        other.sign_in()
        with database.write() as db:
            teacher_accounts.remove(db, teacher)
        assert other.open("/log").url.path == "/teacher/sign-in"


def test_a_link_lets_a_teacher_choose_a_password_once(visitor: Browser, database: Database, clock: ManualClock) -> None:
    teacher = add_teacher(database, "3b")
    with database.write() as db:
        link = teacher_accounts.new_link(db, teacher, now_ms(clock))
        old = teacher_accounts.new_link(db, teacher, now_ms(clock) - teacher_accounts.LINK_MS)
    assert visitor.open(f"/password/{old}").status_code == HTTPStatus.NOT_FOUND
    for form, fault in (
        ({"password": "short", "again": "short"}, "at least 10"),
        ({"password": "long enough", "again": "another one"}, "not the same"),
    ):
        assert fault in visitor.send(f"/password/{link}", form).text
    chosen = visitor.send(f"/password/{link}", {"password": "the new one!", "again": "the new one!"})
    assert "Your password is kept" in chosen.text
    assert visitor.sign_in().status_code == HTTPStatus.FORBIDDEN
    assert visitor.sign_in(password="the new one!").status_code == HTTPStatus.OK
    again = visitor.send(f"/password/{link}", {"password": "another one", "again": "another one"})
    assert again.status_code == HTTPStatus.NOT_FOUND


@on_both
def test_guessing_gets_slower_for_the_account_and_later_for_the_address(database: Database) -> None:
    with database.write() as db:
        for wrong in range(sign_in_guard.FREE_FOR_ACCOUNT):
            assert sign_in_guard.wait_ms(db, TEACHER, "10.0.0.1", wrong) == 0
            sign_in_guard.note_failure(db, TEACHER, "10.0.0.1", wrong)
        assert sign_in_guard.wait_ms(db, TEACHER.upper(), "10.0.0.2", 4) == 1_000
        assert sign_in_guard.wait_ms(db, "other@example.com", "10.0.0.1", 4) == 0
        sign_in_guard.note_failure(db, TEACHER, "10.0.0.2", 2_000)
        assert sign_in_guard.wait_ms(db, TEACHER, "10.0.0.3", 2_000) == 2_000
        for wrong in range(sign_in_guard.FREE_FOR_ADDRESS):
            sign_in_guard.note_failure(db, f"{wrong}@example.com", "10.0.0.9", 3_000)
        assert sign_in_guard.wait_ms(db, "new@example.com", "10.0.0.9", 3_000) == 1_000
        sign_in_guard.note_success(db, TEACHER)
        assert sign_in_guard.wait_ms(db, TEACHER, "10.0.0.3", 3_000) == 0
        assert sign_in_guard.wait_ms(db, "new@example.com", "10.0.0.9", 3_000 + sign_in_guard.WITHIN_MS) == 0


def test_who_guesses_too_often_is_told_how_long_to_wait_even_with_the_right_password(
    visitor: Browser, database: Database, clock: ManualClock
) -> None:
    add_teacher(database, "3b")
    with database.write() as db:
        for _ in range(sign_in_guard.FREE_FOR_ACCOUNT):
            sign_in_guard.note_failure(db, TEACHER, "10.0.0.1", now_ms(clock))
    refused = visitor.sign_in()
    assert (refused.status_code, refused.headers["Retry-After"]) == (HTTPStatus.TOO_MANY_REQUESTS, "1")
    clock.advance(1_000)
    assert visitor.sign_in().status_code == HTTPStatus.OK


def test_a_form_needs_the_sessions_own_token_and_our_own_site(visitor: Browser, database: Database) -> None:
    add_teacher(database, "3b")
    visitor.sign_in()
    assert visitor.send("/sign-out", {}, csrf="").status_code == HTTPStatus.FORBIDDEN
    assert visitor.send("/sign-out", {}, csrf="0" * 64).status_code == HTTPStatus.FORBIDDEN
    token = visitor.csrf()
    for foreign in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = visitor.http.post("/teacher/sign-out", data={"csrf": token}, headers=foreign)
        assert answer.status_code == HTTPStatus.FORBIDDEN
        answer = visitor.http.post("/teacher/sign-in", data={"email": TEACHER, "password": PASSWORD}, headers=foreign)
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert visitor.http.post("/teacher/sign-out", headers={"Kiosk-CSRF": token}).url.path == "/teacher/sign-in"


def test_every_page_forbids_what_is_not_ours(visitor: Browser, database: Database) -> None:
    add_teacher(database, "3b")
    for answer in (
        visitor.open("/sign-in"),
        visitor.sign_in(),
        visitor.open("/nothing"),
        visitor.open("/static/live.js"),
    ):
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert " style=" not in answer.text


@on_both
def test_an_account_needs_a_name_an_address_of_its_own_and_a_class(database: Database) -> None:
    add_teacher(database, "3b")
    for name, email, classes in (
        ("Ms Okafor", TEACHER, ["3b"]),
        (" ", "new@example.com", ["3b"]),
        ("New", "new", ["3b"]),
        ("New", "new@example.com", []),
    ):
        with pytest.raises(UsageError), database.write() as db:
            teacher_accounts.add(db, name, email, classes, 0, is_admin=False)
    with database.read() as db:
        assert [each.email for each in teacher_accounts.everyone(db)] == [TEACHER]
