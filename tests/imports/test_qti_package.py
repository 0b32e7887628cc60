from collections.abc import Mapping
from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.imports.draft import Reading
from kiosk.imports.sources import opened, read_source
from kiosk.protocol.course import SubjectGrade
from tests.imports.packages import SVG, TEST, classified, item, manifest, resource
from tests.imports.zips import write_zip

PICTURE = {"img/a.svg": SVG}


def reading(folder: Path, members: Mapping[str, str], name: str = "animals.zip") -> Reading:
    with opened(write_zip(folder / name, members)) as files:
        return read_source(files)


def test_a_test_is_a_lesson_with_all_that_it_needs_and_no_more(tmp_path: Path) -> None:
    listed = manifest(
        [resource("t", "imsqti_test_xmlv3p0", "test.xml"), resource("i", "imsqti_item_xmlv3p0", "items/one.xml")],
        title="The package",
        lom=classified("discipline", "Science") + classified("educational level", "Grade 2"),
    )
    members = {"imsmanifest.xml": listed, "test.xml": TEST, "items/one.xml": item("one"), **PICTURE, "js/run.js": "!"}
    (draft,) = reading(tmp_path, members).drafts
    assert (draft.title, draft.test, draft.pages) == ("A test", "items/test.xml", ())
    assert draft.copied == {f"items/{name}": name for name in ("test.xml", "items/one.xml", "img/a.svg")}
    assert (draft.course, draft.losses) == (SubjectGrade("Science", 2), ())


def test_items_that_no_test_asks_are_pages_with_their_titles(tmp_path: Path) -> None:
    listed = manifest(
        [resource(name, "imsqti_item_xmlv3p0", f"items/{name}.xml") for name in ("one", "two")], title="The package"
    )
    members = {"imsmanifest.xml": listed, "items/one.xml": item("one"), "items/two.xml": item("two", ""), **PICTURE}
    (draft,) = reading(tmp_path, members).drafts
    assert draft.title == "The package"
    assert [(page.title, page.parts) for page in draft.pages] == [
        ("Dogs", ("![](items/items/one.xml)",)),
        ("two", ("![](items/items/two.xml)",)),
    ]


@pytest.mark.parametrize("top", ["", "deep/er/"])
def test_a_manifest_may_be_missing_or_lie_deeper(tmp_path: Path, top: str) -> None:
    members = {f"{top}items/one.xml": item("one"), f"{top}img/a.svg": SVG}
    (without,) = reading(tmp_path, members).drafts
    listed = manifest([resource("i", "imsqti_item_xmlv3p0", "items/one.xml")])
    (with_one,) = reading(tmp_path, {**members, f"{top}imsmanifest.xml": listed}).drafts
    assert without.copied == with_one.copied
    assert set(without.copied.values()) == {f"{top}items/one.xml", f"{top}img/a.svg"}


def test_a_bare_item_brings_the_pictures_beside_it(tmp_path: Path) -> None:
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a.svg").write_text(SVG)
    (tmp_path / "one.xml").write_text(item("one").replace("../img", "img"))
    with opened(tmp_path / "one.xml") as files:
        (draft,) = read_source(files).drafts
    assert draft.title == "Dogs"
    assert draft.copied == {"items/one.xml": "one.xml", "items/img/a.svg": "img/a.svg"}


def test_what_the_reader_leaves_out_is_a_loss_with_its_line(tmp_path: Path) -> None:
    (draft,) = reading(tmp_path, {"items/one.xml": item("one")}).drafts
    (loss,) = draft.losses
    assert (loss.file, loss.line, loss.what) == (f"{tmp_path}/animals.zip/items/one.xml", 9, "../img/a.svg")


def test_an_item_that_cannot_be_read_is_a_loss_and_a_broken_file_refused(tmp_path: Path) -> None:
    broken = item("two").replace('identifier="two"', "")
    members = {"items/one.xml": item("one"), "items/two.xml": broken, "items/three.xml": "<qti", **PICTURE}
    found = reading(tmp_path, members)
    (draft,) = found.drafts
    assert [(loss.file, loss.what) for loss in draft.losses] == [(f"{tmp_path}/animals.zip/items/two.xml", "an item")]
    assert [(loss.file, loss.line) for loss in found.refused] == [(f"{tmp_path}/animals.zip/items/three.xml", 1)]


def test_a_package_of_only_lti_is_refused_by_name(tmp_path: Path) -> None:
    listed = manifest(['<resource identifier="tool" type="imslti_xmlv1p1"/>'])
    with pytest.raises(LessonError, match="an LTI tool is a page of another server") as refused:
        reading(tmp_path, {"imsmanifest.xml": listed})
    assert refused.value.line is not None
