"""A test's own outcome variables, what its conditions say, and the feedback that holds."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kiosk.lessons.assessment.model import Access, Feedback
from kiosk.lessons.assessment.session import WHOLE_TEST, AssessmentSession
from kiosk.lessons.assessment.variables import operators
from kiosk.lessons.chance import generator
from kiosk.lessons.expressions import Scope, evaluate, is_true
from kiosk.lessons.item import Expression
from kiosk.lessons.item_session import initial
from kiosk.lessons.judging import seed_of
from kiosk.lessons.marks import holds as is_shown
from kiosk.lessons.marks import resolve
from kiosk.lessons.processing import Concluded, conclude
from kiosk.lessons.values import Nullable


def outcomes(session: AssessmentSession) -> Mapping[str, Nullable]:
    """The test's variables after its outcome processing."""
    return _concluded(session).outcomes


def is_ended_by_its_rules(session: AssessmentSession) -> bool:
    """Whether outcome processing says that the test ends now (QTI's exitTest)."""
    return _concluded(session).is_ended


def value_of(expression: Expression, session: AssessmentSession) -> Nullable:
    """What an expression of the test comes to now."""
    return evaluate(expression, _scope(session))


def holds(condition: Expression, session: AssessmentSession) -> bool:
    """Whether a pre-condition or the condition of a branch rule is true; NULL is not."""
    return is_true(condition, _scope(session))


def feedback(session: AssessmentSession, access: Access, written: Iterable[Feedback]) -> tuple[Feedback, ...]:
    """What holds now of the test's feedback, or of a part's, with its variables and conditions resolved."""
    known = outcomes(session)
    return tuple(
        replace(said, html=resolve(said.html, known, {}, frozenset()))
        for said in written
        if said.access is access and is_shown(said.condition, known)
    )


def _concluded(session: AssessmentSession) -> Concluded:
    assessment = session.assessment
    begun = {declared.identifier: initial(declared) for declared in assessment.outcomes}
    chance = generator(_seed(session), "outcomes")
    return conclude(assessment.outcomes, assessment.outcome_processing, begun, chance, operators(session))


def _scope(session: AssessmentSession) -> Scope:
    return Scope(outcomes(session), generator(_seed(session), "condition"), own=operators(session))


def _seed(session: AssessmentSession) -> int:
    return seed_of(session.run_id, WHOLE_TEST)
