"""A test's limits of time: what is left, and what is over.

Time counts while the test is open in front of the student, focused or not: it is the wall's time, apart from breaks
between two sittings and from the machine's sleep. When a time is over nothing more can be answered where it held, and
what was answered until then counts; going on stays the student's own step.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.lessons.assessment.model import Navigation, TimeLimits
from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.assessment.session import AssessmentSession, seconds_in


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """How much is left of the limit that ends first, in seconds: below 0 where answers are taken late."""

    seconds: float
    of_s: float
    title: str
    """The title of the section or part it holds for; "" for the item in front of the student and for the test."""
    is_of_test: bool


def time_left(session: AssessmentSession) -> TimeLeft | None:
    """The limit that ends first for the current item; None where there is none, or the test is over."""
    if session.is_over:
        return None
    running = [
        TimeLeft(limits.max_s - seconds_in(session, name), limits.max_s, title, is_of_test=name is None)
        for name, title, limits in _limits(session, session.current)
        if limits.max_s is not None
    ]
    return min(running, key=lambda left: left.seconds, default=None)


def is_time_over(session: AssessmentSession, planned: PlannedItem) -> bool:
    """Whether an item takes no more answers because its time, or that of what it stands in, is over."""
    return any(
        limits.max_s is not None and not limits.allow_late and seconds_in(session, name) >= limits.max_s
        for name, _title, limits in _limits(session, planned)
    )


def too_early_s(session: AssessmentSession) -> float:
    """How long the student must still stay with the current item: a least time holds in linear parts only."""
    planned = session.current
    if planned.part.navigation is not Navigation.LINEAR or is_time_over(session, planned):
        return 0.0
    following = session.plan[session.place + 1 : session.place + 2]
    lacking = [
        limits.min_s - seconds_in(session, name)
        for name, _title, limits in _limits(session, planned)
        if limits.min_s is not None and not any(name is None or other.is_in(name) for other in following)
    ]
    return max([0.0, *lacking])


def _limits(session: AssessmentSession, planned: PlannedItem) -> Iterator[tuple[str | None, str, TimeLimits]]:
    """The limits that hold for an item, with the names and titles of what they are about; the test's name is None."""
    yield planned.key, "", planned.ref.limits
    for section in reversed(planned.sections):
        yield section.identifier, section.title, section.limits
    yield planned.part.identifier, planned.part.title, planned.part.limits
    yield None, "", session.assessment.limits
