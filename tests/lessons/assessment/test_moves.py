from dataclasses import replace

import pytest

from kiosk.lessons.assessment.beginning import resume, start
from kiosk.lessons.assessment.model import Assessment, Control, Navigation, Submission, TimeLimits
from kiosk.lessons.assessment.moves import (
    can_go_back,
    can_go_to,
    can_respond,
    can_submit,
    current_items,
    flag,
    go_back,
    go_on,
    go_to,
    hand_in,
    is_last_of_part,
    lacking,
    obstacle,
    respond,
    shows_feedback,
    spend,
    submit,
)
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.model import QuestionId
from tests.lessons.assessment.making import (
    RUN,
    A,
    B,
    controlled,
    item,
    keys,
    linear,
    nonlinear,
    part,
    ref,
    section,
    taken,
    together,
)


def attempts(session: AssessmentSession, key: str) -> int:
    return len(session.saved(QuestionId(key)).attempts)


def earned(session: AssessmentSession, key: str) -> float:
    return session.judged[QuestionId(key)].share


def test_going_on_in_a_linear_part_submits_the_item_and_shows_the_next() -> None:
    session = taken(linear("one", "two"), "a")
    assert session.current.key == "two"
    assert (attempts(session, "one"), earned(session, "one")) == (1, 1.0)


def test_a_linear_part_has_no_way_back() -> None:
    session = taken(linear("one", "two"), "a")
    assert not can_go_back(session)
    assert go_back(session) == session
    assert not can_go_to(session, session.plan[0])
    assert go_to(session, QuestionId("one")) == session


def test_the_test_is_over_after_the_last_item_of_a_linear_part() -> None:
    session = taken(linear("one", "two"), "a", "b")
    assert session.is_over
    assert (earned(session, "one"), earned(session, "two")) == (1.0, 0.0)
    assert go_on(session) == session
    assert respond(session, A) == session


def test_a_skipped_item_counts_as_attempted_without_a_response() -> None:
    session = taken(linear("one", "two"), "")
    assert session.current.key == "two"
    assert (attempts(session, "one"), earned(session, "one")) == (1, 0.0)


def test_an_item_that_may_not_be_skipped_is_not_left_blank() -> None:
    session = start(linear(controlled("one", allow_skipping=False), "two"), RUN)
    assert obstacle(session) == "Answer this question first."
    assert go_on(session) == session
    assert go_on(respond(session, B)).current.key == "two"


def test_an_item_whose_responses_are_validated_is_not_left_with_too_few_choices() -> None:
    two = ChoiceInteraction("RESPONSE", (Choice("a", "A"), Choice("b", "B")), max_choices=2, min_choices=2)
    strict = ref("one", item=replace(item("one"), blocks=(two,)), control=Control(validate_responses=True))
    session = respond(start(linear(strict, "two"), RUN), A)
    assert obstacle(session) == "Choose at least 2."
    assert not obstacle(respond(session, {"RESPONSE": ("a", "b")}))
    assert not obstacle(respond(session, {}))  # skipped, not invalid


def test_in_a_nonlinear_part_one_goes_anywhere_and_answers_stay_open() -> None:
    session = respond(start(nonlinear("one", "two", "three"), RUN), A)
    session = go_to(session, QuestionId("three"))
    assert session.current.key == "three"
    session = respond(go_back(go_back(session)), B)
    assert session.saved(QuestionId("one")).response == B
    assert attempts(session, "one") == 0
    assert can_respond(session, session.current)


def test_a_nonlinear_part_ends_by_handing_it_in() -> None:
    session = respond(start(nonlinear("one", "two"), RUN), A)
    session = go_on(session)
    assert is_last_of_part(session)
    assert go_on(session) == session
    session = hand_in(session)
    assert session.is_over
    assert (earned(session, "one"), earned(session, "two")) == (1.0, 0.0)


def test_what_was_never_shown_is_not_attempted_by_handing_in() -> None:
    session = hand_in(respond(start(nonlinear("one", "two"), RUN), A))
    assert (attempts(session, "one"), attempts(session, "two")) == (1, 0)


def test_what_must_be_answered_keeps_a_part_from_being_handed_in() -> None:
    session = start(nonlinear("one", controlled("two", allow_skipping=False)), RUN)
    assert [planned.key for planned in lacking(session)] == ["two"]
    assert hand_in(session) == session
    assert hand_in(respond(go_on(session), B)).is_over


def test_a_simultaneous_part_is_submitted_as_a_whole() -> None:
    session = respond(start(together("one", "two"), RUN), A)
    assert not can_submit(session)
    session = hand_in(respond(go_on(session), A))
    assert (earned(session, "one"), earned(session, "two")) == (1.0, 1.0)


