import json
import os
from pathlib import Path

import pytest

from kiosk.lessons.package import check_lesson, load_lesson
from kiosk.protocol.course import CourseCode, SubjectGrade
from tests.commands.conftest import Kiosk
from tests.lessons.packages import PAGE, write_package

ONE_XP = "one XP is one focused minute"
TOO_MUCH = "# One\n\n![](bar.png)\n\n```quiz\n1. Which?\n* this\n```\n"


def tree(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()}


# -- new -----------------------------------------------------------------------------------------------


def test_a_new_lesson_passes_the_check_without_a_warning(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "lessons" / "adding-halves"
    said = kiosk("lesson", "new", str(folder))
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{folder} is a lesson now. Change its pages, and check them with: kiosk lesson check {folder}\n"
    said = kiosk("lesson", "check", str(folder))
    assert (said.code, said.out) == (
        0,
        f"{folder}: 2 pages, 3 questions, about 3 minutes, idle after 120 s: no faults.\n",
    )
    lesson = load_lesson(folder)
    assert (lesson.id, lesson.title, lesson.course) == ("adding-halves", "Adding halves", SubjectGrade("Math", 3))


@pytest.mark.parametrize(
    ("name", "options", "lesson_id", "title", "course"),
    [
        ("Brüche & mehr", [], "bruche-mehr", "Brüche & mehr", SubjectGrade("Math", 3)),
        ("分数", ["--title", '"Half" \\ 分数'], "lesson", '"Half" \\ 分数', SubjectGrade("Math", 3)),
        ("rain", ["--subject", "Science", "--grade", "5"], "rain", "Rain", SubjectGrade("Science", 5)),
        ("rain", ["--code", "CS-101"], "rain", "Rain", CourseCode("CS-101")),
    ],
)
def test_title_and_course_are_those_asked_for(
    kiosk: Kiosk, tmp_path: Path, name: str, options: list[str], lesson_id: str, title: str, course: object
) -> None:
    kiosk("lesson", "new", str(tmp_path / name), *options)
    lesson = load_lesson(tmp_path / name)
    assert (lesson.id, lesson.title, lesson.course) == (lesson_id, title, course)


def test_an_empty_folder_may_become_a_lesson(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "halves").mkdir()
    assert kiosk("lesson", "new", str(tmp_path / "halves")).code == 0


def test_nothing_is_ever_overwritten(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "halves").mkdir()
    (tmp_path / "halves" / "notes.txt").write_text("mine")
    said = kiosk("lesson", "new", str(tmp_path / "halves"))
    assert said.code == 2
    assert said.err.endswith("halves is not empty, and nothing is overwritten; name a folder that is not there yet.")
    assert tree(tmp_path / "halves") == {"notes.txt": "mine"}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["halves", "--title", " "], "A title is one line of text, 300 characters at the most; give one with --title."),
        (["halves", "--title", "two\nlines"], "A title is one line of text"),
        (["halves", "--subject", "Alchemy"], "course.subject must be one of Math, Reading"),
        (["halves", "--grade", "13"], "course.grade must be a whole number from 0 to 12, not 13"),
        (["halves", "--code", " "], "course.code must be text"),
        (["here.txt"], "here.txt cannot be written: File exists; name another folder."),
        (["here.txt/halves"], "cannot be written: Not a directory"),
        ([""], "it is blank; name a folder"),
        ([], "Missing parameter: folder"),
    ],
)
def test_a_wrong_call_writes_nothing_and_is_one_sentence(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("mine")
    said = kiosk("lesson", "new", *arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err
    assert "\n" not in said.err
    assert tree(tmp_path) == {"here.txt": "mine"}


# -- check ---------------------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_file_and_line(kiosk: Kiosk, tmp_path: Path) -> None:
    manifest = 'id = "Halves"\ntitle = "Halves"\nmodel = "stateful"\nexpected_xp = 5\npages = ["one.md", "two.md"]\n'
    folder = write_package(tmp_path / "halves", {"lesson.toml": manifest, "one.md": TOO_MUCH})
    said = kiosk("lesson", "check", str(folder))
    assert said.code == 1
    assert said.out.splitlines()[:-1] == [str(fault) for fault in check_lesson(folder)]
    assert f"{folder}/lesson.toml, line 1: id must be made of" in said.out
    assert f"{folder}/one.md, line 3: say what the picture shows" in said.out
    assert f"{folder}/two.md: there is no such file" in said.out
    assert said.out.splitlines()[-1] == f"{folder}: 5 faults."


def test_warnings_come_with_a_good_lesson_and_do_not_fail_it(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"old.png": "x", "one.md": PAGE + "```quiz\n1. Which?\n* this\n```\n"})
    said = kiosk("lesson", "check", str(folder))
    assert said.code == 0
    assert said.out.splitlines() == [
        f"{folder}/one.md: “Which?”: it has no explanation; add a line ... before its answers.",
        f"{folder}/one.md: “Which?”: a wrong answer may get no hint; add a line - with one.",
        f"{folder}/old.png: no page shows this picture; name it in a page or delete it.",
        f"{folder}/lesson.toml: expected_xp is 5, but reading and answering takes about 1 minute; {ONE_XP}.",
        f"{folder}: 1 page, 1 question, about 1 minute, idle after 120 s: no faults and 4 warnings.",
    ]


def test_of_several_lessons_each_is_told_and_one_fault_is_enough_to_fail(kiosk: Kiosk, tmp_path: Path) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    kiosk("lesson", "new", str(good))
    bad.mkdir()
    said = kiosk("lesson", "check", "--json", str(good), str(bad))
    assert said.code == 1
    first, second = json.loads(said.out)
    assert first == {
        "folder": str(good),
        "faults": [],
        "warnings": [],
        "pages": 2,
        "questions": 3,
        "minutes": 3,
        "idle_timeout_s": {"01-first-page": 120, "02-practice": 120},
    }
    assert (second["folder"], second["pages"]) == (str(bad), None)
    assert second["faults"] == [
        {"file": f"{bad}/lesson.toml", "line": None, "reason": "there is no such file in the lesson's folder."}
    ]


def test_bad_toml_is_told_with_its_line(kiosk: Kiosk, tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"lesson.toml": 'id = "halves"\ntitle = Halves\n'})
    said = kiosk("lesson", "check", str(folder))
    assert said.code == 1
    assert said.out.startswith(f"{folder}/lesson.toml, line 2: this is not TOML: ")


@pytest.mark.parametrize(
    ("folder", "sentence"),
    [
        ("nowhere", "There is no folder nowhere; begin a lesson there with: kiosk lesson new nowhere"),
        ("no where", "begin a lesson there with: kiosk lesson new 'no where'"),
        ("page.md", "page.md is a file; name the folder that holds the lesson.toml."),
        ("", "it is blank; name a folder"),
    ],
)
def test_what_is_no_folder_is_refused_in_a_sentence(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.md").touch()
    said = kiosk("lesson", "check", folder)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_one_may_not_read_is_told(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    said = kiosk("lesson", "check", str(tmp_path / "locked"))
    assert said.code == 2
    assert "cannot be read: Permission denied" in said.err


def test_without_a_folder_and_without_a_command_it_says_what_is_missing(kiosk: Kiosk) -> None:
    assert "Missing parameter: folders" in kiosk("lesson", "check").err
    assert "Missing command" in kiosk("lesson").err
