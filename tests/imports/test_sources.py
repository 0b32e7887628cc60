"""Which kind a source is, and what is refused before anything of it is read."""

from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.imports.draft import Reading
from kiosk.imports.sources import opened, read_source
from tests.imports.packages import manifest, resource
from tests.imports.quizzes12 import quiz, simple
from tests.imports.zips import write_zip
from tests.waiting import works_for_less_than

AIKEN = "Which?\nA. this\nB. that\nANSWER: A\n"
LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


def reading(path: Path, text: str | bytes) -> Reading:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with opened(path) as files:
        return read_source(files)


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("some.gift", "Is it?{T}", "some"),
        ("some.txt", "Is it?{T}", "some"),
        ("some.txt", AIKEN, "some"),
        ("some.txt", "1. Who?\n* Santa\n", "some"),
        ("some.md", "1. Who?\n* Santa\n", "some"),
        ("some.xml", quiz(simple(), title="Said"), "Said"),
        ("some.dat", quiz(simple(), title="Said"), "Said"),
    ],
)
def test_a_file_is_known_by_what_is_in_it(tmp_path: Path, name: str, text: str, title: str) -> None:
    assert [draft.title for draft in reading(tmp_path / name, text).drafts] == [title]


def test_a_folder_or_a_zip_may_hold_several_kinds_and_what_is_broken_is_refused(tmp_path: Path) -> None:
    members = {"a.gift": "Is it?{T}", "b/c.txt": AIKEN, "d.gift": "{", "readme.md": "# Read me", "e.doc": "?"}
    with opened(write_zip(tmp_path / "all.zip", members)) as files:
        found = read_source(files)
    assert [draft.title for draft in found.drafts] == ["a", "c"]
    assert [(loss.file, loss.line) for loss in found.refused] == [(f"{tmp_path}/all.zip/d.gift", 1)]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("a.xml", "<quiz><question/></quiz>", "is Moodle's own XML; export the questions from Moodle as GIFT"),
        ("a.xml", "<cartridge_basiclti_link/>", "is an LTI tool"),
        ("a.xml", "<html/>", "begins with <html>"),
        ("a.doc", "words", "is of no kind that can be imported"),
        ("a.txt", "just words", "has no question in GIFT, Aiken or text2qti"),
        ("a.zip", b"PK\x03\x04 and noise", "is not a zip file that can be read"),
    ],
)
def test_what_is_no_lesson_is_refused_in_one_sentence(
    tmp_path: Path, name: str, text: str | bytes, reason: str
) -> None:
    with pytest.raises(LessonError, match=reason) as refused:
        reading(tmp_path / name, text)
    assert "\n" not in str(refused.value)
    assert refused.value.file == str(tmp_path / name)


def test_scorm_is_refused_by_name(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", {"imsmanifest.xml": manifest([], schema="ADL SCORM"), "index.html": "x"})
    with opened(path) as files, pytest.raises(LessonError, match="is a SCORM package"):
        read_source(files)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="there is no such file or folder"), opened(tmp_path / "nothing"):
        pass


@pytest.mark.parametrize(
    "hostile",
    [
        f'<!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]><questestinterop>&l9;</questestinterop>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><questestinterop>&e;</questestinterop>',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x">%e;]><questestinterop/>',
        "<a>" * 100_000,
        "<questestinterop>" + "<a/>" * 100_000 + "</questestinterop>",
        '<questestinterop a="' + "x" * 5_000_000 + '"/>',
        '<?xml version="1.0" encoding="nonsense"?><questestinterop/>',
        "<questestinterop>",
    ],
)
def test_hostile_xml_is_refused_at_once(tmp_path: Path, hostile: str) -> None:
    with works_for_less_than(2.0), pytest.raises(LessonError) as refused:
        reading(tmp_path / "a.xml", hostile)
    assert "root:" not in str(refused.value)


def test_huge_numbers_are_no_answers(tmp_path: Path) -> None:
    for number in ("9" * 400, "1e999999999", "1" * 40 + "e99"):
        with pytest.raises(LessonError, match="a number is written"):
            reading(tmp_path / "a.gift", f"How many?{{#{number}}}")


def test_a_manifest_that_names_files_outside_finds_none(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<qti-assessment-item/>")
    listed = manifest(
        [
            resource("a", "imsqti_item_xmlv3p0", "../secret.xml"),
            resource("b", "imsqti_item_xmlv3p0", "/etc/passwd"),
            resource("c", "imsqti_item_xmlv3p0", "file:///etc/passwd"),
        ]
    )
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "imsmanifest.xml").write_text(listed)
    with opened(folder) as files, pytest.raises(LessonError, match="has no item and no test"):
        read_source(files)
