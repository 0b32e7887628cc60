import re
from pathlib import Path
from textwrap import dedent

from kiosk.lessons.package import load_lesson
from kiosk.lessons.quiz import read_quiz
from kiosk.lessons.source import Source
from tests.lessons.packages import NOWHERE

DOCUMENT = Path(__file__).parents[2] / "docs" / "lesson-format.md"


def test_the_lesson_in_the_authors_guide_is_a_good_one(tmp_path: Path) -> None:
    files = re.findall(r"^`(\S+)`\n\n````\w+\n(.*?)^````$", DOCUMENT.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for name, text in files:
        (tmp_path / name).write_text(text, "utf-8")
    lesson = load_lesson(tmp_path)
    assert [page.title for page in lesson.pages] == ["Cut in two", "Practice"]
    assert [question.points for question in lesson.questions] == [1, 2, 1, 1, 1, 1]


def test_the_examples_of_pairs_and_rows_are_good_ones() -> None:
    source = Source(NOWHERE, "guide.md", [])
    examples = re.findall(r"(?:^    [\d~.].*\n)+", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    questions = [read_quiz(dedent(example), source, 1, {}) for example in examples]
    assert [len(read) for read in questions] == [1, 1]
    assert source.faults == []
