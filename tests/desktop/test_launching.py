"""Lessons asked for from outside, on a whole kiosk: from the wall, from home, and in the middle of another lesson."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import resources
from kiosk.clock import ManualClock
from kiosk.desktop.instance import address, launch_request
from kiosk.desktop.launching import find_lesson
from kiosk.errors import UsageError
from kiosk.launch import Launch
from kiosk.lessons.model import LessonId
from kiosk.lessons.outline import Outline, outline_of
from kiosk.lessons.package import load_lesson
from kiosk.settings import Settings
from tests.desktop.desk import FRACTIONS, WATER, Desk

ADDING, RAIN = "Adding fractions with unlike denominators", "Where does rain come from?"


class Caller:
    """Whoever asks the kiosk for lessons over its socket."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def asks(self, lesson: str, student: str | None = None, *, by_link: bool = False) -> tuple[str | None, str | None]:
        """Ask, and wait for the answer: what is said, or what is wrong."""
        return self.sends(launch_request(Launch(lesson, student), by_link=by_link))

    def sends(self, line: str) -> tuple[str | None, str | None]:
        socket = QLocalSocket()
        socket.connectToServer(address(self.desk.folder))
        assert socket.waitForConnected(1_000)
        socket.write(line.encode() + b"\n")
        self.desk.until(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
        answer = json.loads(bytes(socket.readAll().data()))
        return answer.get("said"), answer.get("error")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(tmp_path, ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC)), qtbot)
    yield desk
    desk.close()


@pytest.fixture
def caller(desk: Desk) -> Caller:
    return Caller(desk)


def hint(desk: Desk) -> str:
    """What the wall of students asks for."""
    return desk.window.students._sentence.text()


def question(desk: Desk) -> str | None:
    """What is asked over the page, None when nothing is."""
    sheet = desk.window.launch_question
    return sheet.accessibleName() if sheet.isVisible() else None


def answers(desk: Desk, key: Qt.Key) -> None:
    QTest.keyClick(desk.handle(), key)


def opens(desk: Desk) -> None:
    """Move from "Not now" to "Open" and press it."""
    answers(desk, Qt.Key.Key_Tab)
    answers(desk, Qt.Key.Key_Return)


def is_at(desk: Desk, name: str, lesson: LessonId) -> Callable[[], bool]:
    """Whether the lesson's page is in view for that student."""

    def there() -> bool:
        session, window = desk.session, desk.window
        return (
            session.lesson is not None
            and session.student is not None
            and (session.student.name, session.lesson.id) == (name, lesson)
            and window.pages.currentWidget() is window.lesson
        )

    return there


def two_students(desk: Desk) -> None:
    """Ana and Ben are on the wall, and nobody is learning."""
    for name in ("Ana", "Ben"):
        desk.join(name)
        desk.session.show_students()
    desk.until(lambda: desk.walls and len(desk.walls[-1].students) == 2)


def lessons(*titles: str) -> tuple[Outline, ...]:
    """Lessons l0, l1, … of these titles."""
    real = outline_of(load_lesson(resources.path("lessons") / WATER))
    return tuple(replace(real, id=LessonId(f"l{index}"), title=title) for index, title in enumerate(titles))


# -- a teacher's command -----------------------------------------------------------------------------


