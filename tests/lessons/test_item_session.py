from dataclasses import replace

from kiosk.lessons.interactions import EndAttemptInteraction
from kiosk.lessons.item import Item, OutcomeDeclaration, SetCorrect, TemplateDeclaration
from kiosk.lessons.item_session import attempt, begin, correct_responses, is_finished, max_score, replay, score
from kiosk.lessons.values import BaseType, Cardinality
from tests.lessons.items import (
    SCORE,
    bag,
    base,
    choosing,
    declared,
    item,
    lit,
    one,
    op,
    put,
    rules,
    variable,
    when,
)

RIGHT = item(declared(correct=one("b")), rules("match_correct"), blocks=(choosing(),))
SUM = replace(
    item(declared(BaseType.INTEGER), rules("match_correct")),
    templates=(TemplateDeclaration("A", Cardinality.SINGLE, BaseType.INTEGER),),
    template_processing=(
        put("A", op("random-integer", min="1", max="1000")),
        SetCorrect("RESPONSE", op("sum", variable("A"), lit(1))),
    ),
)


def adaptive() -> Item:
    """Two points for b at once, one for it after a wrong try; over with b or the third try."""
    over = put("completionStatus", lit("completed"))
    tried = variable("numAttempts")
    is_right = op("match", variable("RESPONSE"), op("correct", identifier="RESPONSE"))
    processing = (
        when(is_right, put("SCORE", op("subtract", lit(3.0), tried)), over),
        when(op("gte", tried, lit(3)), over),
    )
    return replace(item(declared(correct=one("b")), processing), adaptive=True)


def test_the_key_earns_the_full_score_and_a_blank_nothing() -> None:
    session = begin(RIGHT, seed=1)
    assert score(session) == 0
    assert max_score(session) == 1
    assert score(attempt(session, correct_responses(session))) == 1
    assert score(attempt(session, {})) == 0
    assert score(attempt(session, {"RESPONSE": ("a",)})) == 0


def test_several_choices_are_right_in_any_order_and_only_all_together() -> None:
    response = declared(cardinality=Cardinality.MULTIPLE, correct=bag("b", "c"))
    session = begin(item(response, rules("match_correct")), seed=1)
    assert score(attempt(session, {"RESPONSE": ("c", "b")})) == 1
    assert score(attempt(session, {"RESPONSE": ("b",)})) == 0
    assert score(attempt(session, {"RESPONSE": ("a", "b", "c")})) == 0


def test_a_number_that_can_be_read_in_two_ways_is_read_in_the_students_favour() -> None:
    for right in (1.0, 1000.0):
        session = begin(item(declared(BaseType.FLOAT, correct=one(right)), rules("match_correct")), seed=1)
        assert score(attempt(session, {"RESPONSE": ("1,000",)})) == 1


def test_many_numbers_that_can_be_read_in_two_ways_do_not_take_long() -> None:
    names = [f"R{number}" for number in range(200)]
    asked = replace(RIGHT, responses=tuple(declared(BaseType.FLOAT, name=name) for name in names))
    assert attempt(begin(asked, 1), dict.fromkeys(names, ("1,000",))).attempts == 1


def test_a_seed_gives_the_same_numbers_again_and_another_seed_others() -> None:
    sessions = [begin(SUM, seed) for seed in (1, 1, 2)]
    assert sessions[0] == sessions[1]
    assert sessions[0].variables["A"] != sessions[2].variables["A"]
    for session in sessions:
        assert score(attempt(session, correct_responses(session))) == max_score(session) == 1


def test_chance_in_response_processing_comes_out_the_same_when_played_again() -> None:
    asked = item(declared(), [put("SCORE", op("random-integer", max="1000000"))])
    attempts = [{"RESPONSE": ("a",)}] * 3
    session = begin(asked, 5)
    scores = []
    for responses in attempts:
        session = attempt(session, responses)
        scores.append(score(session))
    assert replay(asked, 5, attempts) == session
    assert len(set(scores)) == 3


def test_outcomes_begin_at_their_defaults_a_number_at_0() -> None:
    outcomes = [
        SCORE,
        OutcomeDeclaration("COUNT", Cardinality.SINGLE, BaseType.INTEGER),
        OutcomeDeclaration("BONUS", Cardinality.SINGLE, BaseType.INTEGER, one(5)),
        OutcomeDeclaration("GRADE", Cardinality.SINGLE, BaseType.IDENTIFIER),
    ]
    variables = begin(item(declared(), outcomes=outcomes), 1).variables
    assert [variables[outcome.identifier] for outcome in outcomes] == [one(0.0), one(0), one(5), None]
    assert variables["completionStatus"] == one("not_attempted")


