import json
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.app import Kiosk
from kiosk.clock import ManualClock
from kiosk.config import load_config
from kiosk.desktop.catalogue import Catalogue, read_catalogue
from kiosk.desktop.views import Action, Finding, FocusState, HomeView, Primary
from kiosk.desktop.wall_views import Safety
from kiosk.front import Front
from kiosk.lessons.model import LessonId
from kiosk.lessons.package import discover
from kiosk.settings import FILE_NAME, Settings
from kiosk.store import finishing, students
from kiosk.store.students import SignIn
from tests.desktop.desk import FRACTIONS, WATER, Desk
from tests.desktop.samples import asked
from tests.lessons.packages import given

SHIPPED = [lesson.id for lesson in discover(resources.path("lessons"))[0]]
SERVER = "http://127.0.0.1:9/api/timeback"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))


@pytest.fixture
def desk(tmp_path: Path, clock: ManualClock, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, clock, qtbot)
    yield desk
    desk.close()


def write_lesson(folder: Path, name: str, course: str, page: str = "Read this.") -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "lesson.toml").write_text(
        f'id = "{name}"\ntitle = "{name.title()}"\ncourse = {course}\n'
        'model = "single-session"\nexpected_xp = 5\npages = ["01.md"]\n',
        "utf-8",
    )
    (folder / name / "01.md").write_text(f"# One\n\n{page}\n", "utf-8")


# -- home ----------------------------------------------------------------------------------------------


def test_a_new_student_is_on_the_wall_and_finds_every_lesson_at_home(desk: Desk) -> None:
    desk.join("Ana")
    home = desk.homes[-1]
    desk.session.show_students()
    desk.until(lambda: desk.walls[-1].students[0].hint == "New lessons")
    assert desk.walls[-1].place == "Timeback"
    assert [card.lesson for card in home.lessons] == SHIPPED
    assert (home.resume, home.goal_minutes, home.signed_in) == (None, 25, False)


def test_home_says_when_the_server_refuses_the_token_without_being_asked(desk: Desk) -> None:
    desk.join()
    ref = desk.on_disk("SELECT ref FROM students")[0][0]
    desk.kiosk.store.call(students.set_sign_in, str(ref), SignIn.OK).result()
    desk.session.tick()
    desk.until(lambda: desk.homes[-1].signed_in)
    desk.kiosk.store.call(students.set_sign_in, str(ref), SignIn.REFUSED).result()
    desk.session.tick()
    desk.until(lambda: not desk.homes[-1].signed_in)


def test_switching_while_home_is_being_read_stays_on_the_wall(desk: Desk) -> None:
    desk.join()
    desk.homes.clear()
    desk.walls.clear()
    desk.session.tick()
    desk.session.show_students()
    desk.until(lambda: desk.walls)
    desk.session.tick()
    assert not desk.homes


