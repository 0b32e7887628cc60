import zipfile
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.errors import LessonError, UsageError
from kiosk.imports.export import export_lesson
from kiosk.imports.importing import import_lessons
from kiosk.lessons.item_session import begin, correct_responses, max_score
from kiosk.lessons.model import Lesson
from kiosk.lessons.package import load_lesson
from kiosk.lessons.qti.xml import parse_xml
from tests.imports.packages import SVG, TEST, item
from tests.lessons.packages import MANIFEST, write_package

PAGE = """# One

Look: ![a bee](media/a.svg)

```quiz
Points: 2
Tries: 3
1.  Which?
... Because.
+   Well done.
-   Think.
a)  a cat
*b) a dog
```
"""


def there_and_back(lesson: Lesson, folder: Path) -> Lesson:
    """The lesson as it is after an export and an import."""
    export_lesson(lesson, folder / "out.zip")
    (row,) = import_lessons(folder / "out.zip", folder / "to", None)
    assert (row.reason, row.losses) == ("", ())
    assert row.installed is not None
    return row.installed.lesson


def members(package: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_goes_out_comes_in_again_with_its_questions_and_keys(tmp_path: Path) -> None:
    lesson = load_lesson(resources.path("lessons", "water-cycle"))
    back = there_and_back(lesson, tmp_path)
    assert (back.title, back.course, back.language) == (lesson.title, lesson.course, lesson.language)
    before = [correct_responses(begin(question.item, 1)) for question in lesson.questions]
    assert [correct_responses(begin(question.item, 1)) for question in back.questions] == before
    assert [max_score(begin(question.item, 1)) for question in back.questions] == [1] * len(before)
    assert back.assessment is not None


def test_a_package_lists_all_that_is_in_it_and_nothing_else(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"one.md": PAGE, "media/a.svg": SVG, "media/unused.svg": SVG})
    export_lesson(load_lesson(folder), tmp_path / "out.zip")
    held = members(tmp_path / "out.zip")
    manifest = parse_xml(held["imsmanifest.xml"], "imsmanifest.xml")
    listed = {each.get("href") for each in manifest.walk() if each.name == "file"}
    assert listed | {"imsmanifest.xml"} == set(held)
    assert "media/unused.svg" not in held
    known = {each.get("identifier") for each in manifest.walk() if each.name == "resource"}
    assert {each.get("identifierref") for each in manifest.walk() if each.name == "dependency"} <= known


def test_points_tries_and_remarks_go_along(tmp_path: Path) -> None:
    folder = write_package(tmp_path / "halves", {"one.md": PAGE, "media/a.svg": SVG})
    export_lesson(load_lesson(folder), tmp_path / "out.zip")
    held = members(tmp_path / "out.zip")
    test = parse_xml(held["test.xml"], "test.xml")
    (control,) = (each for each in test.walk() if each.name == "item-session-control")
    (weight,) = (each for each in test.walk() if each.name == "weight")
    assert (control.get("max-attempts"), weight.get("value")) == ("3", "2")
    (written,) = (data.decode() for data in held.values() if b"<qti-assessment-item " in data)
    assert all(words in written for words in ("Because.", "Well done.", "Think."))


def test_the_same_lesson_is_the_same_file(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path / "halves", {"one.md": PAGE, "media/a.svg": SVG}))
    export_lesson(lesson, tmp_path / "one.zip")
    export_lesson(lesson, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_test_goes_out_as_the_files_it_is_made_of(tmp_path: Path) -> None:
    manifest = MANIFEST.replace('pages = ["one.md"]', 'test = "t/test.xml"')
    files = {"lesson.toml": manifest, "t/test.xml": TEST, "t/items/one.xml": item("one"), "t/img/a.svg": SVG}
    lesson = load_lesson(write_package(tmp_path / "halves", files))
    export_lesson(lesson, tmp_path / "out.zip")
    held = members(tmp_path / "out.zip")
    assert set(held) == {"imsmanifest.xml", "t/test.xml", "t/items/one.xml", "t/img/a.svg"}
    resources = [each for each in parse_xml(held["imsmanifest.xml"], "m").walk() if each.name == "resource"]
    assert {each.get("href"): each.get("type") for each in resources} == {
        "t/test.xml": "imsqti_test_xmlv3p0",
        "t/items/one.xml": "imsqti_item_xmlv3p0",
        "t/img/a.svg": "webcontent",
    }
    assert len(there_and_back(lesson, tmp_path).questions) == 1


def test_a_lesson_of_nothing_cannot_be_exported(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path / "halves", {"one.md": "# One\n"}))
    with pytest.raises(LessonError, match="asks and says nothing"):
        export_lesson(lesson, tmp_path / "out.zip")


def test_a_file_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    lesson = load_lesson(write_package(tmp_path / "halves", {}))
    with pytest.raises(UsageError, match=r"cannot be written \(No such file or directory\)"):
        export_lesson(lesson, tmp_path / "nowhere" / "out.zip")
