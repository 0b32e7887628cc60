import pytest

from kiosk.lessons.interactions import Area, Shape
from kiosk.lessons.item import AreaMapping, MapEntry, ValueMapping
from kiosk.lessons.mapping import best_keys, best_points, map_points, map_value
from kiosk.lessons.values import BaseType, Nullable
from tests.lessons.items import bag, one

ABC = ValueMapping((MapEntry("a", 1.0), MapEntry("b", 0.5), MapEntry("c", -1.0)), default=-0.25)
AREAS = AreaMapping(
    ((Area(Shape.CIRCLE, (10, 10, 5)), 1.0), (Area(Shape.RECT, (8, 8, 40, 40)), 0.5)), default=-1.0, lower=-1.5
)


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (None, 0),
        (one("a"), 1),
        (bag("a", "b"), 1.5),
        (bag("a", "a", "b"), 1.5),
        (bag("a", "c"), 0),
        (bag("a", "x", "y"), 0.5),
    ],
)
def test_a_response_is_worth_the_sum_of_its_different_items(value: Nullable, worth: float) -> None:
    assert map_value(ABC, value) == worth


def test_a_sum_stays_within_its_bounds() -> None:
    bounded = ValueMapping(ABC.entries, default=-5, lower=0, upper=1)
    assert map_value(bounded, bag("a", "b")) == 1
    assert map_value(bounded, bag("c", "x")) == 0


def test_strings_are_matched_without_case_unless_an_entry_says_otherwise() -> None:
    mapping = ValueMapping((MapEntry("York", 1.0, case_sensitive=True), MapEntry("york ", 0.5)))
    worth = {typed: map_value(mapping, one(typed, BaseType.STRING)) for typed in ("York", "YORK", "yor")}
    assert worth == {"York": 1.0, "YORK": 0.5, "yor": 0.0}


def test_identifiers_and_pairs_are_matched_as_they_are() -> None:
    assert map_value(ABC, one("A")) == -0.25
    pairs = ValueMapping((MapEntry("A  B", 1.0),))
    assert map_value(pairs, one(("B", "A"), BaseType.PAIR)) == 1
    assert map_value(pairs, one(("B", "A"), BaseType.DIRECTED_PAIR)) == 0


@pytest.mark.parametrize(
    ("value", "worth"),
    [
        (None, 0),
        (one((10, 12)), 1),
        (bag((10, 12), (11, 11)), 1),
        (bag((10, 12), (30, 30)), 1.5),
        (one((90, 90)), -1),
        (bag((90, 90), (91, 91)), -1.5),
    ],
)
def test_each_area_counts_once_for_the_points_in_it(value: Nullable, worth: float) -> None:
    assert map_points(AREAS, value) == worth


def test_the_best_response_is_what_is_worth_most() -> None:
    assert best_keys(ABC, 1) == ("a",)
    assert best_keys(ABC, 0) == ("a", "b")


def test_the_best_points_lie_in_the_areas_that_are_worth_something() -> None:
    bent = Area(Shape.POLY, (0, 0, 20, 0, 20, 20, 18, 2))
    mapping = AreaMapping((*AREAS.entries, (bent, 0.25), (Area(Shape.POLY, (1, 2)), 1.0), (Area(Shape.DEFAULT), 0.1)))
    assert best_points(mapping, 1) == ("10 10",)
    assert best_points(mapping, 0) == ("10 10", "24 24", "0 0", "0 0")
