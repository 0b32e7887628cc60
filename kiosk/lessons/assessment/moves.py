"""What a student can do in a test, and what comes of it. Pure: each move takes a session and returns the next.

A move that the test does not allow changes nothing; `can_...` says before whether it would.
"""

from dataclasses import replace
from enum import StrEnum

from kiosk.lessons import showing
from kiosk.lessons.assessment.beginning import arrive
from kiosk.lessons.assessment.model import Navigation, Submission
from kiosk.lessons.assessment.outcomes import is_ended_by_its_rules
from kiosk.lessons.assessment.plan import ItemKey, PlannedItem
from kiosk.lessons.assessment.route import after_item, after_part, first_allowed, first_of_parts, part_end
from kiosk.lessons.assessment.session import AssessmentSession, SavedItem
from kiosk.lessons.assessment.time_limits import is_time_over, too_early_s
from kiosk.lessons.item import Text
from kiosk.lessons.item_session import ItemSession, Responses, attempt, is_finished
from kiosk.lessons.limits import is_complete


class Obstacle(StrEnum):
    """Why a student cannot go on from an item."""

    NOT_ANSWERED = "not-answered"
    NOT_VALID = "not-valid"
    TOO_EARLY = "too-early"


def spend(session: AssessmentSession, seconds: float) -> AssessmentSession:
    """Let time pass in front of the current item."""
    if session.is_over:
        return session
    saved = session.saved(session.current.key)
    return _keep(session, session.current, replace(saved, seconds=saved.seconds + seconds))


