"""What a player does with items that are more than one answer: several responses, steps, tasks that nobody scores."""

from dataclasses import replace

import pytest

from kiosk.lessons.interactions import TextEntryInteraction
from kiosk.lessons.item import Expression, Item, SetVariable, Text
from kiosk.lessons.judging import MOST_STEPS, key_of, part_correct, seed_of
from kiosk.lessons.model import Progress, Question, QuestionId, SavedAnswer, Score
from kiosk.lessons.player import Player
from kiosk.lessons.task import SCORE, one_of
from kiosk.lessons.values import BaseType, single
from tests.lessons.items import base, choosing, declared, item, lit, op, put, variable, when
from tests.lessons.packages import given, lesson, placed, single_choice

NUMBERS = placed("whole-numbers")
GUESS = placed("adaptive")
HAND_IN = placed("upload")
CANNOT = placed("unsupported")
TONES = placed("media")


def test_a_question_of_several_answers_wants_them_all_and_each_is_known_by_its_key() -> None:
    player = Player(lesson((NUMBERS,)), run_id="r")
    key = player.judged(NUMBERS.id).key
    assert set(key) == {"BOXES", "REST", "SHARE"}
    player.respond(NUMBERS.id, {**key, "SHARE": ()})
    assert player.missing(NUMBERS.id) == "Type your answer first."
    wrong = {**key, "SHARE": ("1000",)}
    player.respond(NUMBERS.id, wrong)
    assert player.check(NUMBERS.id).correct is False
    judged = player.judged(NUMBERS.id)
    assert [part_correct(judged, one, wrong) for one in judged.interactions] == [True, True, False]
    assert judged.share == 0.5
    assert player.score() == Score(1, 0, 0.5, 1.0)
    player.respond(NUMBERS.id, key)
    assert player.check(NUMBERS.id).correct


QUICK = QuestionId("quick")


def quick() -> Question:
    """The right answer within ten seconds in all."""
    in_time = op("duration-lt", variable("duration"), base(single(BaseType.DURATION, 10.0)))
    right = op("match", variable("RESPONSE"), lit("a"))
    asked = item(declared(), [when(op("and", right, in_time), put("SCORE", lit(1.0)))], blocks=[choosing()])
    return Question(QUICK, asked, max_tries=2)


@pytest.mark.parametrize(("second", "is_right"), [(3, True), (5, False)], ids=["in time", "too late"])
def test_the_time_of_all_attempts_counts_for_its_rules_after_a_resume_too(second: int, *, is_right: bool) -> None:
    first = Player(lesson((quick(),)), run_id="r")
    first.spend(6)
    first.respond(QUICK, given("b"))
    first.check(QUICK)
    resumed = Player(first.lesson, first.progress, "r")
    resumed.spend(second)
    resumed.respond(QUICK, given("a"))
    assert resumed.check(QUICK).correct is is_right
    again = Player(first.lesson, resumed.progress, "r")
    assert again.judged(QUICK).correct is is_right
    assert again.answer(QUICK).durations == (6, second)


def test_time_counts_only_where_a_rule_asks_for_it_and_while_the_question_is_open() -> None:
    player = Player(lesson((NUMBERS, quick())), run_id="r")
    player.spend(4)
    assert player.progress.answers == {QUICK: SavedAnswer(seconds=4)}
    player.respond(QUICK, given("a"))
    player.check(QUICK)
    player.spend(4)
    assert player.answer(QUICK).seconds == 4


def two_fields() -> Question:
    """Each of two fields takes either of two names, for a point each."""
    fields = (TextEntryInteraction("A"), TextEntryInteraction("B"))
    points = tuple(Expression("map-response", attributes={"identifier": field.response}) for field in fields)
    item = Item(
        "two",
        "",
        (Text("".join(f'<p>Who? <x-slot response="{field.response}"></x-slot></p>' for field in fields)),),
        inline=fields,
        responses=tuple(replace(one_of(("Ben", "Benjamin"))[0], identifier=field.response) for field in fields),
        outcomes=(replace(SCORE, normal_maximum=2.0),),
        response_processing=(SetVariable("SCORE", Expression("sum", points)),),
    )
    return Question(QuestionId("two"), item)


