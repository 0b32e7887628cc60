"""What a response may still take, and what it lacks before it can be checked: QTI's minima and maxima.

Interactions are taken as they are shown: a choice that a template leaves out has no place in them. A response may come
from the disk and be older than the lesson, so identifiers that are gone are passed over.
"""

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
from kiosk.words import tr

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
            return "" if written >= least else tr("Write at least %n answers.", "", least)
        case MediaInteraction():
            return _missing_plays(interaction, response)
        case EndAttemptInteraction() | UnsupportedInteraction():
            return ""
        case _:
            return "" if any(text.strip() for text in response) else _first(interaction)


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
            return _choose(*_span(few, many, _choices_at_most(interaction))) or tr("Choose one or more.")


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
            if isinstance(interaction, ChoiceInteraction) and many != 1:
                return tr("Choose one or more answers first.")
            return _first(interaction)
        return _choose(*_span(few, many, there))
    return tr("Choose no more than {count}.", count=many) if 0 < many < chosen else ""


def _missing_order(interaction: OrderInteraction | GraphicOrderInteraction, response: Response) -> str:
    placed = _known(interaction, response)
    if takes_some(interaction):
        return _missing_choices(interaction, len(placed))
    return "" if len(placed) == _choices_at_most(interaction) else _first(interaction)


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
        if times == 1:
            return tr("Choose something for each one first.")
        return tr("Some belong with at least %n others.", "", times)
    if len(there) < max(few, 1):
        return _first(interaction) if few <= 1 else _pairs_wanted(interaction)
    if not 0 < many < len(there):
        return ""
    return tr("Make no more than one pair.") if many == 1 else tr("Make no more than %n pairs.", "", many)


def _missing_plays(interaction: MediaInteraction, response: Response) -> str:
    """A player that cannot play it answers "0": then it does not stand in the lesson's way."""
    plays = int(response[0]) if response and response[0].isdecimal() else None
    if plays == 0 or (plays or 0) >= interaction.min_plays:
        return ""
    is_film, times = interaction.media_type.startswith("video/"), interaction.min_plays
    if times <= 1:
        return tr("Watch all of it first.") if is_film else tr("Listen to all of it first.")
    if is_film:
        return tr("Watch all of it %n times first.", "", times)
    return tr("Listen to all of it %n times first.", "", times)


def _span(few: int, many: int, there: int | None) -> tuple[int, int]:
    """How many are wanted of so many there are, from and to; 0 where that end is open."""
    most = many if many and (there is None or many < there) else 0
    return (few if few > 1 or most else 0), most


def _choose(few: int, most: int) -> str:
    """Say so many; "" where any number will do."""
    if few and most:
        if few == most:
            return tr("Choose {count}.", count=few)
        if few + 1 == most:
            return tr("Choose {few} or {most}.", few=few, most=most)
        return tr("Choose {few} to {most}.", few=few, most=most)
    if most:
        return tr("Choose up to {count}.", count=most)
    return tr("Choose at least {count}.", count=few) if few else ""


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
        return tr("Make one pair.")
    gaps = len(interaction.gaps) if isinstance(interaction, GapMatchInteraction) else None
    few, most = _span(few, many, gaps)
    if few and most:
        if few == most:
            return tr("Make %n pairs.", "", few)
        if few + 1 == most:
            return tr("Make {few} or %n pairs.", "", most, few=few)
        return tr("Make {few} to %n pairs.", "", most, few=few)
    if most:
        return tr("Make up to %n pairs.", "", most)
    return tr("Make at least %n pairs.", "", few) if few else ""


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


def _first(interaction: Interaction) -> str:  # noqa: C901, PLR0912 - a sentence for each kind
    """Say what is done first where nothing is there yet."""
    match interaction:
        case ChoiceInteraction() | InlineChoiceInteraction():
            return tr("Choose an answer first.")
        case TextEntryInteraction():
            return tr("Type your answer first.")
        case ExtendedTextInteraction():
            return tr("Write your answer first.")
        case OrderInteraction():
            return tr("This is still mixed up. Put it in order first.")
        case MatchInteraction() | AssociateInteraction():
            return tr("Make a pair first.")
        case GapMatchInteraction():
            return tr("Fill a gap first.")
        case HottextInteraction():
            return tr("Choose a place in the text first.")
        case HotspotInteraction():
            return tr("Choose a place on the picture first.")
        case GraphicOrderInteraction():
            return tr("Choose every place on the picture, one after another.")
        case GraphicAssociateInteraction():
            return tr("Join two places first.")
        case GraphicGapMatchInteraction():
            return tr("Put something on the picture first.")
        case SelectPointInteraction():
            return tr("Touch the picture first.")
        case PositionObjectInteraction():
            return tr("Put it on the picture first.")
        case SliderInteraction():
            return tr("Move the slider first.")
        case UploadInteraction():
            return tr("Choose a file first.")
        case DrawingInteraction():
            return tr("Draw something first.")
        case _:
            return ""
