from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.views import Primary, QuestionView
from kiosk.desktop.wall_views import Safety
from kiosk.lessons.files import file_name
from kiosk.lessons.model import RESPONSE, LessonId
from kiosk.settings import Settings
from tests.desktop.desk import FRACTIONS, Desk
from tests.lessons.packages import ITEMS, given, write_package

LONG = "a sentence that needs room " * 400


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A student on the first page of the lesson about fractions."""
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    desk.join()
    desk.start(FRACTIONS)
    yield desk
    desk.close()


def answers(desk: Desk) -> dict[object, str]:
    return {name: str(answer) for name, answer in desk.on_disk("SELECT question, answer FROM answers")}


def test_a_response_is_on_the_disk_at_once(desk: Desk) -> None:
    question = desk.open_questions()[0]
    desk.session.respond(question.id, given("deno"))
    desk.until(lambda: "deno" in answers(desk).get(question.id, ""))


def test_of_many_keystrokes_the_last_one_is_what_stays(desk: Desk) -> None:
    question = desk.open_questions()[0]
    for text in ("d", "de", "den"):
        desk.session.respond(question.id, given(text))
    desk.until(lambda: '"den"' in answers(desk).get(question.id, ""))


def test_a_wrong_answer_gets_a_hint_and_another_try_and_a_right_one_settles_the_question(desk: Desk) -> None:
    question = desk.open_questions()[0]
    desk.session.respond(question.id, given("top"))
    assert desk.step.checks == question.id
    desk.session.check(question.id)
    seen = desk.questions[-1]
    assert (seen.correct, seen.settled, seen.tries) == (False, False, 1)
    assert "Look at the table again" in seen.feedback
    desk.session.respond(question.id, given("Denominator"))
    assert desk.questions[-1].correct is None
    desk.session.check(question.id)
    seen = desk.questions[-1]
    assert (seen.correct, seen.settled, seen.tries) == (True, True, 2)
    assert "Both words begin with" in seen.feedback


def test_a_page_turns_only_when_everything_on_it_is_answered(desk: Desk) -> None:
    desk.session.go_on()
    assert desk.lessons[-1].page_number == 1
    desk.answer_page()
    assert desk.step.primary is Primary.GO_ON
    desk.session.go_on()
    assert (desk.lessons[-1].page_number, desk.step.can_go_back) == (2, True)
    desk.session.go_back()
    assert [block.settled for block in desk.lessons[-1].blocks if isinstance(block, QuestionView)] == [True, True]
    desk.until(lambda: desk.on_disk("SELECT page, percent FROM progress") == [(0, 0)])


def test_a_full_disk_is_told_and_work_goes_on_when_there_is_room(desk: Desk) -> None:
    question = desk.open_questions()[0]
    desk.fill_disk()
    desk.session.respond(question.id, given(LONG))
    desk.let_pass(1)
    desk.until(lambda: desk.safety[-1] is Safety.NOT_SAVED)
    assert desk.sentence == "Not saved. The disk is full; tell your teacher."
    assert desk.questions[-1].responses == given(LONG)
    assert answers(desk) == {}
    desk.make_room()
    desk.let_pass(2)
    desk.until(lambda: desk.sentence == "")
    assert LONG in answers(desk)[question.id]
    desk.let_pass(1)
    desk.until(lambda: desk.safety[-1] is not Safety.NOT_SAVED)


def test_trouble_is_over_no_sooner_than_what_was_answered_meanwhile_is_saved(desk: Desk) -> None:
    """Also where a second, which goes before whatever waits, has met the disk first."""
    question = desk.open_questions()[0]
    desk.let_pass(1)
    desk.until_answered()
    desk.protect_disk()
    desk.let_pass(1)
    desk.until(lambda: desk.safety[-1] is Safety.NOT_SAVED)
    desk.protect_disk(on=False)
    second, answer = Event(), Event()
    desk.kiosk.store.call_light(lambda _db: second.wait())
    desk.kiosk.store.call_light(lambda _db: answer.wait())
    desk.session.respond(question.id, given("deno"))
    desk.let_pass(1)
    second.set()
    desk.until(lambda: desk.kiosk.store.trouble is None)
    desk.let_pass(1)
    meanwhile = desk.sentence
    answer.set()
    assert meanwhile != ""
    desk.until(lambda: desk.sentence == "")
    assert "deno" in answers(desk)[question.id]


def test_a_turned_page_that_the_disk_refused_is_saved_later(desk: Desk) -> None:
    desk.answer_page()
    desk.until(lambda: len(answers(desk)) == 2)
    desk.protect_disk()
    desk.session.go_on()
    desk.let_pass(1)
    desk.until(lambda: desk.safety[-1] is Safety.NOT_SAVED)
    desk.protect_disk(on=False)
    desk.let_pass(1)
    desk.until(lambda: desk.on_disk("SELECT page FROM progress") == [(1,)])


def test_a_disk_that_refuses_even_to_be_read_is_told_once(desk: Desk) -> None:
    desk.leave()
    desk.protect_disk()
    desk.let_pass(3)
    desk.until(lambda: desk.safety[-1] is Safety.NOT_SAVED)
    desk.let_pass(3)
    desk.until(lambda: desk.safety[-3:] == [Safety.NOT_SAVED] * 3)
    assert len(desk.trouble) == 1
    desk.protect_disk(on=False)
    desk.session.add_student("Ben", "sun")
    desk.let_pass(1)
    desk.until(lambda: desk.sentence == "")


def test_leaving_waits_for_the_disk_and_loses_neither_answer_nor_time(desk: Desk) -> None:
    question = desk.open_questions()[0]
    desk.let_pass(40)
    desk.protect_disk()
    desk.session.respond(question.id, given("denominator"))
    desk.let_pass(5)
    desk.homes.clear()
    desk.session.leave_lesson()
    desk.until(lambda: desk.step.busy)
    desk.until(lambda: desk.sentence.startswith("Not saved. This computer cannot keep your work"))
    desk.session.go_on()
    desk.session.respond(question.id, given("numerator"))
    assert not desk.homes
    desk.protect_disk(on=False)
    desk.session.tick()
    desk.until(lambda: desk.homes)
    assert "denominator" in answers(desk)[question.id]
    assert desk.on_disk("SELECT sum(active_ms), group_concat(DISTINCT state) FROM windows") == [(45_000, "ready")]


def test_an_answer_is_on_the_disk_before_the_completion_that_counts_it(desk: Desk) -> None:
    while desk.step.primary is not Primary.FINISH:
        desk.answer_page()
        desk.until(lambda: len(answers(desk)) == desk.on_disk("SELECT count(*) FROM answers")[0][0])
        if desk.step.primary is Primary.GO_ON:
            desk.session.go_on()
    desk.protect_disk()
    desk.session.go_on()
    desk.let_pass(2)
    assert desk.results == []
    assert desk.on_disk("SELECT count(*) FROM completions") == [(0,)]
    desk.protect_disk(on=False)
    desk.let_pass(1)
    desk.until(lambda: desk.results)
    assert len(answers(desk)) == 10
    assert desk.on_disk("SELECT count(*) FROM completions") == [(1,)]


def test_a_start_that_the_disk_refuses_leaves_the_student_at_home(desk: Desk) -> None:
    desk.leave()
    desk.lessons.clear()
    desk.protect_disk()
    desk.session.open_lesson(FRACTIONS)
    desk.until(lambda: desk.sentence.startswith("Not saved. This computer cannot keep your work"))
    desk.protect_disk(on=False)
    assert desk.lessons == []
    assert desk.start(FRACTIONS).page_number == 1


def test_a_file_is_saved_with_the_answer_that_names_it_and_gone_with_it(tmp_path: Path, qtbot: QtBot) -> None:
    item = (ITEMS / "upload.xml").read_bytes()
    page = "# Leaves\n\n![](items/upload.xml)\n"
    write_package(tmp_path / "lessons" / "halves", {"one.md": page, "items/upload.xml": item})
    settings = Settings(credentials="file", lessons=tmp_path / "lessons")
    desk = Desk(tmp_path / "data", ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot, settings)
    desk.join()
    desk.start(LessonId("halves"))
    [question] = desk.open_questions()
    asked = desk.step
    assert asked.primary is Primary.HAND_IN
    for data in (b"first", b"second"):
        name = file_name(data, "leaf.png")
        desk.session.keep_file(name, data)
        desk.session.respond(question.id, given(name))
    desk.until(lambda: desk.on_disk("SELECT data FROM files") == [(b"second",)])
    assert desk.questions[-1].answers[RESPONSE].files == {name: b"second"}
    desk.leave()
    [block] = desk.start(LessonId("halves")).blocks
    assert isinstance(block, QuestionView)
    assert block.answers[RESPONSE].files == {name: b"second"}
    desk.session.check(question.id)
    assert desk.questions[-1].note == "Handed in. Your teacher will read it."
    assert desk.step.primary is Primary.FINISH
    desk.close()