def test_who_is_home_before_the_lessons_is_told_that_they_come(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    settings = Settings(credentials="file")
    kiosk = Kiosk(Front(settings, tmp_path, clock))
    homes: list[HomeView] = []
    kiosk.session.home_shown.connect(homes.append)
    ana = kiosk.store.call(students.add_new, "Ana", 0, "fox").result()
    kiosk.session.choose_student(ana.id)
    qtbot.waitUntil(lambda: bool(homes))
    assert (homes[-1].is_waiting, homes[-1].lessons) == (True, ())
    catalogue: Future[Catalogue] = Future()
    kiosk.session.await_catalogue(catalogue)
    catalogue.set_result(read_catalogue(settings, tmp_path, load_config(resources.sample_config())))
    qtbot.waitUntil(lambda: bool(homes[-1].lessons))
    assert not homes[-1].is_waiting
    kiosk.close()


def test_a_lesson_that_cannot_be_read_is_told_and_the_others_are_there(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    write_lesson(tmp_path / "own", "garden", '{ subject = "Science", grade = 5 }')
    write_lesson(tmp_path / "own", "broken", '{ subject = "Alchemy" }')
    desk = Desk(tmp_path, clock, qtbot, Settings(credentials="file", lessons=tmp_path / "own"))
    desk.join()
    assert [card.lesson for card in desk.homes[-1].lessons] == [*SHIPPED, "garden"]
    assert "broken" in desk.trouble[0]
    desk.close()


def test_a_lesson_that_broke_since_it_was_listed_is_told_and_another_can_be_opened(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    write_lesson(tmp_path / "own", "garden", '{ subject = "Science", grade = 5 }')
    desk = Desk(tmp_path, clock, qtbot, Settings(credentials="file", lessons=tmp_path / "own"))
    desk.join()
    (tmp_path / "own" / "garden" / "01.md").unlink()
    desk.session.open_lesson(LessonId("garden"))
    desk.until(lambda: desk.sentence)
    assert "01.md" in desk.sentence
    assert not desk.session.is_at_lesson
    assert desk.run_ids() == []
    desk.start(FRACTIONS)
    assert desk.sentence == ""
    desk.close()


def test_a_lesson_of_an_unknown_course_is_told_until_the_student_goes_elsewhere(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    write_lesson(tmp_path / "own", "chess", '{ code = "CHESS-1" }')
    desk = Desk(tmp_path, clock, qtbot, Settings(credentials="file", lessons=tmp_path / "own"))
    desk.join()
    desk.session.open_lesson(LessonId("chess"))
    desk.until(lambda: desk.sentence)
    assert "course CHESS-1 is not in timeback.config.json" in desk.sentence
    desk.let_pass(3)
    desk.kiosk.store.call(students.everyone).result()
    qtbot.wait(1)  # what the ticks have asked for comes in
    assert "CHESS-1" in desk.sentence
    desk.start(FRACTIONS)
    assert desk.sentence == ""
    desk.close()


# -- a lesson ------------------------------------------------------------------------------------------


def test_coming_back_finds_the_same_page_the_same_answers_and_the_same_run(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.answer_page(right=False)
    desk.session.go_on()
    typed = desk.open_questions()[1]
    desk.session.respond(typed.id, given("2"))
    before = desk.lessons[-1]
    home = desk.leave()
    assert home.resume is not None
    assert (home.resume.action, home.resume.percent) == (Action.GO_ON, 20)
    again = desk.start()
    assert (again.page_number, again.page_title) == (before.page_number, before.page_title) == (2, before.page_title)
    assert again.blocks[-1] == asked(typed, ("2",))
    assert len(desk.run_ids()) == 1
    assert desk.on_disk("SELECT count(*) FROM sittings") == [(2,)]


def test_a_finished_lesson_queues_its_completion_and_the_next_start_is_a_fresh_run(desk: Desk) -> None:
    desk.join()
    desk.start()
    question = desk.open_questions()[0]
    desk.session.respond(question.id, given("numerator"))
    desk.session.check(question.id)
    desk.let_pass(90)
    result = desk.finish()
    ((metrics, state, run_state),) = desk.on_disk(
        "SELECT metrics, completions.state, runs.state FROM completions JOIN runs ON runs.id = run"
    )
    assert json.loads(str(metrics)) == {
        "totalQuestions": 10,
        "correctQuestions": 9,
        "xpEarned": 1.5,
        "masteredUnits": 1,
    }
    assert (state, run_state) == ("ready", "finished")
    assert (result.right, result.total, result.xp, result.focused) == (9, 10, 1.5, "1 min")
    assert (result.passed, result.next_lesson) == (True, "what-is-a-fraction")
    assert desk.start().page_number == 1
    assert len(set(desk.run_ids())) == 2


def test_xp_is_never_more_than_the_lesson_expects_and_mastery_counts_its_unit(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(13 * 60, busy=True)
    desk.finish()
    ((metrics,),) = desk.on_disk("SELECT metrics FROM completions")
    assert json.loads(str(metrics)) == {
        "totalQuestions": 10,
        "correctQuestions": 10,
        "xpEarned": 12.0,
        "masteredUnits": 1,
    }


def test_xp_counts_the_focused_minutes_of_every_sitting_of_the_run(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(60)
    desk.leave()
    desk.session.show_students()
    desk.clock.advance(86_400_000)
    desk.enter()
    desk.start()
    desk.let_pass(60)
    assert desk.finish().xp == 2.0


def test_a_stateful_lesson_asks_a_server_to_finish_and_submits_nothing(desk: Desk) -> None:
    desk.join()
    desk.start(WATER)
    desk.let_pass(60)
    result = desk.finish()
    assert result.xp is None
    assert desk.on_disk("SELECT count(*) FROM completions") == [(0,)]
    ((claim,),) = desk.on_disk("SELECT claim FROM finish_requests")
    assert json.loads(str(claim))["activeMs"] == 60_000
    desk.session.show_home()
    desk.until(lambda: any("aiting for the school server" in card.detail for card in desk.homes[-1].lessons))


def shown_answers(desk: Desk) -> list[QAbstractButton]:
    """The button that leads to the answers, once the result page has it."""
    buttons = desk.window.result.findChildren(QAbstractButton)
    return [one for one in buttons if one.isVisible() and one.accessibleName() == "Look at my answers"]


def focused_name(desk: Desk) -> str:
    focused = desk.window.result.focusWidget()
    return focused.accessibleName() if focused is not None and focused.hasFocus() else ""


def test_the_school_servers_points_come_onto_the_result_page_and_the_keyboard_stays_where_it_was(desk: Desk) -> None:
    desk.join()
    desk.start(WATER)
    result = desk.finish()
    desk.session.review_lesson(WATER)
    desk.until(lambda: desk.reviews)
    desk.session.leave_review()
    desk.until(lambda: shown_answers(desk))
    shown_answers(desk)[0].setFocus()
    ((run,),) = desk.on_disk("SELECT run FROM finish_requests")
    decided = {"xpEarned": 4.5, "totalQuestions": result.total, "correctQuestions": 0}
    desk.kiosk.store.call(finishing.finished, int(str(run)), decided).result()
    desk.session.tick()
    desk.until(lambda: desk.results[-1].xp == 4.5)
    assert (desk.results[-1].right, desk.results[-1].passed) == (0, False)
    assert desk.results[-1].title == "You got to the end"
    desk.until(lambda: focused_name(desk) == "Look at my answers")
    shown = len(desk.results)
    desk.session.tick()
    desk.until_answered()
    assert len(desk.results) == shown, "it is decided once"


def test_a_double_click_on_start_opens_one_lesson(desk: Desk) -> None:
    desk.join()
    desk.session.open_lesson(FRACTIONS)
    desk.start(FRACTIONS)
    desk.session.open_lesson(WATER)
    desk.leave()
    assert desk.on_disk("SELECT count(*) FROM sittings") == [(1,)]
    assert desk.trouble == []


def test_a_lesson_that_is_gone_from_the_catalogue_opens_nothing(desk: Desk) -> None:
    desk.join()
    desk.session.open_lesson(LessonId("gone"))
    desk.start(FRACTIONS)
    assert desk.on_disk("SELECT lesson FROM runs") == [(FRACTIONS,)]


def test_nobody_goes_elsewhere_while_a_lesson_opens(desk: Desk) -> None:
    desk.join()
    desk.walls.clear()
    desk.session.open_lesson(FRACTIONS)
    desk.session.show_students()
    desk.session.show_home()
    desk.until(lambda: desk.lessons)
    assert desk.walls == []
    assert desk.finish().student.name == "Ana"


def test_a_token_entered_beside_the_window_does_not_take_the_student_out_of_the_lesson(desk: Desk) -> None:
    desk.join()
    ref = str(desk.on_disk("SELECT ref FROM students")[0][0])
    desk.start()
    desk.homes.clear()
    desk.kiosk.connecting.signed_in_elsewhere(ref)
    desk.until(lambda: desk.on_disk("SELECT sign_in FROM students") == [("ok",)])
    desk.session.show_home()
    desk.session.tick()
    desk.until_answered()
    assert desk.homes == []
    assert desk.leave().signed_in


def test_an_idle_student_is_asked_and_any_input_brings_them_back(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(desk.idle_after_s)
    assert desk.idle[-1] is False
    desk.let_pass(2)
    assert (desk.idle[-1], desk.focus[-1]) == (True, (FocusState.IDLE, 30_000))
    desk.kiosk.activities.attention.note_input()
    desk.let_pass(5)
    assert (desk.idle[-1], desk.focus[-1]) == (False, (FocusState.FOCUSED, 35_000))


def test_whoever_watches_a_film_is_not_idle_and_counts_anew_when_it_stops(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.window.lesson.watching_changed.emit(True)
    desk.let_pass(300)
    assert (desk.idle[-1], desk.focus[-1]) == (False, (FocusState.FOCUSED, 300_000))
    desk.window.lesson.watching_changed.emit(False)
    desk.let_pass(desk.idle_after_s)
    assert desk.idle[-1] is False
    desk.let_pass(2)
    assert (desk.idle[-1], desk.focus[-1]) == (True, (FocusState.IDLE, 330_000))


def test_leaving_an_idle_lesson_takes_the_question_away(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(desk.idle_after_s + 2)
    desk.leave()
    assert desk.idle[-1] is False


# -- looking back --------------------------------------------------------------------------------------


def test_the_answers_are_there_to_look_at_after_the_result_and_back_is_the_result(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.answer_page(right=False)
    result = desk.finish()
    desk.session.review_lesson(FRACTIONS)
    desk.until(lambda: desk.reviews)
    findings = [question.finding for question in desk.reviews[-1].questions]
    assert findings.count(Finding.FIRST_TRY) == result.right
    assert len(findings) == result.total
    desk.session.leave_review()
    assert desk.results[-1] == result
    assert desk.start(WATER).page_number == 1


def test_looking_back_counts_no_time(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.let_pass(30, busy=True)
    desk.finish()
    before = desk.on_disk("SELECT active_ms, idle_ms FROM windows")
    desk.session.review_lesson(FRACTIONS)
    desk.until(lambda: desk.reviews)
    desk.let_pass(60, busy=True)
    desk.session.leave_review()
    assert desk.on_disk("SELECT active_ms, idle_ms FROM windows") == before
    assert sum(int(str(active)) for active, _ in before) == 30_000


def test_a_lesson_finished_before_a_restart_is_looked_at_from_home_and_back_is_home(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    desk = Desk(tmp_path, clock, qtbot)
    desk.join()
    desk.start()
    desk.finish()
    desk.close()
    again = Desk(tmp_path, clock, qtbot)
    again.enter()
    assert [card.lesson for card in again.homes[-1].lessons if card.has_answers] == [FRACTIONS]
    again.session.review_lesson(FRACTIONS)
    again.until(lambda: again.reviews)
    assert len(again.reviews[-1].questions) == 10
    again.homes.clear()
    again.let_pass(3)  # a second passes, and home is not brought before what is being looked at
    assert again.homes == []
    again.session.leave_review()
    again.until(lambda: again.homes)
    again.close()


def test_an_attempt_that_goes_on_is_not_given_away(desk: Desk) -> None:
    desk.join()
    desk.start()
    desk.answer_page()
    desk.leave()
    desk.session.review_lesson(FRACTIONS)
    desk.session.review_lesson(LessonId("gone"))
    desk.homes.clear()
    desk.session.tick()
    desk.until(lambda: desk.homes)
    assert desk.reviews == []


# -- signing in ----------------------------------------------------------------------------------------


def test_connecting_keeps_the_token_and_the_address_and_home_is_signed_in(desk: Desk) -> None:
    desk.join()
    ref = str(desk.on_disk("SELECT ref FROM students")[0][0])
    asked: list[str] = []
    desk.kiosk.connecting.asked.connect(asked.append)
    desk.kiosk.connecting.ask()
    assert asked == ["Ana"]
    desk.kiosk.connecting.connect_student(SERVER, "secret")
    desk.until(lambda: desk.homes[-1].signed_in)
    assert json.loads((desk.folder / "credentials.json").read_text("utf-8")) == {ref: "secret"}
    assert f'server = "{SERVER}"' in (desk.folder / FILE_NAME).read_text("utf-8")


def test_what_is_wrong_with_address_or_credentials_is_said_in_the_dialog(desk: Desk) -> None:
    desk.join()
    said: list[str] = []
    desk.kiosk.connecting.not_connected.connect(said.append)
    desk.kiosk.connecting.connect_student("school.example", "secret")
    desk.until(lambda: said)
    assert said[-1].startswith("server must be an http or https URL")
    (desk.folder / "credentials.json").write_text("[]", "utf-8")
    (desk.folder / "credentials.json").chmod(0o600)
    desk.kiosk.connecting.connect_student(SERVER, "secret")
    desk.until(lambda: len(said) == 2)
    assert "credentials.json is not a JSON object of tokens" in said[-1]
    assert not desk.homes[-1].signed_in


# -- the end of the program ----------------------------------------------------------------------------


def test_what_was_typed_just_before_the_program_ends_is_found_again(
    tmp_path: Path, clock: ManualClock, qtbot: QtBot
) -> None:
    desk = Desk(tmp_path, clock, qtbot)
    desk.join()
    desk.start()
    question = desk.open_questions()[0]
    for length in range(1, 12):
        desk.session.respond(question.id, given("denominator"[:length]))
    desk.let_pass(10)
    desk.close()
    again = Desk(tmp_path, clock, qtbot)
    again.enter()
    assert again.start().blocks[1] == asked(question, ("denominator",))
    assert again.step == again.lessons[-1].step
    assert again.step.primary is Primary.CHECK
    assert len(again.run_ids()) == 1
    again.let_pass(1)
    assert again.focus[-1][1] == 11_000
    again.close()


def test_the_cloud_tells_what_waits_here_and_not_each_window_in_passing(desk: Desk) -> None:
    desk.join()
    desk.until(lambda: desk.safety[-1:] == [Safety.SERVER])
    desk.start()
    desk.let_pass(16)
    desk.leave()
    desk.until(lambda: desk.safety[-1] is Safety.COMPUTER)


def test_checking_a_blank_answer_says_what_to_do_and_uses_no_try(desk: Desk) -> None:
    desk.join()
    desk.start()
    question = desk.open_questions()[0]
    told: list[str] = []
    desk.session.question_changed.connect(lambda view, _step: told.append(view.note))
    desk.session.check(question.id)
    assert told == ["Type your answer first."]
    assert desk.on_disk("SELECT * FROM answers") == []
