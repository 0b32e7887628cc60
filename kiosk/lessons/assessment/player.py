"""A test being played: what a `Player` offers, by the test's own rules."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import override

from kiosk.lessons.assessment import moves
from kiosk.lessons.assessment.beginning import resume
from kiosk.lessons.assessment.model import Assessment, Navigation
from kiosk.lessons.assessment.pages import planned_page
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.assessment.time_limits import is_time_over
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import Judged
from kiosk.lessons.model import Lesson, Page, Progress, Question, QuestionId, SavedAnswer
from kiosk.lessons.player import Checked, Player


class AssessmentPlayer(Player):
    """Plays a lesson that is a test. Its pages are the items that this run drew, in the run's order.

    `progress.page` is past the last page once everything is handed in; then `page` is still the last one.
    """

    def __init__(self, lesson: Lesson, assessment: Assessment, progress: Progress, run_id: str) -> None:
        self.lesson = lesson
        self.run_id = run_id
        self._take(resume(assessment, run_id, progress.page, progress.answers))

    @property
    def session(self) -> AssessmentSession:
        """The test as it stands."""
        return self._session

    @property
    @override
    def page(self) -> Page:
        return self.lesson.pages[min(self._session.place, len(self.lesson.pages) - 1)]

    @property
    @override
    def can_go_on(self) -> bool:
        return not self._session.is_over and not self.obstacle

    @property
    @override
    def can_finish(self) -> bool:
        return self._session.is_over

    @property
    @override
    def percent_done(self) -> int:
        return 100 * self._session.place // len(self._session.plan) if self._session.plan else 100

    @property
    def is_linear(self) -> bool:
        """Whether the current part's items come one after the other."""
        return self._session.is_over or self._session.current.part.navigation is Navigation.LINEAR

    @property
    def obstacle(self) -> str:
        """What keeps the student at this page, in a sentence; "" for nothing."""
        return moves.obstacle(self._session)

    @override
    def go_on(self) -> None:
        self._take(moves.go_on(self._session))

    @override
    def go_back(self) -> None:
        self._take(moves.go_back(self._session))

    def go_to(self, question_id: QuestionId) -> None:
        """Turn to another item of a nonlinear part."""
        self._take(moves.go_to(self._session, question_id))

    def hand_in(self) -> None:
        """Hand in a nonlinear part, and go on to the next."""
        self._take(moves.hand_in(self._session))

    def flag(self, flagged: bool) -> None:
        """Mark this page to look at it again, or not."""
        self._take(moves.flag(self._session, flagged))

    def comment(self, text: str) -> None:
        """Write to the teacher about the item on this page."""
        self._take(moves.comment(self._session, text))

    @override
    def spend(self, seconds: float) -> None:
        self._take(moves.spend(self._session, seconds))

    @override
    def respond(self, question_id: QuestionId, response: Responses) -> None:
        if question_id == self.page.id:
            given = {name: each for name, each in response.items() if each}
            self._take(moves.respond(self._session, given))

    @override
    def tells_tries(self, question_id: QuestionId) -> bool:
        return moves.tells(self._session.planned(question_id))

    @override
    def can_check(self, question_id: QuestionId) -> bool:
        return question_id == self.page.id and moves.can_submit(self._session)

    @override
    def check(self, question_id: QuestionId) -> Checked:
        if not self.can_check(question_id):
            raise ValueError(f"There is no new response to check for question {question_id}.")
        self._take(moves.submit(self._session))
        return self._tell(question_id)

    @override
    def checked(self, question_id: QuestionId) -> Checked | None:
        """What the item says of its last attempt, where the test lets it be seen."""
        shows = moves.shows_feedback(self._session, self._session.planned(question_id))
        return self._tell(question_id) if shows else None

    @override
    def parts_told(self, question_id: QuestionId) -> Mapping[str, Mapping[str, bool]]:
        return super().parts_told(question_id) if self.checked(question_id) else {}

    @override
    def reveal(self, question_id: QuestionId) -> Responses:
        """The right responses, where the test lets them be seen (QTI's showSolution)."""
        shows = self._session.planned(question_id).ref.control.show_solution
        return super().reveal(question_id) if shows else {}

    @override
    def answer(self, question_id: QuestionId) -> SavedAnswer:
        return self._session.saved(self._session.planned(question_id).key)

    @override
    def judged(self, question_id: QuestionId) -> Judged:
        planned, judged = self._session.planned(question_id), self._session.judged[question_id]
        return replace(judged, is_closed=True) if moves.is_closed(self._session, planned) else judged

    @override
    def _counted(self) -> Iterator[Question]:
        """What was shown, what a nonlinear part had to offer, and what there was no time for.

        Items that the test's rules passed over are nobody's mistake.
        """
        shown = {planned.part.identifier for planned in self._session.plan if planned.key in self._session.kept}
        for planned in self._session.plan:
            offered = planned.part.navigation is Navigation.NONLINEAR and planned.part.identifier in shown
            if offered or planned.key in self._session.kept or is_time_over(self._session, planned):
                yield self._session.judged[planned.key].question

    def _take(self, session: AssessmentSession) -> None:
        self._session = session
        self.progress = Progress(session.place, session.kept)
        self.lesson = replace(
            self.lesson,
            pages=tuple(
                planned_page(session.assessment, planned, session.judged[planned.key].question)
                for planned in session.plan
            ),
        )


def player_of(lesson: Lesson, progress: Progress, run_id: str) -> Player:
    """Whoever plays this lesson: a test goes by its own rules."""
    if lesson.assessment is None:
        return Player(lesson, progress, run_id)
    return AssessmentPlayer(lesson, lesson.assessment, progress, run_id)