def test_of_several_answers_one_that_scores_otherwise_than_the_key_is_right_too() -> None:
    player = Player(lesson((two_fields(),)))
    given = {"A": ("benjamin",), "B": ("Anna",)}
    player.respond(QuestionId("two"), given)
    player.check(QuestionId("two"))
    judged = player.judged(QuestionId("two"))
    assert [part_correct(judged, one, given) for one in judged.interactions] == [True, False]
    assert judged.share == 0.5


def test_the_same_run_has_the_same_numbers_anywhere_and_another_may_have_others() -> None:
    keys = [Player(lesson((NUMBERS,)), run_id=run).judged(NUMBERS.id).key for run in ("a", "a", *"bcdefgh")]
    assert keys[0] == keys[1]
    assert len({tuple(sorted(key.items())) for key in keys}) > 1
    assert seed_of("a", QuestionId("q")) != seed_of("a", QuestionId("p"))


def test_an_adaptive_item_goes_on_until_it_says_that_it_is_over_and_its_end_counts() -> None:
    player = Player(lesson((GUESS,)))
    for _ in range(3):
        player.respond(GUESS.id, {"RESPONSE": ("25",)})
        told = player.check(GUESS.id)
        assert (told.correct, told.settled, told.feedback) == (False, False, "Not this one. A hint may help.")
    player.respond(GUESS.id, {"RESPONSE": ("36",)})
    assert player.check(GUESS.id).feedback.startswith("<p><strong>Found!</strong></p>6")
    assert player.judged(GUESS.id).settled
    assert player.score() == Score(1, 1, 1.0, 1.0)


def test_a_button_ends_an_attempt_whatever_is_blank_and_does_not_stay_pressed() -> None:
    player = Player(lesson((GUESS,)))
    player.respond(GUESS.id, {"HINT": ("true",)})
    assert player.can_check(GUESS.id)
    player.check(GUESS.id)
    assert player.answer(GUESS.id) == SavedAnswer({}, ({"HINT": ("true",)},))
    assert "Square numbers" in str(player.judged(GUESS.id).shown.blocks)
    player.respond(GUESS.id, {"RESPONSE": ("36",)})
    assert player.check(GUESS.id).correct is False
    assert player.judged(GUESS.id).share == 0.5


def test_an_adaptive_item_that_never_ends_is_over_after_many_steps() -> None:
    wrong = {"RESPONSE": ("25",)}
    saved = {GUESS.id: SavedAnswer(wrong, (wrong,) * MOST_STEPS)}
    assert Player(lesson((GUESS,)), Progress(answers=saved)).can_finish


def test_what_a_teacher_reads_is_handed_in_once_and_does_not_count() -> None:
    player = Player(lesson((HAND_IN, single_choice())))
    assert player.missing(HAND_IN.id) == "Choose a file first."
    player.respond(HAND_IN.id, {"RESPONSE": ("leaf.png",)})
    told = player.check(HAND_IN.id)
    assert (told.correct, told.settled) == (None, True)
    assert player.reveal(HAND_IN.id) == {}
    assert player.score().total == 1


def test_what_cannot_run_is_settled_at_once_and_does_not_count() -> None:
    player = Player(lesson((CANNOT,)))
    assert player.can_finish
    assert not player.can_check(CANNOT.id)
    assert (player.score(), player.passed) == (Score(0, 0, 0.0, 0.0), True)


def test_a_sound_is_listened_to_before_the_answer_is_checked() -> None:
    player = Player(lesson((TONES,)))
    key = key_of(TONES)
    player.respond(TONES.id, key)
    assert player.missing(TONES.id).startswith("Listen to all of it")
    [sound] = [one for one in player.judged(TONES.id).interactions if one.response not in key]
    player.respond(TONES.id, {**key, sound.response: ("1",)})
    assert player.check(TONES.id).correct
