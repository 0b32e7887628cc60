"""A lesson that is a test, played in the whole kiosk."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.clock import ManualClock
from kiosk.desktop.pages.lesson_page import LessonPage
from kiosk.desktop.theme import Theme
from kiosk.desktop.views import (
    Answered,
    AssessmentView,
    Finding,
    OverviewView,
    Primary,
    QuestionView,
    TimeLeftView,
    Urgency,
)
from kiosk.desktop.widgets.comment_box import CommentBox
from kiosk.desktop.widgets.said_box import SaidBox
from kiosk.desktop.widgets.tile import Tile
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import LessonId, QuestionId
from kiosk.settings import Settings
from tests.desktop.desk import Desk
from tests.desktop.samples import ASKED
from tests.lessons.assessment.files import TALKING, write_test_lesson
from tests.lessons.packages import given

SPRING = LessonId("spring-test")
A, B = given("a"), given("b")


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A kiosk whose student is on the first page of the test."""
    write_test_lesson(tmp_path / "lessons" / "spring")
    clock = ManualClock(datetime(2026, 1, 5, 9, 0, tzinfo=UTC))
    settings = Settings(credentials="file", lessons=tmp_path / "lessons", absence_minutes=600)
    made = Desk(tmp_path / "data", clock, qtbot, settings)
    made.join()
    made.start(SPRING)
    yield made
    made.close()


def asked(desk: Desk) -> QuestionView:
    return next(block for block in desk.lessons[-1].blocks if isinstance(block, QuestionView))


def answer(desk: Desk, responses: Responses) -> None:
    desk.session.respond(asked(desk).question.id, responses)


def overview(desk: Desk) -> OverviewView:
    told: list[OverviewView] = []
    connection = desk.session.overview_shown.connect(told.append)
    desk.session.show_overview()
    desk.session.overview_shown.disconnect(connection)
    return told[-1]


