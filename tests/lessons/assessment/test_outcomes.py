from dataclasses import replace

import pytest

from kiosk.lessons.assessment.beginning import resume, start
from kiosk.lessons.assessment.model import Access, Assessment, BranchRule, Feedback
from kiosk.lessons.assessment.moves import go_on, hand_in, respond, spend
from kiosk.lessons.assessment.outcomes import feedback, outcomes, value_of
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.interactions import Condition
from kiosk.lessons.item import (
    Exit,
    Expression,
    If,
    OutcomeDeclaration,
    Rule,
    SetVariable,
    TemplateDeclaration,
)
from kiosk.lessons.model import QuestionId
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar
from tests.lessons.assessment.making import (
    RUN,
    A,
    constant,
    expression,
    item,
    linear,
    nonlinear,
    ref,
    section,
    taken,
    variable,
)

SCORE = OutcomeDeclaration("SCORE", Cardinality.SINGLE, BaseType.FLOAT)


def items_of(value: Nullable) -> tuple[Scalar, ...]:
    return value.items if value else ()


@pytest.fixture
def session() -> AssessmentSession:
    """Right in one, wrong in two, blank in three, not there yet in four; not all of the same section and category."""
    assessment = linear(
        ref("one", categories=frozenset({"easy"}), weights={"W": 2.0}, item=item("one", worth=2)),
        section("inner", ref("two", categories=frozenset({"easy", "trial"})), "three"),
        "four",
        "five",
    )
    return taken(assessment, "a", "b", "")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (expression("number-selected"), 5),
        (expression("number-presented"), 3),
        (expression("number-responded"), 2),
        (expression("number-correct"), 1),
        (expression("number-incorrect"), 2),
        (expression("number-selected", section_identifier="inner"), 2),
        (expression("number-selected", include_category="easy"), 2),
        (expression("number-selected", include_category="easy", exclude_category="trial"), 1),
        (expression("number-incorrect", section_identifier="inner", include_category="easy"), 1),
        (expression("sum", expression("test-variables", variable_identifier="SCORE")), 2.0),
        (expression("sum", expression("test-variables", variable_identifier="SCORE", weight_identifier="W")), 4.0),
        (expression("sum", expression("outcome-maximum", outcome_identifier="SCORE")), 6.0),
        (expression("sum", expression("outcome-maximum", outcome_identifier="SCORE", weight_identifier="W")), 8.0),
        (variable("one.SCORE"), 2.0),
        (variable("one.SCORE", weight_identifier="W"), 4.0),
        (variable("two.RESPONSE"), "b"),
        (expression("divide", expression("number-correct"), expression("number-selected")), 0.2),
    ],
)
def test_what_a_test_knows_of_its_items(session: AssessmentSession, asked: Expression, expected: Scalar) -> None:
    assert items_of(value_of(asked, session)) == (expected,)


@pytest.mark.parametrize(
    "asked",
    [
        variable("nobody.SCORE"),
        variable("three.RESPONSE"),
        expression("test-variables", variable_identifier="NOTHING"),
        expression("test-variables", variable_identifier="SCORE", section_identifier="nowhere"),
        expression("outcome-minimum", outcome_identifier="SCORE"),
    ],
)
def test_what_nobody_told_is_null(session: AssessmentSession, asked: Expression) -> None:
    assert value_of(asked, session) is None


def test_durations_are_of_items_sections_parts_and_the_test() -> None:
    session = spend(start(linear(section("inner", "one"), "two"), RUN), 10)
    session = spend(go_on(session), 5)
    asked = ("one.duration", "inner.duration", "S.duration", "P.duration", "duration")
    assert [items_of(value_of(variable(name), session)) for name in asked] == [(10,), (10,), (15,), (15,), (15,)]


def test_a_variable_is_found_by_the_name_that_the_test_uses_for_it() -> None:
    session = taken(linear(ref("one", variable_mapping={"NOTE": "SCORE"})), "a")
    assert items_of(value_of(variable("one.NOTE"), session)) == (1.0,)
    asked = expression("test-variables", variable_identifier="NOTE")
    assert items_of(value_of(asked, session)) == (1.0,)


def with_total(assessment: Assessment, *more: Rule) -> Assessment:
    """A test whose outcome SCORE is the sum of its items' scores."""
    summed = expression("sum", expression("test-variables", variable_identifier="SCORE"))
    return replace(assessment, outcomes=(SCORE,), outcome_processing=(SetVariable("SCORE", summed), *more))


def test_a_tests_outcome_is_the_sum_of_its_items() -> None:
    session = taken(with_total(linear("one", "two", "three")), "a", "b", "a")
    assert items_of(outcomes(session)["SCORE"]) == (2.0,)


def test_a_simultaneous_parts_score_is_known_when_it_is_handed_in() -> None:
    session = respond(start(with_total(nonlinear("one")), RUN), A)
    assert items_of(outcomes(session)["SCORE"]) == (0.0,)
    assert items_of(outcomes(hand_in(session))["SCORE"]) == (1.0,)


def enough(score: float) -> Rule:
    return If(((expression("gte", variable("SCORE"), constant(BaseType.FLOAT, score)), (Exit(),)),))


def test_outcome_processing_may_end_the_test() -> None:
    assessment = with_total(linear("one", "two", "three"), enough(2))
    assert taken(assessment, "a", "a").is_over
    assert not taken(assessment, "a", "b").is_over


def test_a_condition_sees_the_tests_outcomes() -> None:
    enough_points = expression("gte", variable("SCORE"), constant(BaseType.FLOAT, 1))
    leaves = ref("one", branch_rules=(BranchRule(enough_points, "three"),))
    assert taken(with_total(linear(leaves, "two", "three")), "a").current.key == "three"
    assert taken(with_total(linear(leaves, "two", "three")), "b").current.key == "two"


def test_feedback_holds_by_the_tests_outcomes_and_prints_them() -> None:
    said = Feedback(Condition("SCORE", "1"), '<p>You have <x-variable name="SCORE" format="%d"></x-variable>.</p>')
    other = Feedback(Condition("SCORE", "1", shows=False), "<p>Not yet.</p>")
    during = Feedback(Condition("SCORE", "1"), "<p>Good.</p>", access=Access.DURING)
    assessment = replace(with_total(linear("one", "two")), feedback=(said, other, during))
    told = {
        answer: [one.html for one in feedback(taken(assessment, answer), Access.AT_END, assessment.feedback)]
        for answer in "ab"
    }
    assert told == {"a": ["<p>You have 1.</p>"], "b": ["<p>Not yet.</p>"]}
    assert [one.html for one in feedback(taken(assessment, "a"), Access.DURING, assessment.feedback)] == [
        "<p>Good.</p>"
    ]


def test_a_template_default_comes_from_what_was_answered_before_and_stays_when_resumed() -> None:
    numbered = replace(item("two"), templates=(TemplateDeclaration("N", Cardinality.SINGLE, BaseType.INTEGER),))
    earlier = expression("number-correct")
    assessment = linear("one", ref("two", item=numbered, template_defaults={"N": earlier}), "three")
    before = taken(assessment, "a", "a")
    after = resume(assessment, RUN, before.place, before.kept)
    for session in (before, after):
        assert items_of(session.judged[QuestionId("two")].session.variables["N"]) == (1,)
