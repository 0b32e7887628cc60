"""A saved answer as one line of JSON: what the store keeps and a school server reads."""

import json
from typing import Any

from kiosk.lessons.model import Response, SavedAnswer


def answer_to_json(answer: SavedAnswer) -> str:
    """Write an answer as JSON in ASCII, so that whatever was typed fits into any database."""
    return json.dumps(
        {
            "response": answer.response,
            "tries": answer.tries,
            "correct": answer.correct,
            "first_correct": answer.first_correct,
            "checked_response": answer.checked_response,
        },
        separators=(",", ":"),
    )


def answer_from_json(text: str) -> SavedAnswer:
    """Read what `answer_to_json` wrote, here or in a later version: unknown keys are passed over.

    Raises ValueError with one sentence when the text is anything else.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"A saved answer is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ValueError("A saved answer must be a JSON object.")  # noqa: TRY004 - garbage is one kind of error here
    return SavedAnswer(
        response=_response(value, "response"),
        tries=_count(value, "tries"),
        correct=_flag(value, "correct"),
        first_correct=_flag(value, "first_correct"),
        checked_response=_response(value, "checked_response"),
    )


def _response(value: dict[str, Any], key: str) -> Response:
    parts = value.get(key)
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError(f"{key} of a saved answer must be a list of texts, not {parts!r}.")
    return tuple(parts)


def _count(value: dict[str, Any], key: str) -> int:
    count = value.get(key)
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise ValueError(f"{key} of a saved answer must be a whole number from 0, not {count!r}.")
    return count


def _flag(value: dict[str, Any], key: str) -> bool:
    flag = value.get(key)
    if not isinstance(flag, bool):
        raise ValueError(f"{key} of a saved answer must be true or false, not {flag!r}.")  # noqa: TRY004 - as above
    return flag
