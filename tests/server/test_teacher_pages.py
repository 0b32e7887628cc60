"""The teacher's pages, row by row: who may see what, what the buttons do, and what the file says."""

import csv
import io
import re
from collections.abc import Iterator
from http import HTTPStatus

import pytest

from kiosk.clock import ManualClock
from kiosk.server import outbox
from kiosk.server.console.chart import chart, recent_days
from kiosk.server.console.class_pages import server_sent
from kiosk.server.console.time_file import no_formula
from kiosk.server.database import Database
from kiosk.server.finishing import finish
from kiosk.server.scoring import Claim
from kiosk.tracking.xp import XpPolicy
from tests.demo.wire import RUN
from tests.server.classroom import (
    Browser,
    add_completion,
    add_student,
    add_teacher,
    add_window,
    browser,
    now_ms,
    report,
    tell,
)
from tests.server.schoolhouse import Schoolhouse, schoolhouse

MINUTE = 60_000
OTHER_RUN = "bbbbbbbb-9d0c-4c8a-8e1e-0a5b0d6f1c11"
OTHER, ADMIN = "other@example.com", "admin@example.com"


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def ben(server: Schoolhouse) -> int:
    """A student of 3b; three teachers: his, one of another class, an admin."""
    database = server.school.database
    number = add_student(database, "Ben")
    add_student(database, "Cleo", "4a")
    add_teacher(database, "3b")
    add_teacher(database, "4a", email=OTHER)
    add_teacher(database, email=ADMIN, is_admin=True)
    return number


@pytest.fixture
def visitor(server: Schoolhouse) -> Iterator[Browser]:
    with browser(server) as opened:
        yield opened


def test_each_page_is_for_the_students_own_teachers_and_admins(server: Schoolhouse, ben: int) -> None:
    add_window(server.school.database, ben, 0, 5)
    pages = [
        "/classes/1", "/classes/1/live", f"/students/{ben}", f"/students/{ben}/wrong-person",
        "/time.csv?class=1&from=2026-01-01&until=2026-01-02",
    ]  # fmt: skip
    forms = [
        (f"/students/{ben}/wrong-person", {"event": "1", "to": "3"}),
        ("/parked/1/again", {}),
        ("/claims/1/decide", {}),
        ("/corrections/1/done", {}),
    ]
    with browser(server, follows=False) as nobody:
        for path in (*pages, "/", "/parked", "/time", "/log", "/time.csv"):
            assert nobody.open(path).status_code == HTTPStatus.SEE_OTHER, path
            answer = nobody.http.get(f"/teacher{path}", headers={"Accept": "application/json"})
            assert answer.status_code == HTTPStatus.UNAUTHORIZED, path
        for path, form in forms:
            assert nobody.send(path, form, csrf="x").status_code == HTTPStatus.UNAUTHORIZED, path
    for email, status in ((OTHER, HTTPStatus.NOT_FOUND), (ADMIN, HTTPStatus.OK), ("okafor@example.com", HTTPStatus.OK)):
        with browser(server) as teacher:
            teacher.sign_in(email)
            assert {teacher.open(path).status_code for path in pages} == {status}, email
            if email == OTHER:
                assert {teacher.send(*form).status_code for form in forms} == {HTTPStatus.NOT_FOUND}


def test_a_faulty_question_is_a_page_in_words(visitor: Browser, ben: int) -> None:
    visitor.sign_in()
    for path, heading in (
        (f"/students/{ben}/wrong-person?day=soon", "That cannot be read"),
        ("/time.csv?from=2026-01-02&until=2026-01-01", "That cannot be read"),
        ("/time?class=x", "That cannot be read"),
        ("/nothing", "Not here"),
    ):
        answer = visitor.open(path)
        assert answer.status_code in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND)
        assert f"<h1>{heading}</h1>" in answer.text


@pytest.mark.usefixtures("ben")
def test_names_and_reasons_are_never_taken_for_html(visitor: Browser, database: Database) -> None:
    add_student(database, "<b>Zoe</b>")
    visitor.sign_in()
    assert "&lt;b&gt;Zoe&lt;/b&gt;" in visitor.open("/classes/1").text
    assert "<b>Zoe" not in visitor.open("/classes/1/live").text


def test_a_students_page_tells_time_results_and_what_is_set_aside(
    visitor: Browser, database: Database, clock: ManualClock, ben: int
) -> None:
    start = now_ms(clock) - 30 * MINUTE
    run = add_window(database, ben, start, 19, activity="water-cycle")
    add_completion(database, ben, start + 19 * MINUTE, run, activity="water-cycle")
    with database.write() as db:
        outbox.park(db, 1, "Timeback answered 422")
    visitor.sign_in()
    page = visitor.open(f"/students/{ben}").text
    for told in ("19 min", "9 of 10", "8 XP", "Where does rain come from?", "Timeback answered 422"):
        assert told in page
    answer = visitor.send("/parked/1/again", {"from": "student"})
    assert answer.url.path == f"/teacher/students/{ben}"
    assert "on its way again" in answer.text
    with database.read() as db:
        assert outbox.backlog(db).parked == 0


