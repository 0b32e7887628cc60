from dataclasses import replace

import pytest

from kiosk.lessons.gaps import empty, fill, filled, free_choices, takers
from kiosk.lessons.interactions import Choice, GapMatchInteraction

SEASONS = GapMatchInteraction(
    "R", (Choice("w", "winter"), Choice("s", "summer"), Choice("any", "any", match_max=0)), ("g1", "g2", "g3"), ""
)


def test_a_choice_goes_into_a_gap_in_place_of_what_was_there() -> None:
    assert fill(SEASONS, (), "w", "g2") == ("w g2",)
    assert fill(SEASONS, ("w g2",), "s", "g2") == ("s g2",)
    assert fill(SEASONS, ("w g2",), "s", "g1") == ("s g1", "w g2")
    assert fill(SEASONS, ("w g2",), "w", "g2") == ("w g2",)


def test_a_choice_that_is_used_up_leaves_its_other_gap() -> None:
    assert fill(SEASONS, ("w g2",), "w", "g3") == ("w g3",)
    assert fill(SEASONS, ("any g2",), "any", "g3") == ("any g2", "any g3")


def test_what_may_not_be_changes_nothing() -> None:
    for choice, gap in (("gone", "g1"), ("w", "gone")):
        assert fill(SEASONS, ("s g2",), choice, gap) == ("s g2",)
    grouped = replace(SEASONS, choices=(Choice("w", "winter", match_group=("g1",)), *SEASONS.choices[1:]))
    assert fill(grouped, ("s g2",), "w", "g2") == ("s g2",)
    assert takers(grouped, "w") == ("g1",)
    assert takers(grouped, "s") == ("g1", "g2", "g3")
    assert fill(replace(SEASONS, max_associations=1), ("s g2",), "w", "g1") == ("s g2",)
    assert fill(replace(SEASONS, max_associations=1), ("s g2",), "w", "g2") == ("w g2",)


def test_a_response_that_is_older_than_the_lesson_is_read_as_far_as_it_goes() -> None:
    assert filled(SEASONS, ("gone g1", "w gone", "s g3")) == {"g3": "s"}
    assert empty(SEASONS, ("gone g1", "w g2", "s g3"), "g2") == ("s g3",)
    assert free_choices(SEASONS, ("w g2", "any g1")) == ("s", "any")


@pytest.mark.parametrize("gap", ["g1", "g3"])
def test_an_empty_gap_is_emptied_without_harm(gap: str) -> None:
    assert empty(SEASONS, ("w g2",), gap) == ("w g2",)
