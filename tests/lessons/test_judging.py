import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.interactions import Area, Picture, Response, SelectPointInteraction, Shape
from kiosk.lessons.item import AreaMapping, Item, ResponseDeclaration
from kiosk.lessons.judging import is_blank, judge, key_of, missing, parts_right, points_right
from kiosk.lessons.model import Question, QuestionId
from kiosk.lessons.values import BaseType, Cardinality
from tests.lessons.packages import (
    ask,
    interaction_of,
    matching,
    number,
    ordering,
    right_answer,
    several_choices,
    short_text,
    single_choice,
    type_in,
)
from tests.lessons.packages import given as answer
from tests.lessons.strategies import questions, responses


def is_correct(question: Question, response: Response) -> bool:
    return judge(question, 0, [answer(*response)]).correct


def parts(question: Question, response: Response) -> dict[str, bool]:
    return dict(parts_right(interaction_of(question), right_answer(question), response))


@given(questions())
def test_its_own_key_gets_a_question_full_score(question: Question) -> None:
    assert is_correct(question, right_answer(question))


@given(questions(), st.sampled_from([(), ("",), ("   ",), ("", "\N{NO-BREAK SPACE}")]))
def test_a_blank_gets_nothing(question: Question, blank: Response) -> None:
    assert is_blank(answer(*blank))
    assert judge(question, 0, [answer(*blank)]).share == 0


@given(questions(), responses())
def test_any_response_is_right_or_wrong_and_none_raises(question: Question, response: Response) -> None:
    assert judge(question, 0, [answer(*response)]).share in {0, 1}


@pytest.mark.parametrize(
    "typed", ["Santa", "santa", " SANTA  ", "father   frost", "\N{FULLWIDTH LATIN CAPITAL LETTER S}anta"]
)
def test_case_width_and_spaces_do_not_matter_in_a_short_answer(typed: str) -> None:
    assert is_correct(short_text(), (typed,))


@pytest.mark.parametrize("typed", ["Sant", "Santa!", "San ta"])
def test_another_short_answer_is_wrong(typed: str) -> None:
    assert not is_correct(short_text(), (typed,))


def test_letters_that_casefold_alike_are_alike() -> None:
    assert is_correct(ask("text", "<p>Where?</p>", type_in("Straße")), ("STRASSE",))


@pytest.mark.parametrize("typed", ["0.5", "0,50", "1/2", "2/4", "½", " .5"])
def test_a_number_is_right_by_its_value(typed: str) -> None:
    assert is_correct(number(), (typed,))


@pytest.mark.parametrize("typed", ["0.49", "-0.5", "half", "1/0", "0.5 or 0.6"])
def test_another_number_or_junk_is_wrong(typed: str) -> None:
    assert not is_correct(number(), (typed,))


@pytest.mark.parametrize("response", [("a",), ("a", "b"), ("b", "b"), ("z",)])
def test_a_single_choice_is_right_only_alone(response: Response) -> None:
    assert is_correct(single_choice(), ("b",))
    assert not is_correct(single_choice(), response)


def test_several_choices_are_right_in_any_order_and_only_all_together() -> None:
    question = several_choices("b", "c")
    assert is_correct(question, ("c", "b"))
    assert not is_correct(question, ("b",))
    assert not is_correct(question, ("a", "b", "c"))


def test_a_match_is_right_with_exactly_the_right_pairs_in_any_order() -> None:
    assert is_correct(matching(), ("s2 t2", "s1 t1"))
    assert not is_correct(matching(), ("s1 t1",))
    assert not is_correct(matching(), ("s1 t1", "s2 t2", "s2 t3"))
    assert not is_correct(matching(), ("t1 s1", "t2 s2"))


def test_an_order_is_right_only_whole_and_in_order() -> None:
    assert is_correct(ordering(), ("a", "b", "c"))
    assert not is_correct(ordering(), ("a", "c", "b"))
    assert not is_correct(ordering(), ("a", "b"))
    assert not is_correct(ordering(), ("a", "b", "c", "a"))


@given(questions())
def test_its_own_key_is_complete_and_right_in_every_part(question: Question) -> None:
    assert missing(judge(question, 0, []), key_of(question)) == ""
    assert all(parts(question, right_answer(question)).values())


@given(questions(), responses())
def test_what_is_right_is_right_in_every_part(question: Question, response: Response) -> None:
    if is_correct(question, response):
        assert all(parts(question, response).values())


def test_choices_do_not_tell_which_of_them_is_right() -> None:
    assert parts(single_choice(), ("a",)) == {}


def test_a_point_is_right_in_an_area_that_earns_something_which_takes_one_point() -> None:
    areas = (
        (Area(Shape.CIRCLE, (100, 100, 20)), 1.0),
        (Area(Shape.RECT, (200, 0, 300, 300)), 0.5),
        (Area(Shape.DEFAULT), 0.0),
    )
    declaration = ResponseDeclaration("R", Cardinality.MULTIPLE, BaseType.POINT, area_mapping=AreaMapping(areas))
    item = Item("map", "Map", (SelectPointInteraction("R", Picture("map.svg", 400, 300)),), responses=(declaration,))
    judged = judge(Question(QuestionId("map"), item), 0, [])
    response = ("105 95", "95 105", "250 10", "10 10")
    assert list(points_right(judged, "R", {"R": response}).values()) == [True, False, True, False]
    assert points_right(judged, "other", {"other": response}) == {}


def test_of_what_has_no_areas_no_point_is_told_right() -> None:
    assert points_right(judge(single_choice(), 0, []), "RESPONSE", answer("1 2")) == {}