def test_a_claim_is_decided_anew_and_stays_where_it_still_does_not_fit(
    visitor: Browser, database: Database, ben: int
) -> None:
    with database.write() as db:
        finish(db, ben, Claim(RUN, "no-such-lesson", None, 0, {}), {}, XpPolicy(), 0)
    visitor.sign_in()
    assert "this server does not have the lesson" in visitor.open("/parked").text
    assert "It still does not fit" in visitor.send("/claims/1/decide", {}).text
    with database.write() as db:
        finish(db, ben, Claim(OTHER_RUN, "water-cycle", None, 0, {}), {}, XpPolicy(), 0)
    assert "not every question" in visitor.send("/claims/2/decide", {}).text


def test_wrong_minutes_move_and_both_names_are_in_the_log(
    visitor: Browser, database: Database, clock: ManualClock, ben: int
) -> None:
    dara = add_student(database, "Dara")
    add_window(database, ben, now_ms(clock) - 30 * MINUTE, 19)
    visitor.sign_in()
    assert "will move" in visitor.open(f"/students/{ben}/wrong-person").text
    assert "19 min" in visitor.send(f"/students/{ben}/wrong-person", {"event": "1", "to": dara}).text
    assert "19 min" in visitor.open(f"/students/{dara}").text
    assert "19 min" not in visitor.open(f"/students/{ben}").text
    log = visitor.open("/log").text
    assert log.count("Time of Ben (ben@example.com) given to Dara (dara@example.com)") == 1
    assert visitor.send(f"/students/{ben}/wrong-person", {"event": "1", "to": ben}).status_code == 400
    with database.read() as db:
        assert outbox.backlog(db).waiting == 1


def test_the_csv_file_is_for_a_spreadsheet_and_calculates_nothing(
    visitor: Browser, database: Database, clock: ManualClock, ben: int
) -> None:
    evil = add_student(database, "=HYPERLINK(1)")
    for student, minutes in ((ben, 19), (evil, 2)):
        add_window(database, student, now_ms(clock) - 30 * MINUTE, minutes, activity="water-cycle")
    visitor.sign_in()
    answer = visitor.open("/time.csv?from=2026-01-01&until=2026-01-31")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["student"], row["title"], row["focused_seconds"], row["focused_minutes"]) for row in rows] == [
        ("'=HYPERLINK(1)", "Where does rain come from?", "120", "2.0"),
        ("Ben", "Where does rain come from?", "1140", "19.0"),
    ]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_a_spreadsheet_would_calculate_is_kept_as_text(text: str) -> None:
    assert no_formula(text) == f"'{text}"


def test_the_live_part_comes_as_a_stream_or_once(
    server: Schoolhouse, database: Database, clock: ManualClock, ben: int
) -> None:
    tell(database, ben, report(unsent=1), now_ms(clock))
    with browser(server) as teacher:
        teacher.sign_in()
        assert "0 of 1 safe" in teacher.open("/classes/1/live").text
        events = {"Accept": "text/event-stream"}
        with teacher.http.stream("GET", "/teacher/classes/1/live", headers=events) as stream:
            assert stream.headers["Content-Type"].startswith("text/event-stream")
            lines = stream.iter_lines()
            assert any("0 of 1 safe" in line for line in lines if line.startswith("data: "))
            tell(database, ben, report(), now_ms(clock))
            assert next(line for line in lines if "1 of 1 safe" in line)


def test_a_stream_ends_when_the_server_is_told_to_stop(database: Database, clock: ManualClock) -> None:
    add_teacher(database, "3b")
    with schoolhouse(database, clock) as server, browser(server) as teacher:
        teacher.sign_in()
        request = teacher.http.build_request("GET", "/teacher/classes/1/live", headers={"Accept": "text/event-stream"})
        answer = teacher.http.send(request, stream=True)
        assert answer.status_code == HTTPStatus.OK
    answer.close()  # that this line is reached is the proof: the server has stopped


def test_an_event_of_many_lines_is_one_event() -> None:
    assert server_sent("<p>\n</p>") == "data: <p>\ndata: </p>\n\n"


def test_the_chart_is_as_high_as_the_longest_day_and_draws_no_part_of_a_minute() -> None:
    days = recent_days("2026-01-05", 3)
    assert days == ["2026-01-03", "2026-01-04", "2026-01-05"]
    drawn = chart(dict(zip(days, (45 * MINUTE, 0, 59_999), strict=True)))
    assert drawn.ceiling == 60
    assert [bar.height for bar in drawn.bars] == [120, 0, 0]
    assert chart(dict.fromkeys(days, 0)).ceiling == 15
    assert chart({days[0]: 1_000_000 * MINUTE}).bars[0].height == 160


@pytest.mark.usefixtures("ben")
def test_a_teacher_makes_a_code_by_which_a_kiosk_of_the_class_joins(visitor: Browser) -> None:
    visitor.sign_in()
    told = visitor.send("/kiosks", {"class": 1}).text
    (code,) = re.findall(r'class="code">([\w-]{9})<', told)
    assert "<svg" in told
    joined = visitor.http.post("/api/kiosk/enroll", json={"code": code, "name": "Window 3"}).json()
    assert [each["name"] for each in joined["students"]] == ["Ben"]
    assert visitor.send("/kiosks", {"class": 2}).status_code == HTTPStatus.NOT_FOUND
