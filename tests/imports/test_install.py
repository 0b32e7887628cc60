from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.errors import LessonError, UsageError
from kiosk.imports import install as installing
from kiosk.imports.draft import Draft, DraftPage
from kiosk.imports.files import FolderFiles
from kiosk.imports.install import BEFORE, Change, install
from kiosk.imports.questions import Answer, Head, one_choice, single_item
from kiosk.lessons.package import discover, load_lesson
from kiosk.protocol.course import CourseCode, SubjectGrade
from tests.imports.packages import SVG
from tests.lessons.packages import write_package

MATH = SubjectGrade("Math", 3)
ASKED = one_choice([Answer("a", 1.0), Answer("b")], 1.0, shuffle=False)
DRAFT = Draft(
    origin="quiz.gift",
    title="Käse & more",
    pages=(DraftPage("One *page*", ("Words.\n\n![a bee](items/media/a.svg)", "![](items/q.xml)")),),
    items={"q.xml": single_item(Head("q"), "<p>Which?</p>", ASKED)},
    copied={"items/media/a.svg": "a.svg"},
    summary="Two\nlines",
    language="de",
)


@pytest.fixture
def source(tmp_path: Path) -> FolderFiles:
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "a.svg").write_text(SVG)
    return FolderFiles(folder)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_draft_becomes_a_lesson_that_can_be_played(tmp_path: Path, source: FolderFiles) -> None:
    done = install(DRAFT, source, tmp_path / "lessons", MATH)
    (lesson,), faults = discover(tmp_path / "lessons")
    assert (faults, done.lesson, done.change) == ([], lesson, Change.NEW)
    assert (lesson.title, lesson.language, lesson.summary, lesson.version) == ("Käse & more", "de", "Two lines", "1")
    assert (lesson.course, lesson.pages[0].title, len(lesson.questions)) == (MATH, "One *page*", 1)
    assert lesson.id == lesson.folder.name
    assert lesson.id.startswith("kase-more-")
    assert lesson.expected_xp == 1
    assert names(tmp_path / "lessons") == {lesson.id}


def test_the_same_again_changes_nothing(tmp_path: Path, source: FolderFiles) -> None:
    first = install(DRAFT, source, tmp_path / "lessons", MATH)
    again = install(DRAFT, source, tmp_path / "lessons", MATH)
    assert (again.change, again.lesson) == (Change.UNCHANGED, first.lesson)
    assert names(tmp_path / "lessons") == {first.lesson.id}


def test_a_changed_source_is_the_same_lessons_next_version_and_the_one_before_is_kept(
    tmp_path: Path, source: FolderFiles
) -> None:
    to = tmp_path / "lessons"
    first = install(DRAFT, source, to, MATH).lesson
    second = install(replace(DRAFT, title="Other"), source, to, MATH)
    third = install(replace(DRAFT, title="Third"), source, to, MATH)
    assert (second.change, second.lesson.id, second.lesson.version) == (Change.REPLACED, first.id, "2")
    assert (third.lesson.title, third.lesson.version, third.lesson.folder) == ("Third", "3", first.folder)
    assert load_lesson(to / BEFORE / first.id).title == "Other"
    assert install(replace(DRAFT, title="Third"), source, to, MATH).change is Change.UNCHANGED
    assert [lesson.title for lesson in discover(to)[0]] == ["Third"]


def test_for_another_course_it_is_another_lesson(tmp_path: Path, source: FolderFiles) -> None:
    install(DRAFT, source, tmp_path / "lessons", MATH)
    other = install(DRAFT, source, tmp_path / "lessons", CourseCode("CS-101"))
    assert other.change is Change.NEW
    assert len(discover(tmp_path / "lessons")[0]) == 2


def test_the_course_asked_for_wins_and_without_any_it_is_asked_for(tmp_path: Path, source: FolderFiles) -> None:
    own = replace(DRAFT, course=CourseCode("CS-101"))
    assert install(own, source, tmp_path / "lessons", MATH).lesson.course == MATH
    assert install(own, source, tmp_path / "lessons", None).lesson.course == CourseCode("CS-101")
    with pytest.raises(LessonError, match="does not say which course it is for; name it"):
        install(DRAFT, source, tmp_path / "lessons", None)


def test_a_lesson_with_a_fault_never_arrives(tmp_path: Path, source: FolderFiles) -> None:
    faulty = replace(DRAFT, pages=(DraftPage("One", ("![](items/gone.xml)",)),))
    with pytest.raises(LessonError, match=r"makes a lesson with a fault: 01-one\.md, line 3: there is no item"):
        install(faulty, source, tmp_path / "lessons", MATH)
    assert names(tmp_path / "lessons") == set()


def test_a_crash_in_the_middle_leaves_the_lesson_before(
    tmp_path: Path, source: FolderFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "lessons"
    first = install(DRAFT, source, to, MATH).lesson
    monkeypatch.setattr(installing, "_swap", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        install(replace(DRAFT, title="Other"), source, to, MATH)
    assert load_lesson(first.folder).title == "Käse & more"
    assert names(to) == {first.id}


def test_a_dry_run_tells_and_writes_nothing(tmp_path: Path, source: FolderFiles) -> None:
    done = install(DRAFT, source, tmp_path / "lessons", MATH, dry_run=True)
    assert (done.change, len(done.lesson.questions)) == (Change.NEW, 1)
    assert not (tmp_path / "lessons").exists()


def test_our_own_lesson_keeps_its_id_version_and_course(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"media/a.svg": SVG})
    native = Draft("lesson.toml", "halves", copied={name: name for name in ("lesson.toml", "one.md", "media/a.svg")})
    to = tmp_path / "lessons"
    first = install(native, FolderFiles(folder), to, CourseCode("other"))
    assert (first.lesson.id, first.lesson.course, first.lesson.folder) == ("halves", MATH, to / "halves")
    (folder / "one.md").write_text("# One\n\nNew words.\n")
    again = install(native, FolderFiles(folder), to, None)
    assert (again.change, again.lesson.version) == (Change.REPLACED, "1")
    assert discover(to) == ([again.lesson], [])


def test_a_folder_that_cannot_be_written_is_told_with_what_to_do(tmp_path: Path, source: FolderFiles) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=r"file/lessons cannot be written: .*; name another folder with --to"):
        install(DRAFT, source, tmp_path / "file" / "lessons", MATH)
