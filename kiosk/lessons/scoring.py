"""How a response becomes a score. Any response is either right or wrong: none raises."""

import unicodedata

from kiosk.lessons.model import (
    ChoiceInteraction,
    MatchCorrect,
    MatchNumber,
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


def is_correct(question: Question, response: Response) -> bool:
    """Decide whether the response is right. A blank never is."""
    if is_blank(response):
        return False
    match question.processing:
        case MatchCorrect(correct):
            return len(response) == len(correct) and frozenset(response) == correct
        case MatchText(accepted):
            typed = _only_text(response)
            return typed is not None and _folded(typed) in map(_folded, accepted)
        case MatchNumber(low, high, _):
            typed = _only_text(response)
            return typed is not None and any(low <= number <= high for number in readings(typed))


def points(question: Question, response: Response) -> float:
    """All of the question's points when the response is right, else none (QTI's match_correct)."""
    return question.points if is_correct(question, response) else 0.0


def correct_response(question: Question) -> Response:
    """A right response: the identifiers in the order of the choices, or the text a person would write."""
    match question.processing:
        case MatchCorrect(correct):
            if not isinstance(question.interaction, ChoiceInteraction):
                return tuple(sorted(correct))
            return tuple(choice.identifier for choice in question.interaction.choices if choice.identifier in correct)
        case MatchText(accepted):
            return accepted[:1]
        case MatchNumber(shown=shown):
            return (shown,)


def _only_text(response: Response) -> str | None:
    return response[0] if len(response) == 1 and len(response[0]) <= LONGEST_TEXT else None


def _folded(text: str) -> str:
    """The text without what does not matter: case, width of letters, doubled and outer spaces."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).split())
