"""A drawing as the strokes it was made of, so that a resumed one can still be taken back stroke by stroke."""

import json
from dataclasses import dataclass
from math import dist

from kiosk.lessons.areas import Point

_CLOSE = 1.0
_MOST_POINTS = 500_000
"""More than any hand draws; a file that says more is not one of ours."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line, in the picture's pixels. `color` is #RRGGBB, or "" for the eraser."""

    points: tuple[Point, ...]
    color: str
    width: float


def drawn_on(stroke: Stroke, point: Point) -> Stroke:
    """The stroke led on to here; a point that is hardly another one is left out."""
    if dist(stroke.points[-1], point) < _CLOSE:
        return stroke
    return Stroke((*stroke.points, point), stroke.color, stroke.width)


def leaves_a_trace(strokes: tuple[Stroke, ...]) -> bool:
    """Whether anything was drawn at all."""
    return any(stroke.color for stroke in strokes)


def strokes_to_text(strokes: tuple[Stroke, ...]) -> str:
    return json.dumps(
        [
            [stroke.color, stroke.width, [round(value, 1) for point in stroke.points for value in point]]
            for stroke in strokes
        ],
        separators=(",", ":"),
    )


def strokes_from_text(text: str) -> tuple[Stroke, ...] | None:
    """None for what `strokes_to_text` did not write."""
    try:
        strokes = tuple(_stroke(*parts) for parts in json.loads(text))
    except (ValueError, TypeError):
        return None
    return strokes if sum(len(stroke.points) for stroke in strokes) <= _MOST_POINTS else None


def _stroke(color: object, width: object, values: list[object]) -> Stroke:
    numbers = [float(value) for value in values if isinstance(value, int | float)]
    if not isinstance(color, str) or not isinstance(width, int | float) or not numbers or len(numbers) != len(values):
        raise TypeError
    return Stroke(tuple(zip(numbers[::2], numbers[1::2], strict=True)), color, float(width))
