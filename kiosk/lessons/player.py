"""A lesson being played: which page, what was answered, and what comes next. It saves nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.lessons.arranging import matched, placed
from kiosk.lessons.model import (
    ChoiceInteraction,
    Html,
    Lesson,
    MatchCorrect,
    MatchInteraction,
    OrderInteraction,
    Page,
    Progress,
    Question,
    QuestionId,
    Response,
    SavedAnswer,
    Score,
)
from kiosk.lessons.scoring import correct_response, is_complete, is_correct, parts_right


@dataclass(frozen=True, slots=True)
class Checked:
    """What a student is told about the latest checked response of a question."""

    correct: bool
    tries_left: int
    settled: bool
    feedback: Html
    """What to show under the question; "" where the author wrote nothing for this case."""
    choice_feedback: Mapping[str, Html] = field(default_factory=dict)
    """What to show beside each chosen choice, wrongly matched source or misplaced row, by its identifier."""
    parts_right: Mapping[str, bool] = field(default_factory=dict)
    """Whether each matched source or each row was right, by its identifier; nothing for other interactions."""


@dataclass(slots=True)
class Player:
    """Plays one lesson. `progress` is its whole state: a player made from it goes on where this one stands.

    A saved progress may be older than the lesson: answers to questions that are gone are left out, and
    the page is the last one its answers allow. A question is settled when it was answered right or its
    tries are used up; then its answer stays. Methods that take a question raise KeyError for an unknown id.
    """

    lesson: Lesson
    progress: Progress = field(default_factory=Progress)

    def __post_init__(self) -> None:
        known = {question.id for question in self.lesson.questions}
        answers = {question: answer for question, answer in self.progress.answers.items() if question in known}
        self.progress = Progress(self.progress.page, answers)
        self.turn_to(self.progress.page)

    @property
    def page(self) -> Page:
        return self.lesson.pages[self.progress.page]

    @property
    def can_go_on(self) -> bool:
        """Whether there is a next page and nothing on this one is left to answer."""
        return self.progress.page < self._furthest_page

    @property
    def can_finish(self) -> bool:
        """Whether the last page is reached and every question of the lesson is settled."""
        return self._reached_page == len(self.lesson.pages) - 1 and all(map(self._settled, self.lesson.questions))

    @property
    def percent_done(self) -> int:
        """Share of pages turned past, 0 to 100. The last page is done when the lesson can be finished."""
        return 100 if self.can_finish else 100 * self._reached_page // len(self.lesson.pages)

    @property
    def passed(self) -> bool:
        """Whether enough was right on the first try (the lesson's `pass_accuracy`)."""
        return self.score().accuracy >= self.lesson.pass_accuracy

    def turn_to(self, index: int) -> None:
        """Go to a page, counted from 0, or as near to it as the unsettled questions before it let one."""
        self.progress = replace(self.progress, page=max(0, min(index, self._furthest_page)))

    def respond(self, question_id: QuestionId, response: Response) -> None:
        """Keep what was chosen or typed, without checking it."""
        if not self._settled(self._question(question_id)):
            self._keep(question_id, replace(self.answer(question_id), response=response))

    def can_check(self, question_id: QuestionId) -> bool:
        """Whether checking tells anything: not what is settled, blank or incomplete, or was just found wrong."""
        question, answer = self._question(question_id), self.answer(question_id)
        return not (
            self._settled(question)
            or not is_complete(question, answer.response)
            or (answer.tries > 0 and answer.response == answer.checked_response)
        )

    def check(self, question_id: QuestionId) -> Checked:
        """Use one try on the response. Raises ValueError unless `can_check`."""
        if not self.can_check(question_id):
            raise ValueError(f"There is no new response to check for question {question_id}.")
        before = self.answer(question_id)
        correct = is_correct(self._question(question_id), before.response)
        after = SavedAnswer(
            response=before.response,
            tries=before.tries + 1,
            correct=correct,
            first_correct=before.first_correct or (correct and before.tries == 0),
            checked_response=before.response,
        )
        self._keep(question_id, after)
        return self._tell(self._question(question_id), after)

    def checked(self, question_id: QuestionId) -> Checked | None:
        """Say again what `check` said last, as after a restart; None before the first check."""
        question, answer = self._question(question_id), self.answer(question_id)
        return self._tell(question, answer) if answer.tries else None

    def parts_told(self, question_id: QuestionId) -> Mapping[str, bool]:
        """What the latest check said of each part (see `Checked.parts_right`) that is still where it was then."""
        question, answer = self._question(question_id), self.answer(question_id)
        now, then = (placed(question.interaction, given) for given in (answer.response, answer.checked_response))
        right = parts_right(question, answer.checked_response)
        return {part: right[part] for part, place in then.items() if place == now.get(part)}

    def answer(self, question_id: QuestionId) -> SavedAnswer:
        """The question's saved state; an empty one before the first response."""
        return self.progress.answers.get(self._question(question_id).id, SavedAnswer())

    def reveal(self, question_id: QuestionId) -> Response:
        """The right response of a settled question; () while it is still open."""
        question = self._question(question_id)
        return correct_response(question) if self._settled(question) else ()

    def score(self) -> Score:
        """Sum up all questions of the lesson; one that was not answered counts as wrong."""
        questions = self.lesson.questions
        answers = [self.answer(question.id) for question in questions]
        return Score(
            total=len(questions),
            correct=sum(answer.first_correct for answer in answers),
            points=sum(question.points for question, answer in zip(questions, answers, strict=True) if answer.correct),
            max_points=sum(question.points for question in questions),
        )

    @property
    def _furthest_page(self) -> int:
        """The first page with something left to answer, else the last page."""
        for index, page in enumerate(self.lesson.pages):
            if not all(map(self._settled, page.questions)):
                return index
        return len(self.lesson.pages) - 1

    @property
    def _reached_page(self) -> int:
        """The furthest page known to have been open: this one, or a later one that was answered on."""
        answered = [
            index
            for index, page in enumerate(self.lesson.pages)
            if any(question.id in self.progress.answers for question in page.questions)
        ]
        return max(self.progress.page, *answered, 0)

    def _question(self, question_id: QuestionId) -> Question:
        for question in self.lesson.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    def _settled(self, question: Question) -> bool:
        answer = self.progress.answers.get(question.id, SavedAnswer())
        return answer.correct or answer.tries >= question.max_tries

    def _keep(self, question_id: QuestionId, answer: SavedAnswer) -> None:
        self.progress = replace(self.progress, answers={**self.progress.answers, question_id: answer})

    def _tell(self, question: Question, answer: SavedAnswer) -> Checked:
        settled = self._settled(question)
        beside = _choice_feedback(question, answer.checked_response)
        hint = "" if _explains_the_mistake(question, beside) else question.hint
        about = question.praise if answer.correct else hint
        return Checked(
            correct=answer.correct,
            tries_left=0 if settled else question.max_tries - answer.tries,
            settled=settled,
            feedback=about + question.feedback if settled else about,
            choice_feedback=beside,
            parts_right=parts_right(question, answer.checked_response),
        )


def _choice_feedback(question: Question, response: Response) -> dict[str, Html]:
    wrong = [part for part, right in parts_right(question, response).items() if not right]
    match question.interaction:
        case ChoiceInteraction(choices):
            said = {choice.identifier: choice.feedback for choice in choices if choice.identifier in response}
        case OrderInteraction(choices):
            said = {choice.identifier: choice.feedback for choice in choices if choice.identifier in wrong}
        case MatchInteraction(sources, targets) as interaction:
            target_of = matched(interaction, response)
            of_target = {target.identifier: target.feedback for target in targets}
            said = {
                source.identifier: source.feedback + of_target[target_of[source.identifier]]
                for source in sources
                if source.identifier in wrong
            }
        case _:
            said = {}
    return {part: feedback for part, feedback in said.items() if feedback}


def _explains_the_mistake(question: Question, beside: Mapping[str, Html]) -> bool:
    """Whether something that was wrong has feedback of its own."""
    match question.interaction, question.processing:
        case ChoiceInteraction(), MatchCorrect(correct):
            return any(identifier not in correct for identifier in beside)
        case _:
            return bool(beside)
