"""What a student does on a picture: from one response to the next, within the limits of the interaction.

A response may come from the disk and be older than the lesson, so places that are gone are passed over.
"""

from functools import partial, reduce
from math import dist

from kiosk.lessons.areas import Point
from kiosk.lessons.interactions import (
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    HotspotInteraction,
    PositionObjectInteraction,
    Response,
    SelectPointInteraction,
)
from kiosk.lessons.limits import may_choose
from kiosk.lessons.pairing import may_pair, paired, pairs, parted

type PointInteraction = SelectPointInteraction | PositionObjectInteraction


def chosen(interaction: HotspotInteraction | GraphicOrderInteraction, response: Response) -> Response:
    """The places of a response that are still there, each once, in the order of the choosing."""
    there = {hotspot.identifier for hotspot in interaction.hotspots}
    return tuple(place for place in dict.fromkeys(response) if place in there)


def toggled(interaction: HotspotInteraction | GraphicOrderInteraction, response: Response, place: str) -> Response:
    """Choose a place, or take it back; where only one may be chosen, in place of that one. Full is unchanged."""
    before = chosen(interaction, response)
    if place in before:
        return tuple(other for other in before if other != place)
    if interaction.max_choices == 1:
        return (place,)
    return (*before, place) if may_choose(interaction, before) else before


def joined(interaction: GraphicAssociateInteraction, response: Response, first: str, second: str) -> Response:
    """Join two places, or part them where they are joined; where only one pair may be, in place of that one."""
    before = pairs(interaction, response)
    for pair in (f"{first} {second}", f"{second} {first}"):
        if pair in before:
            return parted(interaction, before, pair)
    alone = paired(interaction, (), first, second)
    if interaction.max_associations == 1 and alone:
        return alone
    return paired(interaction, before, first, second)


def put(interaction: GraphicGapMatchInteraction, response: Response, choice: str, place: str) -> Response:
    """Put a choice on a place.

    Where there is no room, what was put there first makes it; a choice that is used up comes from where it was first.
    """
    before = pairs(interaction, response)
    in_place = tuple(pair for pair in before if pair.endswith(f" {place}"))[:1]
    of_choice = tuple(pair for pair in before if pair.startswith(f"{choice} "))[:1]
    for gone in ((), in_place, of_choice, in_place + of_choice):
        left = reduce(partial(parted, interaction), gone, before)
        if may_pair(interaction, left, choice, place):
            return before if f"{choice} {place}" in gone else (*left, f"{choice} {place}")
    return before


def points(response: Response) -> tuple[Point, ...]:
    """The points of a response; what is no point is passed over."""
    found: list[Point] = []
    for text in response:
        x, _, y = text.partition(" ")
        try:
            found.append((int(x), int(y)))
        except ValueError:
            continue
    return tuple(found)


def missed(right: Response, found: Response) -> Response:
    """The right points that no found one stands for; each found one stands for the nearest."""
    left = list(points(right))
    for point in points(found):
        if left:
            left.remove(min(left, key=lambda other: dist(point, other)))
    return tuple(map(point_text, left))


def point_text(point: Point) -> str:
    """A point as a response has it: whole pixels."""
    return f"{round(point[0])} {round(point[1])}"


def with_point(interaction: PointInteraction, response: Response, point: Point) -> Response:
    """One point more; where only one may be, in place of that one. Full is unchanged."""
    if interaction.max_choices == 1:
        return (point_text(point),)
    return (*response, point_text(point)) if may_choose(interaction, response) else response


def moved_point(response: Response, index: int, point: Point) -> Response:
    return (*response[:index], point_text(point), *response[index + 1 :])


def without_point(response: Response, index: int) -> Response:
    return response[:index] + response[index + 1 :]
