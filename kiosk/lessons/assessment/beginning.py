"""How a test and its items begin, and how a test goes on from what was kept."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.lessons.assessment.model import Assessment, Navigation
from kiosk.lessons.assessment.outcomes import value_of
from kiosk.lessons.assessment.pages import asked
from kiosk.lessons.assessment.plan import PlannedItem, draw
from kiosk.lessons.assessment.route import first_of_parts
from kiosk.lessons.assessment.session import WHOLE_TEST, AssessmentSession
from kiosk.lessons.item import Item
from kiosk.lessons.judging import Judged, begun, judge, seed_of
from kiosk.lessons.model import QuestionId, SavedAnswer


def start(assessment: Assessment, run_id: str) -> AssessmentSession:
    """Draw the run's plan and show the first item that the test's conditions let through."""
    session = _drawn(assessment, run_id)
    return arrive(session, first_of_parts(session, 0))


def resume(
    assessment: Assessment, run_id: str, place: int, kept: Mapping[QuestionId, SavedAnswer]
) -> AssessmentSession:
    """Go on from what was kept of a run. Items that the test does not have any more are left out."""
    if not kept:
        return start(assessment, run_id)
    session = _drawn(assessment, run_id)
    for planned in session.plan:
        if (saved := kept.get(planned.key)) is not None:
            question = asked(planned.key, planned.ref, planned.part, _item(session, planned))
            again = judge(question, seed_of(run_id, planned.key), saved.attempts, saved.durations)
            session = _with(session, planned, saved, again)
    return arrive(session, place)


def arrive(session: AssessmentSession, place: int) -> AssessmentSession:
    """Put the item of that place in front of the student; past the last one the test is over."""
    session = replace(session, place=max(0, min(place, len(session.plan))))
    if session.is_over or session.current.key in session.kept:
        return session
    planned = session.current
    return _with(session, planned, SavedAnswer(), _begun(session.run_id, planned, _item(session, planned)))


def _drawn(assessment: Assessment, run_id: str) -> AssessmentSession:
    plan = draw(assessment, seed_of(run_id, WHOLE_TEST))
    judged = {planned.key: _begun(run_id, planned, planned.ref.item) for planned in plan}
    return AssessmentSession(assessment, run_id, plan, 0, {}, judged)


def _begun(run_id: str, planned: PlannedItem, item: Item) -> Judged:
    return begun(asked(planned.key, planned.ref, planned.part, item), seed_of(run_id, planned.key))


def _with(session: AssessmentSession, planned: PlannedItem, saved: SavedAnswer, judged: Judged) -> AssessmentSession:
    return replace(
        session,
        kept={**session.kept, planned.key: saved},
        judged={**session.judged, planned.key: judged},
    )


def _item(session: AssessmentSession, planned: PlannedItem) -> Item:
    """The item with the defaults that the test gives its template variables (QTI's templateDefault)."""
    item, defaults = planned.ref.item, planned.ref.template_defaults
    if not defaults:
        return item
    before = _settled_before(session, planned)
    templates = (
        replace(declared, default=value_of(defaults[declared.identifier], before))
        if declared.identifier in defaults
        else declared
        for declared in item.templates
    )
    return replace(item, templates=tuple(templates))


def _settled_before(session: AssessmentSession, planned: PlannedItem) -> AssessmentSession:
    """The session with only those items that cannot change any more once this one is shown.

    So a resumed test gives the same defaults: earlier parts, and in a linear part what comes before.
    """
    linear = planned.part.navigation is Navigation.LINEAR
    earlier = session.plan[: session.plan.index(planned)]
    settled = {other.key for other in earlier if linear or other.part is not planned.part}
    return replace(
        session,
        kept={key: saved for key, saved in session.kept.items() if key in settled},
        judged={
            other.key: session.judged[other.key]
            if other.key in settled
            else _begun(session.run_id, other, other.ref.item)
            for other in session.plan
        },
    )
