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
from kiosk.words import tr

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
    """Tell whether these two can be a pair beside those that are. What stands in the way is said by `refusal`."""
    return not refusal(interaction, response, first, second)


def refusal(interaction: PairingInteraction, response: Response, first: str, second: str) -> str:
    """Say in a short sentence why these two cannot be a pair beside those that are; "" where they can."""
    there = pairs(interaction, response)
    most = interaction.max_associations
    if 0 < most <= len(there) and not _unlike(interaction, there, first, second):
        if most == 1:
            return tr("Only one pair. Take it apart first.")
        return tr("No more than %n pairs. Take one apart first.", "", most)
    return _unfit(interaction, there, first, second)


def fits(interaction: PairingInteraction, there: Response, first: str, second: str) -> bool:
    """Tell whether these two go with each other and each has room beside these pairs, however many there may be."""
    return not _unfit(interaction, there, first, second)


def _unfit(interaction: PairingInteraction, there: Response, first: str, second: str) -> str:
    if unlike := _unlike(interaction, there, first, second):
        return unlike
    if has_room(interaction, there, 0, first) and has_room(interaction, there, 1, second):
        return ""
    return tr("One of these has all it can have. Take it out of a pair first.")


def _unlike(interaction: PairingInteraction, there: Response, first: str, second: str) -> str:
    """Why these two never go together, or not once more."""
    firsts, seconds = partners(interaction)
    one, other = firsts.get(first), seconds.get(second)
    if one is None or other is None or (_is_one_set(interaction) and first == second):
        return tr("Choose two that are not the same.")
    is_pair = f"{first} {second}" in there or (_is_one_set(interaction) and f"{second} {first}" in there)
    if is_pair and not _may_repeat(interaction):
        return tr("These two are a pair already.")
    if (one.match_group and second not in one.match_group) or (other.match_group and first not in other.match_group):
        return tr("These two cannot go together.")
    return ""


def paired(interaction: PairingInteraction, response: Response, first: str, second: str) -> Response:
    """The pairs with these two as one more, where they can be."""
    there = pairs(interaction, response)
    return (*there, f"{first} {second}") if may_pair(interaction, response, first, second) else there


def ticked(interaction: MatchInteraction, response: Response, source: str, target: str) -> Response:
    """The pairs with these two as one more, in place of the one that either had where it may have only one."""
    there = pairs(interaction, response)
    for side, name in enumerate((source, target)):
        if partners(interaction)[side][name].match_max == 1:
            there = tuple(pair for pair in there if pair.split(" ")[side] != name)
    taken = paired(interaction, there, source, target)
    return taken if taken != there else pairs(interaction, response)


def needs_table(interaction: MatchInteraction) -> bool:
    """Tell whether some source may have several targets, so that one slot for each is not enough."""
    return any(source.match_max != 1 for source in interaction.sources)


def parted(interaction: PairingInteraction, response: Response, pair: str) -> Response:
    """The pairs without this one; of several that are alike one less."""
    there = pairs(interaction, response)
    at = there.index(pair) if pair in there else len(there)
    return there[:at] + there[at + 1 :]


def has_room(interaction: PairingInteraction, response: Response, side: int, name: str) -> bool:
    """Tell whether the first (side 0) or the second (1) of a pair can be in one more."""
    there = pairs(interaction, response)
    partner = partners(interaction)[side][name]
    return partner.match_max == 0 or uses(interaction, there)[side].get(name, 0) < partner.match_max


def pairs(interaction: PairingInteraction, response: Response) -> Response:
    """The pairs of a response whose two sides are still there, each once where it may not be there again."""
    firsts, seconds = partners(interaction)
    known = tuple(
        pair for pair in response for first, _, second in [pair.partition(" ")] if first in firsts and second in seconds
    )
    return known if _may_repeat(interaction) else tuple(dict.fromkeys(known))


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


def _may_repeat(interaction: PairingInteraction) -> bool:
    """Three squirrels in one tree are three times the same pair."""
    return isinstance(interaction, GraphicGapMatchInteraction)


def _by_name(parts: tuple[Choice, ...] | tuple[Hotspot, ...]) -> Mapping[str, Choice | Hotspot]:
    return {part.identifier: part for part in parts}
