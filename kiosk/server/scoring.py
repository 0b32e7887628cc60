"""Whether a claim to have finished a lesson fits, and what it earned: by our own copy of the lesson. Pure."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.attempt import attempt_metrics
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.model import Lesson, LessonId, Model, Progress, Question, QuestionId, SavedAnswer
from kiosk.lessons.player import Player
from kiosk.lessons.scoring import is_correct
from kiosk.tracking.metrics import Metrics
from kiosk.tracking.xp import XpPolicy


@dataclass(frozen=True, slots=True)
class Claim:
    """A kiosk's word that the run is finished. `answers` as they came, in the shape of lessons.codec.

    `version` is None from a kiosk that did not note it yet: then ours has to do. `active_ms` is the focused time of a
    run that reports no windows; it counts only where the ledger has none of that run.
    """

    run_id: str
    lesson: str
    version: str | None
    ended_ms: int
    answers: Mapping[str, Any]
    active_ms: int = 0


class UnfitClaimError(Exception):
    """Why the claim cannot be granted as it is: one sentence for the teacher."""


def earned(
    claim: Claim, lessons: Mapping[LessonId, Lesson], focused_ms: int, policy: XpPolicy
) -> tuple[Lesson, Metrics]:
    """The lesson and the attempt's metrics. Raises UnfitClaimError.

    What the kiosk says of right and wrong is not believed, only what was answered and at which try.
    """
    lesson = lessons.get(LessonId(claim.lesson))
    if lesson is None:
        raise UnfitClaimError(f"this server does not have the lesson {claim.lesson}")
    if claim.version not in (None, lesson.version):
        raise UnfitClaimError(f"this server has version {lesson.version} of {claim.lesson}, the kiosk {claim.version}")
    if lesson.model is not Model.STATEFUL:
        raise UnfitClaimError(f"the lesson {claim.lesson} is completed by the kiosk, not by the server")
    answers = {question.id: _scored(question, claim.answers.get(question.id)) for question in lesson.questions}
    player = Player(lesson, Progress(len(lesson.pages) - 1, answers))
    if not player.can_finish:
        raise UnfitClaimError("not every question of the lesson is settled")
    return lesson, attempt_metrics(lesson, player.score(), focused_ms, policy)


def read_answers(answers: Mapping[str, Any]) -> dict[QuestionId, SavedAnswer]:
    """Read answers as they are on the wire. Raises UnfitClaimError."""
    return {QuestionId(question): _read(question, answer) for question, answer in answers.items()}


def _read(question: str, answer: object) -> SavedAnswer:
    try:
        return answer_from_json(json.dumps(answer))
    except ValueError as error:
        raise UnfitClaimError(f"the answer to {question} cannot be read: {error}") from error


def _scored(question: Question, answer: object) -> SavedAnswer:
    """The answer with our own verdict. A right answer settles a question: it was the first if there was one try."""
    if answer is None:
        return SavedAnswer()
    saved = _read(question.id, answer)
    correct = saved.tries > 0 and is_correct(question, saved.checked_response)
    return SavedAnswer(saved.response, saved.tries, correct, correct and saved.tries == 1, saved.checked_response)
