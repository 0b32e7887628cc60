import pytest

from kiosk.lessons.assessment.beginning import resume, start
from kiosk.lessons.assessment.model import Assessment, Control, Navigation, TimeLimits
from kiosk.lessons.assessment.moves import can_respond, go_on, hand_in, respond, spend, submit
from kiosk.lessons.assessment.time_limits import is_time_over, time_left, too_early_s
from kiosk.lessons.model import QuestionId
from kiosk.lessons.values import BaseType, single
from tests.lessons.assessment.making import RUN, A, B, linear, nonlinear, part, ref, section

MINUTE = TimeLimits(max_s=60)


def test_a_test_without_limits_has_no_time_left_to_tell() -> None:
    assert time_left(start(linear("one"), RUN)) is None


def test_the_limit_that_ends_first_is_told_with_what_it_is_about() -> None:
    timed = section("S", ref("one", limits=TimeLimits(max_s=300)), "two", limits=TimeLimits(max_s=90))
    session = spend(start(Assessment("T", "", (part("P", timed, limits=TimeLimits(max_s=3600)),)), RUN), 30)
    left = time_left(session)
    assert left is not None
    assert (left.seconds, left.of_s, left.title) == (60, 90, "Section S")


def test_time_counts_for_the_item_its_section_part_and_test() -> None:
    session = spend(go_on(spend(start(linear("one", "two", limits=MINUTE), RUN), 20)), 15)
    left = time_left(session)
    assert left is not None
    assert left.seconds == 25


def test_after_its_time_an_item_takes_no_more_answers_and_what_was_answered_counts() -> None:
    session = respond(start(linear(ref("one", limits=MINUTE), "two"), RUN), A)
    session = spend(session, 60)
    assert is_time_over(session, session.current)
    assert respond(session, B) == session
    session = go_on(session)
    assert session.judged[QuestionId("one")].correct
    assert can_respond(session, session.current)


def test_where_late_answers_are_taken_the_time_only_runs_below_zero() -> None:
    late = ref("one", limits=TimeLimits(max_s=60, allow_late=True))
    session = spend(start(linear(late), RUN), 70)
    left = time_left(session)
    assert left is not None
    assert left.seconds == -10
    assert can_respond(session, session.current)


def test_what_has_no_time_left_is_passed_over_in_a_linear_part() -> None:
    timed = section("timed", "one", "two", limits=MINUTE)
    session = go_on(spend(start(linear(timed, "three"), RUN), 61))
    assert session.current.key == "three"


def test_a_part_without_time_left_can_still_be_handed_in() -> None:
    session = respond(start(nonlinear("one", "two", limits=MINUTE), RUN), A)
    session = go_on(spend(session, 61))
    assert not can_respond(session, session.current)
    session = hand_in(session)
    assert session.is_over
    assert session.judged[QuestionId("one")].correct


def test_the_tests_own_limit_ends_all_its_parts() -> None:
    parts = (part("P", section("S", "one")), part("Q", section("S2", "two")))
    session = start(Assessment("T", "", parts, limits=MINUTE), RUN)
    assert go_on(spend(session, 59)).current.key == "two"
    assert go_on(spend(session, 60)).is_over


def test_a_sections_least_time_holds_at_its_last_item() -> None:
    slow = section("slow", "one", "two", limits=TimeLimits(min_s=60))
    session = spend(start(linear(slow, "three"), RUN), 10)
    assert too_early_s(session) == 0
    session = spend(go_on(session), 10)
    assert too_early_s(session) == pytest.approx(40)


def test_a_least_time_holds_in_linear_parts_only() -> None:
    slow = part("P", section("S", ref("one", limits=TimeLimits(min_s=60))), navigation=Navigation.NONLINEAR)
    assert too_early_s(start(Assessment("T", "", (slow,)), RUN)) == 0


def test_nothing_is_too_early_once_the_time_is_over() -> None:
    contrary = linear(ref("one", limits=TimeLimits(min_s=60, max_s=30)), "two")
    assert too_early_s(spend(start(contrary, RUN), 40)) == 0


def test_an_items_own_rules_see_how_long_each_attempt_took() -> None:
    session = spend(start(linear(ref("one", control=Control(max_attempts=2)), "two"), RUN), 20)
    session = go_on(spend(submit(respond(session, B)), 5))
    again = resume(session.assessment, RUN, session.place, session.kept)
    for each in (session, again):
        assert each.kept[QuestionId("one")].durations == (20,)
        assert each.judged[QuestionId("one")].session.variables["duration"] == single(BaseType.DURATION, 20.0)
