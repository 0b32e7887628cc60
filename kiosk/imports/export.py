"""A lesson as a package of QTI 3.0 for other programs: its items, a test that asks them page by page, and its media.

What QTI has no words for is left out: short hints become feedback, and pages the sections of the test.
"""

import os
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from kiosk.errors import LessonError, UsageError
from kiosk.imports.files import LARGEST_FILE, FolderFiles
from kiosk.imports.paging import short_hash, slug
from kiosk.imports.qti_package import needed_files
from kiosk.imports.questions import Remarks, with_remarks
from kiosk.lessons.folder import MANIFEST
from kiosk.lessons.item import Item, Text
from kiosk.lessons.model import Lesson, Page, Question
from kiosk.lessons.qti.markup import Xml, tag, words, xhtml
from kiosk.lessons.qti.write import write_item
from kiosk.lessons.qti.xml import parse_xml
from kiosk.lessons.source import member
from kiosk.lessons.texts import named_texts, texts
from kiosk.protocol.course import SubjectGrade

_ASI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMAS = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd"
_TEST = "test.xml"
_SOURCE = re.compile(r"""<img\b[^>]*?\bsrc="([^"]*)\"""")
_LONGEST_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every member, so that the same lesson is the same file."""


@dataclass(frozen=True, slots=True)
class _File:
    """An item's file in the package, and the media that it needs."""

    name: str
    identifier: str
    media: tuple[str, ...]
    points: float = 1.0
    tries: int = 1


def export_lesson(lesson: Lesson, file: Path) -> None:
    """Write the package in one step: what is there is never half a zip.

    Raises UsageError where the file cannot be written, LessonError where the lesson asks and says nothing.
    """
    members = _members(lesson)
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in sorted(members.items()):
                package.writestr(zipfile.ZipInfo(name, _LONGEST_AGO), data, zipfile.ZIP_DEFLATED)
        new.replace(file)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise UsageError(f"{file} cannot be written ({error.strerror}); name a file in a folder of yours.") from error


def _members(lesson: Lesson) -> dict[str, bytes]:
    if lesson.assessment is not None:
        return _test_as_it_is(lesson)
    sections, files, data = list[Xml](), list[_File](), dict[str, bytes]()
    for at, page in enumerate(lesson.pages, 1):
        made = list(_page_files(page, at))
        data |= {file.name: write_item(item) for file, item in made}
        files += [file for file, _ in made]
        sections += [_section(page, at, [file for file, _ in made])] if made else []
    if not files:
        raise LessonError(str(lesson.folder), None, "asks and says nothing that could be exported.")
    pictures = [
        name for page in lesson.pages for block in page.blocks if isinstance(block, Text) for name in _named(block)
    ]
    data |= _media(lesson, [*pictures, *(name for file in files for name in file.media)])
    data[_TEST] = _test(lesson, sections)
    resources = [_resource_of_test(_TEST, files, tuple(dict.fromkeys(pictures))), *map(_resource, files)]
    return data | {"imsmanifest.xml": _manifest(lesson, resources)}


def _page_files(page: Page, at: int) -> Iterator[tuple[_File, Item]]:
    """The items of a page; a page without any is an item that only says something."""
    for question in page.questions:
        item = _item(question)
        name = f"{slug(question.id) or 'item'}-{short_hash(question.id)}.xml"
        yield _File(name, item.identifier, tuple(_named(item)), question.points, question.max_tries), item
    if not page.questions and page.blocks:
        item = Item(f"page-{at}", page.title, tuple(block for block in page.blocks if isinstance(block, Text)))
        yield _File(f"page-{at}.xml", item.identifier, tuple(_named(item))), item


def _item(question: Question) -> Item:
    scores = (outcome for outcome in question.item.outcomes if outcome.identifier == "SCORE")
    points = next((outcome.normal_maximum for outcome in scores if outcome.normal_maximum), 1.0)
    remarks = Remarks(question.feedback, question.praise, question.hint)
    return with_remarks(question.item, points, remarks)


def _section(page: Page, at: int, files: Sequence[_File]) -> Xml:
    """A page: its texts stand as a rubric beside its questions."""
    said = "".join(xhtml(block.html) for block in page.blocks if isinstance(block, Text)) if page.questions else ""
    rubric = tag("qti-rubric-block", {"use": "instructions", "view": "candidate"}, tag("qti-content-body", {}, said))
    return tag(
        "qti-assessment-section",
        {"identifier": f"section-{at}", "title": page.title, "visible": True, "keep-together": True},
        rubric if said else "",
        *map(_reference, files),
    )


def _reference(file: _File) -> Xml:
    return tag(
        "qti-assessment-item-ref",
        {"identifier": f"ref-{short_hash(file.name)}", "href": file.name},
        tag("qti-item-session-control", {"max-attempts": file.tries, "show-feedback": True}),
        tag("qti-weight", {"identifier": "WEIGHT", "value": file.points}),
    )


