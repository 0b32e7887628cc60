from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import epoch_ms
from kiosk.desktop.facts import StudentFacts
from kiosk.desktop.present import (
    day_word,
    focus_state,
    home_view,
    lesson_card,
    lesson_view,
    next_lesson,
    question_view,
    result_view,
    safety,
    step,
    student_card,
    tone,
    week_start,
)
from kiosk.desktop.views import FocusState, LessonCard, Primary, Safety, Step, StudentCard, SubjectTone
from kiosk.lessons.model import (
    Choice,
    ChoiceInteraction,
    Lesson,
    LessonId,
    MatchCorrect,
    MatchText,
    Model,
    Page,
    Question,
    QuestionId,
    Text,
    TextEntryInteraction,
)
from kiosk.lessons.player import Player
from kiosk.protocol.course import Course, CourseCode, SubjectGrade
from kiosk.protocol.run_id import RunId
from kiosk.store.days import DayTotal
from kiosk.store.outbox import Backlog
from kiosk.store.runs import LessonRun
from kiosk.store.students import SignIn, Student
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import Reason

TODAY = "2026-01-07"  # a Wednesday
NOON = datetime(2026, 1, 7, 12, tzinfo=UTC)
ANA = Student(1, "ref-ana", "Ana", "fox", SignIn.OK)
MATH = SubjectGrade("Math", 3)


def lesson(
    name: str, course: Course = MATH, *, pages: int = 5, xp: float = 12, model: str = "single-session"
) -> Lesson:
    return Lesson(
        LessonId(name),
        name.title(),
        course,
        Model(model),
        tuple(Page(str(number), f"Page {number}", ()) for number in range(pages)),
        Path(),
        expected_xp=xp,
    )


def run(name: str, *, state: str = "open", page: int = 2, focused_min: float = 14, days_ago: int = 1) -> LessonRun:
    return LessonRun(
        run=1,
        run_id=RunId("r"),
        lesson=name,
        course=MATH,
        state=state,
        page=page,
        percent=40,
        active_ms=round(focused_min * 60_000),
        last_ms=epoch_ms(NOON - timedelta(days=days_ago)),
        result=None,
        waits_for_server=False,
    )


def done(name: str, result: dict[str, float], *, waits: bool = False) -> LessonRun:
    return replace(run(name, state="finished"), result=result, waits_for_server=waits)


def facts(
    *runs: LessonRun, student: Student = ANA, today_ms: int = 0, xp: float = 0, backlog: Backlog | None = None
) -> StudentFacts:
    week = [DayTotal("2026-01-06", 600_000, 0), DayTotal(TODAY, today_ms, 0)]
    return StudentFacts(student, {each.lesson: each for each in runs}, week, xp, backlog or Backlog())


FRACTIONS, COUNTING, RAIN = lesson("fractions"), lesson("counting"), lesson("rain", SubjectGrade("Science", 5))
LESSONS = (FRACTIONS, COUNTING, RAIN)


# -- the wall ------------------------------------------------------------------------------------------


def test_a_student_with_an_open_lesson_is_told_where_they_stopped_last() -> None:
    older, newer = run("fractions", days_ago=2), run("rain", page=0, days_ago=1)
    assert student_card(facts(older, newer, today_ms=720_000), LESSONS, TODAY).hint == "Rain, page 1"


def test_without_an_open_lesson_the_hint_is_todays_minutes_then_what_is_new_then_nothing() -> None:
    finished = [done(each.id, {"xpEarned": 1}) for each in LESSONS]
    assert student_card(facts(today_ms=779_999), LESSONS, TODAY).hint == "12 min today"
    assert student_card(facts(today_ms=59_999), LESSONS, TODAY).hint == "New lessons"
    assert student_card(facts(*finished), LESSONS, TODAY) == StudentCard(1, "Ana", "fox", "")


# -- home ----------------------------------------------------------------------------------------------


def test_the_latest_open_lesson_is_gone_on_with_first_and_stands_once_on_the_page() -> None:
    view = home_view(facts(run("rain"), run("counting", days_ago=3)), LESSONS, {}, TODAY)
    assert view.resume is not None
    assert view.resume.lesson == "rain"
    assert [(card.lesson, card.action) for card in view.lessons] == [("counting", "Go on"), ("fractions", "Start")]


