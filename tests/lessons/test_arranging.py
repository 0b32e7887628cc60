from dataclasses import replace
from typing import cast

from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.arranging import free_targets, match, matched, moved, placed, standing, unmatch
from kiosk.lessons.interactions import MatchInteraction, OrderInteraction
from tests.lessons.packages import interaction_of, matching, ordering

ROWS = cast("OrderInteraction", interaction_of(ordering()))
HOMES = cast("MatchInteraction", interaction_of(matching()))
SHARED = replace(HOMES, targets=tuple(replace(target, match_max=0) for target in HOMES.targets))

junk = st.lists(st.sampled_from(["a", "b", "c", "gone", "", "s1 t1", "s2 t1", "s1", " ", "s9 t1", "s1 t9"])).map(tuple)


def test_rows_stand_as_they_are_first_shown_until_one_is_moved() -> None:
    assert standing(ROWS, ()) == ("c", "a", "b")
    assert standing(ROWS, ("a", "b", "c")) == ("a", "b", "c")


@given(junk)
def test_whatever_was_saved_every_row_stands_once(response: tuple[str, ...]) -> None:
    assert sorted(standing(ROWS, response)) == ["a", "b", "c"]


def test_a_row_is_moved_among_the_others_and_no_further_than_the_ends() -> None:
    assert moved(("a", "b", "c"), "a", 1) == ("b", "a", "c")
    assert moved(("a", "b", "c"), "a", 9) == ("b", "c", "a")
    assert moved(("a", "b", "c"), "c", -1) == ("c", "a", "b")


def test_a_source_has_one_target_and_a_target_one_source() -> None:
    first = match(HOMES, (), "s2", "t1")
    assert first == ("s2 t1",)
    assert match(HOMES, first, "s2", "t2") == ("s2 t2",)
    assert match(HOMES, first, "s1", "t1") == ("s1 t1",)
    assert match(HOMES, first, "s1", "t2") == ("s1 t2", "s2 t1")


def test_a_target_may_serve_several_sources_where_the_question_says_so() -> None:
    assert match(SHARED, ("s2 t1",), "s1", "t1") == ("s1 t1", "s2 t1")
    assert free_targets(SHARED, ("s1 t1", "s2 t1")) == ("t2", "t3", "t1")


def test_a_target_that_serves_its_source_is_free_again_when_it_is_taken_out() -> None:
    assert free_targets(HOMES, ("s2 t1",)) == ("t2", "t3")
    assert unmatch(HOMES, ("s1 t2", "s2 t1"), "s2") == ("s1 t2",)
    assert unmatch(HOMES, (), "s2") == ()


@given(junk)
def test_of_what_was_saved_only_known_pairs_are_left(response: tuple[str, ...]) -> None:
    assert matched(HOMES, response).items() <= {"s1": "t1", "s2": "t1"}.items()


def test_only_pairs_and_rows_have_a_place() -> None:
    assert placed(HOMES, ("s2 t1",)) == {"s2": "t1"}
    assert placed(ROWS, ("b", "a")) == {"b": "0", "a": "1"}
