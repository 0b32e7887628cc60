"""What a student can do in a test, and what comes of it. Pure: each move takes a session and returns the next.

A move that the test does not allow changes nothing; `can_...` says before whether it would.
"""

from dataclasses import replace
from math import ceil

from kiosk.lessons.assessment.beginning import arrive
from kiosk.lessons.assessment.model import Navigation, Submission
from kiosk.lessons.assessment.outcomes import is_ended_by_its_rules
from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.assessment.route import after_item, after_part, first_allowed, first_of_parts, part_end
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.assessment.time_limits import is_time_over, too_early_s
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import attempted, is_blank, missing, tried, without_buttons
from kiosk.lessons.model import LONGEST_COMMENT, QuestionId, SavedAnswer
from kiosk.words import tr


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
    """Whether no more can be answered: it is settled, its time is over, or its part is handed in."""
    is_handed_in = session.is_over or session.plan.index(planned) < session.plan.index(current_items(session)[0])
    return is_handed_in or is_time_over(session, planned) or session.judged[planned.key].settled


def respond(session: AssessmentSession, responses: Responses) -> AssessmentSession:
    """Keep what the student answers to the current item, without an attempt."""
    if session.is_over or not can_respond(session, session.current):
        return session
    return _keep(session, session.current, replace(session.saved(session.current.key), response=responses))


def flag(session: AssessmentSession, flagged: bool) -> AssessmentSession:
    """Mark the current item to look at it again, or not."""
    if session.is_over:
        return session
    return _keep(session, session.current, replace(session.saved(session.current.key), is_flagged=flagged))


def comment(session: AssessmentSession, text: str) -> AssessmentSession:
    """Keep what the student writes to the teacher about the current item, where the test takes comments."""
    if session.is_over or not session.current.ref.control.allow_comment:
        return session
    return _keep(session, session.current, replace(session.saved(session.current.key), comment=text[:LONGEST_COMMENT]))


def tells(planned: PlannedItem) -> bool:
    """Whether an attempt is answered by something to see while there are attempts left."""
    control = planned.ref.control
    if planned.part.submission is Submission.SIMULTANEOUS:
        return False
    return control.show_feedback or control.max_attempts != 1 or planned.ref.item.adaptive


def can_submit(session: AssessmentSession) -> bool:
    """Whether the student may submit the current item and stay with it: where the item has something to tell then."""
    if session.is_over:
        return False
    planned = session.current
    return (
        tells(planned)
        and can_respond(session, planned)
        and (_is_new(session, planned) or planned.ref.item.adaptive)
        and not missing(session.judged[planned.key], session.saved(planned.key).response)
    )


def submit(session: AssessmentSession) -> AssessmentSession:
    """Make an attempt of the current item and stay with it, to see what it says."""
    return _attempted(session, session.current) if can_submit(session) else session


def shows_feedback(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether what the item says of the last attempt may be seen.

    As long as there are attempts left it is seen wherever an attempt tells anything; after the last one, and when the
    part is handed in or the time over, showFeedback decides alone (QTI's maxAttempts and showFeedback).
    """
    attempts, most = len(session.saved(planned.key).attempts), planned.ref.control.max_attempts
    if not attempts:
        return False
    is_done = session.judged[planned.key].settled if planned.ref.item.adaptive else 0 < most <= attempts
    if is_done or is_time_over(session, planned) or not _is_in_current_part(session, planned):
        return planned.ref.control.show_feedback
    return tells(planned)


def obstacle(session: AssessmentSession) -> str:
    """Say in a sentence what keeps the student at the current item of a linear part; "" when nothing does."""
    if session.is_over or session.current.part.navigation is Navigation.NONLINEAR:
        return ""
    early = ceil(too_early_s(session))
    return _lack(session, session.current) or (tr("You can go on in %n seconds.", "", early) if early else "")


def is_last_of_part(session: AssessmentSession) -> bool:
    """Whether no further item of the current part is planned; the test's rules may end it before."""
    return not session.is_over and part_end(session, session.place) == session.place + 1


def go_on(session: AssessmentSession) -> AssessmentSession:
    """Leave the current item for the next one.

    In a linear part the item is submitted by that (in a simultaneous one with all others at the part's end), and the
    test's rules say what comes next. A nonlinear part does not end so, but by `hand_in`.
    """
    if session.is_over or obstacle(session):
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


def go_to(session: AssessmentSession, key: QuestionId) -> AssessmentSession:
    """Turn to another item of this part. Raises KeyError for one that is not in the plan."""
    planned = session.planned(key)
    return arrive(session, session.plan.index(planned)) if can_go_to(session, planned) else session


def can_go_back(session: AssessmentSession) -> bool:
    return not session.is_over and session.place > 0 and can_go_to(session, session.plan[session.place - 1])


def go_back(session: AssessmentSession) -> AssessmentSession:
    """Turn to the item before."""
    return arrive(session, session.place - 1) if can_go_back(session) else session


def lacking(session: AssessmentSession) -> tuple[PlannedItem, ...]:
    """The items of the current part that must be answered before it can be handed in."""
    return tuple(planned for planned in current_items(session) if _lack(session, planned))


def current_items(session: AssessmentSession) -> tuple[PlannedItem, ...]:
    """The items of the current part, in the student's order."""
    return tuple(planned for planned in session.plan if _is_in_current_part(session, planned))


def hand_in(session: AssessmentSession) -> AssessmentSession:
    """End the current nonlinear part: submit what is not submitted yet, and go on to the next part."""
    if session.is_over or session.current.part.navigation is Navigation.LINEAR or lacking(session):
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
    return _attempted(session, planned) if _is_new(session, planned) else session


def _attempted(session: AssessmentSession, planned: PlannedItem) -> AssessmentSession:
    saved, judged = session.saved(planned.key), session.judged[planned.key]
    if judged.settled:
        return session
    kept = attempted(planned.ref.item, saved)
    again = {**session.judged, planned.key: tried(judged, saved.response, sum(kept.durations[-1:]))}
    return replace(_keep(session, planned, kept), judged=again)


def _keep(session: AssessmentSession, planned: PlannedItem, saved: SavedAnswer) -> AssessmentSession:
    return replace(session, kept={**session.kept, planned.key: saved})


def _is_in_current_part(session: AssessmentSession, planned: PlannedItem) -> bool:
    return not session.is_over and planned.part is session.current.part


def _is_new(session: AssessmentSession, planned: PlannedItem) -> bool:
    saved = session.saved(planned.key)
    return not saved.attempts or saved.response != without_buttons(planned.ref.item, saved.attempts[-1])


def _lack(session: AssessmentSession, planned: PlannedItem) -> str:
    """Why an item may not be submitted as it stands (QTI's allowSkipping and validateResponses, individual mode)."""
    control, response = planned.ref.control, session.saved(planned.key).response
    if planned.part.submission is Submission.SIMULTANEOUS or is_closed(session, planned):
        return ""
    if is_blank(response):
        return "" if control.allow_skipping else tr("Answer this question first.")
    return missing(session.judged[planned.key], response) if control.validate_responses else ""
