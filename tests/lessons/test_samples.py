import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.lessons.model import ChoiceInteraction, Lesson, MatchCorrect, Model, Question
from kiosk.lessons.package import check_lesson, discover
from kiosk.lessons.player import Player
from kiosk.lessons.scoring import correct_response
from kiosk.protocol.course import SubjectGrade

SAMPLES = {lesson.id: lesson for lesson in discover(resources.path("lessons"))[0]}
ALL = pytest.mark.parametrize("lesson", SAMPLES.values(), ids=SAMPLES.keys())


def test_both_samples_are_without_a_fault() -> None:
    folders = [path for path in resources.path("lessons").iterdir() if path.is_dir()]
    assert [fault for folder in folders for fault in check_lesson(folder)] == []
    assert {(lesson.id, lesson.course, lesson.model) for lesson in SAMPLES.values()} == {
        ("fractions-unlike-denominators", SubjectGrade("Math", 3), Model.SINGLE_SESSION),
        ("water-cycle", SubjectGrade("Science", 5), Model.STATEFUL),
    }


@ALL
def test_a_sample_is_passed_with_its_own_key(lesson: Lesson) -> None:
    player = Player(lesson)
    for index, page in enumerate(lesson.pages):
        player.turn_to(index)
        assert player.page is page
        for question in page.questions:
            player.respond(question.id, correct_response(question))
            assert player.check(question.id).correct
    assert player.can_finish
    assert player.score().accuracy == 100


def wrong_choices_without_feedback(question: Question) -> list[str]:
    match question.interaction, question.processing:
        case ChoiceInteraction(choices), MatchCorrect(correct):
            return [choice.content for choice in choices if choice.identifier not in correct and not choice.feedback]
        case _:
            return []


@ALL
def test_every_mistake_in_a_sample_is_answered_with_help(lesson: Lesson) -> None:
    for question in lesson.questions:
        assert not wrong_choices_without_feedback(question), question.prompt
        assert question.feedback, question.prompt
        is_single_choice = isinstance(question.interaction, ChoiceInteraction) and question.interaction.max_choices == 1
        assert question.hint or is_single_choice, question.prompt


def test_lessons_need_no_qt() -> None:
    """In a process of its own, where any import of PySide6 fails."""
    program = """
import sys
from pathlib import Path
sys.modules["PySide6"] = None
from kiosk.lessons import codec, package, player
lessons, faults = package.discover(Path(sys.argv[1]))
assert len(lessons) == 2 and not faults, faults
player.Player(lessons[0])
"""
    folder = resources.path("lessons")
    subprocess.run([sys.executable, "-c", program, folder], check=True, cwd=Path(__file__).parents[2])
