from pathlib import Path

import pytest

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, Reading
from kiosk.imports.sources import opened, read_source
from tests.imports.packages import SVG, entry, manifest, resource
from tests.imports.quizzes12 import quiz, simple
from tests.imports.zips import write_zip

SCHEMA = "IMS Common Cartridge"
PAGE = (
    "<html><head><title>Rain</title><style>p{}</style></head><body><h1>Rain</h1><p>It <b>rains</b>.</p>"
    '<img src="$IMS-CC-FILEBASE$/a.svg?x=1" alt="a drop"></body></html>'
)
LINK = '<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imswl_v1p2"><title>More</title><url href="https://e.org/`x"/></webLink>'
TOPIC = (
    '<topic xmlns="http://www.imsglobal.org/xsd/imsccv1p2/imsdt_v1p2"><title>Talk</title>'
    '<text texttype="text/html">&lt;p&gt;What do you &lt;i&gt;think&lt;/i&gt;?&lt;/p&gt;</text></topic>'
)
FILES: dict[str, str | bytes] = {
    "wiki_content/rain.html": PAGE,
    "web_resources/a.svg": SVG,
    "quiz/q.xml": quiz(simple(), title="From the file"),
    "link.xml": LINK,
    "topic.xml": TOPIC,
    "notes.pdf": b"%PDF",
}
RESOURCES = [
    resource("page", "webcontent", "wiki_content/rain.html"),
    resource("quiz", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", "quiz/q.xml"),
    resource("link", "imswl_xmlv1p2", "link.xml"),
    resource("topic", "imsdt_xmlv1p2", "topic.xml"),
    resource("pdf", "webcontent", "notes.pdf"),
    resource("tool", "imsbasiclti_xmlv1p0", "tool.xml"),
    resource("picture", "webcontent", "web_resources/a.svg"),
]


def reading(folder: Path, *entries: str, more: dict[str, str | bytes] | None = None, title: str = "Weather") -> Reading:
    listed = manifest(RESOURCES, entries, SCHEMA, title)
    path = write_zip(folder / "course.imscc", {"imsmanifest.xml": listed, **FILES, **(more or {})})
    with opened(path) as files:
        return read_source(files)


def course(folder: Path, *entries: str) -> Draft:
    return reading(folder, *entries).drafts[0]


def course_of(folder: Path, page: str) -> Draft:
    return reading(folder, entry("One", "", entry("Rain", "page")), more={"wiki_content/rain.html": page}).drafts[0]


def test_each_module_is_a_lesson_and_what_stands_beside_them_another(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        entry("One", "", entry("Rain", "page")),
        entry("Two", "", entry("Sub", "", entry("A quiz", "quiz"))),
        entry("Talk", "topic"),
    )
    assert [(draft.title, [page.title for page in draft.pages]) for draft in found.drafts] == [
        ("Weather", ["Talk"]),
        ("One", ["Rain"]),
        ("Two", ["A quiz"]),
    ]
    assert len({draft.origin for draft in found.drafts}) == 3


def test_a_page_is_markdown_with_its_pictures_and_without_its_title_twice(tmp_path: Path) -> None:
    draft = course(tmp_path, entry("One", "", entry("Rain", "page"), entry("A quiz", "quiz")))
    assert draft.pages[0].parts == ("It **rains**.", "![a drop](items/media/a.svg)")
    assert draft.copied == {"items/media/a.svg": "web_resources/a.svg"}
    (name,) = draft.items
    assert draft.pages[1].parts == (f"![](items/{name})",)


def test_a_link_is_words_and_a_topic_a_page_and_both_say_so(tmp_path: Path) -> None:
    draft = course(tmp_path, entry("One", "", entry("Look", "link"), entry("Talk", "topic"), entry("Drop", "picture")))
    assert [(page.title, page.parts) for page in draft.pages] == [
        ("Look", ("More", "`https://e.org/x`")),
        ("Talk", ("What do you *think*?",)),
        ("Drop", ("![Drop](items/media/a.svg)",)),
    ]
    assert [loss.what for loss in draft.losses] == ["a link", "Talk"]


def test_files_of_other_programs_are_losses_and_lti_is_refused(tmp_path: Path) -> None:
    found = reading(tmp_path, entry("One", "", entry("Rain", "page"), entry("Notes", "pdf"), entry("Tool", "tool")))
    assert [(loss.what, loss.file) for loss in found.drafts[0].losses] == [
        ("Notes", f"{tmp_path}/course.imscc/notes.pdf")
    ]
    assert [(loss.what, loss.why) for loss in found.refused] == [
        ("Tool", "an LTI tool is a page of another server, which a lesson cannot be.")
    ]


def test_a_quiz_that_no_module_shows_is_a_lesson_of_its_own(tmp_path: Path) -> None:
    found = reading(tmp_path, entry("One", "", entry("Rain", "page")))
    assert [draft.title for draft in found.drafts] == ["One", "From the file"]


def test_an_entry_without_its_file_is_a_loss_with_the_manifests_line(tmp_path: Path) -> None:
    draft = course(tmp_path, entry("One", "", entry("Rain", "page"), entry("Gone", "nothing")))
    assert [(loss.what, loss.why) for loss in draft.losses] == [("Gone", "the package lists nothing for it.")]
    assert draft.losses[0].line is not None


def test_a_page_that_is_broken_is_a_loss_and_the_others_stay(tmp_path: Path) -> None:
    found = reading(
        tmp_path,
        entry("One", "", entry("Rain", "page"), entry("Talk", "topic")),
        more={"wiki_content/rain.html": b"\xff\xfe"},
    )
    assert [page.title for page in found.drafts[0].pages] == ["Talk"]
    assert str(found.drafts[0].losses[0]).endswith(
        "rain.html, line 1: Rain: this is not UTF-8 text; save the file as UTF-8."
    )


def test_a_cartridge_of_nothing_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(LessonError, match="no page and no quiz"),
        opened(write_zip(tmp_path / "a.imscc", {"imsmanifest.xml": manifest([], [], SCHEMA)})) as files,
    ):
        read_source(files)


def test_a_long_page_is_parted_and_numbered(tmp_path: Path) -> None:
    long = "".join(f"<p>{'word ' * 2000}</p>" for _ in range(10))
    draft = course_of(tmp_path, long)
    assert [page.title for page in draft.pages] == ["Rain (1)", "Rain (2)"]
