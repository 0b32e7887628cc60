"""A finished attempt to look at again: every question with what was answered and what is right. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from kiosk.desktop.present import question_view
from kiosk.desktop.views import Finding, QuestionView, ReviewedQuestion, ReviewView
from kiosk.lessons.arranging import matched, standing
from kiosk.lessons.model import (
    ChoiceInteraction,
    Lesson,
    MatchInteraction,
    OrderInteraction,
    Progress,
    Question,
    SavedAnswer,
)
from kiosk.lessons.player import Player


def review_view(lesson: Lesson, saved: Progress) -> ReviewView:
    """The lesson's questions as they were answered, in its order.

    A lesson may have changed since: what was not asked then is left out, and so is what was answered with a choice
    that is gone. The rest is judged as it was counted, beside what the lesson calls right today.
    """
    questions = tuple(_reviewed(lesson, saved))
    first = sum(question.finding is Finding.FIRST_TRY for question in questions)
    match len(questions):
        case 0:
            sentence = "The lesson has changed, and its new questions wait for you."
        case 1:
            sentence = "Right on the first try." if first else "You looked at this one again."
        case total:
            sentence = f"{first} of {total} right on the first try."
    return ReviewView(lesson.title, sentence, questions, lesson.folder)


def _reviewed(lesson: Lesson, saved: Progress) -> Iterator[ReviewedQuestion]:
    number = 0
    for page in lesson.pages:
        for question in page.questions:
            answer = saved.answers.get(question.id)
            if answer is not None and answer.tries and _still_asks(question, answer):
                number += 1
                yield ReviewedQuestion(number, page.title, _finding(answer), _settled(lesson, question, answer))


def _settled(lesson: Lesson, question: Question, answer: SavedAnswer) -> QuestionView:
    """Ask the player about what was checked last, as settled even where the lesson now allows more tries."""
    asked = replace(question, max_tries=answer.tries)
    alone = replace(lesson, pages=(replace(lesson.pages[0], blocks=(asked,)),))
    checked = replace(answer, response=answer.checked_response)
    return question_view(Player(alone, Progress(answers={question.id: checked})), asked)


def _still_asks(question: Question, answer: SavedAnswer) -> bool:
    response = answer.checked_response
    match question.interaction:
        case ChoiceInteraction(choices):
            return set(response) <= {choice.identifier for choice in choices}
        case OrderInteraction() as rows:
            return set(response) == set(standing(rows, ()))
        case MatchInteraction() as pairs:
            return len(matched(pairs, response)) == len(response)
        case _:
            return True


def _finding(answer: SavedAnswer) -> Finding:
    if answer.first_correct:
        return Finding.FIRST_TRY
    return Finding.LATER if answer.correct else Finding.NOT_RIGHT
