from dataclasses import replace
from pathlib import Path

from kiosk.desktop.review import review_view
from kiosk.desktop.views import Finding
from kiosk.lessons.interactions import BlockInteraction, ChoiceInteraction, MatchInteraction, OrderInteraction, Response
from kiosk.lessons.item import Text
from kiosk.lessons.model import RESPONSE, Lesson, LessonId, Model, Page, Progress, Question, SavedAnswer
from kiosk.lessons.player import Player
from kiosk.lessons.values import BaseType, single
from kiosk.protocol.course import SubjectGrade
from tests.desktop.samples import HOMES, LAMP, POLE, PRIMES, ROOT, SUM
from tests.lessons.packages import given, interaction_of, right_answer

STORY = Lesson(
    LessonId("story"),
    "A story",
    SubjectGrade("Math", 3),
    Model.SINGLE_SESSION,
    (Page("1", "Sums", (Text("<p>Read.</p>"), SUM, ROOT)), Page("2", "Animals", (POLE,))),
    Path("/lessons/story"),
)


def answered(*tried: tuple[Question, tuple[tuple[str, ...], ...]]) -> Progress:
    """Answer as a student would: each question with its tries, one after the other."""
    player = Player(STORY)
    for question, tries in tried:
        for response in tries:
            player.respond(question.id, given(*response))
            player.check(question.id)
    return player.progress


def asking(question: Question, interaction: BlockInteraction) -> Question:
    """The question with another interaction in place of its own."""
    return replace(question, item=replace(question.item, blocks=(interaction,)))


def right_at_once(response: Response) -> SavedAnswer:
    return SavedAnswer(given(*response), (given(*response),))


FINISHED = answered((SUM, (("b",),)), (ROOT, (("2",), ("1.5",))), (POLE, (("bear",), ("whale",))))


def test_each_question_says_how_it_was_found_out_and_shows_answer_right_one_and_page() -> None:
    view = review_view(STORY, FINISHED, "")
    assert (view.title, view.sentence, view.folder) == ("A story", "1 of 3 right on the first try.", STORY.folder)
    assert [(each.number, each.page_title, each.finding) for each in view.questions] == [
        (1, "Sums", Finding.FIRST_TRY),
        (2, "Sums", Finding.LATER),
        (3, "Animals", Finding.NOT_RIGHT),
    ]
    shown = [each.view for each in view.questions]
    assert all(each.settled for each in shown)
    assert [each.responses for each in shown] == [given("b"), given("1.5"), given("whale")]
    assert [each.correct for each in shown] == [True, True, False]
    assert [each.answers[RESPONSE].right for each in shown] == [("b",), ("1.5",), ("penguin",)]


def test_questions_that_are_gone_and_new_ones_are_left_out_and_the_others_counted_anew() -> None:
    changed = replace(STORY, pages=(Page("1", "Sums", (PRIMES, SUM)),))
    view = review_view(changed, FINISHED, "")
    assert [(each.number, each.view.question.id) for each in view.questions] == [(1, SUM.id)]
    assert view.sentence == "Right on the first try."


def test_an_answer_that_the_question_does_not_offer_any_more_is_left_out() -> None:
    choices = interaction_of(SUM)
    assert isinstance(choices, ChoiceInteraction)
    fewer = asking(SUM, replace(choices, choices=choices.choices[2:]))
    view = review_view(replace(STORY, pages=(Page("1", "Sums", (fewer,)),)), FINISHED, "")
    assert view.questions == ()
    assert view.sentence == "The lesson has changed, and its new questions wait for you."


def test_pairs_and_rows_are_left_out_once_one_of_them_is_gone() -> None:
    both = replace(STORY, pages=(Page("1", "Stories", (HOMES, LAMP)),))
    saved = Progress(answers={asked.id: right_at_once(right_answer(asked)) for asked in (HOMES, LAMP)})
    assert [each.finding for each in review_view(both, saved, "").questions] == [Finding.FIRST_TRY] * 2
    homes, lamp = interaction_of(HOMES), interaction_of(LAMP)
    assert isinstance(homes, MatchInteraction)
    assert isinstance(lamp, OrderInteraction)
    fewer_homes = asking(HOMES, replace(homes, sources=homes.sources[1:]))
    fewer_rows = asking(LAMP, replace(lamp, choices=lamp.choices[1:]))
    changed = replace(STORY, pages=(Page("1", "Stories", (fewer_homes, fewer_rows)),))
    assert review_view(changed, saved, "").questions == ()


def test_nothing_can_be_answered_even_where_the_lesson_now_allows_more_tries() -> None:
    patient = replace(STORY, pages=(Page("1", "Animals", (replace(POLE, max_tries=5),)),))
    [question] = review_view(patient, FINISHED, "").questions
    assert (question.view.settled, question.view.tries, question.view.right_text) == (True, 2, "penguin")


def test_what_was_typed_and_never_checked_is_not_shown_as_the_answer() -> None:
    saved = Progress(answers={POLE.id: SavedAnswer(given("whale"), (given("bear"),))})
    [question] = review_view(STORY, saved, "").questions
    assert question.view.responses == given("bear")


def test_a_question_is_judged_by_what_the_lesson_calls_right_today() -> None:
    declared = replace(SUM.item.responses[0], correct=single(BaseType.IDENTIFIER, "c"))
    moved = replace(SUM, item=replace(SUM.item, responses=(declared,)))
    [question] = review_view(replace(STORY, pages=(Page("1", "Sums", (moved,)),)), FINISHED, "").questions
    assert (question.finding, question.view.correct) == (Finding.NOT_RIGHT, False)
    assert question.view.answers[RESPONSE].right == ("c",)
