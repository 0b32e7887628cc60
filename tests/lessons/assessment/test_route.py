import pytest

from kiosk.lessons.assessment.beginning import start
from kiosk.lessons.assessment.model import (
    EXIT_PART,
    EXIT_SECTION,
    EXIT_TEST,
    Assessment,
    BranchRule,
    Navigation,
)
from kiosk.lessons.assessment.moves import go_on
from tests.lessons.assessment.making import (
    ALWAYS,
    NEVER,
    RUN,
    chose,
    linear,
    nonlinear,
    part,
    ref,
    section,
    taken,
)


def route(assessment: Assessment, *answers: str) -> list[str]:
    """The items in the order they were shown, up to the one that is."""
    session = start(assessment, RUN)
    shown = [] if session.is_over else [str(session.current.key)]
    for count in range(1, len(answers) + 1):
        session = taken(assessment, *answers[:count])
        shown.append("over" if session.is_over else session.current.key)
    return shown


def branching(rule: BranchRule) -> Assessment:
    """one, two in the section S; three in S2; four in the part Q."""
    first = section("S", ref("one", branch_rules=(rule,)), "two")
    return Assessment("T", "", (part("P", first, section("S2", "three")), part("Q", section("S3", "four"))))


@pytest.mark.parametrize(
    ("target", "next_item"),
    [
        ("two", "two"),
        ("three", "three"),
        ("S2", "three"),
        (EXIT_SECTION, "three"),
        (EXIT_PART, "four"),
        (EXIT_TEST, "over"),
    ],
)
def test_a_branch_rule_leads_to_its_target_when_its_condition_holds(target: str, next_item: str) -> None:
    assessment = branching(BranchRule(chose("one", "b"), target))
    assert route(assessment, "b") == ["one", next_item]
    assert route(assessment, "a") == ["one", "two"]


def test_a_target_that_is_not_ahead_is_no_target() -> None:
    assert route(branching(BranchRule(ALWAYS, "one")), "a") == ["one", "two"]
    assert route(branching(BranchRule(ALWAYS, "nowhere")), "a") == ["one", "two"]


def test_the_first_rule_that_holds_decides() -> None:
    rules = (BranchRule(NEVER, "two"), BranchRule(ALWAYS, "three"), BranchRule(ALWAYS, EXIT_TEST))
    assert route(linear(ref("one", branch_rules=rules), "two", "three"), "a") == ["one", "three"]


def test_a_sections_rule_is_asked_when_the_section_ends() -> None:
    inner = section("inner", "one", "two", branch_rules=(BranchRule(chose("one", "b"), "four"),))
    assessment = linear(inner, "three", "four")
    assert route(assessment, "b", "a") == ["one", "two", "four"]
    assert route(assessment, "a", "a") == ["one", "two", "three"]


def test_leaving_a_section_early_asks_its_rule_too() -> None:
    leaves = ref("one", branch_rules=(BranchRule(ALWAYS, EXIT_SECTION),))
    inner = section("inner", leaves, "two", branch_rules=(BranchRule(ALWAYS, EXIT_SECTION),))
    assert route(linear(inner, "three"), "a") == ["one", "over"]


def test_a_parts_rule_is_asked_when_the_part_ends_and_leads_to_a_later_part() -> None:
    parts = (
        part("P", section("S", "one"), branch_rules=(BranchRule(chose("one", "b"), "R"),)),
        part("Q", section("S2", "two")),
        part("R", section("S3", "three")),
    )
    assert route(Assessment("T", "", parts), "b") == ["one", "three"]
    assert route(Assessment("T", "", parts), "a") == ["one", "two"]


def test_what_a_pre_condition_forbids_is_passed_over() -> None:
    assessment = linear("one", ref("two", pre_conditions=(chose("one", "b"),)), "three")
    assert route(assessment, "a") == ["one", "three"]
    assert route(assessment, "b") == ["one", "two"]


def test_a_sections_pre_condition_is_asked_once_on_the_way_in() -> None:
    later_false = section("inner", "two", "three", pre_conditions=(chose("two", "a"),))
    assert route(linear("one", later_false, "four"), "a") == ["one", "four"]
    open_until_answered = section("inner", "two", "three", pre_conditions=(chose("one", "a"),))
    assert route(linear("one", open_until_answered, "four"), "a", "a", "a") == ["one", "two", "three", "four"]


def test_a_part_whose_pre_condition_fails_is_left_out() -> None:
    parts = (
        part("P", section("S", "one")),
        part("Q", section("S2", "two"), pre_conditions=(NEVER,), navigation=Navigation.NONLINEAR),
        part("R", section("S3", "three")),
    )
    assert route(Assessment("T", "", parts), "a", "a") == ["one", "three", "over"]


def test_a_test_may_begin_after_its_first_item() -> None:
    assert route(linear(ref("one", pre_conditions=(NEVER,)), "two")) == ["two"]


def test_a_test_with_nothing_to_show_is_over_at_once() -> None:
    assert start(linear(ref("one", pre_conditions=(NEVER,))), RUN).is_over


def test_a_nonlinear_part_knows_no_rules_between_its_items() -> None:
    leaves = ref("one", branch_rules=(BranchRule(ALWAYS, EXIT_TEST),))
    session = start(nonlinear(leaves, ref("two", pre_conditions=(NEVER,))), RUN)
    assert go_on(session).current.key == "two"
