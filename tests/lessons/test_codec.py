import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.codec import answer_from_json, answer_to_json
from kiosk.lessons.model import SavedAnswer

_anything_typed = st.text(st.characters(exclude_categories=[])).map(lambda text: (text,))
_answers = st.builds(SavedAnswer, response=_anything_typed, tries=st.integers(0, 99), checked_response=_anything_typed)
GOOD = {"response": ["a"], "tries": 1, "correct": True, "first_correct": True, "checked_response": ["a"]}


@given(_answers)
def test_an_answer_is_read_back_as_it_was(answer: SavedAnswer) -> None:
    assert answer_from_json(answer_to_json(answer)) == answer


@given(_answers)
def test_the_text_is_ascii_whatever_was_typed(answer: SavedAnswer) -> None:
    assert answer_to_json(answer).isascii()


def test_unknown_keys_of_a_later_version_are_passed_over() -> None:
    assert answer_from_json(json.dumps({**GOOD, "seconds": 4})) == SavedAnswer(("a",), 1, True, True, ("a",))


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "null", "[" * 100_000])
def test_garbage_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="saved answer"):
        answer_from_json(text)


@pytest.mark.parametrize(
    "change",
    [{"response": "a"}, {"response": [1]}, {"tries": -1}, {"tries": True}, {"correct": 1}, {"checked_response": None}],
)
def test_a_value_of_the_wrong_kind_is_a_value_error_that_names_it(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(change))):
        answer_from_json(json.dumps({**GOOD, **change}))


@pytest.mark.parametrize("key", sorted(GOOD))
def test_a_missing_key_is_a_value_error_that_names_it(key: str) -> None:
    with pytest.raises(ValueError, match=key):
        answer_from_json(json.dumps({name: value for name, value in GOOD.items() if name != key}))
