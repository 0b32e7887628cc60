from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.desktop.present import (
    focus_state,
    lesson_view,
    next_lesson,
    question_view,
    result_view,
    safety,
    step,
)
from kiosk.desktop.views import AnswerView, FocusState, Primary, QuestionView, Step
from kiosk.desktop.wall_views import Safety, StudentCard
from kiosk.lessons.interactions import Choice
from kiosk.lessons.item import Text
from kiosk.lessons.model import RESPONSE, Lesson, LessonId, Model, Page
from kiosk.lessons.outline import outline_of
from kiosk.lessons.player import Player
from kiosk.store.outbox import Backlog
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.window import Reason
from tests.desktop.readings import FRACTIONS, LESSONS, MATH, RAIN, done, lesson, run
from tests.lessons.packages import arrange, ask, choose, given, pair, type_in


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

PICK = ask(
    "pick",
    "Which?",
    choose("b", choices=(Choice("a", "A", feedback="Not quite."), Choice("b", "B"))),
    feedback="Because.",
)
TYPE = ask("type", "Who?", type_in("Santa", "Father Christmas"))
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
        player.respond(question.id, given(response))
        player.check(question.id)


def test_the_page_shows_its_blocks_in_order_and_counts_from_one(player: Player) -> None:
    view = lesson_view(player, None)
    assert (view.title, view.page_number, view.page_count, view.page_title) == ("A story", 1, 2, "Ask")
    assert view.blocks == (Text("<p>Read.</p>"), question_view(player, PICK), question_view(player, TYPE))
    assert view.folder == Path("/lessons/story")


def test_the_texts_of_the_next_page_come_with_a_page_to_be_made_ready() -> None:
    player = Player(replace(STORY, pages=(Page("1", "Read", ()), Page("2", "Ask", (Text("<p>On.</p>"), PICK)))))
    coming = lesson_view(player, None).coming
    assert {"<p>On.</p>", "Which?", "A", "B", "Not quite.", "Because."} <= set(coming)
    player.turn_to(1)
    assert lesson_view(player, None).coming == ()


@pytest.mark.parametrize(("language", "expected"), [("ar", True), ("fa-AF", True), ("HE", True), ("en", False)])
def test_a_page_runs_as_its_language_is_written(language: str, expected: bool) -> None:
    assert lesson_view(Player(replace(STORY, language=language)), None).right_to_left is expected


def test_the_big_button_checks_the_question_touched_last_else_the_first_that_can_be_checked(player: Player) -> None:
    assert step(player, None) == Step(Primary.CHECK, PICK.id)
    player.respond(TYPE.id, given("Santa"))
    assert step(player, None) == Step(Primary.CHECK, TYPE.id)
    player.respond(PICK.id, given("a"))
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
    player.respond(PICK.id, given("a"))
    assert question_view(player, PICK).correct is None
    player.check(PICK.id)
    wrong = question_view(player, PICK)
    assert (wrong.correct, wrong.settled, wrong.tries) == (False, False, 1)
    assert (answer(wrong).choice_feedback, answer(wrong).right, wrong.right_text) == ({"a": "Not quite."}, (), "")
    player.respond(PICK.id, given("b"))
    changed = question_view(player, PICK)
    assert (changed.correct, changed.tries, answer(changed).choice_feedback) == (None, 1, {})


HOMES = ask(
    "homes",
    "Who lives where?",
    pair(
        ("s1", "t1"),
        ("s2", "t2"),
        sources=(Choice("s1", "bee", "Wax."), Choice("s2", "bird")),
        targets=(Choice("t2", "nest"), Choice("t1", "hive")),
    ),
    max_tries=3,
)
ORDER = ask("order", "In order?", arrange("a", "b", choices=(Choice("b", "then"), Choice("a", "first"))))


def answer(view: QuestionView) -> AnswerView:
    return view.answers[RESPONSE]


