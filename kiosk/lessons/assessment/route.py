"""Which item comes next: pre-conditions and branch rules, as QTI's linear parts have them."""

from kiosk.lessons.assessment.model import EXIT_PART, EXIT_SECTION, EXIT_TEST, BranchRule, Navigation
from kiosk.lessons.assessment.outcomes import holds
from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.assessment.session import AssessmentSession, items_in
from kiosk.lessons.assessment.time_limits import is_time_over


def part_end(session: AssessmentSession, place: int) -> int:
    """The place after the last item of the part that `place` is in."""
    return _end(session, place, session.plan[place].part.identifier)


def first_allowed(session: AssessmentSession, place: int) -> int:
    """The first item from `place` on that may be shown, or the end of the part where none may.

    In a linear part sections and items whose pre-conditions fail are passed over, and so is what has no time left.
    """
    end = part_end(session, place)
    while place < end and not _may_be_shown(session, session.plan[place]):
        place += 1
    return place


def first_of_parts(session: AssessmentSession, place: int) -> int:
    """The first item that may be shown of the parts from `place` on; the plan's length where there is none."""
    while place < len(session.plan):
        if all(holds(condition, session) for condition in session.plan[place].part.pre_conditions):
            allowed = first_allowed(session, place)
            if allowed < part_end(session, place):
                return allowed
        place = part_end(session, place)
    return place


def after_item(session: AssessmentSession) -> int:
    """Where the branch rules of the current item lead, and of the sections that end with it.

    That is a later place of the part, the part's end, or the plan's length to end the test.
    """
    planned, end = session.current, part_end(session, session.place)
    place = session.place + 1
    target = _target(planned.ref.branch_rules, session)
    for section in reversed(planned.sections):
        section_end = min(end, _end(session, session.place, section.identifier))
        if target == EXIT_SECTION:
            place, target = section_end, ""
        if target or place < section_end:
            break
        target = _target(section.branch_rules, session)
    if target == EXIT_TEST:
        return len(session.plan)
    if target == EXIT_PART:
        return end
    return _find(session, target, range(place, end), otherwise=place)


def after_part(session: AssessmentSession) -> int:
    """Where the branch rules of the current part lead: to a later part, or the plan's length to end the test."""
    end = part_end(session, session.place)
    target = _target(session.current.part.branch_rules, session)
    if target == EXIT_TEST:
        return len(session.plan)
    return _find(session, target, range(end, len(session.plan)), otherwise=end)


def _may_be_shown(session: AssessmentSession, planned: PlannedItem) -> bool:
    if planned.part.navigation is Navigation.NONLINEAR:
        return True
    if is_time_over(session, planned):
        return False
    conditions = list(planned.ref.pre_conditions)
    for section in planned.sections:
        if not _was_entered(session, section.identifier):
            conditions += section.pre_conditions
    return all(holds(condition, session) for condition in conditions)


def _was_entered(session: AssessmentSession, section: str) -> bool:
    return any(planned.key in session.kept for planned in items_in(session, section))


def _end(session: AssessmentSession, place: int, identifier: str) -> int:
    """The place after the last item, from `place` on, of a section or part."""
    return 1 + max(at for at in range(place, len(session.plan)) if session.plan[at].is_in(identifier))


def _target(rules: tuple[BranchRule, ...], session: AssessmentSession) -> str:
    """Where the first rule leads whose condition is true; "" when there is none."""
    return next((rule.target for rule in rules if holds(rule.condition, session)), "")


def _find(session: AssessmentSession, target: str, places: range, *, otherwise: int) -> int:
    """The first of the places that is in the target: an item, section or part."""
    return next((place for place in places if session.plan[place].is_in(target)), otherwise)
