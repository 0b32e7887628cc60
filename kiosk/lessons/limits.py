"""What a response may still take, and what it lacks before it can be checked: QTI's minima and maxima.

Interactions are taken as they are shown: a choice that a template leaves out has no place in them. A response may come
from the disk and be older than the lesson, so identifiers that are gone are passed over.
"""

from collections.abc import Mapping

from kiosk.lessons.interactions import (
    AssociateInteraction,
    ChoiceInteraction,
    DrawingInteraction,
    EndAttemptInteraction,
    ExtendedTextInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    HotspotInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    MediaInteraction,
    OrderInteraction,
    PositionObjectInteraction,
    Response,
    SelectPointInteraction,
    SliderInteraction,
    TextEntryInteraction,
    UnsupportedInteraction,
    UploadInteraction,
)
from kiosk.lessons.pairing import PairingInteraction, pairs, partners, uses

type ChoosingInteraction = (
    ChoiceInteraction
    | HottextInteraction
    | HotspotInteraction
    | OrderInteraction
    | GraphicOrderInteraction
    | SelectPointInteraction
    | PositionObjectInteraction
)
"""Those whose response is so many single things, with `min_choices` and `max_choices`."""


def missing(interaction: Interaction, response: Response) -> str:
    """Say in one sentence what the response lacks before it can be checked; "" when it is complete.

    Where an author asks for nothing, one thing is asked for all the same: a blank is nobody's answer.
    """
    match interaction:
        case OrderInteraction() | GraphicOrderInteraction():
            return _missing_order(interaction, response)
        case ChoiceInteraction() | HottextInteraction() | HotspotInteraction():
            return _missing_choices(interaction, len(_known(interaction, response)))
        case SelectPointInteraction() | PositionObjectInteraction():
            return _missing_choices(interaction, len(response))
        case (
            MatchInteraction()
            | AssociateInteraction()
            | GapMatchInteraction()
            | GraphicAssociateInteraction()
            | GraphicGapMatchInteraction()
        ):
            return _missing_pairs(interaction, response)
        case ExtendedTextInteraction(min_strings=least) if least > 1:
            written = sum(bool(text.strip()) for text in response)
            return "" if written >= least else f"Write at least {least} answers."
        case MediaInteraction():
            return _missing_plays(interaction, response)
        case EndAttemptInteraction() | UnsupportedInteraction():
            return ""
        case _:
            return "" if any(text.strip() for text in response) else _FIRST[type(interaction)]


def is_complete(interaction: Interaction, response: Response) -> bool:
    """Tell whether the response can be checked. What stands in the way is said by `missing`."""
    return not missing(interaction, response)


def asked(interaction: ChoosingInteraction | PairingInteraction) -> str:
    """Say in words how many are wanted: "Choose 2 or 3."; "" where that is one choice, all, or any number of pairs."""
    match interaction:
        case OrderInteraction() | GraphicOrderInteraction() if not takes_some(interaction):
            return ""
        case (
            MatchInteraction()
            | AssociateInteraction()
            | GapMatchInteraction()
            | GraphicAssociateInteraction()
            | GraphicGapMatchInteraction()
        ):
            return _pairs_wanted(interaction)
        case _:
            few, many = interaction.min_choices, interaction.max_choices
            if many == 1:
                return ""
            return f"Choose {_span(few, many, _choices_at_most(interaction)) or 'one or more'}."


def takes_some(interaction: OrderInteraction | GraphicOrderInteraction) -> bool:
    """Tell whether only some of the choices are put in order; else all of them are."""
    there = _choices_at_most(interaction) or 0
    return 0 < interaction.min_choices < there or 0 < interaction.max_choices < there


def may_choose(interaction: ChoosingInteraction, response: Response) -> bool:
    """Tell whether one more can be chosen beside those that are."""
    return not 0 < interaction.max_choices <= len(response)


def _missing_choices(interaction: ChoosingInteraction, chosen: int) -> str:
    few, many, there = interaction.min_choices, interaction.max_choices, _choices_at_most(interaction)
    if chosen < max(few, 1):
        if few <= 1:
            return _SEVERAL if isinstance(interaction, ChoiceInteraction) and many != 1 else _FIRST[type(interaction)]
        return f"Choose {_span(few, many, there)}."
    return f"Choose no more than {many}." if 0 < many < chosen else ""


