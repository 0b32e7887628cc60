"""A kiosk and its school server, both real: lessons arrive, a launch opens one, a pause covers the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock, epoch_ms
from kiosk.desktop.views import FocusState
from kiosk.lessons.model import LessonId
from kiosk.server import assigning, launches
from kiosk.server.assigning import Span, Target
from kiosk.server.database import Database
from kiosk.server.launches import State
from kiosk.settings import Settings
from kiosk.sync import handed_out
from tests.desktop.desk import FRACTIONS, WATER, Desk
from tests.server.handing import class_id, fill_classes, shelve, student_id, write_lesson
from tests.server.schoolhouse import Schoolhouse, schoolhouse

HALVES = LessonId("halves")
MINUTE_MS = 60_000


@pytest.fixture
def server(database: Database, clock: ManualClock) -> Iterator[Schoolhouse]:
    fill_classes(database, epoch_ms(clock.utc_now()))
    with schoolhouse(database, clock) as running:
        yield running


@pytest.fixture
def desk(server: Schoolhouse, clock: ManualClock, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """Ana is at home, connected to the school."""
    address = f"{server.http.base_url}/api/timeback"
    made = Desk(tmp_path / "kiosk", clock, qtbot, Settings(credentials="file", server=address))
    made.join()
    made.kiosk.connecting.connect_student(address, server.token)
    yield made
    made.close()


def hand_out(database: Database, lesson: str, now_ms: int, until: str | None = None) -> int:
    with database.write() as db:
        return assigning.assign(db, lesson, Target(class_id=class_id(database)), Span(None, until), 0, now_ms)


def launch(database: Database, lesson: str, title: str, now_ms: int) -> None:
    with database.write() as db:
        launches.launch(db, lesson, title, [student_id(database)], now_ms, now_ms + MINUTE_MS * 10)


def recall(database: Database, now_ms: int) -> None:
    with database.write() as db:
        made = launches.launched_since(db, [student_id(database)], 0, now_ms)
        assert launches.recall(db, [each.id for each in made], [student_id(database)], now_ms) == 1


def state(database: Database, now_ms: int) -> State:
    with database.read() as db:
        return launches.launched_since(db, [student_id(database)], 0, now_ms)[0].state


def first_lesson(desk: Desk) -> tuple[str, str]:
    card = desk.homes[-1].lessons[0]
    return card.lesson, card.detail


def test_an_assigned_lesson_arrives_and_comes_first_with_its_last_day(
    desk: Desk, database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    package = shelve(database, write_lesson(tmp_path / "halves"), now_ms)
    hand_out(database, HALVES, now_ms, until="2026-01-09")
    desk.until(lambda: first_lesson(desk) == (HALVES, "Until Friday · about 3 minutes"))
    desk.start(HALVES)
    assert desk.session.lesson is not None
    assert desk.session.lesson.version == f"1+{package.digest[:16]}"


def test_what_is_taken_back_goes_unless_it_was_begun(
    desk: Desk, database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    numbers = {}
    for lesson in ("halves", "thirds"):
        shelve(database, write_lesson(tmp_path / lesson, lesson, lesson.title()), now_ms)
        numbers[lesson] = hand_out(database, lesson, now_ms)
    desk.until(lambda: {"halves", "thirds"} <= {card.lesson for card in desk.homes[-1].lessons})
    desk.start(HALVES)
    desk.leave()
    with database.write() as db:
        for number in numbers.values():
            assigning.unassign(db, number, now_ms)
    desk.until(lambda: "thirds" not in {card.lesson for card in desk.homes[-1].lessons})
    assert desk.homes[-1].resume is not None
    assert desk.homes[-1].resume.lesson == HALVES
    folder = handed_out.folder_of(desk.folder)
    desk.close()
    handed_out.tidy(folder)
    assert [path.name for path in folder.iterdir() if path.is_dir()] == [
        row.digest for row in handed_out.read_list(folder)
    ]


def test_a_launched_lesson_opens_after_five_seconds_of_notice(
    desk: Desk, database: Database, clock: ManualClock
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    notice = desk.window.teacher_notice
    launch(database, WATER, "The water cycle", now_ms)
    desk.until(notice.isVisible)
    assert notice.accessibleName() == "Your teacher opened “The water cycle” for you."
    desk.until(lambda: state(database, now_ms) is State.SEEN)
    clock.advance(4_900)
    desk.kiosk.classroom.take_lessons()
    assert desk.session.lesson is None
    clock.advance(100)
    desk.until(lambda: desk.session.lesson is not None and desk.session.lesson.id == WATER)
    desk.until(lambda: state(database, now_ms) is State.OPENED)
    assert not notice.isVisible()


@pytest.mark.parametrize("accepts", [True, False])
def test_a_lesson_in_progress_is_left_only_by_the_student(
    desk: Desk, database: Database, clock: ManualClock, accepts: bool
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    desk.start(FRACTIONS)
    launch(database, WATER, "The water cycle", now_ms)
    question = desk.window.teacher_question
    desk.until(question.isVisible)
    (question._open if accepts else question._not_now).click()
    expected = State.OPENED if accepts else State.DECLINED
    desk.until(lambda: state(database, now_ms) is expected)
    assert desk.session.lesson is not None
    assert desk.session.lesson.id == (WATER if accepts else FRACTIONS)


def test_a_launch_waits_on_the_tile_for_whoever_is_not_there(
    desk: Desk, database: Database, clock: ManualClock
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    desk.session.show_students()
    desk.until(lambda: desk.session.student is None and desk.walls)
    launch(database, WATER, "The water cycle", now_ms)
    desk.until(lambda: desk.walls[-1].students[0].hint == "Your teacher opened “The water cycle”")
    assert not desk.window.teacher_notice.isVisible()
    desk.enter()
    desk.until(desk.window.teacher_notice.isVisible)
    desk.window.teacher_notice._open.click()
    desk.until(lambda: desk.session.lesson is not None and desk.session.lesson.id == WATER)


def test_a_launch_that_is_recalled_leaves_the_tile_and_the_screen_and_opens_nothing(
    desk: Desk, database: Database, clock: ManualClock
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    launch(database, WATER, "The water cycle", now_ms)
    desk.until(desk.window.teacher_notice.isVisible)
    desk.until(lambda: state(database, now_ms) is State.SEEN)
    recall(database, now_ms)
    desk.until(lambda: not desk.window.teacher_notice.isVisible())
    clock.advance(10_000)
    desk.kiosk.classroom.take_lessons()
    assert desk.session.lesson is None

    desk.session.show_students()
    launch(database, WATER, "The water cycle", now_ms + 10_000)
    desk.until(lambda: desk.walls[-1].students[0].hint == "Your teacher opened “The water cycle”")
    recall(database, now_ms + 10_000)
    desk.until(lambda: desk.walls[-1].students[0].hint != "Your teacher opened “The water cycle”")
    assert state(database, now_ms + 10_000) is State.RECALLED


def test_a_launched_lesson_that_is_not_here_yet_is_fetched_first(
    desk: Desk, database: Database, clock: ManualClock, tmp_path: Path
) -> None:
    now_ms = epoch_ms(clock.utc_now())
    shelve(database, write_lesson(tmp_path / "halves"), now_ms)
    launch(database, HALVES, "Halves", now_ms)
    desk.until(desk.window.teacher_notice.isVisible)


def test_a_pause_covers_the_window_counts_as_paused_and_lifts_itself(
    desk: Desk, server: Schoolhouse, database: Database, clock: ManualClock
) -> None:
    """The server is gone when it ends: the end is the kiosk's own."""
    now_ms = epoch_ms(clock.utc_now())
    desk.start(FRACTIONS)
    desk.let_pass(10, busy=True)
    before = desk.focus[-1]
    with database.write() as db:
        launches.pause(db, class_id(database), MINUTE_MS, now_ms + 10_000)
    eyes = desk.window.eyes_front
    desk.until(eyes.isVisible)
    server.school.bell.close()
    desk.let_pass(59)
    assert desk.focus[-1] == (FocusState.PAUSED, before[1])
    assert eyes.isVisible()
    desk.let_pass(1)
    desk.until(lambda: not eyes.isVisible())
    desk.let_pass(5, busy=True)
    assert desk.focus[-1] == (FocusState.FOCUSED, before[1] + 5_000)


def test_a_pause_is_lifted_early_by_the_teacher(desk: Desk, database: Database, clock: ManualClock) -> None:
    now_ms = epoch_ms(clock.utc_now())
    with database.write() as db:
        launches.pause(db, class_id(database), MINUTE_MS, now_ms)
    desk.until(desk.window.eyes_front.isVisible)
    with database.write() as db:
        launches.resume(db, class_id(database), now_ms)
    desk.until(lambda: not desk.window.eyes_front.isVisible())
