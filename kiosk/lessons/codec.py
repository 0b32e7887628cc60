"""A saved answer as one line of JSON: what the store keeps and a school server reads.

Written is `{"response": {"RESPONSE": ["b"]}, "attempts": [{"RESPONSE": ["a"]}]}`, where time is counted with the
`seconds` it took and the `durations` of its attempts, in a test with whether it is `flagged` and the `comment`.
Read is, besides, what was written before a question could have several responses:
`{"response": ["b"], "tries": 1, "checked_response": ["a"], ...}`.
"""

import json
from collections.abc import Callable
from typing import Any

from kiosk.lessons.interactions import Response
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import RESPONSE, SavedAnswer

MOST_ATTEMPTS = 1000
"""More are garbage: each costs whoever scores them."""
LONGEST_S = 10**8
"""Three years."""


def answer_to_json(answer: SavedAnswer) -> str:
    """Write an answer as JSON in ASCII, so that whatever was typed fits into any database."""
    written: dict[str, Any] = {"response": dict(answer.response), "attempts": [dict(each) for each in answer.attempts]}
    if answer.seconds:
        written["seconds"] = answer.seconds
    if answer.durations:
        written["durations"] = answer.durations
    if answer.is_flagged:
        written["flagged"] = True
    if answer.comment:
        written["comment"] = answer.comment
    return json.dumps(written, separators=(",", ":"))


def answer_from_json(text: str) -> SavedAnswer:
    """Read what `answer_to_json` wrote, here, earlier or in a later version: unknown keys are passed over.

    Raises ValueError with one sentence when the text is anything else.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"A saved answer is not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ValueError("A saved answer must be a JSON object.")  # noqa: TRY004 - garbage is one kind of error here
    if "attempts" not in value and "tries" in value:
        return _before_attempts(value)
    attempts = _part(value, "attempts", "a list of attempts", lambda part: isinstance(part, list))
    if len(attempts) > MOST_ATTEMPTS:
        raise ValueError(f"attempts of a saved answer are {MOST_ATTEMPTS} at the most, not {len(attempts)}.")
    checked = tuple(_responses({"attempts": one}, "attempts") for one in attempts)
    return SavedAnswer(
        response=_responses(value, "response"),
        attempts=checked,
        seconds=float(_part({"seconds": 0, **value}, "seconds", "a number of seconds", _is_time)),
        durations=_durations(value),
        is_flagged=value.get("flagged") is True,
        comment=_part({"comment": "", **value}, "comment", "a text", lambda part: isinstance(part, str)),
    )


def _before_attempts(value: dict[str, Any]) -> SavedAnswer:
    """Of an earlier version's tries only the last one's response was kept: the others count as blanks.

    A first try that was right was the only one.
    """
    tries = _part(
        value,
        "tries",
        f"a number from 0 to {MOST_ATTEMPTS}",
        lambda part: type(part) is int and 0 <= part <= MOST_ATTEMPTS,
    )
    checked = {RESPONSE: _response(value, "checked_response")}
    attempts = (*({},) * (tries - 1), checked) if tries else ()
    return SavedAnswer({RESPONSE: _response(value, "response")}, attempts)


def _durations(value: dict[str, Any]) -> tuple[float, ...]:
    """What attempts took; nothing where it is not said, as before it was kept."""

    def are_times(part: Any) -> bool:
        return isinstance(part, list) and len(part) <= MOST_ATTEMPTS and all(map(_is_time, part))

    return tuple(map(float, _part({"durations": [], **value}, "durations", "a list of seconds", are_times)))


def _is_time(part: Any) -> bool:
    return isinstance(part, int | float) and not isinstance(part, bool) and 0 <= part < LONGEST_S


def _responses(value: dict[str, Any], key: str) -> Responses:
    parts = _part(value, key, "responses by their names", lambda part: isinstance(part, dict))
    return {name: _response(parts, name) for name in parts}


def _response(value: dict[str, Any], key: str) -> Response:
    return tuple(
        _part(
            value,
            key,
            "a list of texts",
            lambda parts: isinstance(parts, list) and all(isinstance(part, str) for part in parts),
        )
    )


def _part(value: dict[str, Any], key: str, kind: str, fits: Callable[[Any], bool]) -> Any:
    part = value.get(key)
    if not fits(part):
        raise ValueError(f"{key} of a saved answer must be {kind}, not {part!r:.200}.")
    return part