def test_what_was_said_of_a_pair_stays_until_that_pair_is_changed() -> None:
    player = Player(replace(STORY, pages=(Page("1", "Ask", (HOMES, ORDER)),)))
    player.respond(HOMES.id, given("s1 t2", "s2 t2"))
    player.check(HOMES.id)
    wrong = question_view(player, HOMES)
    assert (wrong.correct, answer(wrong).parts_right) == (False, {"s1": False, "s2": True})
    player.respond(HOMES.id, given("s1 t2"))
    half = question_view(player, HOMES)
    assert (half.correct, answer(half).parts_right, answer(half).choice_feedback) == (
        None,
        {"s1": False},
        {"s1": "Wax."},
    )
    player.respond(HOMES.id, given("s1 t1", "s2 t2"))
    changed = question_view(player, HOMES)
    assert (changed.correct, answer(changed).parts_right, answer(changed).choice_feedback) == (None, {"s2": True}, {})


def test_a_settled_match_and_order_tell_what_is_right_where_it_stands() -> None:
    player = Player(replace(STORY, pages=(Page("1", "Ask", (HOMES, ORDER)),)))
    player.respond(HOMES.id, given("s1 t1", "s2 t2"))
    player.check(HOMES.id)
    player.respond(ORDER.id, given("a", "b"))
    player.check(ORDER.id)
    for question, right in ((HOMES, ("s1 t1", "s2 t2")), (ORDER, ("a", "b"))):
        view = question_view(player, question)
        assert (view.settled, answer(view).right, view.right_text) == (True, right, "")


def test_checking_too_early_says_what_this_question_waits_for() -> None:
    player = Player(replace(STORY, pages=(Page("1", "Ask", (PICK, TYPE, HOMES, ORDER)),)))
    assert [player.missing(question.id) for question in (PICK, TYPE, HOMES, ORDER)] == [
        "Choose an answer first.",
        "Type your answer first.",
        "Choose something for each one first.",
        "This is still mixed up. Put it in order first.",
    ]


def test_only_a_settled_question_tells_what_is_right(player: Player) -> None:
    for wrong in ("Rudolf", "Frosty"):
        assert question_view(player, TYPE).right_text == ""
        player.respond(TYPE.id, given(wrong))
        player.check(TYPE.id)
    view = question_view(player, TYPE)
    assert (view.settled, view.correct, answer(view).right, view.right_text) == (True, False, ("Santa",), "Santa")
    solve(Player(STORY))
    player.respond(PICK.id, given("b"))
    player.check(PICK.id)
    settled = question_view(player, PICK)
    assert (answer(settled).right, settled.right_text, settled.feedback) == (("b",), "", "Because.")


# -- the result ----------------------------------------------------------------------------------------

CARD = StudentCard(1, "Ana", "fox")


@pytest.mark.parametrize(
    ("total", "right", "title", "sentence", "passed"),
    [
        (10, 10, "Well done!", "All 10 right on the first try.", True),
        (10, 9, "Well done!", "9 of 10 right on the first try. You have mastered this.", True),
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
    view = result_view(CARD, FRACTIONS, Metrics(9.5, total, right), 1_139_999, outline_of(RAIN))
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


def test_next_comes_a_lesson_that_follows_and_only_then_one_from_before() -> None:
    earlier, later = replace(LESSONS[1], id=LessonId("earlier")), replace(LESSONS[1], id=LessonId("later"))
    assert next_lesson(FRACTIONS, (earlier, LESSONS[0], later), {}) is later
    assert next_lesson(FRACTIONS, (earlier, LESSONS[0], later), {"later": done("later", {})}) is earlier


def test_next_comes_an_unfinished_lesson_of_the_same_course_else_any_else_none() -> None:
    fractions, maths, rain = LESSONS
    assert next_lesson(FRACTIONS, (fractions, rain, maths), {}) is maths
    counted = done("counting", {})
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted}) is rain
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted, "rain": run("rain")}) is rain
    assert next_lesson(FRACTIONS, LESSONS, {"counting": counted, "rain": done("rain", {})}) is None
