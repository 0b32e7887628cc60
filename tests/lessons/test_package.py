import os
from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.lessons.item import Text
from kiosk.lessons.model import AttentionTimes, Model, Question
from kiosk.lessons.package import check_lesson, discover, load_lesson
from kiosk.protocol.course import CourseCode, SubjectGrade
from tests.lessons.packages import MANIFEST, NOWHERE, png, told, write_package

QUIZ = "```quiz\n1. How many?\n= 2\n```\n"


def told_about(folder: Path) -> list[tuple[str, int | None]]:
    return told(check_lesson(folder), folder)


def test_a_whole_manifest_is_read(tmp_path: Path) -> None:
    manifest = """\
id = "halves"
title = "Halves"
language = "pt-BR"
version = "3"
authors = ["Ana", "Rui"]
licence = "CC-BY-4.0"
summary = "About halves."
done_title = "You know halves"
course = { code = "CS-101" }
model = "stateful"
expected_xp = 7.5
pass_accuracy = 85
mastery = 95
mastered_units = 2
pages = ["one.md", "more/two.md"]
[attention]
idle_timeout_s = 90
idle_grace_s = 1.5
"""
    lesson = load_lesson(write_package(tmp_path, {"lesson.toml": manifest, "more/two.md": "# Two\n"}))
    assert (lesson.id, lesson.title, lesson.language, lesson.version) == ("halves", "Halves", "pt-BR", "3")
    assert (lesson.authors, lesson.licence) == (("Ana", "Rui"), "CC-BY-4.0")
    assert (lesson.summary, lesson.done_title) == ("About halves.", "You know halves")
    assert (lesson.course, lesson.model, lesson.expected_xp) == (CourseCode("CS-101"), Model.STATEFUL, 7.5)
    assert (lesson.pass_accuracy, lesson.mastery, lesson.mastered_units) == (85, 95, 2)
    assert lesson.attention == AttentionTimes(idle_timeout_ms=90_000, idle_grace_ms=1_500)
    assert [page.id for page in lesson.pages] == ["one", "more/two"]
    assert lesson.folder == tmp_path


def test_what_a_manifest_leaves_out_has_its_usual_value(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path, {}))
    assert lesson.course == SubjectGrade("Math", 3)
    assert (lesson.pass_accuracy, lesson.mastery, lesson.attention) == (80, 90, AttentionTimes())


def test_a_page_is_its_text_and_its_questions_in_order(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path, {"one.md": f"# The *title*\n\nBefore.\n\n{QUIZ}\nAfter.\n"}))
    (page,) = lesson.pages
    assert page.title == "The title"
    assert [type(block) for block in page.blocks] == [Text, Question, Text]
    assert page.blocks[0] == Text("<p>Before.</p>")
    assert lesson.questions == page.questions


def test_a_page_head_gives_title_and_times(tmp_path: Path) -> None:
    page = '+++\ntitle = "Reading"\nidle_timeout_s = 300\n+++\n\n# Shown\n'
    (read,) = load_lesson(write_package(tmp_path, {"one.md": page})).pages
    assert read.title == "Reading"
    assert read.attention == AttentionTimes(idle_timeout_ms=300_000)
    assert read.blocks == (Text("<h1>Shown</h1>"),)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = load_lesson(write_package(tmp_path, {"one.md": f"# One\n\n{QUIZ}"})).pages
    windows = f"\N{BOM}# One\n\n{QUIZ}".replace("\n", "\r\n")
    assert load_lesson(write_package(tmp_path, {"one.md": windows})).pages == plain


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('id = "halves"', 'id = "Two Words"', 1),
        ('title = "Halves"', 'title = ""', 2),
        ('title = "Halves"', 'title = """two\nlines"""', 2),
        ('subject = "Math"', 'subject = "Magic"', 3),
        ("grade = 3", "grade = 3, teacher = 1", 3),
        ("single-session", "both", 4),
        ("single-session", 'stateful"\nmodels = "x', 5),
        ("expected_xp = 5", "expected_xp = -1", 5),
        ("expected_xp = 5", "expected_xp = nan", 5),
        ("expected_xp = 5", "expected_xp = true", 5),
        ("expected_xp = 5\n", "", None),
        ("expected_xp = 5", "expected_xp = 5\npass_accuracy = 79", 6),
        ("expected_xp = 5", "expected_xp = 5\nmastery = 85\npass_accuracy = 90", 6),
        ("expected_xp = 5", 'expected_xp = 5\nlanguage = "not a tag"', 6),
        ("expected_xp = 5", 'expected_xp = 5\nauthors = "Ana"', 6),
        ('["one.md"]', "[]", 6),
        ('["one.md"]', '["one.md", "one.md"]', 6),
        ('["one.md"]', '["one.html"]', 6),
        ('["one.md"]', '["one.md"]\nattention = 5', 7),
        ('["one.md"]', '["one.md"]\n[attention]\nidle_s = 5', 8),
        ('["one.md"]', '["one.md"]\n[attention]\nidle_timeout_s = 0', 8),
        ('["one.md"]', '["one.md"]\n[attention]\nidle_timeout_s = 20\nidle_grace_s = 21', 9),
        ('["one.md"]', '["one.md"', None),
        ("expected_xp = 5", "expected_xp = = 5", 5),
        ("expected_xp = 5", "expected_xp = " + "9" * 5000, None),
        ("expected_xp = 5", "expected_xp = " + "[" * 5000, None),
    ],
)
def test_a_fault_in_the_manifest_is_told_with_its_line(old: str, new: str, line: int | None, tmp_path: Path) -> None:
    assert old in MANIFEST
    folder = write_package(tmp_path, {"lesson.toml": MANIFEST.replace(old, new)})
    assert told_about(folder) == [("lesson.toml", line)]


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    folder = write_package(tmp_path, {"lesson.toml": MANIFEST + "expected_exp = 5\n"})
    with pytest.raises(LessonError, match="expected_exp is not known here"):
        load_lesson(folder)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("No title.\n", 1),
        ("+++\ntitle = 5\n+++\n# One\n", 2),
        ("+++\n\ncolour = 5\n+++\n# One\n", 3),
        ("+++\ntitle = = 5\n+++\n# One\n", 2),
        ("+++\ntitle = 'One'\n# One\n", 1),
        ("# One\n\n- item\n\n  ```quiz\n  1. Which?\n  ```\n", 5),
        ("+++\ntitle = 'One'\n+++\n\nText.\n\n```quiz\n1. How many?\n= x\n```\n", 9),
        ("# One\n\nText.\n\n![a](b.png)\n", 5),
        (b"# One\n\n\xff\n", 3),
        (b"# One\n" * 20_000, None),
    ],
)
def test_a_fault_in_a_page_is_told_with_its_line(page: str | bytes, line: int | None, tmp_path: Path) -> None:
    faults = told_about(write_package(tmp_path, {"one.md": page}))
    assert faults[0] == ("one.md", line)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    manifest = MANIFEST.replace("halves", "Two Words").replace('["one.md"]', '["one.md", "two.md", "gone.md"]')
    quiz = "# Page\n\n```quiz\n1. How many?\n```\n"
    folder = write_package(tmp_path, {"lesson.toml": manifest, "one.md": quiz, "two.md": quiz})
    assert told_about(folder) == [("lesson.toml", 1), ("one.md", 4), ("two.md", 4), ("gone.md", None)]
    with pytest.raises(LessonError) as raised:
        load_lesson(folder)
    assert str(raised.value) == str(check_lesson(folder)[0])


