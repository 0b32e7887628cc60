from pathlib import Path

import pytest

from kiosk.lessons.advice import advise, minutes, summary
from kiosk.lessons.package import load_lesson
from tests.lessons.packages import MANIFEST, write_package

HELPFUL = """\
# One

```quiz
1. Which?
... Because.
*a) this
b) that
... Not that.
```
"""
SHORT = MANIFEST.replace("expected_xp = 5", "expected_xp = 1")


def advice(folder: Path, page: str, **files: str) -> list[str]:
    """What is said of a lesson with this page. It takes about a minute, and says so."""
    named = {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    lesson = load_lesson(write_package(folder, {"lesson.toml": SHORT, "one.md": page, **named}))
    return [str(each) for each in advise(lesson)]


def test_of_a_lesson_that_helps_nothing_is_said(tmp_path: Path) -> None:
    assert advice(tmp_path, HELPFUL) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("... Because.\n", "", "it has no explanation"),
        ("... Not that.\n", "", "choice b is wrong and does not say why"),
        ("b) that", "b) >", "one of its answers shows nothing"),
        ("*a) this\nb) that\n... Not that.", "= 2", "a wrong answer may get no hint"),
        ("*a) this\nb) that\n... Not that.", "* this", "a wrong answer may get no hint"),
        ("*a) this\nb) that\n... Not that.", "~ this -> that\n~ one -> two", "a wrong answer may get no hint"),
        ("*a) this\nb) that\n... Not that.", "1) this\n2) that", "a wrong answer may get no hint"),
        ("*a) this\nb) that", "[*] this\n[ ] that", "a wrong answer may get no hint"),
    ],
)
def test_help_that_is_missing_is_told_with_page_and_question(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    assert before in HELPFUL
    (sentence,) = advice(tmp_path, HELPFUL.replace(before, after))
    assert sentence.startswith(f"one.md: “Which?”: {said}")


@pytest.mark.parametrize(
    "answers", ["= 2", "[*] this\n[ ] that\n... Not that.", "~ this -> that\n~ one -> two", "1) this\n2) that"]
)
def test_a_hint_is_enough(tmp_path: Path, answers: str) -> None:
    assert advice(tmp_path, HELPFUL.replace("*a) this\nb) that\n... Not that.", f"- Look.\n{answers}")) == []


def test_an_answer_with_one_try_needs_no_hint(tmp_path: Path) -> None:
    page = HELPFUL.replace("1. Which?", "Tries: 1\n1. Which?").replace("*a) this\nb) that\n... Not that.", "= 2")
    assert advice(tmp_path, page) == []


def test_a_picture_nobody_shows_is_told(tmp_path: Path) -> None:
    (sentence,) = advice(tmp_path, HELPFUL, media__old_png="x")
    assert sentence == "media/old.png: no page shows this picture; name it in a page or delete it."


@pytest.mark.parametrize("place", ["1. Which?", "... Because.", "*a) this", "... Not that."])
def test_a_picture_may_be_shown_anywhere_in_a_question(tmp_path: Path, place: str) -> None:
    page = HELPFUL.replace(place, f"{place} ![a bar](media/a%20bar.png)")
    assert advice(tmp_path, page, **{"media__a bar_png": "x"}) == []


def test_a_lesson_that_asks_nothing_is_told(tmp_path: Path) -> None:
    (sentence,) = advice(tmp_path, "# One\n\nHello.\n")
    assert sentence.startswith("lesson.toml: no page asks anything")


def test_xp_that_are_far_from_the_minutes_are_told(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path, {"one.md": HELPFUL}))
    (said,) = map(str, advise(lesson))
    assert "expected_xp is 5, but reading and answering takes about 1 minute; one XP" in said


def test_younger_students_take_longer_for_the_same_page(tmp_path: Path) -> None:
    text = "# One\n\n" + "word " * 1000
    taken = []
    for course in ("grade = 0", "grade = 2", "grade = 5", "grade = 12"):
        manifest = MANIFEST.replace("grade = 3", course)
        taken.append(minutes(load_lesson(write_package(tmp_path / course, {"lesson.toml": manifest, "one.md": text}))))
    assert taken == [17, 10, 7, 7]


def test_a_formula_is_read_as_one_word_and_questions_and_pictures_take_their_time(tmp_path: Path) -> None:
    page = "# One\n\n" + r"$\frac{1}{2} + \frac{1}{4}$ " * 112 + "![a bar](bar.png)\n" * 10 + HELPFUL[5:]
    lesson = load_lesson(write_package(tmp_path, {"one.md": page, "bar.png": "x"}))
    assert minutes(lesson) == 4  # 1.1 for the words, 2 for the pictures, 0.5 for the question
    assert summary(lesson) == "1 page, 1 question, about 4 minutes"
