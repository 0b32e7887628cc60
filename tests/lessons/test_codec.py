import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.codec import MOST_ATTEMPTS, answer_from_json, answer_to_json
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import SavedAnswer
from tests.lessons.packages import given as answer

_typed = st.text(st.characters(exclude_categories=[]))
_responses = st.dictionaries(_typed, st.lists(_typed, max_size=3).map(tuple), max_size=3)
_answers = st.builds(
    SavedAnswer,
    response=_responses,
    attempts=st.lists(_responses, max_size=3).map(tuple),
    seconds=st.floats(0, 1e6),
    durations=st.sampled_from([(), (0.0,), (6.5, 3.0)]),
    is_flagged=st.booleans(),
    comment=st.sampled_from(["", "Which eight?", "\u00bf\U0001f98a?"]),
)
GOOD = {"response": {"RESPONSE": ["a"]}, "attempts": [{"RESPONSE": ["b"]}, {}]}
EARLIER = {"response": ["a"], "tries": 1, "correct": True, "first_correct": True, "checked_response": ["a"]}


@given(_answers)
def test_an_answer_is_read_back_as_it_was(saved: SavedAnswer) -> None:
    assert answer_from_json(answer_to_json(saved)) == saved


@given(_answers)
def test_the_text_is_ascii_whatever_was_typed(saved: SavedAnswer) -> None:
    assert answer_to_json(saved).isascii()


def test_unknown_keys_of_a_later_version_are_passed_over() -> None:
    read = answer_from_json(json.dumps({**GOOD, "colour": "blue"}))
    assert read == SavedAnswer(answer("a"), (answer("b"), {}))


@pytest.mark.parametrize(
    ("tries", "attempts"), [(0, ()), (1, (answer("b"),)), (3, ({}, {}, answer("b")))], ids=["none", "one", "three"]
)
def test_of_an_earlier_versions_tries_the_last_is_known_and_those_before_it_are_blank(
    tries: int, attempts: tuple[Responses, ...]
) -> None:
    earlier = {**EARLIER, "tries": tries, "checked_response": ["b"] if tries else []}
    assert answer_from_json(json.dumps(earlier)) == SavedAnswer(answer("a"), attempts)


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", "[" * 100_000])
def test_garbage_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="saved answer"):
        answer_from_json(text)


@pytest.mark.parametrize(
    ("whole", "change"),
    [
        (GOOD, {"response": ["a"]}),
        (GOOD, {"response": {"RESPONSE": "a"}}),
        (GOOD, {"attempts": {}}),
        (GOOD, {"seconds": -1}),
        (GOOD, {"seconds": True}),
        (GOOD, {"seconds": float("nan")}),
        (GOOD, {"attempts": [["a"]]}),
        (GOOD, {"attempts": [{}] * (MOST_ATTEMPTS + 1)}),
        (EARLIER, {"response": [1]}),
        (EARLIER, {"tries": -1}),
        (EARLIER, {"tries": True}),
        (EARLIER, {"tries": MOST_ATTEMPTS + 1}),
        (EARLIER, {"checked_response": None}),
    ],
)
def test_a_value_of_the_wrong_kind_is_a_value_error(whole: dict[str, object], change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="of a saved answer"):
        answer_from_json(json.dumps({**whole, **change}))


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_missing_key_is_a_value_error_that_names_it(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        answer_from_json(json.dumps({name: value for name, value in GOOD.items() if name != key}))
