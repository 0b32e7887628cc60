"""A finished attempt to look at again: every question with what was answered and what is right. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kiosk.desktop.present import NO_FILES, question_view
from kiosk.desktop.views import Finding, ReviewedQuestion, ReviewView
from kiosk.lessons.assessment.player import AssessmentPlayer
from kiosk.lessons.interactions import (
    AssociateInteraction,
    ChoiceInteraction,
    GapMatchInteraction,
    GraphicAssociateInteraction,
    GraphicGapMatchInteraction,
    GraphicOrderInteraction,
    HotspotInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    Interaction,
    MatchInteraction,
    OrderInteraction,
)
from kiosk.lessons.item_session import Responses
from kiosk.lessons.judging import Judged
from kiosk.lessons.model import Lesson, Page, Progress, Question, SavedAnswer
from kiosk.lessons.pairing import pairs
from kiosk.lessons.player import Player
from kiosk.words import tr


def review_view(lesson: Lesson, saved: Progress, run_id: str, files: Mapping[str, bytes] = NO_FILES) -> ReviewView:
    """The lesson's questions as they were answered, in its order.

    A lesson may have changed since: what was not asked then is left out, and so is what was answered with a choice
    that is gone. The rest is judged by what the lesson calls right today.
    """
    questions = tuple(_reviewed(lesson, saved, run_id, files))
    findings = [question.finding for question in questions if question.finding is not Finding.HANDED_IN]
    first = sum(finding is Finding.FIRST_TRY for finding in findings)
    match len(findings):
        case 0 if questions:
            sentence = tr("This is what you handed in.")
        case 0:
            sentence = tr("The lesson has changed, and its new questions wait for you.")
        case 1:
            sentence = tr("Right on the first try.") if first else tr("You looked at this one again.")
        case total:
            sentence = tr("{right} of %n right on the first try.", "", total, right=first)
    return ReviewView(lesson.title, sentence, questions, lesson.folder)


def _reviewed(lesson: Lesson, saved: Progress, run_id: str, files: Mapping[str, bytes]) -> Iterator[ReviewedQuestion]:
    if lesson.assessment is not None:
        yield from _reviewed_test(AssessmentPlayer(lesson, lesson.assessment, saved, run_id), files)
        return
    number = 0
    for page in lesson.pages:
        for question in page.questions:
            answer = saved.answers.get(question.id)
            if answer is None or not answer.attempts:
                continue
            player = _settled(lesson, page, question, answer, run_id)
            judged = player.judged(question.id)
            if all(_still_offers(one, answer.attempts[-1]) for one in judged.interactions):
                number += 1
                view = question_view(player, judged.question, files)
                yield ReviewedQuestion(number, page.title, _finding(judged), view)


def _reviewed_test(player: AssessmentPlayer, files: Mapping[str, bytes]) -> Iterator[ReviewedQuestion]:
    """What the test lets its student see again: of each item perhaps only what was handed in."""
    for number, planned in enumerate(player.session.plan, 1):
        if planned.ref.control.allow_review and player.answer(planned.key).attempts:
            judged, page = player.judged(planned.key), player.lesson.pages[number - 1]
            finding = _finding(judged) if player.checked(planned.key) else Finding.HANDED_IN
            view = question_view(player, judged.question, files)
            yield ReviewedQuestion(number, page.title, finding, view)


def _settled(lesson: Lesson, page: Page, question: Question, answer: SavedAnswer, run_id: str) -> Player:
    """A player of nothing but this question as it was left, settled even where the lesson now allows more tries."""
    asked = replace(question, max_tries=len(answer.attempts))
    alone = replace(lesson, pages=(replace(page, blocks=(asked,)),))
    left = replace(answer, response=answer.attempts[-1])
    return Player(alone, Progress(answers={question.id: left}), run_id)


def _still_offers(interaction: Interaction, responses: Responses) -> bool:
    response = responses.get(interaction.response, ())
    match interaction:
        case (
            MatchInteraction()
            | AssociateInteraction()
            | GapMatchInteraction()
            | GraphicAssociateInteraction()
            | GraphicGapMatchInteraction()
        ):
            return len(pairs(interaction, response)) == len(response)
        case (
            ChoiceInteraction(choices=parts)
            | InlineChoiceInteraction(choices=parts)
            | OrderInteraction(choices=parts)
            | HottextInteraction(choices=parts)
            | HotspotInteraction(hotspots=parts)
            | GraphicOrderInteraction(hotspots=parts)
        ):
            return set(response) <= {part.identifier for part in parts}
        case _:
            return True


def _finding(judged: Judged) -> Finding:
    if not judged.is_scored:
        return Finding.HANDED_IN
    if judged.first_correct:
        return Finding.FIRST_TRY
    return Finding.LATER if judged.correct else Finding.NOT_RIGHT
