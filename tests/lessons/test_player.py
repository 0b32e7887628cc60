from collections.abc import Callable

import hypothesis
import pytest
from hypothesis import strategies as st

from kiosk.lessons.interactions import Response
from kiosk.lessons.model import RESPONSE, Lesson, Progress, Question, QuestionId, SavedAnswer, Score
from kiosk.lessons.player import Checked, Player
from tests.lessons.packages import (
    given,
    lesson,
    matching,
    number,
    ordering,
    several_choices,
    short_text,
    single_choice,
)
from tests.lessons.strategies import responses

CHOICE, NUMBER, TEXT = QuestionId("choice"), QuestionId("number"), QuestionId("text")
MATCH, ORDER = QuestionId("match"), QuestionId("order")
THREE_PAGES = lesson((single_choice(),), (number(), short_text()), ())
EVERY_KIND = lesson((single_choice(), number(), short_text(), matching(), ordering()))


def answered(player: Player, question: QuestionId, *typed: str) -> Checked:
    player.respond(question, given(*typed))
    return player.check(question)


def played_through(lesson: Lesson = THREE_PAGES) -> Player:
    player = Player(lesson)
    answered(player, CHOICE, "b")
    answered(player, NUMBER, "1/2")
    answered(player, TEXT, "santa")
    player.turn_to(2)
    return player


def test_a_new_player_is_on_the_first_page() -> None:
    player = Player(THREE_PAGES)
    assert player.page is THREE_PAGES.pages[0]
    assert player.percent_done == 0
    assert not player.can_go_on


def test_a_page_with_an_open_question_cannot_be_turned_past() -> None:
    player = Player(THREE_PAGES)
    player.turn_to(2)
    assert player.page is THREE_PAGES.pages[0]
    answered(player, CHOICE, "b")
    assert player.can_go_on
    player.turn_to(2)
    assert player.page is THREE_PAGES.pages[1]


def test_pages_may_be_gone_back_to_and_forward_again() -> None:
    player = played_through()
    player.turn_to(-5)
    assert player.page is THREE_PAGES.pages[0]
    player.turn_to(99)
    assert player.page is THREE_PAGES.pages[2]
    assert not player.can_go_on


def test_a_response_is_kept_before_it_is_checked() -> None:
    player = Player(THREE_PAGES)
    player.respond(CHOICE, given("a"))
    assert player.answer(CHOICE) == SavedAnswer(given("a"))
    assert player.checked(CHOICE) is None


def test_a_right_answer_settles_the_question_with_praise_and_explanation() -> None:
    player = Player(THREE_PAGES)
    assert answered(player, CHOICE, "b") == Checked(
        correct=True,
        tries_left=0,
        settled=True,
        feedback="<p>praise</p><p>general</p>",
        choice_feedback={RESPONSE: {"b": "<p>b, yes</p>"}},
    )


def test_a_wrong_choice_with_feedback_of_its_own_gets_that_and_no_hint() -> None:
    player = Player(THREE_PAGES)
    assert answered(player, CHOICE, "a") == Checked(
        correct=False, tries_left=1, settled=False, feedback="", choice_feedback={RESPONSE: {"a": "<p>why not a</p>"}}
    )


def test_a_wrong_choice_without_feedback_of_its_own_gets_the_hint() -> None:
    player = Player(THREE_PAGES)
    assert answered(player, CHOICE, "c") == Checked(correct=False, tries_left=1, settled=False, feedback="<p>hint</p>")


def test_the_last_wrong_try_settles_the_question_and_brings_the_explanation() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "a")
    assert answered(player, CHOICE, "c") == Checked(
        correct=False, tries_left=0, settled=True, feedback="<p>hint</p><p>general</p>"
    )
    assert player.can_go_on


def test_a_right_choice_among_wrong_ones_does_not_keep_the_hint_away() -> None:
    boxes = several_choices("b", "c")
    assert answered(Player(lesson((boxes,))), CHOICE, "b").feedback == "<p>hint</p>"


@pytest.mark.parametrize("blank", [(), ("",), ("  ",)])
def test_a_blank_is_not_checked(blank: tuple[str, ...]) -> None:
    player = Player(THREE_PAGES)
    player.respond(CHOICE, given(*blank))
    assert not player.can_check(CHOICE)
    with pytest.raises(ValueError, match="no new response"):
        player.check(CHOICE)
    assert player.answer(CHOICE).attempts == ()


