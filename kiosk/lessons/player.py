"""A lesson being played: which page, what was answered, and what comes next. It saves nothing itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from kiosk.lessons.arranging import matched, placed
from kiosk.lessons.interactions import (
    ChoiceInteraction,
    Html,
    Interaction,
    MatchInteraction,
    OrderInteraction,
    Response,
)
from kiosk.lessons.item import ModalFeedback
from kiosk.lessons.item_session import Responses, is_timed
from kiosk.lessons.judging import Judged, attempted, judge, missing, parts_right, seed_of, tried, without_buttons
from kiosk.lessons.model import Lesson, Page, Progress, Question, QuestionId, SavedAnswer, Score


@dataclass(frozen=True, slots=True)
class Checked:
    """What a student is told about the latest checked response of a question."""

    correct: bool | None
    """None where this program cannot tell: a teacher reads it."""
    tries_left: int
    settled: bool
    feedback: Html
    """What to show under the question; "" where the author wrote nothing for this case."""
    choice_feedback: Mapping[str, Mapping[str, Html]] = field(default_factory=dict)
    """By response, then by identifier: what to show beside a chosen choice, a wrong pair's source, a misplaced row."""
    parts_right: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    """By response, then by identifier: whether a matched source or a row was right; nothing for the others."""


@dataclass(slots=True)
class Player:
    """Plays one lesson. `progress` is its whole state: a player made from it for the same run goes on where this is.

    A saved progress may be older than the lesson: answers to questions that are gone are left out, and
    the page is the last one its answers allow. A question is settled when it was answered right or its
    tries are used up; then its answer stays. Methods that take a question raise KeyError for an unknown id.
    `run_id` decides what is random in its questions.
    """

    lesson: Lesson
    progress: Progress = field(default_factory=Progress)
    run_id: str = ""
    _judged: dict[QuestionId, tuple[tuple[Responses, ...], Judged]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was worked out last of each question, and for which attempts."""
    _questions: Mapping[QuestionId, Question] = field(init=False, repr=False, compare=False)
    _timed: frozenset[QuestionId] = field(init=False, repr=False, compare=False)
    """The questions whose rules ask for the time."""

    def __post_init__(self) -> None:
        self._questions = {question.id: question for question in self.lesson.questions}
        self._timed = frozenset(name for name, question in self._questions.items() if is_timed(question.item))
        answers = {name: answer for name, answer in self.progress.answers.items() if name in self._questions}
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
        return self._reached_page == len(self.lesson.pages) - 1 and self._are_settled(self.lesson.questions)

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

    def go_on(self) -> None:
        """Turn to the next page, as far as one may."""
        self.turn_to(self.progress.page + 1)

    def go_back(self) -> None:
        """Turn to the page before."""
        self.turn_to(self.progress.page - 1)

    def respond(self, question_id: QuestionId, response: Responses) -> None:
        """Keep what was chosen or typed in place of what stood there, without checking it."""
        if not self.judged(question_id).settled:
            given = {name: each for name, each in response.items() if each}
            self._keep(question_id, replace(self.answer(question_id), response=given))

    def spend(self, seconds: float) -> None:
        """Let time pass in front of the page: it counts for its open questions whose rules ask for it."""
        for question in self.page.questions:
            if question.id in self._timed and not self.judged(question.id).settled:
                answer = self.answer(question.id)
                self._keep(question.id, replace(answer, seconds=answer.seconds + seconds))

    def tells_tries(self, question_id: QuestionId) -> bool:
        """Whether the student is told how many tries there are: where each is answered by something to see."""
        del question_id
        return True

    def missing(self, question_id: QuestionId) -> str:
        """Say in a sentence what is to be done before the response can be checked; "" when it can."""
        return missing(self.judged(question_id), self.answer(question_id).response)

    def can_check(self, question_id: QuestionId) -> bool:
        """Whether checking tells anything: not what is settled, incomplete, or was just found wrong."""
        answer, judged = self.answer(question_id), self.judged(question_id)
        return not (
            judged.settled
            or missing(judged, answer.response)
            or (self.is_checked(question_id) and not judged.question.item.adaptive)
        )

    def is_checked(self, question_id: QuestionId) -> bool:
        """Whether what stands there is what was checked last."""
        answer, item = self.answer(question_id), self.judged(question_id).question.item
        return bool(answer.attempts) and answer.response == without_buttons(item, answer.attempts[-1])

    def check(self, question_id: QuestionId) -> Checked:
        """Use one try on the response. Raises ValueError unless `can_check`."""
        if not self.can_check(question_id):
            raise ValueError(f"There is no new response to check for question {question_id}.")
        answer, judged = self.answer(question_id), self.judged(question_id)
        after = attempted(judged.question.item, answer)
        self._judged[question_id] = after.attempts, tried(judged, answer.response, sum(after.durations[-1:]))
        self._keep(question_id, after)
        return self._tell(question_id)

    def checked(self, question_id: QuestionId) -> Checked | None:
        """Say again what `check` said last, as after a restart; None before the first check."""
        return self._tell(question_id) if self.answer(question_id).attempts else None

    def parts_told(self, question_id: QuestionId) -> Mapping[str, Mapping[str, bool]]:
        """What the latest check said of each part (see `Checked.parts_right`) that is still where it was then."""
        answer = self.answer(question_id)
        if not answer.attempts:
            return {}
        told = {}
        for one, then, right in _judged_parts(self.judged(question_id), answer.attempts[-1]):
            now = placed(one, answer.response.get(one.response, ()))
            told[one.response] = {part: right[part] for part, place in then.items() if place == now.get(part)}
        return told

    def answer(self, question_id: QuestionId) -> SavedAnswer:
        """The question's saved state; an empty one before the first response."""
        return self.progress.answers.get(self._questions[question_id].id, SavedAnswer())

    def texts_given(self) -> frozenset[str]:
        """Every text of every answer and attempt: the names of files are among them."""
        answers = self.progress.answers.values()
        given = (responses for answer in answers for responses in (answer.response, *answer.attempts))
        return frozenset(text for responses in given for response in responses.values() for text in response)

    def judged(self, question_id: QuestionId) -> Judged:
        """What the question's attempts come to."""
        answer = self.answer(question_id)
        known = self._judged.get(question_id)
        if known is None or known[0] != answer.attempts:
            seed = seed_of(self.run_id, question_id)
            known = answer.attempts, judge(self._questions[question_id], seed, answer.attempts, answer.durations)
            self._judged[question_id] = known
        return known[1]

    def reveal(self, question_id: QuestionId) -> Responses:
        """The right responses of a settled question; none while it is still open, or where nobody can tell."""
        judged = self.judged(question_id)
        return judged.key if judged.settled and judged.is_scored else {}

    def score(self) -> Score:
        """Sum up the lesson's questions that can be scored; one that was not answered counts as wrong."""
        judged = [each for question in self._counted() if (each := self.judged(question.id)).is_scored]
        return Score(
            total=len(judged),
            correct=sum(each.first_correct for each in judged),
            points=sum(each.question.points * each.share for each in judged),
            max_points=sum(each.question.points for each in judged),
        )

    def _counted(self) -> Iterable[Question]:
        """The questions that the score is about."""
        return self.lesson.questions

    @property
    def _furthest_page(self) -> int:
        """The first page with something left to answer, else the last page."""
        for index, page in enumerate(self.lesson.pages):
            if not self._are_settled(page.questions):
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

    def _are_settled(self, questions: Iterable[Question]) -> bool:
        return all(self.judged(question.id).settled for question in questions)

    def _keep(self, question_id: QuestionId, answer: SavedAnswer) -> None:
        self.progress = replace(self.progress, answers={**self.progress.answers, question_id: answer})

    def _tell(self, question_id: QuestionId) -> Checked:
        judged, checked = self.judged(question_id), self.answer(question_id).attempts[-1]
        question = judged.question
        parts = {one.response: right for one, _, right in _judged_parts(judged, checked)}
        beside = {
            one.response: _choice_feedback(one, checked.get(one.response, ()), parts.get(one.response, {}))
            for one in judged.interactions
        }
        explained = any(_explains_the_mistake(one, beside[one.response], judged.key) for one in judged.interactions)
        hint = "" if explained or not judged.is_scored else question.hint
        about = question.praise if judged.correct else hint
        said = "".join(map(_said, judged.shown.feedback))
        return Checked(
            correct=judged.correct if judged.is_scored else None,
            tries_left=0 if judged.settled else question.max_tries - judged.tries,
            settled=judged.settled,
            feedback=said + about + (question.feedback if judged.settled else ""),
            choice_feedback={response: told for response, told in beside.items() if told},
            parts_right={response: right for response, right in parts.items() if right},
        )


def _said(feedback: ModalFeedback) -> Html:
    return f"<p><strong>{escape(feedback.title)}</strong></p>{feedback.html}" if feedback.title else feedback.html


def _judged_parts(
    judged: Judged, responses: Responses
) -> Iterator[tuple[Interaction, Mapping[str, str], Mapping[str, bool]]]:
    """Of each interaction with parts: where these were, and which of them were right."""
    for one in judged.interactions:
        response = responses.get(one.response, ())
        if judged.is_scored and (places := placed(one, response)):
            yield one, places, parts_right(one, judged.key.get(one.response, ()), response)


def _choice_feedback(interaction: Interaction, response: Response, parts: Mapping[str, bool]) -> dict[str, Html]:
    wrong = [part for part, right in parts.items() if not right]
    match interaction:
        case ChoiceInteraction(choices=choices):
            said = {choice.identifier: choice.feedback for choice in choices if choice.identifier in response}
        case OrderInteraction(choices=choices):
            said = {choice.identifier: choice.feedback for choice in choices if choice.identifier in wrong}
        case MatchInteraction(sources=sources, targets=targets):
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


def _explains_the_mistake(interaction: Interaction, beside: Mapping[str, Html], key: Responses) -> bool:
    """Whether something that was wrong has feedback of its own."""
    if isinstance(interaction, ChoiceInteraction):
        return any(identifier not in key.get(interaction.response, ()) for identifier in beside)
    return bool(beside)
