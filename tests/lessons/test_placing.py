"""Items from files in a lesson's pages."""

from pathlib import Path

import pytest

from kiosk.lessons.advice import advise
from kiosk.lessons.item import Text
from kiosk.lessons.model import Question
from kiosk.lessons.package import check_lesson, load_lesson
from tests.lessons.packages import ITEMS, told, write_package

CHOICE = (ITEMS / "old-stars.xml").read_bytes()


def test_an_items_file_alone_in_a_paragraph_is_a_question_of_the_page(tmp_path: Path) -> None:
    page = "# One\n\nLook up.\n\n![](items/old%20stars.xml)\n\nAnd on.\n"
    lesson = load_lesson(write_package(tmp_path, {"one.md": page, "items/old stars.xml": CHOICE}))
    before, question, after = lesson.pages[0].blocks
    assert (before, after) == (Text("<p>Look up.</p>"), Text("<p>And on.</p>"))
    assert isinstance(question, Question)
    assert (question.file, question.max_tries, question.points) == ("items/old stars.xml", 2, 1.0)
    assert question.id == question.item.identifier


@pytest.mark.parametrize(
    ("page", "file", "place", "words"),
    [
        ("# One\n\n![](items/gone.xml)", CHOICE, ("one.md", 3), "there is no item items/gone.xml"),
        ("# One\n\n![](../stars.xml)", CHOICE, ("one.md", 3), "there is no item ../stars.xml"),
        ("# One\n\nSee ![](items/stars.xml)", CHOICE, ("one.md", 3), "not a picture"),
        ("# One\n\n![](items/stars.xml)", b"<p>\n</q>", ("items/stars.xml", 2), ""),
        ("# One\n\n![](items/stars.xml)\n\n![](items/stars.xml)", CHOICE, ("one.md", 5), "in one.md, line 3 already"),
    ],
)
def test_what_cannot_be_placed_is_told_with_file_and_line(
    tmp_path: Path, page: str, file: bytes, place: tuple[str, int], words: str
) -> None:
    write_package(tmp_path, {"one.md": page, "items/stars.xml": file})
    faults = check_lesson(tmp_path)
    assert place in told(faults, tmp_path)
    assert any(words in fault.reason for fault in faults)


def test_an_item_whose_identifier_is_no_id_or_anothers_is_named_by_its_file(tmp_path: Path) -> None:
    page = "# One\n\n![](items/a.xml)\n\n![](items/b.xml)\n\n![](items/c.xml)\n"
    spaced = CHOICE.replace(b'identifier="old-stars"', b'identifier="old stars"')
    files = {"items/a.xml": CHOICE, "items/b.xml": CHOICE, "items/c.xml": spaced}
    first, *others = load_lesson(write_package(tmp_path, {"one.md": page, **files})).questions
    assert first.id == "old-stars"
    assert len({question.id for question in others} - {"old-stars", "old stars"}) == 2


def test_what_of_an_item_is_left_out_or_does_not_count_is_told_to_the_author(tmp_path: Path) -> None:
    names = ("old-stars", "unsupported", "upload", "quick-sums")
    page = "# One\n\n" + "\n\n".join(f"![](items/{name}.xml)" for name in names)
    files = {f"items/{name}.xml": (ITEMS / f"{name}.xml").read_bytes() for name in names}
    files["items/old-stars.xml"] = CHOICE.replace(
        b"<itemBody>", b'<stylesheet href="x.css" type="text/css"/><itemBody>'
    )
    lesson = load_lesson(write_package(tmp_path, {"one.md": page, **files}))
    said = [each.sentence.partition("”: items/")[2] for each in advise(lesson)]
    for beginning in (
        "old-stars.xml, line",
        "unsupported.xml: One task is",
        "upload.xml: nothing scores it here",
        "quick-sums.xml: it asks how long",
    ):
        assert any(sentence.startswith(beginning) for sentence in said), beginning
