from kiosk.lessons.item_session import attempt, begin, correct_responses, is_finished, max_score, replay, score
from kiosk.lessons.values import BaseType, Cardinality
from tests.lessons.items import bag, choosing, declared, item, one, rules


def test_the_key_earns_the_full_score_and_a_blank_nothing() -> None:
    asked = item(declared(correct=one("b")), rules("match_correct"), blocks=(choosing(),))
    session = begin(asked, seed=1)
    assert score(session) == 0
    assert max_score(session) == 1
    assert score(attempt(session, correct_responses(session))) == 1
    assert score(attempt(session, {})) == 0
    assert score(attempt(session, {"RESPONSE": ("a",)})) == 0


def test_several_choices_are_right_in_any_order_and_only_all_together() -> None:
    response = declared(cardinality=Cardinality.MULTIPLE, correct=bag("b", "c"))
    session = begin(item(response, rules("match_correct")), seed=1)
    assert score(attempt(session, {"RESPONSE": ("c", "b")})) == 1
    assert score(attempt(session, {"RESPONSE": ("b",)})) == 0
    assert score(attempt(session, {"RESPONSE": ("a", "b", "c")})) == 0


def test_a_number_that_can_be_read_in_two_ways_is_read_in_the_students_favour() -> None:
    for right in (1.0, 1000.0):
        session = begin(item(declared(BaseType.FLOAT, correct=one(right)), rules("match_correct")), seed=1)
        assert score(attempt(session, {"RESPONSE": ("1,000",)})) == 1


def test_a_session_can_be_played_again_from_its_attempts() -> None:
    asked = item(declared(correct=one("b")), rules("match_correct"))
    session = attempt(attempt(begin(asked, 3), {"RESPONSE": ("a",)}), {"RESPONSE": ("b",)})
    assert replay(asked, 3, [{"RESPONSE": ("a",)}, {"RESPONSE": ("b",)}]) == session
    assert session.attempts == 2
    assert not is_finished(session)