def test_from_the_wall_a_named_student_is_at_the_lesson_at_once(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    assert caller.asks(FRACTIONS, "Ben") == (f"Ben is at “{ADDING}” now.", None)
    assert is_at(desk, "Ben", FRACTIONS)()
    assert question(desk) is None


def test_a_minimised_window_comes_back_for_a_launch(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.window.showMinimized()
    caller.asks(FRACTIONS)
    assert not desk.window.isMinimized()


def test_with_nobody_there_the_wall_says_what_begins_and_choosing_begins_it(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    assert caller.asks(FRACTIONS) == (f"Nobody chose yet; “{ADDING}” waits on the wall of students.", None)
    assert hint(desk) == f"Choose who you are to begin “{ADDING}”."
    ana = next(card for card in desk.walls[-1].students if card.name == "Ana")
    desk.session.choose_student(ana.student)
    desk.until(is_at(desk, "Ana", FRACTIONS))
    assert hint(desk) == "Choose your picture."
    desk.leave()
    desk.session.show_students()
    desk.enter("Ben")
    assert desk.session.lesson is None


def test_a_newer_launch_takes_the_place_of_the_one_on_the_wall(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    caller.asks(FRACTIONS)
    caller.asks(WATER)
    assert hint(desk) == f"Choose who you are to begin “{RAIN}”."
    assert caller.asks(FRACTIONS, "Ana") == (f"Ana is at “{ADDING}” now.", None)
    assert hint(desk) == "Choose your picture."


def test_without_a_name_it_is_for_whoever_is_learning(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    desk.enter("Ana")
    assert caller.asks(WATER) == (f"Ana is at “{RAIN}” now.", None)
    desk.finish()
    assert caller.asks(FRACTIONS) == (f"Ana is at “{ADDING}” now.", None)


def test_from_ones_home_another_student_is_at_the_lesson(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    desk.enter("Ana")
    ben = next(card for card in desk.walls[-1].students if card.name == "Ben")
    ((ref,),) = desk.on_disk("SELECT ref FROM students WHERE id = ?", ben.student)
    assert caller.asks(WATER, str(ref)) == (f"Ben is at “{RAIN}” now.", None)


def test_a_title_may_be_begun_as_long_as_it_is_clear_which(desk: Desk, caller: Caller) -> None:
    desk.join()
    assert caller.asks("where DOES") == (f"Ana is at “{RAIN}” now.", None)


def test_in_that_very_lesson_there_is_nothing_to_ask_or_to_do(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.start(FRACTIONS)
    for by_link in (False, True):
        assert caller.asks(FRACTIONS, "Ana", by_link=by_link) == (f"Ana is at “{ADDING}” now.", None)
        assert question(desk) is None
    assert len(desk.on_disk("SELECT id FROM sittings")) == 1


def test_in_a_lesson_it_asks_first_and_time_goes_on(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.start(FRACTIONS)
    said, error = caller.asks(WATER)
    assert (said, error) == (f"The kiosk asks first: Open “{RAIN}” for Ana? Somebody there has to answer.", None)
    assert question(desk) == f"Open “{RAIN}” for Ana?"
    before = desk.focus[-1][1]
    desk.let_pass(5, busy=True)
    assert desk.focus[-1][1] - before == 5_000
    answers(desk, Qt.Key.Key_Return)
    assert question(desk) is None
    assert is_at(desk, "Ana", FRACTIONS)()
    caller.asks(WATER)
    answers(desk, Qt.Key.Key_Escape)
    assert question(desk) is None
    assert is_at(desk, "Ana", FRACTIONS)()


def test_agreeing_keeps_the_run_and_its_answers(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.start(FRACTIONS)
    desk.let_pass(7, busy=True)
    desk.answer_page()
    caller.asks(WATER)
    opens(desk)
    desk.until(is_at(desk, "Ana", WATER))
    assert desk.on_disk("SELECT lesson, state FROM runs ORDER BY id") == [(FRACTIONS, "open"), (WATER, "open")]
    assert desk.on_disk("SELECT sum(active_ms) FROM windows WHERE run = 1") == [(7_000,)]
    desk.leave()
    assert not [block for block in desk.start(FRACTIONS).blocks if getattr(block, "settled", True) is False]


def test_in_anothers_lesson_it_asks_and_then_changes_the_student(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    desk.enter("Ana")
    desk.start(FRACTIONS)
    caller.asks(FRACTIONS, "Ben")
    assert question(desk) == f"Open “{ADDING}” for Ben?"
    assert desk.window.launch_question._detail.text() == f"“{ADDING}” is kept. Ana can go on with it later."
    opens(desk)
    desk.until(is_at(desk, "Ben", FRACTIONS))
    assert len(set(desk.run_ids())) == 2


def test_the_newest_question_replaces_the_one_before(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    desk.enter("Ana")
    desk.start(FRACTIONS)
    caller.asks(WATER, "Ben")
    caller.asks(WATER, "Ana")
    assert question(desk) == f"Open “{RAIN}” for Ana?"
    caller.asks(FRACTIONS, "Ana")
    assert question(desk) is None
    caller.asks(WATER, "Ana")
    opens(desk)
    desk.until(is_at(desk, "Ana", WATER))


def test_a_launch_at_the_open_connect_sheet_closes_it(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.kiosk.connecting.ask()
    assert desk.window.connect_dialog.isVisible()
    caller.asks(WATER)
    assert not desk.window.connect_dialog.isVisible()


def test_the_question_keeps_the_keyboard_when_still_there_is_answered_behind_it(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.start(FRACTIONS)
    desk.let_pass(desk.idle_after_s + 2)
    assert desk.window.still_there.isVisible()
    caller.asks(WATER)
    desk.let_pass(1, busy=True)
    assert not desk.window.still_there.isVisible()
    opens(desk)
    desk.until(is_at(desk, "Ana", WATER))


# -- a link ------------------------------------------------------------------------------------------


def test_a_link_asks_first_wherever_it_comes(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    said, error = caller.asks(WATER, "Ana", by_link=True)
    assert (said, error) == (f"The kiosk asks first: Open “{RAIN}” for Ana? Somebody there has to answer.", None)
    assert desk.session.student is None
    opens(desk)
    desk.until(is_at(desk, "Ana", WATER))


def test_a_link_without_a_student_waits_on_the_wall_once_it_is_agreed_to(desk: Desk, caller: Caller) -> None:
    two_students(desk)
    caller.asks(WATER, by_link=True)
    assert question(desk) == f"Open “{RAIN}”?"
    assert hint(desk) == "Choose your picture."
    opens(desk)
    assert hint(desk) == f"Choose who you are to begin “{RAIN}”."


def test_a_link_names_a_lesson_by_its_id_alone_and_what_is_wrong_is_said_on_the_window(
    desk: Desk, caller: Caller
) -> None:
    desk.join()
    said, error = caller.asks("where does", by_link=True)
    assert said is None
    assert error is not None
    assert error.startswith("There is no lesson “where does” on this computer.")
    assert desk.sentence == error
    assert question(desk) is None


def test_a_link_that_the_system_hands_over_is_read_as_strictly(desk: Desk) -> None:
    desk.join()
    desk.kiosk.launching.follow_link(f"timeback-kiosk://launch?lesson={WATER}&evil=1")
    assert desk.sentence == "This link asks for more than a lesson and a student; copy it again."
    desk.kiosk.launching.follow_link(f"timeback-kiosk://launch?lesson={WATER}")
    desk.until(lambda: question(desk) == f"Open “{RAIN}” for Ana?")


def test_a_title_that_begins_several_lessons_is_refused_with_those() -> None:
    begun = lessons("Rain and sun", "Rain and snow", "Loops")
    with pytest.raises(UsageError, match="2 lessons begin with “rain and”: l0, l1"):
        find_lesson(begun, "rain and", by_title=True)
    assert find_lesson(begun, "rain and sn", by_title=True) is begun[1]
    with pytest.raises(UsageError, match="There is no lesson “rain and sn”"):
        find_lesson(begun, "rain and sn", by_title=False)


def test_a_long_list_and_a_long_name_are_cut_short() -> None:
    with pytest.raises(UsageError) as refused:
        find_lesson(lessons(*map(str, range(30))), "x" * 900, by_title=True)
    assert str(refused.value).startswith(f"There is no lesson “{'x' * 60}…” on this computer. There are: l0, l1,")
    assert str(refused.value).endswith("l19 and 10 more.")


def test_without_any_lesson_that_is_what_is_said() -> None:
    with pytest.raises(UsageError, match="There are no lessons on this computer"):
        find_lesson((), "rain", by_title=True)


# -- refused -----------------------------------------------------------------------------------------


def test_an_unknown_lesson_is_refused_with_what_is_near_and_what_there_is(desk: Desk, caller: Caller) -> None:
    desk.join()
    said, error = caller.asks("watercycle")
    assert (said, desk.sentence) == (None, "")
    assert error is not None
    assert error.startswith(
        "There is no lesson “watercycle” on this computer. Did you mean water-cycle? There are: loops, "
    )
    assert desk.session.lesson is None


def test_an_unknown_student_and_one_of_two_namesakes_are_refused(desk: Desk, caller: Caller) -> None:
    desk.join("Ana")
    assert caller.asks(WATER, "Zoe")[1] == "There is no student “Zoe” on this computer. There is: Ana."
    desk.session.show_students()
    desk.session.add_student("Ana", "sun")
    desk.until(lambda: desk.walls and len(desk.walls[-1].students) == 2)
    assert caller.asks(WATER, "Ana")[1] == "2 students are called Ana; give the id they sign in with."


@pytest.mark.parametrize(
    "line",
    [
        "launch https://evil.example",
        "follow timeback-kiosk://launch?lesson=water-cycle&lesson=water-cycle",
        "launch timeback-kiosk://launch?lesson=%00",
    ],
)
def test_a_request_that_is_no_link_of_ours_is_refused_in_a_sentence(desk: Desk, caller: Caller, line: str) -> None:
    desk.join()
    said, error = caller.sends(line)
    assert said is None
    assert error
    assert desk.session.lesson is None
    assert question(desk) is None


def test_a_disk_that_refuses_is_told_to_whoever_asked(desk: Desk, caller: Caller) -> None:
    desk.join()
    desk.protect_disk()
    said, error = caller.asks(WATER)
    assert said is None
    assert error
    assert "cannot be written" in error
    desk.protect_disk(on=False)
    assert caller.asks(WATER) == (f"Ana is at “{RAIN}” now.", None)


def test_a_lesson_that_cannot_be_started_is_told_to_whoever_asked_and_not_tried_again(
    tmp_path: Path, qtbot: QtBot
) -> None:
    known = json.loads(resources.sample_config().read_text("utf-8"))
    known["courses"] = [course for course in known["courses"] if course.get("subject") != "Science"]
    config = tmp_path / "timeback.config.json"
    config.write_text(json.dumps(known), "utf-8")
    clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
    desk = Desk(tmp_path / "data", clock, qtbot, Settings(credentials="file", config=config))
    desk.join()
    said, error = Caller(desk).asks(WATER)
    assert said is None
    assert error
    assert "is not in timeback.config.json" in error
    assert desk.sentence == error
    desk.let_pass(2)
    assert desk.trouble.count(error) == 1
    desk.close()
