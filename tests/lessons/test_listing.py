"""The lessons of this computer by their outlines, kept from day to day."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.errors import LessonError
from kiosk.lessons.folder import gather
from kiosk.lessons.listing import FILE_NAME, Listing, open_lesson
from kiosk.lessons.model import LessonId
from kiosk.lessons.outline import Outline, from_json, outline_of, to_json
from kiosk.lessons.package import discover, load_lesson
from kiosk.protocol.course import CourseCode
from tests.lessons.packages import MANIFEST, told, write_package

SHIPPED = discover(resources.path("lessons"))[0]


def listed(home: Path) -> list[Outline]:
    """List the packages of a folder as a program does that starts, and keep what was found."""
    listing = Listing(home / FILE_NAME)
    outlines, faults = gather(home / "lessons", listing.read)
    assert not faults
    listing.keep()
    return outlines


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_package(tmp_path / "lessons" / "halves", {})
    return tmp_path


def test_an_outline_says_what_its_lesson_says() -> None:
    for lesson in SHIPPED:
        outline = outline_of(lesson)
        assert (outline.id, outline.title, outline.course) == (lesson.id, lesson.title, lesson.course)
        assert (outline.model, outline.folder, outline.version) == (lesson.model, lesson.folder, lesson.version)
        assert (outline.expected_xp, outline.page_count) == (lesson.expected_xp, len(lesson.pages))
        assert (outline.has_questions, outline.is_test) == (bool(lesson.questions), lesson.assessment is not None)


def test_an_outline_can_be_written_down() -> None:
    outlines = [outline_of(lesson) for lesson in SHIPPED]
    coded = replace(outlines[0], course=CourseCode("CS-101"), is_test=True, version="2")
    for outline in (*outlines, coded):
        assert from_json(json.loads(json.dumps(to_json(outline))), outline.folder) == outline


def test_what_was_listed_once_is_listed_by_the_next_program_without_reading_a_lesson(home: Path) -> None:
    """In a process of its own, where any import of the Markdown parser fails."""
    program = """
import sys
from pathlib import Path
sys.modules["markdown_it"] = None
from kiosk.lessons.folder import gather
from kiosk.lessons.listing import FILE_NAME, Listing
home = Path(sys.argv[1])
print(gather(home / "lessons", Listing(home / FILE_NAME).read))
"""
    command = [sys.executable, "-c", program, str(home)]
    root = Path(__file__).parents[2]
    assert b"markdown_it" in subprocess.run(command, check=False, cwd=root, capture_output=True).stderr
    outlines = listed(home)
    ran = subprocess.run(command, check=True, cwd=root, capture_output=True, text=True)
    assert ran.stdout.strip() == str((outlines, []))


def test_a_lesson_that_was_written_to_is_read_again_and_one_that_is_gone_is_forgotten(home: Path) -> None:
    write_package(home / "lessons" / "thirds", {"lesson.toml": MANIFEST.replace("halves", "thirds")})
    assert [outline.page_count for outline in listed(home)] == [1, 1]
    halves = home / "lessons" / "halves"
    write_package(halves, {"lesson.toml": MANIFEST.replace('"one.md"', '"one.md", "two.md"'), "two.md": "# Two\n"})
    for path in sorted((home / "lessons" / "thirds").iterdir()):
        path.unlink()
    assert [(outline.id, outline.page_count) for outline in listed(home)] == [("halves", 2)]
    assert list(json.loads((home / FILE_NAME).read_text())["packages"]) == [str(halves)]


def test_a_faulty_lesson_is_told_each_time_until_it_is_mended(home: Path) -> None:
    page = home / "lessons" / "halves" / "one.md"
    page.write_text("No title.\n")
    for _ in range(2):
        listing = Listing(home / FILE_NAME)
        outlines, faults = gather(home / "lessons", listing.read)
        assert (outlines, told(faults, home / "lessons")) == ([], [("halves/one.md", 1)])
        listing.keep()
    page.write_text("# One\n")
    assert [outline.id for outline in listed(home)] == ["halves"]


def changed(text: str, **outline: object) -> str:
    file = json.loads(text)
    for package in file["packages"].values():
        package["outline"].update(outline)
    return json.dumps(file)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _text: "[]",
        lambda _text: "[" * 100_000,
        lambda text: text.replace('"packages"', '"parcels"'),
        lambda text: json.dumps({**json.loads(text), "packages": [1]}),
        lambda text: changed(text.replace('"title"', '"name"')),
        lambda text: changed(text, title="Another", course=7),
        lambda text: changed(text, title="Another", model="teleport"),
        lambda text: changed(text, title="Another", extra=1),
        lambda text: json.dumps({**json.loads(changed(text, title="Another")), "reader": "another program"}),
    ],
)
def test_a_listing_that_is_damaged_or_of_another_program_is_made_anew(home: Path, damage: Callable[[str], str]) -> None:
    before = listed(home)
    file = home / FILE_NAME
    whole = file.read_text()
    assert damage(whole) != whole
    file.write_text(damage(whole))
    assert listed(home) == before
    assert file.read_text() == whole


def test_where_the_disk_takes_no_listing_the_lessons_are_there_all_the_same(home: Path) -> None:
    listing = Listing(home / "no-such-folder" / FILE_NAME)
    outlines, _ = gather(home / "lessons", listing.read)
    listing.keep()
    assert [outline.id for outline in outlines] == ["halves"]


def test_a_lesson_is_opened_as_it_was_listed(home: Path) -> None:
    (outline,) = listed(home)
    assert open_lesson(outline) == load_lesson(outline.folder)
    assert open_lesson(replace(outline, version="1+9f86d081")).version == "1+9f86d081"


def test_a_lesson_that_became_another_or_broke_since_is_not_opened(home: Path) -> None:
    (outline,) = listed(home)
    with pytest.raises(LessonError, match="this was the lesson quarters when it was listed"):
        open_lesson(replace(outline, id=LessonId("quarters")))
    (outline.folder / "one.md").write_text("No title.\n")
    with pytest.raises(LessonError, match=r"one\.md, line 1"):
        open_lesson(outline)
