"""Which two of an interaction may be a pair: QTI's maximum of associations, match_max and match_group.

A pair is written "first second". Interactions are taken as they are shown.
"""

from collections.abc import Mapping

from kiosk.lessons.interactions import (
    AssociateInteraction,
    Choice,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    Hotspot,
    MatchInteraction,
    Response,
)

type PairingInteraction = (
    MatchInteraction
    | AssociateInteraction
    | GapMatchInteraction
    | GraphicAssociateInteraction
    | GraphicGapMatchInteraction
)
"""Those whose response is pairs, with `min_associations` and `max_associations`."""

_ONE_GAP = Choice("", "")
"""What a gap takes: one choice, any that wants it."""


def may_pair(interaction: PairingInteraction, response: Response, first: str, second: str) -> bool:
    """Tell whether these two can be a pair beside those that are: by number, by match_max and by match_group."""
    there = pairs(interaction, response)
    return not 0 < interaction.max_associations <= len(there) and fits(interaction, there, first, second)


def fits(interaction: PairingInteraction, there: Response, first: str, second: str) -> bool:
    """Tell whether these two go with each other and each has room beside these pairs, however many there may be."""
    firsts, seconds = partners(interaction)
    one, other = firsts.get(first), seconds.get(second)
    if one is None or other is None or f"{first} {second}" in there:
        return False
    if _is_one_set(interaction) and (first == second or f"{second} {first}" in there):
        return False
    wants_each_other = (not one.match_group or second in one.match_group) and (
        not other.match_group or first in other.match_group
    )
    counted = uses(interaction, there)
    has_room = all(
        partner.match_max == 0 or counted[side].get(name, 0) < partner.match_max
        for side, name, partner in ((0, first, one), (1, second, other))
    )
    return wants_each_other and has_room


def pairs(interaction: PairingInteraction, response: Response) -> Response:
    """The pairs of a response whose two sides are still there, each once."""
    firsts, seconds = partners(interaction)
    known = (
        pair for pair in response for first, _, second in [pair.partition(" ")] if first in firsts and second in seconds
    )
    return tuple(dict.fromkeys(known))


def uses(interaction: PairingInteraction, there: Response) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How often each is used as the first and as the second of a pair; of one set both count as one use."""
    firsts: dict[str, int] = {}
    seconds: dict[str, int] = firsts if _is_one_set(interaction) else {}
    for pair in there:
        first, _, second = pair.partition(" ")
        firsts[first] = firsts.get(first, 0) + 1
        seconds[second] = seconds.get(second, 0) + 1
    return firsts, seconds


def partners(
    interaction: PairingInteraction,
) -> tuple[Mapping[str, Choice | Hotspot], Mapping[str, Choice | Hotspot]]:
    """Both sides of the pairs, by identifier: twice the same where one set is paired with itself."""
    match interaction:
        case MatchInteraction(sources=sources, targets=targets):
            return _by_name(sources), _by_name(targets)
        case GapMatchInteraction(choices=choices, gaps=gaps):
            return _by_name(choices), dict.fromkeys(gaps, _ONE_GAP)
        case GraphicGapMatchInteraction(choices=choices, hotspots=places):
            return _by_name(choices), _by_name(places)
        case AssociateInteraction(choices=choices):
            one_set = _by_name(choices)
            return one_set, one_set
        case GraphicAssociateInteraction(hotspots=places):
            one_set = _by_name(places)
            return one_set, one_set


def _is_one_set(interaction: PairingInteraction) -> bool:
    return isinstance(interaction, AssociateInteraction | GraphicAssociateInteraction)


def _by_name(parts: tuple[Choice, ...] | tuple[Hotspot, ...]) -> Mapping[str, Choice | Hotspot]:
    return {part.identifier: part for part in parts}
