"""Lesson packages: folders with a lesson.toml and Markdown pages. docs/lesson-format.md is the author's view."""

from dataclasses import replace
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.manifest import read_manifest
from kiosk.lessons.model import Lesson, LessonId, QuestionId
from kiosk.lessons.page import read_page
from kiosk.lessons.source import Source

MANIFEST = "lesson.toml"
LONGEST_MANIFEST = 64 * 1024


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
    faults: list[LessonError] = []
    source = Source(folder, MANIFEST, faults)
    text = source.read(LONGEST_MANIFEST)
    manifest = read_manifest(text, source) if text is not None else None
    if manifest is None:
        return None, faults
    lesson, names = manifest
    taken: dict[QuestionId, str] = {}
    pages = [read_page(Source(folder, name, faults), taken) for name in names]
    if faults:
        return None, faults
    return replace(lesson, pages=tuple(page for page in pages if page)), []
