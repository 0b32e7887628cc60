"""What the pages for lessons, the plan, kiosks, rosters and time do, without a script in the browser."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from http import HTTPStatus
from pathlib import Path

import httpx
import pytest

from kiosk.clock import ManualClock
from kiosk.server import assigning, devices, launches, library, students
from kiosk.server.console.opened import openings
from kiosk.server.console.time_view import Focused, focused, sums
from kiosk.server.database import Database
from kiosk.server.launches import Launched, State
from tests.server.classroom import Browser, add_student, add_teacher, add_window, browser, now_ms
from tests.server.handing import class_id, device_token, fill_classes, student_id, write_lesson
from tests.server.schoolhouse import BEN, Schoolhouse, on_both, schoolhouse
from tests.waiting import PATIENCE_S

MINUTE, DAY = 60_000, 86_400_000


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    fill_classes(database, now_ms(clock))
    add_teacher(database, "3b", is_admin=True)
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def teacher(server: Schoolhouse) -> Iterator[Browser]:
    with browser(server) as opened:
        opened.sign_in()
        yield opened


def upload(teacher: Browser, path: str, name: str, data: bytes, **fields: str) -> httpx.Response:
    """What a browser sends of a form with a file."""
    return teacher.http.post(
        f"/teacher{path}", data={**fields, "csrf": teacher.csrf()}, files={"file": (name, data)}, timeout=PATIENCE_S
    )


def zipped(files: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return made.getvalue()


def test_an_uploaded_lesson_is_on_the_shelf_and_an_older_version_can_be_gone_back_to(
    teacher: Browser, database: Database, tmp_path: Path, clock: ManualClock
) -> None:
    [first] = library.read_packages(write_lesson(tmp_path / "first"))
    [second] = library.read_packages(write_lesson(tmp_path / "second", version="2"))
    for package, told in ((first, "Halves: taken"), (second, "Halves: taken"), (second, "here already")):
        clock.advance(1000)
        assert told in upload(teacher, "/lessons", "halves.zip", package.data).text
    page = teacher.open("/lessons/halves").text
    assert page.index(second.digest[:12]) < page.index(first.digest[:12])
    clock.advance(1000)
    teacher.send(f"/lessons/halves/versions/{first.digest}", {})
    with database.read() as db:
        assert [each.digest for each in library.shelf(db)] == [first.digest]
    assert "version 1 is handed out from now on" in teacher.open("/log").text


def test_an_upload_with_faults_names_each_with_its_line_and_keeps_nothing(
    teacher: Browser, database: Database, tmp_path: Path
) -> None:
    lesson = write_lesson(tmp_path / "halves")
    manifest = (lesson / "lesson.toml").read_text("utf-8").replace("one.md", 'one.md", "two.md')
    broken = '# One\n\n```quiz\ntype = "nothing"\n```\n'
    answer = upload(
        teacher, "/lessons", "halves.zip", zipped({"lesson.toml": manifest, "one.md": broken, "two.md": broken})
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert re.findall(r"<li>(\w+\.md), line (\d+)", answer.text) == [("one.md", "4"), ("two.md", "4")]
    with database.read() as db:
        assert library.shelf(db) == []


def test_a_file_that_does_not_say_its_course_takes_the_chosen_one(teacher: Browser, database: Database) -> None:
    quiz = b"Which is a half?\nA. 1/2\nB. 1/3\nANSWER: A\n"
    refused = upload(teacher, "/lessons", "half.txt", quiz, subject="", grade="")
    assert "does not say which course it is for" in refused.text
    assert "taken" in upload(teacher, "/lessons", "half.txt", quiz, subject="Math", grade="3").text
    assert upload(teacher, "/lessons", "half.txt", quiz, subject="Magic", grade="3").status_code == 400
    with database.read() as db:
        assert len(library.shelf(db)) == 1


@pytest.mark.parametrize("name", ["../../etc/passwd", "x" * 300 + ".zip", "lesson\\halves.zip"])
def test_the_name_of_a_file_leads_nowhere(teacher: Browser, name: str) -> None:
    refused = upload(teacher, "/lessons", name, b"PK\x03\x04 not really")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "/tmp" not in refused.text


def test_a_form_that_was_filled_in_wrong_says_so_and_keeps_what_was_filled_in(
    teacher: Browser, database: Database
) -> None:
    open_path, assign_path = (f"/classes/{class_id(database)}/{each}" for each in ("open", "assign"))
    ben = student_id(database, BEN)
    asked = {"lesson": "loops", "whom": "students", "student": str(ben), "order": "3", "from": "2026-01-09"}
    for path, form, sentence in (
        (open_path, {"lesson": "loops", "minutes": "0"}, "Tick at least one student."),
        (open_path, {"student": str(ben), "minutes": "0"}, "Choose a lesson."),
        (open_path, {"lesson": "nothing", "student": str(ben), "minutes": "0"}, "There is no lesson nothing"),
        (open_path, {"lesson": "loops", "student": str(ben), "minutes": "99999"}, "at most a week"),
        (assign_path, {**asked, "until": "2026-01-05"}, "2026-01-05 is before 2026-01-09"),
        (assign_path, {**asked, "student": []}, "Tick at least one student"),
        (assign_path, {**asked, "from": "soon"}, "soon is no day of the calendar"),
    ):
        answer = teacher.send(path, form)
        assert (answer.status_code, sentence in unescape(answer.text)) == (422, True), form
    again = teacher.send(assign_path, {**asked, "until": "2026-01-05"}).text
    assert 'value="loops" required checked' in again
    assert f'name="student" value="{ben}" checked' in again
    assert 'value="2026-01-09"' in again
    assert teacher.send(assign_path, {**asked, "order": "1001"}).status_code == HTTPStatus.BAD_REQUEST
    with database.read() as db:
        assert assigning.plan(db) == []
        assert launches.launched_since(db, [ben], 0, 1) == []


def test_the_plan_tells_what_is_now_later_and_over(teacher: Browser, database: Database) -> None:
    path = f"/classes/{class_id(database)}/assign"
    for lesson, days in (
        ("loops", {"until": "2026-01-02"}),
        ("water-cycle", {}),
        ("food-webs", {"from": "2026-01-12"}),
    ):
        teacher.send(path, {"lesson": lesson, "whom": "class", "order": "0", **days})
    text = teacher.open("/plan").text
    told = {
        title: next(word for word in ("Now", "Later", "Over") if f">{word}<" in row)
        for row in text.split("<tr>")
        for title in ("Loops", "Where does rain", "Who eats whom")
        if title in row
    }
    assert told == {"Loops": "Over", "Where does rain": "Now", "Who eats whom": "Later"}


def test_a_pause_longer_than_an_hour_is_refused(teacher: Browser, database: Database, clock: ManualClock) -> None:
    answer = teacher.send(f"/classes/{class_id(database)}/pause", {"minutes": "61"})
    assert "A pause lasts at most 60 minutes." in answer.text
    with database.read() as db:
        assert launches.pauses_under_way(db, now_ms(clock)) == []


def test_a_kiosk_is_given_a_name_and_shut_out(teacher: Browser, database: Database, clock: ManualClock) -> None:
    token = device_token(database, now_ms(clock) - 3 * DAY)
    assert "3 days ago" in teacher.open("/kiosks").text
    assert "A kiosk needs a name." in teacher.send("/kiosks/1/name", {"name": " "}).text
    assert "<b>Back</b>" in unescape(teacher.send("/kiosks/1/name", {"name": "<b>Back</b>"}).text)
    assert "It is shut out." in teacher.send("/kiosks/1/shut-out", {}).text
    with database.read() as db:
        assert devices.find(db, 1).name == "<b>Back</b>"
        assert devices.by_token(db, token) is None
    assert "Kiosk Window 3 is called <b>Back</b>." in unescape(teacher.open("/log").text)


ROSTER = {
    "classes.csv": "sourcedId,title\nc1,5c\n",
    "users.csv": "sourcedId,role,email,givenName,familyName\nu1,student,dara@example.com,Dara,Obi\nu2,student,,Eve,X\n",
    "enrollments.csv": "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n",
}


def test_a_roster_is_shown_before_it_is_imported(teacher: Browser, database: Database) -> None:
    shown = upload(teacher, "/roster", "export.zip", zipped(ROSTER)).text
    for told in ("What would change", "Dara Obi (dara@example.com)", "users.csv, line 3"):
        assert told in shown
    with database.read() as db:
        assert students.by_email(db, "dara@example.com") is None
    carried = re.search(r'name="export" value="([^"]+)"', shown)
    assert carried is not None
    form = {"export": carried[1], "name": "export.zip"}
    assert "nothing was changed" in teacher.send("/roster/import", form).text
    with database.read() as db:
        assert students.by_email(db, "dara@example.com") is None
    assert "The roster is imported." in teacher.send("/roster/import", {**form, "skip": "yes"}).text
    with database.read() as db:
        found = students.by_email(db, "dara@example.com")
    assert found is not None
    assert found.school_class == "5c"
    assert "nothing changes" in upload(teacher, "/roster", "export.zip", zipped(ROSTER)).text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", zipped({"users.csv": "a"})])
def test_what_is_no_roster_is_refused_in_a_sentence(teacher: Browser, data: bytes) -> None:
    refused = upload(teacher, "/roster", "export.zip", data)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert 'role="alert"' in refused.text
    assert "/tmp" not in refused.text


def test_time_is_added_up_by_day_student_and_lesson(teacher: Browser, database: Database, clock: ManualClock) -> None:
    dara = add_student(database, "Dara")
    ben, now = student_id(database, BEN), now_ms(clock)
    for who, back, minutes, lesson in ((ben, 0, 20, "loops"), (ben, 1, 10, "water-cycle"), (dara, 0, 40, "loops")):
        add_window(database, who, now - back * DAY - 60 * MINUTE, minutes, activity=lesson)
    page = teacher.open(f"/time?class={class_id(database)}").text
    assert page.index("Dara") < page.index("Ben</a>")
    assert "1 h 10 min in all" in page
    assert "By day" in page
    assert "Nothing has arrived from Ana" in page
    assert "By week" in teacher.open("/time?from=2025-10-01&until=2026-01-05").text


@on_both
def test_time_of_a_day_ends_at_midnight_and_what_moved_is_not_counted(database: Database, clock: ManualClock) -> None:
    ben = add_student(database, "Ben")
    midnight = now_ms(clock) // DAY * DAY
    add_window(database, ben, midnight - MINUTE, 1, activity="loops")
    add_window(database, ben, midnight, 2, activity="loops")
    add_window(database, ben, midnight + 90 * MINUTE, 4, activity="loops")
    add_window(database, ben, midnight + 120 * MINUTE, 8, activity="loops")
    with database.write() as db:
        db.exec_driver_sql("UPDATE events SET state = 'moved' WHERE active_ms = 480000")
        found = focused(db, [ben], "2026-01-01", "2026-01-05")
    assert [(each.day, each.ms // MINUTE) for each in found] == [("2026-01-05", 6), ("2026-01-04", 1)]
    assert [each.ms for each in sums(found, lambda each: each.lesson, lambda each: each.student)] == [7 * MINUTE]


def test_sums_begin_with_the_longest_and_count_what_they_are_of() -> None:
    times = [Focused(1, "a", "2026-01-05", 5), Focused(1, "b", "2026-01-05", 3), Focused(2, "a", "2026-01-04", 9)]
    by_student = sums(times, lambda each: each.student, lambda each: each.lesson)
    assert [(each.of, each.ms, each.others) for each in by_student] == [("2", 9, 1), ("1", 8, 2)]


def test_an_opening_tells_what_became_of_it_and_expires_only_for_who_did_not_answer() -> None:
    def launched(student: str, state: State, *, is_over: bool = False, at_ms: int = 5) -> Launched:
        return Launched(1, student, "", "loops", "Loops", at_ms, state, at_ms, is_over)

    later, first = openings(
        [
            launched("Ana", State.SENT, at_ms=9),
            launched("Ben", State.OPENED, is_over=True),
            launched("Ana", State.SEEN, is_over=True),
            launched("Cora", State.DECLINED),
            launched("Dara", State.SEEN),
        ]
    )
    assert [(part.chip.word, part.students) for part in later.parts] == [("1 waiting", ("Ana",))]
    assert [(part.chip.word, part.students) for part in first.parts] == [
        ("1 opened", ("Ben",)),
        ("1 shown", ("Dara",)),
        ("1 said not now", ("Cora",)),
        ("1 expired", ("Ana",)),
    ]
