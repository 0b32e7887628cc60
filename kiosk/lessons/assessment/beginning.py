"""How a test and its items begin, and how a test goes on from what was kept."""

from collections.abc import Mapping
from dataclasses import replace

from kiosk.lessons.assessment.model import Assessment, Navigation
from kiosk.lessons.assessment.outcomes import value_of
from kiosk.lessons.assessment.plan import ItemKey, PlannedItem, draw
from kiosk.lessons.assessment.route import first_of_parts
from kiosk.lessons.assessment.session import AssessmentSession, SavedItem
from kiosk.lessons.item import Item
from kiosk.lessons.item_session import begin, replay


def start(assessment: Assessment, seed: int) -> AssessmentSession:
    """Draw the plan and show the first item that the test's conditions let through."""
    session = _drawn(assessment, seed)
    return arrive(session, first_of_parts(session, 0))


def resume(assessment: Assessment, seed: int, place: int, kept: Mapping[ItemKey, SavedItem]) -> AssessmentSession:
    """Go on from what was kept of a session. Items that the test does not have any more are left out."""
    session = _drawn(assessment, seed)
    for planned in session.plan:
        if (saved := kept.get(planned.key)) is not None:
            again = replay(_item(session, planned), planned.seed, saved.attempts)
            session = replace(
                session,
                kept={**session.kept, planned.key: saved},
                sessions={**session.sessions, planned.key: again},
            )
    return arrive(session, place) if kept else start(assessment, seed)


def arrive(session: AssessmentSession, place: int) -> AssessmentSession:
    """Put the item of that place in front of the student; past the last one the test is over."""
    session = replace(session, place=max(0, min(place, len(session.plan))))
    if session.is_over or session.current.key in session.kept:
        return session
    key = session.current.key
    begun = begin(_item(session, session.current), session.current.seed)
    return replace(session, kept={**session.kept, key: SavedItem()}, sessions={**session.sessions, key: begun})


def _drawn(assessment: Assessment, seed: int) -> AssessmentSession:
    plan = draw(assessment, seed)
    sessions = {planned.key: begin(planned.ref.item, planned.seed) for planned in plan}
    return AssessmentSession(assessment, seed, plan, 0, {}, sessions)


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
        sessions={
            other.key: session.sessions[other.key] if other.key in settled else begin(other.ref.item, other.seed)
            for other in session.plan
        },
    )