def _test(lesson: Lesson, sections: Iterable[Xml]) -> bytes:
    total = tag(
        "qti-sum", {}, tag("qti-test-variables", {"variable-identifier": "SCORE", "weight-identifier": "WEIGHT"})
    )
    score = {"identifier": "SCORE", "cardinality": "single", "base-type": "float"}
    xml = tag(
        "qti-assessment-test",
        {
            "xmlns": _ASI,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": f"{_ASI} {_SCHEMAS}/imsqti_asiv3p0_v1p0.xsd",
            "identifier": f"test-{slug(lesson.id) or 'lesson'}",
            "title": lesson.title,
            "xml:lang": lesson.language,
        },
        tag("qti-outcome-declaration", score, tag("qti-default-value", {}, tag("qti-value", {}, "0"))),
        tag(
            "qti-test-part",
            {"identifier": "part-1", "navigation-mode": "nonlinear", "submission-mode": "individual"},
            *sections,
        ),
        tag("qti-outcome-processing", {}, tag("qti-set-outcome-value", {"identifier": "SCORE"}, total)),
    )
    return f"{_HEAD}{xml}\n".encode()


def _test_as_it_is(lesson: Lesson) -> dict[str, bytes]:
    """The files of a lesson that is a test already, of whatever version of QTI they are."""
    files = FolderFiles(lesson.folder)
    test = str(tomllib.loads(files.text(MANIFEST))["test"])
    data = {name: files.read(name, LARGEST_FILE) for name in needed_files(files, [test])}
    resources = [
        tag(
            "resource",
            {"identifier": f"r-{short_hash(name)}", "type": _type_of(name, held), "href": name},
            tag("file", {"href": name}),
            *(
                tag("dependency", {"identifierref": f"r-{short_hash(other)}"})
                for other in data
                if name == test != other
            ),
        )
        for name, held in data.items()
    ]
    return data | {"imsmanifest.xml": _manifest(lesson, resources)}


def _type_of(name: str, data: bytes) -> str:
    """A resource's type as QTI's packaging names it."""
    root = parse_xml(data, name).name if name.endswith(".xml") else ""
    kind = {"assessment-item": "item", "assessment-test": "test", "assessment-section": "section"}.get(root)
    kind = "stimulus" if root == "assessment-stimulus" else kind
    version = "v3p0" if b"<qti-" in data else "v2p2"
    return f"imsqti_{kind}_xml{version}" if kind else "webcontent"


def _resource_of_test(name: str, files: Sequence[_File], media: Sequence[str]) -> Xml:
    return tag(
        "resource",
        {"identifier": "TEST", "type": "imsqti_test_xmlv3p0", "href": name},
        *(tag("file", {"href": each}) for each in (name, *media)),
        *(tag("dependency", {"identifierref": f"r-{short_hash(file.name)}"}) for file in files),
    )


def _resource(file: _File) -> Xml:
    return tag(
        "resource",
        {"identifier": f"r-{short_hash(file.name)}", "type": "imsqti_item_xmlv3p0", "href": file.name},
        *(tag("file", {"href": name}) for name in (file.name, *file.media)),
    )


def _manifest(lesson: Lesson, resources: Iterable[Xml]) -> bytes:
    xml = tag(
        "manifest",
        {
            "xmlns": "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
            "xmlns:lom": "http://ltsc.ieee.org/xsd/LOM",
            "identifier": f"manifest-{slug(lesson.id) or 'lesson'}",
        },
        tag(
            "metadata",
            {},
            tag("schema", {}, "QTI Package"),
            tag("schemaversion", {}, "3.0.0"),
            tag("lom:lom", {}, *_metadata(lesson)),
        ),
        tag("organizations", {}),
        tag("resources", {}, *resources),
    )
    return f"{_HEAD}{xml}\n".encode()


def _metadata(lesson: Lesson) -> Iterator[Xml]:
    """Title, language, subject and grade as learning object metadata (IEEE 1484.12.3)."""

    def said(name: str, text: str) -> Xml:
        return tag(name, {}, tag("lom:string", {"language": lesson.language}, words(text)))

    yield tag("lom:general", {}, said("lom:title", lesson.title), tag("lom:language", {}, words(lesson.language)))
    course = lesson.course
    if not isinstance(course, SubjectGrade):
        return
    for purpose, entry in (("discipline", course.subject), ("educational level", f"Grade {course.grade}")):
        yield tag(
            "lom:classification",
            {},
            tag("lom:purpose", {}, tag("lom:source", {}, "LOMv1.0"), tag("lom:value", {}, purpose)),
            tag("lom:taxonPath", {}, tag("lom:taxon", {}, said("lom:entry", entry))),
        )


def _named(part: object) -> Iterator[str]:
    """The media of the package that a part of a lesson shows or plays."""
    for text in texts(part):
        yield from map(unescape, _SOURCE.findall(text))
    yield from named_texts(part, frozenset({"source"}))


def _media(lesson: Lesson, names: Iterable[str]) -> Mapping[str, bytes]:
    found = {name: path for name in dict.fromkeys(names) if (path := member(lesson.folder, name)) is not None}
    return {name: path.read_bytes() for name, path in found.items()}
