"""Lessons on the server: what is uploaded, what is kept of it, and which copy scores a run."""

import zipfile
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, epoch_ms
from kiosk.errors import LessonError, UsageError
from kiosk.protocol.handing import handed_version, split_version
from kiosk.server import library
from kiosk.server.database import Database
from tests.server.handing import shelve, write_lesson
from tests.server.schoolhouse import LESSONS, on_both

SHIPPED = {lesson.id: lesson for lesson in LESSONS}
WATER = SHIPPED[next(lesson for lesson in SHIPPED if lesson == "water-cycle")]


@pytest.fixture
def now_ms(clock: ManualClock) -> int:
    return epoch_ms(clock.utc_now())


@on_both
def test_an_upload_is_kept_as_it_was_and_the_newest_version_is_handed_out(
    database: Database, tmp_path: Path, now_ms: int
) -> None:
    first = shelve(database, write_lesson(tmp_path / "a"), now_ms)
    second = shelve(database, write_lesson(tmp_path / "b", version="2", text="Into two equal parts."), now_ms + 1)
    with database.read() as db:
        [shelved] = library.shelf(db)
        assert (shelved.lesson, shelved.version, shelved.digest, shelved.versions) == ("halves", "2", second.digest, 2)
        assert library.package(db, "halves", first.digest) == first.data
        assert library.package(db, "thirds", first.digest) is None


@on_both
def test_the_same_lesson_again_is_no_other_version_and_an_old_one_again_is_the_newest(
    database: Database, tmp_path: Path, now_ms: int
) -> None:
    old, new = write_lesson(tmp_path / "a"), write_lesson(tmp_path / "b", version="2")
    packages = {folder: library.read_packages(folder)[0] for folder in (old, new)}
    with database.write() as db:
        added = [library.add(db, packages[folder], now_ms + at) for at, folder in enumerate((old, old, new, old))]
        [shelved] = library.shelf(db)
    assert added == [True, False, True, True]
    assert (shelved.version, shelved.versions) == ("1", 2)


def test_a_package_does_not_depend_on_when_and_where_it_was_made(tmp_path: Path) -> None:
    [one] = library.read_packages(write_lesson(tmp_path / "a"))
    [other] = library.read_packages(write_lesson(tmp_path / "elsewhere" / "b"))
    assert one == other


def test_what_a_zip_holds_besides_a_lesson_is_left_out(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "lesson")
    with zipfile.ZipFile(tmp_path / "upload.zip", "w") as archive:
        for path in folder.iterdir():
            archive.write(path, f"deep/inside/{path.name}")
        archive.writestr("deep/inside/run.sh", "echo")
    [package] = library.read_packages(tmp_path / "upload.zip")
    assert package == library.read_packages(folder)[0]


def test_an_upload_with_a_fault_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "lesson")
    (folder / "one.md").unlink()
    with pytest.raises(LessonError, match=r"one\.md"):
        library.read_packages(folder)


def test_an_upload_that_leads_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "upload.zip", "w") as archive:
        archive.writestr("../lesson.toml", "")
    with pytest.raises(LessonError, match="leads out"):
        library.read_packages(tmp_path / "upload.zip")


def test_a_title_is_told_of_what_is_here_and_else_what_lists_all(
    database: Database, tmp_path: Path, now_ms: int
) -> None:
    shelve(database, write_lesson(tmp_path / "a"), now_ms)
    with database.read() as db:
        assert library.title_of(db, "halves", SHIPPED) == "Halves"
        assert library.title_of(db, WATER.id, SHIPPED) == WATER.title
        with pytest.raises(UsageError, match="kiosk server lessons"):
            library.title_of(db, "thirds", SHIPPED)


@on_both
def test_a_run_is_scored_by_the_package_that_was_played(database: Database, tmp_path: Path, now_ms: int) -> None:
    """Two packages that both say they are version 1."""
    old = shelve(database, write_lesson(tmp_path / "a"), now_ms)
    new = shelve(database, write_lesson(tmp_path / "b", title="Halves again"), now_ms + 1)
    with database.read() as db:
        titles = [
            library.played(db, "halves", version, SHIPPED)
            for version in (handed_version("1", old.digest), handed_version("1", new.digest), "1", None, "7")
        ]
    assert [lesson.title for each in titles for lesson in each.values()] == [
        "Halves",
        "Halves again",
        "Halves again",
        "Halves again",
    ]
    exact = handed_version("1", old.digest)
    with database.read() as db:
        assert [lesson.version for lesson in library.played(db, "halves", exact, SHIPPED).values()] == [exact]


def test_a_kiosks_own_copy_is_scored_by_the_one_that_came_with_the_program(database: Database) -> None:
    with database.read() as db:
        assert library.played(db, WATER.id, WATER.version, SHIPPED) == {WATER.id: WATER}
        assert library.played(db, WATER.id, "0.1", SHIPPED) == {WATER.id: WATER}, "the claim says what does not fit"
        assert library.played(db, "thirds", "1", SHIPPED) == {}


@pytest.mark.parametrize("version", ["1", "", "1+2", "1+ABCDEF0123456789", "+"])
def test_a_version_that_was_not_handed_out_is_only_itself(version: str) -> None:
    assert split_version(version) == (version, "")


def test_a_version_that_was_handed_out_tells_both() -> None:
    assert split_version(handed_version("1+2\n", "0123456789abcdef" * 4)) == ("1+2\n", "0123456789abcdef")