def test_begun_lessons_come_before_new_ones_and_finished_ones_last() -> None:
    many = (*LESSONS, lesson("loops"))
    latest = [done("fractions", {}), run("rain", days_ago=4), run("loops")]
    view = home_view(facts(*latest), many, {}, TODAY)
    assert [card.action for card in view.lessons] == ["Go on", "Start", "Try again"]


def test_todays_minutes_the_weeks_xp_and_the_sign_in_are_the_students_own() -> None:
    refused = replace(ANA, sign_in=SignIn.REFUSED)
    view = home_view(facts(student=refused, today_ms=1_199_999, xp=64.5), LESSONS, {}, TODAY)
    assert (view.today_minutes, view.week_xp, view.signed_in) == (19, 64.5, False)
    assert home_view(facts(), LESSONS, {}, TODAY).signed_in


def test_the_goal_is_that_of_the_lesson_to_go_on_with_else_of_the_first_that_has_one() -> None:
    goals = {FRACTIONS.id: 25, RAIN.id: 20}
    assert home_view(facts(run("rain")), LESSONS, goals, TODAY).goal_minutes == 20
    assert home_view(facts(run("counting")), LESSONS, goals, TODAY).goal_minutes == 25
    assert home_view(facts(), LESSONS, {}, TODAY).goal_minutes is None


@pytest.mark.parametrize("backlog", [Backlog(parked=1), Backlog(maybe=2)])
def test_work_that_was_refused_or_may_be_lost_on_the_way_is_told(backlog: Backlog) -> None:
    (notice,) = home_view(facts(backlog=backlog), LESSONS, {}, TODAY).notices
    assert "please tell your teacher" in notice
    assert home_view(facts(backlog=Backlog(waiting=3)), LESSONS, {}, TODAY).notices == ()


@pytest.mark.parametrize(
    ("begun", "detail", "percent", "action"),
    [
        (None, "About 12 minutes", 0, "Start"),
        (run("fractions"), "Page 3 of 5 · yesterday · 14 minutes focused", 40, "Go on"),
        (run("fractions", focused_min=1.9, days_ago=0), "Page 3 of 5 · today · 1 minute focused", 40, "Go on"),
        (run("fractions", focused_min=0.9, days_ago=0), "Page 3 of 5 · today", 40, "Go on"),
        (
            done("fractions", {"totalQuestions": 10, "correctQuestions": 9, "xpEarned": 11.0}),
            "Done · 9 of 10 right · 11 XP",
            100,
            "Try again",
        ),
        (done("fractions", {"xpEarned": 1.25}), "Done · 1.25 XP", 100, "Try again"),
        (
            done("fractions", {"totalQuestions": 2, "correctQuestions": 2, "xpEarned": 3}, waits=True),
            "Done · 2 of 2 right · waiting for the school server",
            100,
            "Try again",
        ),
    ],
)
def test_a_lesson_says_how_far_it_is(begun: LessonRun | None, detail: str, percent: int, action: str) -> None:
    expected = LessonCard(FRACTIONS.id, "Fractions", "Math 3", SubjectTone.MATH, detail, percent, action)
    assert lesson_card(FRACTIONS, begun, TODAY) == expected


def test_a_new_lesson_says_its_length_in_good_english() -> None:
    assert lesson_card(lesson("a", xp=1), None, TODAY).detail == "About 1 minute"
    assert lesson_card(lesson("a", xp=0), None, TODAY).detail == ""
    assert lesson_card(lesson("a", xp=20, model="stateful"), None, TODAY).detail == "Several days · about 20 minutes"


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        (SubjectGrade("Reading", 2), SubjectTone.READING),
        (SubjectGrade("Writing", 2), SubjectTone.OTHER),
        (CourseCode("Math"), SubjectTone.OTHER),
    ],
)
def test_a_subject_has_its_tone_and_every_other_course_the_common_one(course: Course, expected: SubjectTone) -> None:
    assert tone(lesson("a", course)) is expected


