"""The geometry of pictures that are answered on: whether a point lies in an area, and which area was meant.

Everything is in the picture's pixels, y downwards. Coordinates are as HTML's image maps and QTI's shapes write them:
a circle's middle and radius; a rect's left, top, right, bottom; a polygon's corners; an ellipse's middle and two radii.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import dist, hypot, inf
from typing import NamedTuple

from kiosk.lessons.interactions import Area, Shape

type Point = tuple[float, float]

_COORDS = {Shape.CIRCLE: 3, Shape.RECT: 4, Shape.ELLIPSE: 4}
_FEWEST_OF_POLY = 6


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def clipped(self, width: float, height: float) -> "Box":
        """The part of the box that lies on a picture of this size; of a box beside it, the nearest edge."""
        left, right = (min(max(x, 0), width) for x in (self.left, self.right))
        top, bottom = (min(max(y, 0), height) for y in (self.top, self.bottom))
        return Box(left, top, right, bottom)


def is_sound(area: Area) -> bool:
    """Whether an area has as many coordinates as its shape needs; the other functions take sound areas only."""
    if area.shape is Shape.POLY:
        return len(area.coords) >= _FEWEST_OF_POLY and len(area.coords) % 2 == 0
    return area.shape is Shape.DEFAULT or len(area.coords) == _COORDS[area.shape]


def contains(area: Area, point: Point) -> bool:
    """Whether a point lies in an area; its edge belongs to it. Every point of the picture lies in `default`."""
    x, y = point
    match area.shape, area.coords:
        case Shape.CIRCLE, (middle_x, middle_y, radius):
            return hypot(x - middle_x, y - middle_y) <= radius
        case Shape.ELLIPSE, (middle_x, middle_y, across, down):
            if not across or not down:
                return abs(x - middle_x) <= across and abs(y - middle_y) <= down
            return ((x - middle_x) / across) ** 2 + ((y - middle_y) / down) ** 2 <= 1
        case Shape.RECT, (left, top, right, bottom):
            return min(left, right) <= x <= max(left, right) and min(top, bottom) <= y <= max(top, bottom)
        case Shape.POLY, _:
            return _is_in_polygon(corners(area), point)
        case _:
            return True


def bounds(area: Area) -> Box:
    """The smallest box around an area; around `default` one without an end."""
    match area.shape, area.coords:
        case Shape.CIRCLE, (x, y, radius):
            return Box(x - radius, y - radius, x + radius, y + radius)
        case Shape.ELLIPSE, (x, y, across, down):
            return Box(x - across, y - down, x + across, y + down)
        case Shape.RECT | Shape.POLY, _:
            xs, ys = area.coords[::2], area.coords[1::2]
            return Box(min(xs), min(ys), max(xs), max(ys))
        case _:
            return Box(-inf, -inf, inf, inf)


def corners(area: Area) -> tuple[Point, ...]:
    """A polygon's corners, each once."""
    found = tuple(zip(area.coords[::2], area.coords[1::2], strict=True))
    return found[:-1] if found[0] == found[-1] else found


def hit(areas: Mapping[str, Area], point: Point, reach: float) -> str | None:
    """Tell which area a press meant: the one under it, else the nearest whose box is no further away than `reach`.

    Of several under the point the first is meant (QTI: those listed first hide those that appear later).
    """
    under = next((name for name, area in areas.items() if contains(area, point)), None)
    if under is not None:
        return under
    near = {name: _distance(bounds(area), point) for name, area in areas.items()}
    nearest = min(near, key=near.__getitem__, default=None)
    return nearest if nearest is not None and near[nearest] <= reach else None


def neighbour(middles: Mapping[str, Point], at: str, direction: Point) -> str | None:
    """Where an arrow leads: the nearest place in that direction, counting twice what it is off the straight way."""
    x, y = middles[at]
    right, down = direction
    costs = {}
    for name, (other_x, other_y) in middles.items():
        along = (other_x - x) * right + (other_y - y) * down
        aside = abs((other_x - x) * down) + abs((other_y - y) * right)
        if along > 0:
            costs[name] = along + 2 * aside
    return min(costs, key=costs.__getitem__, default=None)


def place_on_line(start: Point, end: Point, taken: Sequence[Point], apart: float) -> Point:
    """A point for a button on a line: its middle, or where other lines have theirs the nearest that is free."""

    def at(share: float) -> Point:
        return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share

    for share in (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8):
        if all(dist(at(share), other) >= apart for other in taken):
            return at(share)
    return at(0.5)


def _distance(box: Box, point: Point) -> float:
    x, y = point
    return hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))


def _is_in_polygon(around: tuple[Point, ...], point: Point) -> bool:
    """Count the edges that a ray to the right crosses: odd is inside. A point on an edge is inside."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise((*around, around[0])):
        turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if turn == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            inside = not inside
    return inside