def test_what_was_just_found_wrong_does_not_cost_a_second_try() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "a")
    assert not player.can_check(CHOICE)
    player.respond(CHOICE, given("c"))
    assert player.can_check(CHOICE)


def test_a_match_is_checked_when_every_source_has_a_target() -> None:
    player = Player(lesson((matching(),)))
    player.respond(MATCH, given("s1 t1"))
    assert not player.can_check(MATCH)
    player.respond(MATCH, given("s1 t1", "gone t2"))
    assert not player.can_check(MATCH)
    assert answered(player, MATCH, "s1 t1", "s2 t2").correct


def test_a_wrong_match_says_which_pairs_are_right_and_tells_of_the_wrong_ones() -> None:
    told = answered(Player(lesson((matching(),))), MATCH, "s1 t3", "s2 t2")
    assert told == Checked(
        correct=False,
        tries_left=1,
        settled=False,
        feedback="",
        choice_feedback={RESPONSE: {"s1": "<p>wax</p><p>dug</p>"}},
        parts_right={RESPONSE: {"s1": False, "s2": True}},
    )


def test_a_wrong_pair_without_feedback_of_its_own_gets_the_hint() -> None:
    told = answered(Player(lesson((matching(),))), MATCH, "s1 t1", "s2 t1")
    assert (told.feedback, told.choice_feedback) == ("<p>hint</p>", {})


def test_an_order_as_it_is_first_shown_is_no_answer_until_a_row_was_moved() -> None:
    player = Player(lesson((ordering(),)))
    assert not player.can_check(ORDER)
    player.respond(ORDER, given("c", "a", "b"))  # moved away and back
    assert player.can_check(ORDER)


def test_a_wrong_order_says_which_rows_are_in_their_place_and_tells_of_the_others() -> None:
    player = Player(lesson((ordering(),)))
    told = answered(player, ORDER, "b", "a", "c")
    assert told.parts_right == {RESPONSE: {"a": False, "b": False, "c": True}}
    assert (told.choice_feedback, told.feedback) == ({RESPONSE: {"a": "<p>a begins</p>"}}, "")
    assert answered(player, ORDER, "a", "b", "c").correct


def test_what_was_told_of_a_part_is_told_until_that_part_is_changed() -> None:
    player = Player(lesson((matching(), ordering())))
    assert player.parts_told(MATCH) == {}
    answered(player, MATCH, "s1 t3", "s2 t2")
    assert player.parts_told(MATCH) == {RESPONSE: {"s1": False, "s2": True}}
    player.respond(MATCH, given("s2 t2"))
    assert player.parts_told(MATCH) == {RESPONSE: {"s2": True}}
    answered(player, ORDER, "b", "a", "c")
    player.respond(ORDER, given("a", "b", "c"))
    assert player.parts_told(ORDER) == {RESPONSE: {"c": True}}


def test_the_right_pairs_and_the_right_order_are_revealed_when_they_are_settled() -> None:
    player = Player(lesson((matching(max_tries=1), ordering(max_tries=1))))
    answered(player, MATCH, "s1 t2", "s2 t1")
    answered(player, ORDER, "b", "a", "c")
    assert player.reveal(MATCH) == given("s1 t1", "s2 t2")
    assert player.reveal(ORDER) == given("a", "b", "c")


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        (single_choice, [("c",), ("a",), ("c",)]),
        (matching, [("s1 t1", "s2 t1"), ("s1 t2", "s2 t1"), ("s1 t1", "s2 t1")]),
        (ordering, [("a", "c", "b"), ("b", "a", "c"), ("a", "c", "b")]),
        (short_text, [("Rudolf",), ("Frosty",), ("nobody",)]),
        (number, [("1",), ("2",), ("no idea",)]),
    ],
)
def test_every_kind_of_question_has_its_tries_a_hint_and_an_explanation(
    question: Callable[..., Question], wrong: list[Response]
) -> None:
    asked = question(max_tries=3, hint="<p>hint</p>", feedback="<p>general</p>")
    player = Player(lesson((asked,)))
    told = [answered(player, asked.id, *response) for response in wrong]
    assert [(one.tries_left, one.settled) for one in told] == [(2, False), (1, False), (0, True)]
    assert (told[0].feedback, told[2].feedback) == ("<p>hint</p>", "<p>hint</p><p>general</p>")
    assert not player.can_check(asked.id)