@pytest.mark.parametrize(
    ("day", "word"),
    [
        (TODAY, "today"),
        ("2026-01-06", "yesterday"),
        ("2026-01-05", "2 days ago"),
        ("2025-12-25", "13 days ago"),
        ("2025-12-24", "2025-12-24"),
        ("2026-01-08", "2026-01-08"),  # the clock was set back since
    ],
)
def test_a_day_is_said_as_a_child_says_it(day: str, word: str) -> None:
    assert day_word(day, TODAY) == word


def test_a_week_begins_on_monday() -> None:
    assert [week_start(day) for day in ("2026-01-05", TODAY, "2026-01-11")] == ["2026-01-05"] * 3
    assert week_start("2026-01-04") == "2025-12-29"


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (Reason.ACTIVE, FocusState.FOCUSED),
        (Reason.IDLE, FocusState.IDLE),
        (Reason.PAUSED, FocusState.PAUSED),
        (Reason.UNFOCUSED, FocusState.AWAY),
        (Reason.LOCKED, FocusState.AWAY),
    ],
)
def test_the_chip_says_why_time_counts_or_not(reason: Reason, state: FocusState) -> None:
    assert focus_state(reason) is state


def test_the_cloud_says_server_only_when_nothing_at_all_is_left_here() -> None:
    assert safety(Backlog()) is Safety.SERVER
    left = (Backlog(waiting=1), Backlog(parked=1), Backlog(maybe=1), Backlog(finish_requests=1))
    assert {safety(backlog) for backlog in left} == {Safety.COMPUTER}


# -- a lesson page -------------------------------------------------------------------------------------

PICK = Question(
    QuestionId("pick"),
    "Which?",
    ChoiceInteraction((Choice("a", "A", feedback="Not quite."), Choice("b", "B"))),
    MatchCorrect(frozenset({"b"})),
    feedback="Because.",
)
TYPE = Question(QuestionId("type"), "Who?", TextEntryInteraction(), MatchText(("Santa", "Father Christmas")))
STORY = Lesson(
    LessonId("story"),
    "A story",
    MATH,
    Model.SINGLE_SESSION,
    (Page("1", "Ask", (Text("<p>Read.</p>"), PICK, TYPE)), Page("2", "Read", ())),
    Path("/lessons/story"),
)


@pytest.fixture
def player() -> Player:
    return Player(STORY)


def solve(player: Player) -> None:
    for question, response in ((PICK, "b"), (TYPE, "Santa")):
        player.respond(question.id, (response,))
        player.check(question.id)


def test_the_page_shows_its_blocks_in_order_and_counts_from_one(player: Player) -> None:
    view = lesson_view(player, None)
    assert (view.title, view.page_number, view.page_count, view.page_title) == ("A story", 1, 2, "Ask")
    assert view.blocks == (Text("<p>Read.</p>"), question_view(player, PICK), question_view(player, TYPE))
    assert view.folder == Path("/lessons/story")


def test_the_texts_of_the_next_page_come_with_a_page_to_be_made_ready() -> None:
    player = Player(replace(STORY, pages=(Page("1", "Read", ()), Page("2", "Ask", (Text("<p>On.</p>"), PICK)))))
    coming = lesson_view(player, None).coming
    assert isinstance(PICK.interaction, ChoiceInteraction)
    assert {"<p>On.</p>", PICK.prompt, *(choice.content for choice in PICK.interaction.choices)} <= set(coming)
    player.turn_to(1)
    assert lesson_view(player, None).coming == ()


@pytest.mark.parametrize(("language", "expected"), [("ar", True), ("fa-AF", True), ("HE", True), ("en", False)])
def test_a_page_runs_as_its_language_is_written(language: str, expected: bool) -> None:
    assert lesson_view(Player(replace(STORY, language=language)), None).right_to_left is expected


