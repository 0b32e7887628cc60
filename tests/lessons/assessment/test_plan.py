from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.assessment.model import Assessment, Section, Selection
from kiosk.lessons.assessment.plan import draw
from tests.lessons.assessment.making import linear, part, ref, section

SEEDS = st.integers(0, 2**31)


def drawn(assessment: Assessment, seed: int) -> list[str]:
    return [planned.key for planned in draw(assessment, seed)]


def test_without_selection_and_ordering_the_plan_is_the_file() -> None:
    assessment = linear("one", section("inner", "two", "three"), "four")
    assert drawn(assessment, 1) == ["one", "two", "three", "four"]
    assert [section.identifier for section in draw(assessment, 1)[1].sections] == ["S", "inner"]


@given(SEEDS)
def test_a_selection_draws_so_many_children_in_the_order_of_the_file(seed: int) -> None:
    assessment = Assessment("T", "", (part("P", section("S", *"abcdef", selection=Selection(3))),))
    plan = drawn(assessment, seed)
    assert len(plan) == 3
    assert plan == sorted(plan)
    assert plan == drawn(assessment, seed)


def test_different_seeds_draw_different_plans() -> None:
    assessment = Assessment("T", "", (part("P", section("S", *"abcdefgh", selection=Selection(3), shuffle=True)),))
    assert len({tuple(drawn(assessment, seed)) for seed in range(20)}) > 10


@given(SEEDS)
def test_a_required_child_is_always_drawn(seed: int) -> None:
    children = (*"abcd", ref("must", required=True))
    plan = drawn(Assessment("T", "", (part("P", section("S", *children, selection=Selection(2))),)), seed)
    assert len(plan) == 2
    assert plan[-1] == "must"


def test_with_replacement_an_item_may_come_several_times_under_numbered_keys() -> None:
    one = section("S", "a", selection=Selection(3, with_replacement=True))
    plan = draw(Assessment("T", "", (part("P", one),)), 5)
    assert [planned.key for planned in plan] == ["a.1", "a.2", "a.3"]


@given(SEEDS)
def test_a_shuffle_keeps_all_children_and_leaves_the_fixed_in_their_places(seed: int) -> None:
    children = ("a", ref("second", fixed=True), "c", "d", ref("last", fixed=True))
    plan = drawn(Assessment("T", "", (part("P", section("S", *children, shuffle=True)),)), seed)
    assert sorted(plan) == sorted(["a", "second", "c", "d", "last"])
    assert (plan[1], plan[4]) == ("second", "last")


def shuffled_around(inner: Section) -> set[tuple[str, ...]]:
    assessment = Assessment("T", "", (part("P", section("S", "1", "2", inner, "3", "4", shuffle=True)),))
    return {tuple(drawn(assessment, seed)) for seed in range(60)}


def test_a_section_within_a_shuffled_one_keeps_its_items_together_and_in_order() -> None:
    plans = shuffled_around(section("inner", "x", "y"))
    assert all(plan.index("y") == plan.index("x") + 1 for plan in plans)
    assert len({plan.index("x") for plan in plans}) > 1


def test_an_invisible_section_that_is_not_kept_together_is_mixed_among_the_others() -> None:
    plans = shuffled_around(section("inner", "x", "y", visible=False, keep_together=False))
    assert any(plan.index("y") != plan.index("x") + 1 for plan in plans)
    assert any(plan.index("y") < plan.index("x") for plan in plans)
