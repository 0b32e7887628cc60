import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.areas import Box, bounds, contains, corners, hit, is_sound, neighbour, place_on_line
from kiosk.lessons.interactions import Area, Shape

CIRCLE = Area(Shape.CIRCLE, (50, 40, 10))
ELLIPSE = Area(Shape.ELLIPSE, (50, 40, 20, 10))
RECT = Area(Shape.RECT, (10, 20, 30, 60))
TRIANGLE = Area(Shape.POLY, (0, 0, 100, 0, 0, 100))
ARROW = Area(Shape.POLY, (0, 0, 100, 50, 0, 100, 40, 50))
WHOLE = Area(Shape.DEFAULT)
SHAPES = (CIRCLE, ELLIPSE, RECT, TRIANGLE, ARROW)


@pytest.mark.parametrize(
    ("area", "point"),
    [
        (CIRCLE, (50, 40)),
        (CIRCLE, (60, 40)),
        (ELLIPSE, (69, 42)),
        (ELLIPSE, (50, 50)),
        (RECT, (10, 60)),
        (TRIANGLE, (49, 50)),
        (TRIANGLE, (50, 50)),
        (TRIANGLE, (0, 0)),
        (ARROW, (45, 50)),
        (ARROW, (20, 20)),
        (WHOLE, (5_000, -3)),
        (Area(Shape.RECT, (30, 60, 10, 20)), (20, 40)),
        (Area(Shape.ELLIPSE, (5, 5, 0, 3)), (5, 7)),
    ],
)
def test_a_point_inside_or_on_the_edge_lies_in_the_area(area: Area, point: tuple[float, float]) -> None:
    assert contains(area, point)


@pytest.mark.parametrize(
    ("area", "point"),
    [
        (CIRCLE, (58, 47)),
        (ELLIPSE, (50, 51)),
        (ELLIPSE, (66, 47)),
        (RECT, (9.9, 40)),
        (TRIANGLE, (51, 50)),
        (ARROW, (20, 50)),
        (ARROW, (101, 50)),
        (Area(Shape.ELLIPSE, (5, 5, 0, 3)), (6, 5)),
    ],
)
def test_a_point_outside_does_not(area: Area, point: tuple[float, float]) -> None:
    assert not contains(area, point)


@given(st.sampled_from(SHAPES), st.floats(-20, 120), st.floats(-20, 120))
def test_what_lies_in_an_area_lies_in_its_box(area: Area, x: float, y: float) -> None:
    box = bounds(area)
    assert not contains(area, (x, y)) or (box.left <= x <= box.right and box.top <= y <= box.bottom)


@given(st.floats(-10, 110), st.floats(-10, 110), st.integers(0, 3))
def test_a_polygon_is_the_same_from_whichever_corner_it_is_written(x: float, y: float, first: int) -> None:
    around = corners(ARROW)
    turned = Area(Shape.POLY, tuple(value for corner in around[first:] + around[:first] for value in corner))
    assert contains(ARROW, (x, y)) == contains(turned, (x, y))


def test_a_polygon_may_name_its_first_corner_again() -> None:
    assert corners(Area(Shape.POLY, (*TRIANGLE.coords, 0, 0))) == corners(TRIANGLE) == ((0, 0), (100, 0), (0, 100))


def test_a_box_has_a_middle_and_a_part_on_the_picture() -> None:
    assert bounds(RECT).middle == (20, 40)
    assert bounds(WHOLE).clipped(300, 200) == Box(0, 0, 300, 200)
    assert bounds(RECT).clipped(25, 30) == Box(10, 20, 25, 30)


def test_of_areas_that_overlap_the_first_is_meant() -> None:
    assert hit({"rect": RECT, "triangle": TRIANGLE, "rest": WHOLE}, (20, 40), 0) == "rect"
    assert hit({"triangle": TRIANGLE, "rect": RECT, "rest": WHOLE}, (20, 40), 0) == "triangle"
    assert hit({"rect": RECT, "rest": WHOLE}, (5, 5), 50) == "rest"


def test_a_press_beside_a_small_area_means_the_nearest_within_reach() -> None:
    dots = {"left": Area(Shape.CIRCLE, (10, 10, 2)), "right": Area(Shape.CIRCLE, (40, 10, 2))}
    assert hit(dots, (20, 10), 20) == "left"
    assert hit(dots, (30, 10), 20) == "right"
    assert hit(dots, (25, 60), 20) is None
    assert hit({}, (0, 0), 20) is None


@pytest.mark.parametrize(
    ("area", "sound"),
    [
        *((shape, True) for shape in (*SHAPES, WHOLE)),
        (Area(Shape.CIRCLE, (1, 2)), False),
        (Area(Shape.POLY, (1, 2, 3, 4)), False),
        (Area(Shape.POLY, (1, 2, 3, 4, 5, 6, 7)), False),
        (Area(Shape.RECT, ()), False),
        (Area(Shape.DEFAULT, (1, 2)), True),
    ],
)
def test_an_area_is_sound_when_it_has_the_coordinates_of_its_shape(area: Area, sound: bool) -> None:
    assert is_sound(area) == sound


def test_an_arrow_leads_to_the_nearest_place_on_its_side() -> None:
    places = {"middle": (50.0, 50.0), "right": (90.0, 55.0), "near": (60.0, 90.0), "above": (52.0, 10.0)}
    assert neighbour(places, "middle", (1, 0)) == "right"
    assert neighbour(places, "middle", (0, -1)) == "above"
    assert neighbour(places, "middle", (0, 1)) == "near"
    assert neighbour(places, "middle", (-1, 0)) is None
    assert neighbour(places, "right", (-1, 0)) == "middle"


def test_buttons_of_lines_that_cross_lie_apart() -> None:
    assert place_on_line((0, 0), (100, 0), (), 20) == (50, 0)
    assert place_on_line((0, 0), (100, 0), [(50, 0)], 15) == (30, 0)
    assert place_on_line((0, 0), (10, 0), [(5, 0)], 44) == (5, 0)
