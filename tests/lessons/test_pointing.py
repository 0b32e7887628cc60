"""What is done on a picture, as values."""

import pytest

from kiosk.lessons.interactions import (
    Area,
    Choice,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    Hotspot,
    HotspotInteraction,
    Picture,
    Response,
    SelectPointInteraction,
    Shape,
)
from kiosk.lessons.pointing import (
    joined,
    missed,
    moved_point,
    points,
    put,
    toggled,
    with_point,
    without_point,
)

MAP = Picture("map.svg", 400, 300)
ABC = tuple(Hotspot(name, Area(Shape.CIRCLE, (10, 10, 5))) for name in "ABC")
ONE = HotspotInteraction("R", MAP, ABC)
TWO = HotspotInteraction("R", MAP, ABC, max_choices=2)
ORDER = GraphicOrderInteraction("R", MAP, ABC)
POINT = SelectPointInteraction("R", MAP)
POINTS = SelectPointInteraction("R", MAP, max_choices=2)


@pytest.mark.parametrize(
    ("interaction", "before", "place", "after"),
    [
        (ONE, (), "A", ("A",)),
        (ONE, ("A",), "B", ("B",)),
        (ONE, ("A",), "A", ()),
        (TWO, ("A",), "B", ("A", "B")),
        (TWO, ("A", "B"), "C", ("A", "B")),
        (TWO, ("A", "gone"), "B", ("A", "B")),
        (ORDER, ("C", "A"), "B", ("C", "A", "B")),
        (ORDER, ("C", "A", "B"), "C", ("A", "B")),
    ],
)
def test_a_place_is_chosen_and_taken_back(
    interaction: HotspotInteraction | GraphicOrderInteraction, before: Response, place: str, after: Response
) -> None:
    assert toggled(interaction, before, place) == after


@pytest.mark.parametrize(
    ("most", "before", "pair", "after"),
    [
        (0, (), "A B", ("A B",)),
        (0, ("A B",), "B A", ()),
        (0, ("A B",), "C C", ("A B",)),
        (0, ("A B",), "A C", ("A B",)),
        (1, ("A B",), "A C", ("A C",)),
        (1, ("A B",), "C C", ("A B",)),
    ],
)
def test_places_are_joined_and_parted(most: int, before: Response, pair: str, after: Response) -> None:
    interaction = GraphicAssociateInteraction("R", MAP, ABC, max_associations=most)
    assert joined(interaction, before, *pair.split()) == after


@pytest.mark.parametrize(
    ("before", "choice", "place", "after"),
    [
        ((), "x", "A", ("x A",)),
        (("x A",), "x", "A", ("x A",)),
        (("x A",), "y", "A", ("y A",)),
        (("x A",), "x", "B", ("x B",)),
        (("x A", "y B"), "x", "B", ("x B",)),
        (("many A",), "many", "B", ("many A", "many B")),
        (("many T",), "many", "T", ("many T", "many T")),
        (("many T", "many T"), "many", "T", ("many T", "many T")),
        (("many T", "many T"), "x", "T", ("many T", "x T")),
        (("x A",), "only-c", "A", ("x A",)),
    ],
)
def test_a_choice_is_put_on_a_place_and_makes_its_room(
    before: Response, choice: str, place: str, after: Response
) -> None:
    choices = (
        Choice("x", "x"),
        Choice("y", "y"),
        Choice("many", "many", match_max=0),
        Choice("only-c", "c", match_group=("C",)),
    )
    tree = Hotspot("T", Area(Shape.DEFAULT), match_max=2)
    interaction = GraphicGapMatchInteraction("R", MAP, choices, (*ABC, tree))
    assert put(interaction, before, choice, place) == after


def test_with_as_many_pairs_as_there_may_be_only_an_exchange_is_left() -> None:
    interaction = GraphicGapMatchInteraction("R", MAP, (Choice("x", "x"), Choice("y", "y")), ABC, max_associations=1)
    assert put(interaction, ("x A",), "y", "B") == ("x A",)
    assert put(interaction, ("x A",), "y", "A") == ("y A",)
    assert put(interaction, ("x A",), "x", "B") == ("x B",)


def test_points_are_set_moved_and_removed_in_whole_pixels() -> None:
    assert with_point(POINT, ("1 2",), (10.4, 20.6)) == ("10 21",)
    assert with_point(POINTS, ("1 2",), (3, 4)) == ("1 2", "3 4")
    assert with_point(POINTS, ("1 2", "3 4"), (5, 6)) == ("1 2", "3 4")
    assert moved_point(("1 2", "3 4"), 1, (7.5, 8)) == ("1 2", "8 8")
    assert without_point(("1 2", "3 4"), 0) == ("3 4",)


def test_what_is_no_point_is_passed_over() -> None:
    assert points(("1 2", "", "somewhere", "nan 4", "-3 4")) == ((1, 2), (-3, 4))


def test_a_right_point_is_missed_when_no_found_one_is_the_nearest_to_it() -> None:
    assert missed(("10 10", "50 50", "90 90"), ("52 48", "11 12")) == ("90 90",)
    assert missed(("10 10",), ("12 12", "9 9")) == ()
    assert missed(("10 10",), ()) == ("10 10",)