def test_an_items_outcomes_begin_anew_with_each_attempt_and_an_adaptive_items_go_on() -> None:
    once_more = [put("SCORE", op("sum", variable("SCORE"), lit(1.0)))]
    twice = [{"RESPONSE": ("a",)}] * 2
    assert replay(item(declared(), once_more), 1, twice).variables["SCORE"] == one(1.0)
    assert replay(replace(item(declared(), once_more), adaptive=True), 1, twice).variables["SCORE"] == one(2.0)


def test_an_adaptive_item_goes_from_attempt_to_attempt_until_it_says_that_it_is_over() -> None:
    session = attempt(begin(adaptive(), 1), {"RESPONSE": ("a",)})
    assert not is_finished(session)
    assert session.variables["completionStatus"] == one("unknown")
    session = attempt(session, {"RESPONSE": ("b",)})
    assert is_finished(session)
    assert score(session) == 1
    assert max_score(session) == 2
    assert is_finished(replay(adaptive(), 1, [{}, {}, {}]))


def test_an_item_that_is_not_adaptive_is_never_over_by_itself() -> None:
    assert not is_finished(replay(RIGHT, 1, [{"RESPONSE": ("b",)}] * 3))


def test_the_time_of_the_attempts_adds_up() -> None:
    asked = item(declared(), [when(op("duration-lt", variable("duration"), base(one(10.0))), put("SCORE", lit(1.0)))])
    first = attempt(begin(asked, 1), {}, duration_s=6)
    assert score(first) == 1
    assert score(attempt(first, {}, duration_s=6)) == 0


def test_a_button_that_was_not_pressed_is_false() -> None:
    hint = EndAttemptInteraction("HINT", "A hint")
    asked = replace(
        item(declared(BaseType.BOOLEAN, name="HINT"), [when(op("not", variable("HINT")), put("SCORE", lit(1.0)))]),
        inline=(hint,),
    )
    assert score(attempt(begin(asked, 1), {})) == 1
    assert score(attempt(begin(asked, 1), {"HINT": ("true",)})) == 0


def test_what_an_item_can_earn_is_maxscore_or_the_normal_maximum_but_no_more_than_its_rules_give() -> None:
    maximum = OutcomeDeclaration("MAXSCORE", Cardinality.SINGLE, BaseType.FLOAT, one(100.0))
    mapped = [put("SCORE", op("sum", op("null")))]
    assert max_score(begin(item(declared(), mapped, [SCORE, maximum]), 1)) == 100
    assert max_score(begin(item(declared(), mapped, [replace(SCORE, normal_maximum=10.0)]), 1)) == 10
    assert max_score(begin(item(declared(correct=one("b")), rules("match_correct"), [SCORE, maximum]), 1)) == 1


def test_without_a_key_an_item_can_earn_the_most_that_its_rules_set() -> None:
    right = when(op("match", variable("RESPONSE"), lit("b")), put("SCORE", lit(3.0)))
    assert max_score(begin(item(declared(), [right]), 1)) == 3


def test_what_nothing_scores_here_has_no_score() -> None:
    by_a_person = item(declared(), rules("match_correct"), [replace(SCORE, external_scored=True)])
    without_rules = item(declared(correct=one("b")))
    not_supported = replace(RIGHT, unsupported=("The task needs a program of its own.",))
    for asked in (by_a_person, without_rules, not_supported):
        session = attempt(begin(asked, 1), {"RESPONSE": ("b",)})
        assert score(session) is None
        assert max_score(session) is None


def test_where_there_is_nothing_to_earn_there_is_no_most() -> None:
    session = begin(item(declared(), [put("SCORE", lit(0.0))]), 1)
    assert score(attempt(session, {"RESPONSE": ("b",)})) == 0
    assert max_score(session) is None


def test_rules_nested_without_end_come_to_one() -> None:
    deep, rule = lit(True), put("SCORE", lit(1.0))
    for _ in range(5000):
        deep, rule = op("and", deep), when(lit(True), rule)
    session = begin(item(declared(), [rule, when(deep, rule)]), 1)
    assert score(attempt(session, {"RESPONSE": ("a",)})) == 0
    assert max_score(session) == 1
    assert correct_responses(session) == {}


def test_an_item_with_very_many_fields_and_no_key_does_not_take_long() -> None:
    names = [f"R{number}" for number in range(1000)]
    processing = [
        when(op("match", variable(name), op("random", lit("a", "b"))), put("SCORE", lit(1.0))) for name in names
    ]
    asked = replace(item(processing=processing), responses=tuple(declared(name=name) for name in names))
    assert max_score(begin(asked, 1)) == 1
