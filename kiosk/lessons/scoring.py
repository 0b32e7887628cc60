"""How a response becomes a score. Any response is either right or wrong: none raises."""

import unicodedata
from collections.abc import Mapping

from kiosk.lessons.arranging import matched, placed
from kiosk.lessons.model import (
    ChoiceInteraction,
    MatchCorrect,
    MatchInteraction,
    MatchNumber,
    MatchOrder,
    MatchText,
    Question,
    Response,
)
from kiosk.lessons.number import readings

LONGEST_TEXT = 1000
"""A longer text is wrong without being looked at."""


def is_blank(response: Response) -> bool:
    """Tell whether nothing was chosen, or nothing but spaces typed."""
    return not any(part.strip() for part in response)


def is_complete(question: Question, response: Response) -> bool:
    """Tell whether there is something to check.

    A match is complete when every source has a target. An order is from the first row that was moved on: as it is
    first shown it is nobody's answer yet.
    """
    if isinstance(question.interaction, MatchInteraction):
        return len(matched(question.interaction, response)) == len(question.interaction.sources)
    return not is_blank(response)


def is_correct(question: Question, response: Response) -> bool:
    """Decide whether the response is right. A blank never is."""
    if is_blank(response):
        return False
    match question.processing:
        case MatchCorrect(correct):
            return len(response) == len(correct) and frozenset(response) == correct
        case MatchOrder(correct):
            return response == correct
        case MatchText(accepted):
            typed = _only_text(response)
            return typed is not None and _folded(typed) in map(_folded, accepted)
        case MatchNumber(low, high, _):
            typed = _only_text(response)
            return typed is not None and any(low <= number <= high for number in readings(typed))


def parts_right(question: Question, response: Response) -> Mapping[str, bool]:
    """What is right within a response: each matched source of a match, each row of an order, by its identifier.

    Nothing for the other interactions, where it would give the answer away.
    """
    right = placed(question.interaction, correct_response(question))
    return {part: place == right.get(part) for part, place in placed(question.interaction, response).items()}


def points(question: Question, response: Response) -> float:
    """All of the question's points when the response is right, else none (QTI's match_correct)."""
    return question.points if is_correct(question, response) else 0.0


def correct_response(question: Question) -> Response:
    """A right response: identifiers and pairs as their choices stand, or the text a person would write."""
    match question.processing:
        case MatchCorrect(correct):
            return tuple(answer for answer in _answers(question) if answer in correct)
        case MatchOrder(correct):
            return correct
        case MatchText(accepted):
            return accepted[:1]
        case MatchNumber(shown=shown):
            return (shown,)


def _answers(question: Question) -> list[str]:
    """Every identifier, or every pair, that a response can have, in the order of the choices."""
    match question.interaction:
        case ChoiceInteraction(choices):
            return [choice.identifier for choice in choices]
        case MatchInteraction(sources, targets):
            return [f"{source.identifier} {target.identifier}" for source in sources for target in targets]
        case _:
            return []


def _only_text(response: Response) -> str | None:
    return response[0] if len(response) == 1 and len(response[0]) <= LONGEST_TEXT else None


def _folded(text: str) -> str:
    """The text without what does not matter: case, width of letters, doubled and outer spaces."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())