def test_a_linear_simultaneous_part_is_submitted_at_its_end() -> None:
    assessment = linear("one", "two", submission=Submission.SIMULTANEOUS)
    session = taken(assessment, "a")
    assert attempts(session, "one") == 0
    session = go_on(respond(session, A))
    assert session.is_over
    assert (earned(session, "one"), earned(session, "two")) == (1.0, 1.0)


def test_without_feedback_there_is_nothing_to_submit_for() -> None:
    session = respond(start(linear("one"), RUN), A)
    assert not can_submit(session)
    assert submit(session) == session


def test_with_feedback_one_submits_and_stays_to_see_it() -> None:
    session = submit(respond(start(linear(controlled("one", show_feedback=True), "two"), RUN), A))
    assert session.current.key == "one"
    assert shows_feedback(session, session.current)
    assert not can_respond(session, session.current)
    assert attempts(go_on(session), "one") == 1


def test_several_attempts_tell_until_the_last_which_tells_only_by_show_feedback() -> None:
    session = start(linear(controlled("one", max_attempts=2), "two"), RUN)
    assert not shows_feedback(session, session.current)
    session = submit(respond(session, B))
    assert shows_feedback(session, session.current)
    assert not can_submit(session)  # nothing new to submit
    session = submit(respond(session, A))
    assert not shows_feedback(session, session.current)
    assert earned(session, "one") == 1.0
    assert respond(session, B) == session


def test_being_right_early_is_told_while_attempts_are_left() -> None:
    session = start(linear(controlled("one", max_attempts=2), "two"), RUN)
    session = submit(respond(session, A))
    assert not can_respond(session, session.current)
    assert shows_feedback(session, session.current)


def test_any_number_of_attempts_uses_an_item_up_only_by_the_right_one() -> None:
    session = start(linear(controlled("one", max_attempts=0)), RUN)
    for _ in range(5):
        session = submit(respond(submit(respond(session, B)), {"RESPONSE": ("c",)}))
    assert attempts(session, "one") == 10
    assert can_respond(session, session.current)
    assert not can_respond(submit(respond(session, A)), session.current)


def test_an_adaptive_item_is_submitted_until_it_says_that_it_is_over() -> None:
    session = start(linear(ref("one", item=item("one", adaptive=True)), "two"), RUN)
    session = submit(submit(respond(session, B)))
    assert attempts(session, "one") == 2
    session = submit(respond(session, A))
    assert not can_respond(session, session.current)


def test_what_may_not_be_seen_again_is_not_gone_back_to() -> None:
    session = start(nonlinear(controlled("one", show_feedback=True, allow_review=False), "two"), RUN)
    assert can_go_back(go_on(session))
    session = go_on(submit(respond(session, A)))
    assert not can_go_back(session)


def test_parts_follow_one_another() -> None:
    assessment = Assessment(
        "T",
        "",
        (part("P1", section("S1", "one")), part("P2", section("S2", "two", "three"), navigation=Navigation.NONLINEAR)),
    )
    session = taken(assessment, "a")
    assert [planned.key for planned in current_items(session)] == ["two", "three"]
    assert not can_go_back(session)
    assert hand_in(session).is_over


def test_a_flag_is_kept_and_taken_off() -> None:
    session = flag(start(nonlinear("one"), RUN), True)
    assert session.saved(QuestionId("one")).is_flagged
    assert not flag(session, False).saved(QuestionId("one")).is_flagged


def test_a_test_goes_on_from_what_was_kept() -> None:
    assessment = linear("one", controlled("two", max_attempts=3), section("more", *"abcdef", shuffle=True))
    before = flag(spend(submit(respond(taken(assessment, "a"), B)), 12.5), True)
    after = resume(assessment, RUN, before.place, before.kept)
    assert replace(after, judged={}) == replace(before, judged={})
    assert {key: earned(after, key) for key in keys(after)} == {key: earned(before, key) for key in keys(before)}
    assert attempts(after, "two") == 1


def test_a_test_resumes_over_when_it_was_over() -> None:
    before = taken(linear("one"), "a")
    assert resume(linear("one"), RUN, before.place, before.kept).is_over


def test_what_the_test_does_not_have_any_more_is_left_out() -> None:
    before = taken(linear("one", "two", "three"), "a", "a")
    after = resume(linear("two", "three"), RUN, before.place, before.kept)
    assert set(after.kept) == {"two", "three"}


def test_an_item_that_is_not_in_the_plan_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        go_to(start(nonlinear("one"), RUN), QuestionId("two"))


def test_the_least_time_keeps_a_student_at_an_item_of_a_linear_part() -> None:
    session = respond(start(linear(ref("one", limits=TimeLimits(min_s=30)), "two"), RUN), A)
    assert obstacle(session) == "You can go on in 30 seconds."
    assert go_on(session) == session
    assert go_on(spend(session, 30)).current.key == "two"
