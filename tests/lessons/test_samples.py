"""The shipped lessons: what every one of them keeps, so that a teacher can trust the next one, too."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.config import load_config
from kiosk.lessons.advice import advise
from kiosk.lessons.interactions import ChoiceInteraction
from kiosk.lessons.judging import judge, key_of
from kiosk.lessons.model import Lesson, Model, Question
from kiosk.lessons.package import check_lesson, discover
from kiosk.lessons.player import Player
from kiosk.lessons.texts import texts
from kiosk.protocol.course import CourseCode, SubjectGrade
from tests.lessons.packages import interaction_of, right_answer

FOLDERS = sorted(path for path in resources.path("lessons").iterdir())
SAMPLES = {lesson.id: lesson for lesson in discover(resources.path("lessons"))[0]}
ALL = pytest.mark.parametrize("lesson", SAMPLES.values(), ids=SAMPLES.keys())
PICTURE = re.compile(r"""<img src="([^"]+)" alt="([^"]+)\"""")


def pictures(lesson: Lesson) -> list[tuple[str, str]]:
    """Each picture's name and description, as often as it is shown."""
    return [shown for page in lesson.pages for html in texts(page) for shown in PICTURE.findall(html)]


def wrong_choices_without_feedback(question: Question) -> list[str]:
    match interaction_of(question):
        case ChoiceInteraction(choices=choices):
            right = right_answer(question)
            return [choice.content for choice in choices if choice.identifier not in right and not choice.feedback]
        case _:
            return []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_sample_is_without_a_fault(folder: Path) -> None:
    assert check_lesson(folder) == []


def test_the_eight_samples_are_of_four_courses_and_both_models() -> None:
    assert {(lesson.id, lesson.course, lesson.model) for lesson in SAMPLES.values()} == {
        ("what-is-a-fraction", SubjectGrade("Math", 3), Model.SINGLE_SESSION),
        ("comparing-fractions", SubjectGrade("Math", 3), Model.SINGLE_SESSION),
        ("fractions-unlike-denominators", SubjectGrade("Math", 3), Model.SINGLE_SESSION),
        ("lighthouse-keeper", SubjectGrade("Reading", 2), Model.STATEFUL),
        ("first-next-then-last", SubjectGrade("Reading", 2), Model.SINGLE_SESSION),
        ("water-cycle", SubjectGrade("Science", 5), Model.STATEFUL),
        ("food-webs", SubjectGrade("Science", 5), Model.SINGLE_SESSION),
        ("loops", CourseCode("CS-101"), Model.SINGLE_SESSION),
    }


@ALL
def test_its_course_is_configured_with_a_goal_for_the_day(lesson: Lesson) -> None:
    course = load_config(resources.sample_config()).course_for(lesson.course)
    assert course is not None
    assert course.metadata.goals.daily_active_minutes
    assert course.metadata.metrics.total_lessons


@ALL
def test_it_is_passed_with_its_own_key(lesson: Lesson) -> None:
    player = Player(lesson)
    for index, page in enumerate(lesson.pages):
        player.turn_to(index)
        assert player.page is page
        for question in page.questions:
            player.respond(question.id, key_of(question))
            assert player.check(question.id).correct
    assert player.can_finish
    score = player.score()
    assert (score.accuracy, score.points) == (100, score.max_points)


@ALL
def test_a_blank_scores_nothing(lesson: Lesson) -> None:
    for question in lesson.questions:
        assert judge(question, 0, [{}]).share == 0


@ALL
def test_every_mistake_is_answered_with_help(lesson: Lesson) -> None:
    for question in lesson.questions:
        assert not wrong_choices_without_feedback(question), question.id
        assert question.feedback, question.id
        asked = interaction_of(question)
        is_single_choice = isinstance(asked, ChoiceInteraction) and asked.max_choices == 1
        assert question.hint or is_single_choice, question.id


@ALL
def test_every_picture_is_described_and_there_and_used(lesson: Lesson) -> None:
    shown = pictures(lesson)
    assert {name for name, _ in shown} == {f"media/{path.name}" for path in (lesson.folder / "media").iterdir()}
    assert all(len(words.split()) > 5 for _, words in shown)


@ALL
def test_every_drawing_is_plain_svg_that_says_its_size_and_loads_nothing(lesson: Lesson) -> None:
    for file in (lesson.folder / "media").iterdir():
        root = ET.parse(file).getroot()
        assert {"width", "height", "viewBox"} <= set(root.keys()), file
        tags = {element.tag.rpartition("}")[2] for element in root.iter() if isinstance(element.tag, str)}
        assert not tags & {"script", "style", "image", "use", "foreignObject"}, file
        assert not [key for element in root.iter() for key in element.keys() if key.endswith("href")], file  # noqa: SIM118 - an Element is no dict


@ALL
def test_a_teacher_would_find_nothing_to_better(lesson: Lesson) -> None:
    assert advise(lesson) == []


@ALL
def test_it_says_what_it_is_and_who_made_it(lesson: Lesson) -> None:
    assert lesson.summary
    assert lesson.done_title
    assert lesson.authors
    assert lesson.licence


def test_lessons_need_no_qt() -> None:
    """In a process of its own, where any import of PySide6 fails."""
    program = """
import sys
from pathlib import Path
sys.modules["PySide6"] = None
from kiosk.lessons import advice, codec, package, player
lessons, faults = package.discover(Path(sys.argv[1]))
assert lessons and not faults, faults
player.Player(lessons[0])
advice.advise(lessons[0])
"""
    folder = resources.path("lessons")
    subprocess.run([sys.executable, "-c", program, folder], check=True, cwd=Path(__file__).parents[2])