def test_the_big_button_checks_the_question_touched_last_else_the_first_that_can_be_checked(player: Player) -> None:
    assert step(player, None) == Step(Primary.CHECK, PICK.id)
    player.respond(TYPE.id, ("Santa",))
    assert step(player, None) == Step(Primary.CHECK, TYPE.id)
    player.respond(PICK.id, ("a",))
    assert step(player, None).checks == PICK.id
    assert step(player, TYPE.id).checks == TYPE.id


def test_the_big_button_goes_on_when_all_is_settled_and_finishes_on_the_last_page(player: Player) -> None:
    solve(player)
    assert step(player, TYPE.id) == Step(Primary.GO_ON)
    player.turn_to(1)
    assert step(player, None) == Step(Primary.FINISH, can_go_back=True)
    assert step(player, None, busy=True).busy
    player.turn_to(0)
    assert step(player, None) == Step(Primary.GO_ON)


def test_a_wrong_answer_shows_its_feedback_until_it_is_changed(player: Player) -> None:
    player.respond(PICK.id, ("a",))
    assert question_view(player, PICK).correct is None
    player.check(PICK.id)
    wrong = question_view(player, PICK)
    assert (wrong.correct, wrong.settled, wrong.tries) == (False, False, 1)
    assert (wrong.choice_feedback, wrong.right, wrong.right_text) == ({"a": "Not quite."}, (), "")
    player.respond(PICK.id, ("b",))
    changed = question_view(player, PICK)
    assert (changed.correct, changed.tries, changed.choice_feedback) == (None, 1, {})


def test_only_a_settled_question_tells_what_is_right(player: Player) -> None:
    for wrong in ("Rudolf", "Frosty"):
        assert question_view(player, TYPE).right_text == ""
        player.respond(TYPE.id, (wrong,))
        player.check(TYPE.id)
    view = question_view(player, TYPE)
    assert (view.settled, view.correct, view.right, view.right_text) == (True, False, ("Santa",), "Santa")
    solve(Player(STORY))
    player.respond(PICK.id, ("b",))
    player.check(PICK.id)
    settled = question_view(player, PICK)
    assert (settled.right, settled.right_text, settled.feedback) == (("b",), "", "Because.")


# -- the result ----------------------------------------------------------------------------------------

CARD = StudentCard(1, "Ana", "fox")


@pytest.mark.parametrize(
    ("total", "right", "title", "sentence", "passed"),
    [
        (10, 10, "Well done!", "All 10 right on the first try.", True),
        (10, 8, "Well done!", "8 of 10 right on the first try. You looked again at what was hard.", True),
        (
            10,
            7,
            "You got to the end",
            "7 of 10 right on the first try. Take it once more, it will be easier.",
            False,
        ),
        (None, None, "Well done!", "You read all of it.", True),
    ],
)
def test_the_result_says_what_came_of_it(
    total: int | None, right: int | None, title: str, sentence: str, passed: bool
) -> None:
    view = result_view(CARD, FRACTIONS, Metrics(9.5, total, right), 1_139_999, RAIN)
    assert (view.title, view.sentence, view.passed) == (title, sentence, passed)
    assert (view.right, view.total, view.xp, view.focused) == (right or 0, total or 0, 9.5, "18 min")
    assert (view.next_lesson, view.next_title) == (RAIN.id, "Rain")


def test_a_pass_has_the_lessons_own_title_and_only_then() -> None:
    named = replace(FRACTIONS, done_title="You can add fractions now")
    assert result_view(CARD, named, Metrics(9, 10, 9), 0, None).title == "You can add fractions now"
    assert result_view(CARD, named, Metrics(0, 10, 1), 0, None).title == "You got to the end"


def test_a_stateful_lessons_xp_is_not_ours_to_tell() -> None:
    view = result_view(CARD, lesson("rain", model="stateful"), Metrics(20), 0, None)
    assert (view.xp, view.next_lesson, view.next_title) == (None, None, "")


def test_next_comes_an_unfinished_lesson_of_the_same_course_else_any_else_none() -> None:
    assert next_lesson(FRACTIONS, (FRACTIONS, RAIN, COUNTING), {}) is COUNTING
    counted = done("counting", {})
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted}) is RAIN
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted, "rain": run("rain")}) is RAIN
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted, "rain": done("rain", {})}) is None
