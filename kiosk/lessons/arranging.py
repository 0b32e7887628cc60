"""What a student does with the rows of an order and the pairs of a match: from one response to the next.

A response may come from the disk and be older than the lesson, so identifiers that are gone are passed over.
"""

from collections.abc import Mapping

from kiosk.lessons.interactions import Interaction, MatchInteraction, OrderInteraction, Response
from kiosk.lessons.limits import may_choose, takes_some


def standing(interaction: OrderInteraction, response: Response) -> Response:
    """How the rows stand: as the student put them, else as they were first shown. Every row is there once.

    Where only some are put in order, only those stand.
    """
    shown = [choice.identifier for choice in interaction.choices]
    placed = [row for row in response if row in shown]
    return tuple(dict.fromkeys(placed if takes_some(interaction) else placed + shown))


def put_in(interaction: OrderInteraction, rows: Response, row: str) -> Response:
    """The rows with this one at their end, or without it where it was there; no more than may be chosen."""
    if row in rows:
        return tuple(other for other in rows if other != row)
    return (*rows, row) if may_choose(interaction, rows) else rows


def moved(rows: Response, row: str, place: int) -> Response:
    """The rows with this one at another place, counted from 0; too far is the nearest end."""
    others = [other for other in rows if other != row]
    place = max(0, min(place, len(others)))
    return (*others[:place], row, *others[place:])


def matched(interaction: MatchInteraction, response: Response) -> dict[str, str]:
    """The target of each source that has one, by identifiers, in the sources' order."""
    pairs = {source: target for source, _, target in (pair.partition(" ") for pair in response)}
    targets = {choice.identifier for choice in interaction.targets}
    sources = (choice.identifier for choice in interaction.sources)
    return {source: pairs[source] for source in sources if pairs.get(source) in targets}


def match(interaction: MatchInteraction, response: Response, source: str, target: str) -> Response:
    """Give the source this target in place of the one it had, and take it from a source it may not serve as well."""
    pairs = matched(interaction, response)
    others = [other for other, taken in pairs.items() if taken == target and other != source]
    if 0 < _match_max(interaction, target) <= len(others):
        del pairs[others[0]]
    return _response(interaction, {**pairs, source: target})


def unmatch(interaction: MatchInteraction, response: Response, source: str) -> Response:
    """Take the source's target out."""
    pairs = matched(interaction, response)
    pairs.pop(source, None)
    return _response(interaction, pairs)


def free_targets(interaction: MatchInteraction, response: Response) -> Response:
    """The targets that can serve one source more."""
    taken = list(matched(interaction, response).values())
    return tuple(
        choice.identifier
        for choice in interaction.targets
        if choice.match_max == 0 or taken.count(choice.identifier) < choice.match_max
    )


def placed(interaction: Interaction, response: Response) -> Mapping[str, str]:
    """Where each part of a response is: a source's target, a row's place. Nothing where there are no such parts."""
    match interaction:
        case MatchInteraction():
            return matched(interaction, response)
        case OrderInteraction():
            return {row: str(place) for place, row in enumerate(response)}
        case _:
            return {}


def _match_max(interaction: MatchInteraction, target: str) -> int:
    """How many sources the target may serve; 0 is any number."""
    return next((choice.match_max for choice in interaction.targets if choice.identifier == target), 0)


def _response(interaction: MatchInteraction, pairs: dict[str, str]) -> Response:
    sources = (choice.identifier for choice in interaction.sources)
    return tuple(f"{source} {pairs[source]}" for source in sources if source in pairs)