def _missing_order(interaction: OrderInteraction | GraphicOrderInteraction, response: Response) -> str:
    placed = _known(interaction, response)
    if takes_some(interaction):
        return _missing_choices(interaction, len(placed))
    return "" if len(placed) == _choices_at_most(interaction) else _FIRST[type(interaction)]


def _missing_pairs(interaction: PairingInteraction, response: Response) -> str:
    there = pairs(interaction, response)
    few, many = interaction.min_associations, interaction.max_associations
    lacking = [
        (name, partner.match_min)
        for side, used in zip(partners(interaction), uses(interaction, there), strict=True)
        for name, partner in side.items()
        if used.get(name, 0) < partner.match_min
    ]
    if lacking:
        times = max(least for _, least in lacking)
        return _EACH if times == 1 else f"Some belong with at least {times} others."
    if len(there) < max(few, 1):
        return _FIRST[type(interaction)] if few <= 1 else _pairs_wanted(interaction)
    return f"Make no more than {many} {'pair' if many == 1 else 'pairs'}." if 0 < many < len(there) else ""


def _missing_plays(interaction: MediaInteraction, response: Response) -> str:
    """A player that cannot play it answers "0": then it does not stand in the lesson's way."""
    plays = int(response[0]) if response and response[0].isdecimal() else None
    if plays == 0 or (plays or 0) >= interaction.min_plays:
        return ""
    verb = "Watch" if interaction.media_type.startswith("video/") else "Listen to"
    times = f" {interaction.min_plays} times" if interaction.min_plays > 1 else ""
    return f"{verb} all of it{times} first."


def _span(few: int, many: int, there: int | None) -> str:
    """A number from so many to so many in words, of so many there are; "" where any number will do."""
    most = many if many and (there is None or many < there) else 0
    if few > 1 or (few == 1 and most):
        if few == most:
            return str(few)
        if few + 1 == most:
            return f"{few} or {most}"
        return f"{few} to {most}" if most else f"at least {few}"
    return f"up to {most}" if most else ""


def _choices_at_most(interaction: ChoosingInteraction) -> int | None:
    """How many there are to choose from; None where there is no such number."""
    match interaction:
        case HotspotInteraction(hotspots=places) | GraphicOrderInteraction(hotspots=places):
            return len(places)
        case SelectPointInteraction() | PositionObjectInteraction():
            return None
        case _:
            return len(interaction.choices)


def _pairs_wanted(interaction: PairingInteraction) -> str:
    few, many = interaction.min_associations, interaction.max_associations
    if many == 1:
        return "Make one pair."
    wanted = _span(few, many, len(interaction.gaps) if isinstance(interaction, GapMatchInteraction) else None)
    return f"Make {wanted} pairs." if wanted else ""


def _known(
    interaction: ChoiceInteraction
    | HottextInteraction
    | HotspotInteraction
    | OrderInteraction
    | GraphicOrderInteraction,
    response: Response,
) -> Response:
    parts = (
        interaction.hotspots
        if isinstance(interaction, HotspotInteraction | GraphicOrderInteraction)
        else interaction.choices
    )
    there = {part.identifier for part in parts}
    return tuple(name for name in dict.fromkeys(response) if name in there)


_SEVERAL = "Choose one or more answers first."
_EACH = "Choose something for each one first."
_FIRST: Mapping[type, str] = {
    ChoiceInteraction: "Choose an answer first.",
    InlineChoiceInteraction: "Choose an answer first.",
    TextEntryInteraction: "Type your answer first.",
    ExtendedTextInteraction: "Write your answer first.",
    OrderInteraction: "This is still mixed up. Put it in order first.",
    MatchInteraction: "Make a pair first.",
    AssociateInteraction: "Make a pair first.",
    GapMatchInteraction: "Fill a gap first.",
    HottextInteraction: "Choose a place in the text first.",
    HotspotInteraction: "Choose a place on the picture first.",
    GraphicOrderInteraction: "Choose every place on the picture, one after another.",
    GraphicAssociateInteraction: "Join two places first.",
    GraphicGapMatchInteraction: "Put something on the picture first.",
    SelectPointInteraction: "Touch the picture first.",
    PositionObjectInteraction: "Put it on the picture first.",
    SliderInteraction: "Move the slider first.",
    UploadInteraction: "Choose a file first.",
    DrawingInteraction: "Draw something first.",
}
