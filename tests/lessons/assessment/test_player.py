from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.lessons.assessment.model import Access, Assessment, Navigation
from kiosk.lessons.assessment.player import AssessmentPlayer, player_of
from kiosk.lessons.codec import answer_from_json, answer_to_json
from kiosk.lessons.item_session import Responses
from kiosk.lessons.model import Progress, QuestionId
from kiosk.lessons.package import check_lesson, load_lesson
from kiosk.lessons.player import Player
from tests.lessons.assessment.files import write_test_lesson
from tests.lessons.assessment.making import NEVER, RUN, A, B, controlled, linear, nonlinear, part, ref, section
from tests.lessons.packages import lesson


def played(assessment: Assessment, *answers: Responses, progress: Progress = Progress()) -> AssessmentPlayer:  # noqa: B008 - a value
    player = AssessmentPlayer(lesson(()), assessment, progress, RUN)
    for responses in answers:
        player.respond(QuestionId(player.page.id), responses)
        player.go_on()
    return player


def test_a_lesson_without_a_test_has_the_usual_player() -> None:
    assert type(player_of(lesson(()), Progress(), RUN)) is Player


def test_items_are_pages_under_the_title_of_their_section() -> None:
    player = played(linear("one", section("hidden", "two", visible=False)))
    assert [(page.id, page.title) for page in player.lesson.pages] == [("one", "Section S"), ("two", "Section S")]
    assert player.page.id == "one"


def test_what_is_saved_is_all_that_is_needed_to_go_on() -> None:
    before = played(nonlinear("one", "two", "three"), A, B)
    before.flag(True)
    before.spend(12.5)
    saved = {name: answer_from_json(answer_to_json(answer)) for name, answer in before.progress.answers.items()}
    after = played(nonlinear("one", "two", "three"), progress=Progress(before.progress.page, saved))
    assert after.progress == before.progress
    assert after.page.id == "three"


def test_the_score_is_about_what_was_shown_and_not_about_what_the_rules_passed_over() -> None:
    player = played(linear("one", ref("two", pre_conditions=(NEVER,)), "three"), A, B)
    assert player.can_finish
    assert (player.score().correct, player.score().total) == (1, 2)


def test_what_a_nonlinear_part_offered_counts_though_it_was_never_looked_at() -> None:
    player = played(nonlinear("one", "two"))
    player.respond(QuestionId("one"), A)
    player.hand_in()
    assert (player.score().correct, player.score().total) == (1, 2)


def test_the_verdict_and_the_right_answer_are_told_only_where_the_test_says_so() -> None:
    silent = played(linear("one", "two"), B)
    assert (silent.checked(QuestionId("one")), silent.reveal(QuestionId("one"))) == (None, {})
    open_one = played(linear(controlled("one", show_feedback=True, show_solution=True), "two"))
    open_one.respond(QuestionId("one"), B)
    told = open_one.check(QuestionId("one"))
    assert (told.correct, told.settled) == (False, True)
    assert open_one.reveal(QuestionId("one")) == A


def test_what_is_handed_in_is_settled_whatever_it_was() -> None:
    parts = (
        part("P", section("S", controlled("one", max_attempts=0)), navigation=Navigation.NONLINEAR),
        part("Q", section("S2", "two")),
    )
    player = played(Assessment("T", "", parts))
    player.respond(QuestionId("one"), B)
    player.hand_in()
    assert player.judged(QuestionId("one")).settled
    assert player.page.id == "two"


def test_the_share_that_is_done_counts_the_items_of_the_plan() -> None:
    assert [played(linear("one", "two"), *[A] * count).percent_done for count in range(3)] == [0, 50, 100]


def test_a_package_may_be_a_test(tmp_path: Path) -> None:
    loaded = load_lesson(write_test_lesson(tmp_path))
    assert [page.id for page in loaded.pages] == ["first", "second", "third", "fourth"]
    assert loaded.assessment is not None
    assert loaded.assessment.feedback[0].access is Access.AT_END


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("test.xml", "other.xml"), "other.xml: there is no such file"),
        (('test = "test.xml"', 'test = "test.xml"\npages = ["one.md"]'), "test cannot stand beside pages"),
        (('test = "test.xml"', 'test = "test.md"'), "must be a test of QTI in a file ending in .xml"),
        (('test = "test.xml"', 'test = "../test.xml"'), "there is no such file"),
        (('test = "test.xml"', 'test = "items/half.xml"'), "half.xml, line 1: this is <assessment-item>, not a test"),
    ],
)
def test_a_test_that_cannot_be_read_is_a_fault_of_the_package(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    manifest = write_test_lesson(tmp_path) / "lesson.toml"
    manifest.write_text(manifest.read_text("utf-8").replace(*change), "utf-8")
    [fault] = check_lesson(tmp_path)
    assert isinstance(fault, LessonError)
    assert told in str(fault)
