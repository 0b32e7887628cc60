"""A test being taken: what a student did, and what follows from it. Values; the moves are in `moves`."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.lessons.assessment.model import Assessment
from kiosk.lessons.assessment.plan import Plan, PlannedItem
from kiosk.lessons.item_session import ItemSession
from kiosk.lessons.judging import Judged
from kiosk.lessons.model import QuestionId, SavedAnswer

WHOLE_TEST = QuestionId("")
"""Stands for the test itself where a run's random numbers begin (see `seed_of`)."""


@dataclass(frozen=True, slots=True)
class AssessmentSession:
    """Made from the test, the run, the place and the kept answers alone, so a test goes on after any break, anywhere.

    `place` is the item in front of the student, counted in the plan; it is the plan's length once everything is handed
    in. A part that the place is past is handed in. An item that was never shown has no kept answer.
    """

    assessment: Assessment
    run_id: str
    plan: Plan
    place: int
    kept: Mapping[QuestionId, SavedAnswer]
    judged: Mapping[QuestionId, Judged]
    """Every item of the plan after its attempts; those not shown yet as they begin."""

    @property
    def is_over(self) -> bool:
        return self.place >= len(self.plan)

    @property
    def current(self) -> PlannedItem:
        """The item in front of the student. Raises IndexError once the test is over."""
        return self.plan[self.place]

    def saved(self, key: QuestionId) -> SavedAnswer:
        return self.kept.get(key, SavedAnswer())

    def item_session(self, planned: PlannedItem) -> ItemSession:
        return self.judged[planned.key].session

    def planned(self, key: QuestionId) -> PlannedItem:
        """Raises KeyError for what is not in the plan."""
        for item in self.plan:
            if item.key == key:
                return item
        raise KeyError(key)


def items_in(session: AssessmentSession, identifier: str | None) -> tuple[PlannedItem, ...]:
    """The items of a section or part, or the one item of that name; with None those of the whole test."""
    return tuple(planned for planned in session.plan if identifier is None or planned.is_in(identifier))


def seconds_in(session: AssessmentSession, identifier: str | None) -> float:
    """How long the student has been in it: QTI's duration, which stands still while the test is not open."""
    return sum(session.saved(planned.key).seconds for planned in items_in(session, identifier))