def test_a_settled_question_keeps_its_answer() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "b")
    player.respond(CHOICE, given("a"))
    assert player.answer(CHOICE).response == given("b")
    assert not player.can_check(CHOICE)


def test_the_right_answer_is_revealed_only_when_the_question_is_settled() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "a")
    assert player.reveal(CHOICE) == {}
    answered(player, CHOICE, "c")
    assert player.reveal(CHOICE) == given("b")
    answered(player, NUMBER, "0.5")
    assert player.reveal(NUMBER) == given("0.5")
    answered(player, TEXT, "father frost")
    assert player.reveal(TEXT) == given("Santa")


def test_an_unknown_question_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Player(THREE_PAGES).respond(QuestionId("gone"), given("a"))


def test_the_score_counts_first_tries_and_gives_points_for_any_right_try() -> None:
    questions = lesson((single_choice(points=2.0), number(points=0.5), short_text()))
    player = Player(questions)
    answered(player, CHOICE, "a")
    answered(player, CHOICE, "b")
    answered(player, NUMBER, "0.5")
    assert player.score() == Score(total=3, correct=1, points=2.5, max_points=3.5)


def test_a_lesson_is_passed_from_its_pass_accuracy_on() -> None:
    many = lesson(tuple(single_choice(f"q{index}") for index in range(5)))
    player = Player(many)
    for index in range(4):
        assert not player.passed
        answered(player, QuestionId(f"q{index}"), "b")
    assert player.passed


def test_a_lesson_can_be_finished_on_its_last_page_when_all_is_settled() -> None:
    player = played_through()
    assert (player.can_finish, player.percent_done) == (True, 100)
    player.turn_to(1)
    assert (player.can_finish, player.percent_done) == (False, 33)


def test_percent_done_is_the_share_of_pages_turned_past() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "b")
    assert player.percent_done == 0
    player.turn_to(1)
    assert player.percent_done == 33


def test_going_back_does_not_undo_pages_that_were_answered_further_on() -> None:
    player = Player(THREE_PAGES)
    answered(player, CHOICE, "b")
    player.turn_to(1)
    player.respond(NUMBER, given("1"))
    player.turn_to(0)
    assert player.percent_done == 33


def test_a_lesson_without_questions_is_read_to_its_last_page() -> None:
    player = Player(lesson((), ()))
    assert player.can_go_on
    assert player.percent_done == 0
    player.turn_to(1)
    assert player.can_finish
    assert player.passed


def test_a_progress_older_than_the_lesson_is_taken_as_far_as_it_goes() -> None:
    gone = QuestionId("gone")
    player = Player(
        THREE_PAGES,
        Progress(page=7, answers={gone: SavedAnswer(attempts=({},)), CHOICE: SavedAnswer(attempts=({}, {}))}),
    )
    assert player.page is THREE_PAGES.pages[1]
    assert gone not in player.progress.answers


_verbs = st.lists(
    st.one_of(
        st.tuples(st.just("turn"), st.integers(-2, 5)),
        st.tuples(st.sampled_from([CHOICE, NUMBER, TEXT, MATCH, ORDER]), responses()),
        st.tuples(st.just("check"), st.sampled_from([CHOICE, NUMBER, TEXT, MATCH, ORDER])),
    ),
    max_size=30,
)


@hypothesis.given(_verbs)
def test_a_player_made_from_a_players_progress_equals_it(verbs: list[tuple[object, object]]) -> None:
    player = Player(EVERY_KIND)
    for verb, argument in verbs:
        match verb, argument:
            case "turn", int(index):
                player.turn_to(index)
            case "check", str(name):
                if player.can_check(QuestionId(name)):
                    player.check(QuestionId(name))
            case str(name), tuple(response):
                player.respond(QuestionId(name), given(*response))
    resumed = Player(EVERY_KIND, player.progress)
    assert resumed == player
    assert [resumed.checked(question.id) for question in EVERY_KIND.questions] == [
        player.checked(question.id) for question in EVERY_KIND.questions
    ]