def wait(desk: Desk, seconds: int) -> None:
    """Let time pass in steps that a busy machine may take."""
    for _ in range(seconds // 5):
        desk.clock.advance(5_000)
        desk.session.tick()


def to_main_part(desk: Desk) -> None:
    answer(desk, A)
    desk.session.check(QuestionId("first"))
    desk.session.go_on()


def test_a_question_may_be_skipped_where_the_test_says_nothing_else(desk: Desk) -> None:
    assert desk.step.primary is Primary.SKIP
    desk.session.go_on()
    assert desk.lessons[-1].page_number == 2


def test_a_question_with_feedback_is_checked_first(desk: Desk) -> None:
    answer(desk, B)
    assert desk.step.primary is Primary.CHECK
    desk.session.check(QuestionId("first"))
    view = desk.questions[-1]
    assert (view.correct, view.settled, view.answers["RESPONSE"].right) == (False, True, ("a",))
    desk.session.go_on()
    assert desk.lessons[-1].page_number == 2


def test_what_is_handed_in_together_tells_nothing_before(desk: Desk) -> None:
    to_main_part(desk)
    answer(desk, B)
    view = desk.questions[-1]
    assert (view.correct, view.settled, view.tries) == (None, False, 0)
    assert desk.step.primary is Primary.GO_ON


def test_the_last_question_of_a_part_leads_to_its_overview(desk: Desk) -> None:
    to_main_part(desk)
    desk.session.go_on()
    answer(desk, A)
    desk.session.flag(True)
    desk.session.go_on()
    assert desk.step.primary is Primary.LOOK_OVER
    view = overview(desk)
    assert [entry.answered for entry in view.entries] == [Answered.NO, Answered.YES, Answered.NO]
    assert [entry.is_flagged for entry in view.entries] == [False, True, False]
    assert view.sentence == "2 questions are not answered yet. You marked 1 to look at again."
    desk.session.go_to(QuestionId("second"))
    assert desk.lessons[-1].page_number == 2


def test_handing_in_finishes_the_test_with_its_score_and_words(desk: Desk) -> None:
    to_main_part(desk)
    answer(desk, A)
    desk.session.go_on()
    answer(desk, B)
    desk.session.hand_in()
    desk.until(lambda: desk.results)
    result = desk.results[-1]
    assert (result.right, result.total) == (2, 4)
    assert result.said == ("<p>2 of 4 points.</p>", "Halves are <strong>two</strong> equal parts.")


def test_a_test_goes_on_where_it_was_left_with_answers_marks_and_time(desk: Desk) -> None:
    to_main_part(desk)
    answer(desk, B)
    desk.session.flag(True)
    wait(desk, 130)
    desk.leave()
    desk.clock.advance(3_600_000)
    view = desk.start(SPRING)
    assert view.page_number == 2
    assert asked(desk).responses == B
    assert view.assessment is not None
    assert view.assessment.is_flagged
    assert view.assessment.time_left == TimeLeftView("8 min left", Urgency.CALM, "For this test")


def test_the_time_left_warns_and_its_end_closes_the_question(desk: Desk) -> None:
    told: list[TimeLeftView] = []
    desk.session.time_left_told.connect(told.append)
    to_main_part(desk)
    answer(desk, B)
    wait(desk, 485)
    assert (told[-1].words, told[-1].urgency) == ("2 min left", Urgency.SOON)
    wait(desk, 115)
    assert (told[-1].words, told[-1].urgency) == ("Time is over", Urgency.OVER)
    assert asked(desk).settled
    answer(desk, A)
    assert asked(desk).responses == B
    desk.session.hand_in()
    desk.until(lambda: desk.results)


def test_the_machines_sleep_takes_nothing_from_the_time(desk: Desk) -> None:
    desk.let_pass(10)
    desk.clock.advance(3_600_000)
    desk.let_pass(1)
    view = desk.lessons[-1].assessment
    told: list[TimeLeftView] = []
    desk.session.time_left_told.connect(told.append)
    desk.let_pass(1)
    assert view is not None
    assert told[-1].words == "10 min left"


def test_looking_back_shows_the_verdict_only_where_the_test_lets_it_be_seen(desk: Desk) -> None:
    to_main_part(desk)
    answer(desk, A)
    desk.session.hand_in()
    desk.until(lambda: desk.results)
    desk.session.review_lesson(SPRING)
    desk.until(lambda: desk.reviews)
    review = desk.reviews[-1]
    assert [question.finding for question in review.questions] == [Finding.FIRST_TRY, Finding.HANDED_IN]
    assert [question.view.answers["RESPONSE"].right for question in review.questions] == [("a",), ()]
    assert all(question.view.settled for question in review.questions)


def test_the_sheet_leads_to_a_question_by_keyboard_and_names_each_for_a_screen_reader(desk: Desk) -> None:
    to_main_part(desk)
    desk.session.show_overview()
    sheet = desk.window.overview
    assert sheet.isVisible()
    tiles = sheet.findChildren(Tile)
    names = [tile.accessibleName() for tile in tiles]
    assert names == ["Question 2, Not yet, on this page", "Question 3, Not yet", "Question 4, Not yet"]
    QTest.keyClick(tiles[1], Qt.Key.Key_Return)
    assert not sheet.isVisible()
    assert desk.lessons[-1].page_number == 3


@pytest.fixture
def talking(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A kiosk whose student is in a test that says how it goes and takes comments."""
    write_test_lesson(tmp_path / "lessons" / "spring", TALKING)
    clock = ManualClock(datetime(2026, 1, 5, 9, 0, tzinfo=UTC))
    made = Desk(tmp_path / "data", clock, qtbot, Settings(credentials="file", lessons=tmp_path / "lessons"))
    made.join()
    made.start(SPRING)
    yield made
    made.close()


def assessment(desk: Desk) -> AssessmentView:
    view = desk.lessons[-1].assessment
    assert view is not None
    return view


def test_a_test_says_how_it_goes_from_the_first_submission_on(talking: Desk) -> None:
    assert assessment(talking).said == ()
    answer(talking, B)
    talking.session.check(QuestionId("first"))
    assert assessment(talking).said == ("Nothing is right so far. Take your time.",)
    answer(talking, A)
    talking.session.check(QuestionId("first"))
    talking.session.go_on()
    assert assessment(talking).said == ("One is right. Go on like that!",)


def test_a_comment_is_kept_with_its_question_over_a_break_where_the_test_takes_one(talking: Desk) -> None:
    talking.session.comment("Which eight?")
    talking.leave()
    talking.start(SPRING)
    assert assessment(talking).comment == "Which eight?"
    talking.session.go_on()
    assert assessment(talking).comment is None
    talking.session.comment("Nobody asked")
    assert "Nobody" not in str(talking.lessons[-1])


def test_a_comment_is_typed_below_the_question_and_is_no_answer(qtbot: QtBot) -> None:
    view = replace(ASKED, assessment=AssessmentView(comment="", said=("<p>So far so good.</p>",)))
    page = LessonPage(Theme())
    qtbot.addWidget(page)
    page.show_view(view)
    page.show()
    told: list[str] = []
    page.commented.connect(told.append)
    field, said = page.findChild(CommentBox), page.findChild(SaidBox)
    assert field is not None
    assert said is not None
    QTest.keyClicks(field.edit, "Hm")
    assert told == ["H", "Hm"]
    assert (said.isVisible(), said.accessibleName()) == (True, "So far so good.")
