"""Lesson packages: folders with a lesson.toml and Markdown pages. docs/lesson-format.md is the author's view."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.assessment.pages import written_pages
from kiosk.lessons.folder import MANIFEST, gather, stamp
from kiosk.lessons.manifest import read_manifest
from kiosk.lessons.model import Lesson, QuestionId
from kiosk.lessons.page import read_page
from kiosk.lessons.qti.assessment import read_assessment
from kiosk.lessons.qti.reading import folder_files
from kiosk.lessons.source import Source

LONGEST_MANIFEST = 64 * 1024
MOST_KEPT = 512
"""Packages that are not read again while they stay as they are: to read one takes 25 ms."""


def load_lesson(folder: Path) -> Lesson:
    """Read a package. Raises LessonError, the first fault of the file, when there is any."""
    return _load_at(folder, stamp(folder))


def check_lesson(folder: Path) -> list[LessonError]:
    """Find every fault of a package, in the order of its pages; [] when it is good."""
    return read_package(folder)[1]


def discover(folder: Path) -> tuple[list[Lesson], list[LessonError]]:
    """Read every package in a folder of packages (see `gather`)."""
    return gather(folder, read_package)


def read_package(folder: Path) -> tuple[Lesson | None, list[LessonError]]:
    """A lesson without faults, or None and at least one fault."""
    faults: list[LessonError] = []
    source = Source(folder, MANIFEST, faults)
    text = source.read(LONGEST_MANIFEST)
    manifest = read_manifest(text, source) if text is not None else None
    if manifest is None:
        return None, faults
    if manifest.test:
        return _with_test(manifest.lesson, manifest.test, faults), faults
    taken: dict[QuestionId, str] = {}
    pages = [read_page(Source(folder, name, faults), taken) for name in manifest.pages]
    if faults:
        return None, faults
    return replace(manifest.lesson, pages=tuple(page for page in pages if page)), []


@lru_cache(MOST_KEPT)
def _load_at(folder: Path, _stamp: str) -> Lesson:
    lesson, faults = read_package(folder)
    if lesson is None:
        raise faults[0]
    return lesson


def _with_test(lesson: Lesson, name: str, faults: list[LessonError]) -> Lesson | None:
    """The lesson as the test it names; None after noting why it cannot be read."""
    files = folder_files(lesson.folder)
    data = files(name)
    if data is None:
        Source(lesson.folder, name, faults).fault(None, "there is no such file in the lesson's folder.")
    if data is None or faults:
        return None
    try:
        assessment = read_assessment(data, name, files).assessment
    except LessonError as fault:
        faults.append(LessonError(str(lesson.folder / fault.file), fault.line, fault.reason))
        return None
    return replace(lesson, pages=written_pages(assessment), assessment=assessment)
