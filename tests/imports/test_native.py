from pathlib import Path

from kiosk.imports.importing import import_lessons
from kiosk.imports.report import Result
from kiosk.lessons.package import discover
from tests.imports.zips import write_zip
from tests.lessons.packages import MANIFEST, PAGE


def test_a_zipped_lesson_is_taken_over_without_what_no_lesson_shows(tmp_path: Path) -> None:
    members = {
        "halves/lesson.toml": MANIFEST,
        "halves/one.md": PAGE,
        "halves/run.js": "!",
        "halves/items/x.xml": "<x/>",
    }
    (row,) = import_lessons(write_zip(tmp_path / "halves.lesson.zip", members), tmp_path / "to", None)
    assert row.result is Result.WITH_LOSS
    assert [Path(loss.file).name for loss in row.losses] == ["run.js"]
    assert sorted(path.name for path in (tmp_path / "to" / "halves").rglob("*.*")) == ["lesson.toml", "one.md", "x.xml"]


def test_a_folder_of_lessons_is_all_of_them_and_a_faulty_one_is_refused_with_its_line(tmp_path: Path) -> None:
    members = {
        "a/lesson.toml": MANIFEST,
        "a/one.md": PAGE,
        "b/lesson.toml": MANIFEST.replace('"halves"', '"other"').replace("expected_xp = 5", "expected_xp = -1"),
        "b/one.md": PAGE,
    }
    good, bad = import_lessons(write_zip(tmp_path / "all.zip", members), tmp_path / "to", None)
    assert good.result is Result.IMPORTED
    assert bad.reason == (
        "makes a lesson with a fault: lesson.toml, line 5: expected_xp must be a number from 0 to 1000."
    )
    assert len(discover(tmp_path / "to")[0]) == 1
