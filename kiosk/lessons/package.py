"""Lesson packages: folders with a lesson.toml and Markdown pages. docs/lesson-format.md is the author's view."""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.assessment.pages import written_pages
from kiosk.lessons.manifest import read_manifest
from kiosk.lessons.model import Lesson, LessonId, QuestionId
from kiosk.lessons.page import read_page
from kiosk.lessons.qti.assessment import read_assessment
from kiosk.lessons.qti.reading import folder_files
from kiosk.lessons.source import Source

MANIFEST = "lesson.toml"
LONGEST_MANIFEST = 64 * 1024
MOST_KEPT = 512
"""Packages that are not read again while they stay as they are: to read one takes 25 ms."""


def load_lesson(folder: Path) -> Lesson:
    """Read a package. Raises LessonError, the first fault of the file, when there is any."""
    lesson, faults = _read(folder)
    if lesson is None:
        raise faults[0]
    return lesson


def check_lesson(folder: Path) -> list[LessonError]:
    """Find every fault of a package, in the order of its pages; [] when it is good."""
    return _read(folder)[1]


def discover(folder: Path) -> tuple[list[Lesson], list[LessonError]]:
    """Read every package in a folder of packages: the good ones by course, then by folder name, and all faults.

    Two packages with one lesson id cannot both be played: the later folder name is a fault. Folders
    without a lesson.toml are no packages and are passed over.
    """
    lessons: dict[LessonId, Lesson] = {}
    faults: list[LessonError] = []
    try:
        packages = sorted(path for path in folder.iterdir() if (path / MANIFEST).is_file())
    except OSError as error:
        return [], [LessonError(str(folder), None, f"this folder cannot be read: {error.strerror}.")]
    for package in packages:
        lesson, found = _read(package)
        faults += found
        if lesson is None:
            continue
        if lesson.id in lessons:
            first = lessons[lesson.id].folder.name
            reason = f"the lesson {lesson.id} is in the folder {first} already; give this one another id."
            faults.append(LessonError(str(package / MANIFEST), None, reason))
        else:
            lessons[lesson.id] = lesson
    return sorted(lessons.values(), key=lambda lesson: (str(lesson.course), lesson.folder.name)), faults


def _read(folder: Path) -> tuple[Lesson | None, list[LessonError]]:
    """A lesson without faults, or None and at least one fault."""
    lesson, faults = _read_at(folder, blake2b(repr(list(_files(folder))).encode()).digest())
    return lesson, list(faults)


def _files(package: Path) -> Iterator[object]:
    """Each file of a package, with what changes when somebody writes to it."""
    for folder, _, names in os.walk(package):
        for name in names:
            path = Path(folder, name)
            try:
                found = path.stat()
            except OSError as error:
                yield path, error.errno
            else:
                yield path, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@lru_cache(MOST_KEPT)
def _read_at(folder: Path, _stamp: bytes) -> tuple[Lesson | None, list[LessonError]]:
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
