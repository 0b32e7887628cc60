"""What a student does with the gaps of a text: from one response to the next.

A response may come from the disk and be older than the lesson, so what is gone is passed over.
"""

from kiosk.lessons.interactions import GapMatchInteraction, Response
from kiosk.lessons.pairing import may_pair, pairs


def filled(interaction: GapMatchInteraction, response: Response) -> dict[str, str]:
    """The choice in each gap that has one, by identifiers, in the gaps' order."""
    there = {gap: choice for choice, _, gap in (pair.partition(" ") for pair in pairs(interaction, response))}
    return {gap: there[gap] for gap in interaction.gaps if gap in there}


def fill(interaction: GapMatchInteraction, response: Response, choice: str, gap: str) -> Response:
    """Put the choice into the gap, in place of what was there; a choice that is used up leaves its first other gap.

    A pair that may not be, or one more than are allowed, changes nothing.
    """
    there = filled(interaction, response)
    there.pop(gap, None)
    if not may_pair(interaction, _response(there), choice, gap):
        elsewhere = next((other for other, taken in there.items() if taken == choice), None)
        if elsewhere is None or not may_pair(interaction, (), choice, gap):
            return response
        del there[elsewhere]
    return _response({name: {**there, gap: choice}[name] for name in interaction.gaps if name in {*there, gap}})


def empty(interaction: GapMatchInteraction, response: Response, gap: str) -> Response:
    """Take out what is in the gap."""
    there = filled(interaction, response)
    there.pop(gap, None)
    return _response(there)


def free_choices(interaction: GapMatchInteraction, response: Response) -> Response:
    """The choices that can still go into one gap more."""
    used = list(filled(interaction, response).values())
    return tuple(
        choice.identifier
        for choice in interaction.choices
        if choice.match_max == 0 or used.count(choice.identifier) < choice.match_max
    )


def takers(interaction: GapMatchInteraction, choice: str) -> Response:
    """The gaps that the choice may go into."""
    return tuple(gap for gap in interaction.gaps if may_pair(interaction, (), choice, gap))


def _response(there: dict[str, str]) -> Response:
    return tuple(f"{choice} {gap}" for gap, choice in there.items())