def can_respond(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether the item takes answers: its part is the current one, and neither attempts nor time are used up."""
    return _is_in_current_part(session, planned) and not is_closed(session, planned)


def is_closed(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether an item's last attempt is made, or its time over."""
    return is_time_over(session, planned) or _is_used_up(planned, session.sessions[planned.key])


def respond(session: AssessmentSession, responses: Responses) -> AssessmentSession:
    """Keep what the student answers to the current item, without an attempt."""
    if session.is_over or not can_respond(session, session.current):
        return session
    return _keep(session, session.current, replace(session.saved(session.current.key), responses=responses))


def flag(session: AssessmentSession, flagged: bool) -> AssessmentSession:
    """Mark the current item to look at it again, or not."""
    if session.is_over:
        return session
    return _keep(session, session.current, replace(session.saved(session.current.key), is_flagged=flagged))


def can_submit(session: AssessmentSession) -> bool:
    """Whether the student may submit the current item and stay with it: where the item has something to tell then."""
    if session.is_over:
        return False
    planned = session.current
    return (
        planned.part.submission is Submission.INDIVIDUAL
        and can_respond(session, planned)
        and _tells(session, planned)
        and (_is_new(session.saved(planned.key)) or session.sessions[planned.key].item.adaptive)
        and _lacking(session, planned) is None
    )


def submit(session: AssessmentSession) -> AssessmentSession:
    """Make an attempt of the current item and stay with it, to see what it says."""
    return _attempted(session, session.current) if can_submit(session) else session


def shows_feedback(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether what the item says of the last attempt may be seen (QTI's maxAttempts and showFeedback)."""
    if session.sessions[planned.key].attempts == 0:
        return False
    if is_closed(session, planned):
        return planned.ref.control.show_feedback
    return _tells(session, planned)


def obstacle(session: AssessmentSession) -> Obstacle | None:
    """What keeps the student at the current item; None when he may go on."""
    if session.is_over or session.current.part.navigation is Navigation.NONLINEAR:
        return None
    lacking = _lacking(session, session.current)
    return Obstacle.TOO_EARLY if lacking is None and too_early_s(session) > 0 else lacking


def is_last_of_part(session: AssessmentSession) -> bool:
    """Whether no further item of the current part is planned; the test's rules may end it before."""
    return not session.is_over and part_end(session, session.place) == session.place + 1


def go_on(session: AssessmentSession) -> AssessmentSession:
    """Leave the current item for the next one.

    In a linear part the item is submitted by that (in a simultaneous one with all others at the part's end), and the
    test's rules say what comes next. A nonlinear part does not end so, but by `hand_in`.
    """
    if session.is_over or obstacle(session) is not None:
        return session
    if session.current.part.navigation is Navigation.NONLINEAR:
        return session if is_last_of_part(session) else arrive(session, session.place + 1)
    if session.current.part.submission is Submission.INDIVIDUAL:
        session = _submitted(session, session.current)
    if is_ended_by_its_rules(session):
        return _over(session)
    end, place = part_end(session, session.place), after_item(session)
    if place < end:
        place = first_allowed(session, place)
    if place < end:
        return arrive(session, place)
    return _over(session) if place > end else _after_part(session)


def can_go_to(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether the student may turn to an item: one of this nonlinear part that may be seen again."""
    return (
        _is_in_current_part(session, planned)
        and planned.part.navigation is Navigation.NONLINEAR
        and (planned.ref.control.allow_review or not is_closed(session, planned))
    )


def go_to(session: AssessmentSession, key: ItemKey) -> AssessmentSession:
    """Turn to another item of this part. Raises KeyError for one that is not in the plan."""
    planned = session.planned(key)
    return arrive(session, session.plan.index(planned)) if can_go_to(session, planned) else session


def can_go_back(session: AssessmentSession) -> bool:
    return not session.is_over and session.place > 0 and can_go_to(session, session.plan[session.place - 1])


def go_back(session: AssessmentSession) -> AssessmentSession:
    """Turn to the item before."""
    return arrive(session, session.place - 1) if can_go_back(session) else session


def missing(session: AssessmentSession) -> tuple[PlannedItem, ...]:
    """The items of the current part that must be answered before it can be handed in."""
    return tuple(planned for planned in current_items(session) if _lacking(session, planned) is not None)


def current_items(session: AssessmentSession) -> tuple[PlannedItem, ...]:
    """The items of the current part, in the student's order."""
    return tuple(planned for planned in session.plan if _is_in_current_part(session, planned))


def hand_in(session: AssessmentSession) -> AssessmentSession:
    """End the current nonlinear part: submit what is not submitted yet, and go on to the next part."""
    if session.is_over or session.current.part.navigation is Navigation.LINEAR or missing(session):
        return session
    return _after_part(session)


def _after_part(session: AssessmentSession) -> AssessmentSession:
    submitted = _all_submitted(session)
    if is_ended_by_its_rules(submitted):
        return _over(submitted)
    return arrive(submitted, first_of_parts(submitted, after_part(submitted)))


def _over(session: AssessmentSession) -> AssessmentSession:
    return arrive(_all_submitted(session), len(session.plan))


def _all_submitted(session: AssessmentSession) -> AssessmentSession:
    """What was shown of the current part, submitted. What was never shown is not (it does not count as presented)."""
    for planned in current_items(session):
        if planned.key in session.kept:
            session = _submitted(session, planned)
    return session


def _submitted(session: AssessmentSession, planned: PlannedItem) -> AssessmentSession:
    """Submit an item as it stands, blank or not, unless it is submitted like that already."""
    return _attempted(session, planned) if _is_new(session.saved(planned.key)) else session


def _attempted(session: AssessmentSession, planned: PlannedItem) -> AssessmentSession:
    saved, item = session.saved(planned.key), session.sessions[planned.key]
    if _is_used_up(planned, item):
        return session
    sessions = {**session.sessions, planned.key: attempt(item, saved.responses)}
    kept = replace(saved, attempts=(*saved.attempts, saved.responses))
    return replace(_keep(session, planned, kept), sessions=sessions)


def _keep(session: AssessmentSession, planned: PlannedItem, saved: SavedItem) -> AssessmentSession:
    return replace(session, kept={**session.kept, planned.key: saved})


def _is_in_current_part(session: AssessmentSession, planned: PlannedItem) -> bool:
    return not session.is_over and planned.part is session.current.part


def _is_used_up(planned: PlannedItem, item: ItemSession) -> bool:
    if planned.part.submission is Submission.SIMULTANEOUS:
        return item.attempts > 0
    if item.item.adaptive:
        return is_finished(item)
    return 0 < planned.ref.control.max_attempts <= item.attempts


def _tells(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether an attempt is answered by something to see while there are attempts left."""
    control = planned.ref.control
    return control.show_feedback or control.max_attempts != 1 or session.sessions[planned.key].item.adaptive


def _is_new(saved: SavedItem) -> bool:
    return not saved.attempts or saved.responses != saved.attempts[-1]


def _lacking(session: AssessmentSession, planned: PlannedItem) -> Obstacle | None:
    """Why an item may not be submitted as it stands (QTI's allowSkipping and validateResponses, individual mode)."""
    if planned.part.submission is Submission.SIMULTANEOUS or is_closed(session, planned):
        return None
    control, item = planned.ref.control, session.sessions[planned.key]
    responses = session.saved(planned.key).responses
    if not control.allow_skipping and item.item.responses and not any(responses.values()):
        return Obstacle.NOT_ANSWERED
    return Obstacle.NOT_VALID if control.validate_responses and not _is_valid(item, responses) else None


def _is_valid(item: ItemSession, responses: Responses) -> bool:
    """Whether what is answered keeps to the interactions' limits; what is blank is skipped, not invalid."""
    seen = showing.shown(item)
    interactions = [*(block for block in seen.blocks if not isinstance(block, Text)), *seen.inline.values()]
    return all(
        is_complete(interaction, response)
        for interaction in interactions
        if (response := responses.get(interaction.response, ()))
    )
