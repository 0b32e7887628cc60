"""Which two may be a pair."""

from kiosk.lessons.interactions import AssociateInteraction, Choice, GapMatchInteraction, MatchInteraction
from kiosk.lessons.pairing import has_room, may_pair, needs_table, paired, pairs, parted, refusal, ticked, uses

ONCE = tuple(Choice(name, name) for name in "abc")
OFTEN = tuple(Choice(name, name, match_max=0) for name in "xyz")
ANY_NUMBER = 0


def test_each_side_has_room_for_as_many_as_its_match_max_says() -> None:
    match = MatchInteraction("R", ONCE, OFTEN, max_associations=ANY_NUMBER)
    assert may_pair(match, (), "a", "x")
    assert not may_pair(match, ("a x",), "a", "y")
    assert may_pair(match, ("a x",), "b", "x")


def test_there_are_no_more_pairs_than_the_most() -> None:
    match = MatchInteraction("R", ONCE, OFTEN, max_associations=2)
    assert may_pair(match, ("a x",), "b", "y")
    assert not may_pair(match, ("a x", "b y"), "c", "z")


def test_a_group_names_the_only_partners_from_either_side() -> None:
    picky = (Choice("a", "a", match_max=0, match_group=("x",)), Choice("b", "b", match_max=0))
    shy = (Choice("x", "x", match_max=0), Choice("y", "y", match_max=0), Choice("z", "z", match_group=("a",)))
    match = MatchInteraction("R", picky, shy, max_associations=ANY_NUMBER)
    assert may_pair(match, (), "a", "x")
    assert not may_pair(match, (), "a", "y")
    assert may_pair(match, (), "b", "y")
    assert not may_pair(match, (), "b", "z")


def test_the_two_of_one_set_are_a_pair_once_whatever_their_order() -> None:
    associate = AssociateInteraction("R", OFTEN, max_associations=ANY_NUMBER)
    assert may_pair(associate, (), "x", "y")
    assert not may_pair(associate, ("x y",), "y", "x")
    assert not may_pair(associate, (), "x", "x")


def test_in_one_set_either_side_of_a_pair_is_a_use() -> None:
    associate = AssociateInteraction("R", ONCE, max_associations=ANY_NUMBER)
    assert uses(associate, ("a b",))[1] == {"a": 1, "b": 1}
    assert not may_pair(associate, ("a b",), "b", "c")


def test_a_gap_takes_one_choice() -> None:
    gaps = GapMatchInteraction("R", OFTEN, ("1", "2"), "", max_associations=ANY_NUMBER)
    assert not may_pair(gaps, ("x 1",), "y", "1")
    assert may_pair(gaps, ("x 1",), "x", "2")


def test_pairs_of_what_is_gone_or_said_twice_are_passed_over() -> None:
    match = MatchInteraction("R", ONCE, OFTEN)
    assert pairs(match, ("a x", "gone x", "a gone", "a x", "a")) == ("a x",)
    assert not may_pair(match, (), "gone", "x")


def test_two_that_can_be_a_pair_are_added_and_others_leave_the_pairs_as_they_are() -> None:
    match = MatchInteraction("R", ONCE, OFTEN, max_associations=2)
    assert paired(match, ("a x",), "b", "x") == ("a x", "b x")
    assert paired(match, ("a x",), "a", "y") == ("a x",)
    assert parted(match, ("a x", "b y"), "a x") == ("b y",)


def test_why_two_cannot_be_a_pair_is_said() -> None:
    picky = Choice("p", "p", match_group=("x",), match_max=0)
    associate = AssociateInteraction("R", (*ONCE, *OFTEN, picky), max_associations=2)
    assert refusal(associate, (), "a", "b") == ""
    assert refusal(associate, (), "a", "a") == "Choose two that are not the same."
    assert refusal(associate, ("x y",), "y", "x") == "These two are a pair already."
    assert refusal(associate, (), "p", "y") == "These two cannot go together."
    assert refusal(associate, ("a b", "x y"), "c", "z") == "No more than 2 pairs. Take one apart first."
    full = "One of these has all it can have. Take it out of a pair first."
    assert refusal(associate, ("a b",), "a", "c") == full


def test_a_choice_has_room_until_it_is_used_as_often_as_it_may() -> None:
    associate = AssociateInteraction("R", (*ONCE, *OFTEN), max_associations=ANY_NUMBER)
    assert not has_room(associate, ("a b",), 0, "b")
    assert has_room(associate, ("x y",), 0, "x")


def test_a_tick_takes_the_place_of_the_one_that_either_had() -> None:
    match = MatchInteraction("R", OFTEN, ONCE, max_associations=ANY_NUMBER)
    assert ticked(match, ("x a", "x b"), "y", "b") == ("x a", "y b")
    assert ticked(match, ("x a", "x b"), "y", "c") == ("x a", "x b", "y c")
    assert ticked(MatchInteraction("R", OFTEN, OFTEN, max_associations=1), ("x x",), "y", "y") == ("x x",)


def test_a_table_is_needed_where_a_source_may_have_several_targets() -> None:
    assert needs_table(MatchInteraction("R", OFTEN, ONCE))
    assert not needs_table(MatchInteraction("R", ONCE, OFTEN))
