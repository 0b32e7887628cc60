"""Whether a claim to have finished a lesson fits, and what it earned: by our own copy of the lesson. Pure."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.attempt import attempt_metrics
from kiosk.lessons.assessment.player import player_of
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.model import Lesson, LessonId, Model, Progress, QuestionId, SavedAnswer
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

    The kiosk is believed in what was answered, try by try; what that comes to is worked out here.
    """
    lesson = lessons.get(LessonId(claim.lesson))
    if lesson is None:
        raise UnfitClaimError(f"this server does not have the lesson {claim.lesson}")
    if claim.version not in (None, lesson.version):
        raise UnfitClaimError(f"this server has version {lesson.version} of {claim.lesson}, the kiosk {claim.version}")
    if lesson.model is not Model.STATEFUL:
        raise UnfitClaimError(f"the lesson {claim.lesson} is completed by the kiosk, not by the server")
    asked = {question.id for question in lesson.questions}
    answers = read_answers({question: answer for question, answer in claim.answers.items() if _is_of(question, asked)})
    player = player_of(lesson, Progress(_END, answers), claim.run_id)
    if not player.can_finish:
        raise UnfitClaimError("not every question of the lesson is settled")
    return lesson, attempt_metrics(lesson, player.score(), focused_ms, policy)


_END = 1_000_000
"""Past the last page of any lesson: a player goes as far as the answers let it, a test is handed in."""


def _is_of(question: str, asked: Collection[str]) -> bool:
    """Whether an answer is to one of these; an item that a test draws several times is numbered after a dot."""
    return question in asked or question.rpartition(".")[0] in asked


def read_answers(answers: Mapping[str, Any]) -> dict[QuestionId, SavedAnswer]:
    """Read answers as they are on the wire. Raises UnfitClaimError."""
    return {QuestionId(question): _read(question, answer) for question, answer in answers.items()}


def _read(question: str, answer: object) -> SavedAnswer:
    try:
        return answer_from_json(json.dumps(answer))
    except ValueError as error:
        raise UnfitClaimError(f"the answer to {question} cannot be read: {error}") from error