def test_one_question_on_two_pages_is_a_fault(tmp_path: Path) -> None:
    manifest = MANIFEST.replace('["one.md"]', '["one.md", "two.md"]')
    page = f"# Page\n\n{QUIZ}"
    assert told_about(write_package(tmp_path, {"lesson.toml": manifest, "one.md": page, "two.md": page})) == [
        ("two.md", 4)
    ]


@pytest.mark.parametrize(
    "name",
    ["../secret.md", "/etc/secret.md", "more/../../secret.md", "..\\secret.md", "C:secret.md", "x" * 290 + ".md"],
)
def test_a_page_outside_the_package_does_not_exist(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    manifest = MANIFEST.replace('["one.md"]', f"['{name}']")
    with pytest.raises(LessonError, match="no such file"):
        load_lesson(write_package(tmp_path / "package", {"lesson.toml": manifest}))


def test_a_link_out_of_the_package_does_not_exist(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n")
    folder = write_package(tmp_path / "package", {})
    (folder / "one.md").unlink()
    (folder / "one.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(LessonError, match="no such file"):
        load_lesson(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_page_is_not_waited_for(tmp_path: Path) -> None:
    folder = write_package(tmp_path, {})
    (folder / "one.md").unlink()
    os.mkfifo(folder / "one.md")
    with pytest.raises(LessonError, match="no such file"):
        load_lesson(folder)


def test_a_folder_without_a_manifest_is_no_lesson(tmp_path: Path) -> None:
    assert told_about(tmp_path) == [("lesson.toml", None)]


def test_discover_finds_good_lessons_by_course_and_folder_and_tells_of_the_others(tmp_path: Path) -> None:
    write_package(tmp_path / "a", {"lesson.toml": MANIFEST.replace("halves", "apes").replace("Math", "Science")})
    write_package(tmp_path / "b-1", {"lesson.toml": MANIFEST.replace("halves", "zebras")})
    write_package(tmp_path / "b-2", {"lesson.toml": MANIFEST.replace("halves", "bees")})
    write_package(tmp_path / "c", {"one.md": "No title.\n"})
    (tmp_path / "not a package").mkdir()
    (tmp_path / "README.md").touch()
    lessons, faults = discover(tmp_path)
    assert [lesson.id for lesson in lessons] == ["zebras", "bees", "apes"]
    assert told(faults, tmp_path) == [("c/one.md", 1)]


def test_what_has_not_changed_is_not_read_again_and_all_else_is(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"one.md": "# One\n\n![A leaf](leaf.png)\n", "leaf.png": png(2, 2)})
    first = load_lesson(folder)
    assert load_lesson(folder) is first
    (folder / "one.md").write_text("# Two now\n\n![A leaf](leaf.png)\n")
    assert load_lesson(folder).pages[0].title == "Two now"
    (folder / "leaf.png").unlink()
    assert told_about(folder) == [("one.md", 3)]
    (folder / "leaf.png").write_bytes(png(2, 2))
    assert discover(tmp_path)[0][0].pages[0].title == "Two now"


def test_discover_refuses_a_second_lesson_with_the_same_id(tmp_path: Path) -> None:
    write_package(tmp_path / "a", {})
    write_package(tmp_path / "b", {})
    lessons, faults = discover(tmp_path)
    assert [lesson.folder.name for lesson in lessons] == ["a"]
    assert told(faults, tmp_path) == [("b/lesson.toml", None)]


def test_discover_tells_of_a_folder_that_is_not_there() -> None:
    lessons, (fault,) = discover(NOWHERE)
    assert not lessons
    assert str(NOWHERE) in str(fault)
