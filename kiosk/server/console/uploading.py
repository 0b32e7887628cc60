"""Reading a lesson that was uploaded, in any form that can be imported: taken whole, or every fault told."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.importing import import_lessons
from kiosk.imports.native import native_lessons
from kiosk.imports.report import Row, details
from kiosk.imports.sources import opened
from kiosk.imports.unpacking import unpack
from kiosk.lessons.advice import summary
from kiosk.lessons.package import check_lesson
from kiosk.protocol.course import Course
from kiosk.server.library import Package, pack

MOST_FAULTS = 200


@dataclass(frozen=True, slots=True)
class Read:
    """What an upload holds. With `faults` there are no packages; `losses` are what was left out of them."""

    packages: Sequence[tuple[Package, str]]
    faults: Sequence[str]
    losses: Sequence[str]


def read_upload(source: Path, course: Course | None) -> Read:
    """Read every lesson of the file, each with its size in words. `course`: for a file that does not say."""
    with tempfile.TemporaryDirectory(prefix="kiosk-upload-") as temporary:
        rows = list(import_lessons(source, Path(temporary) / "lessons", course))
        losses = [sentence.replace(f"{source}/", "") for sentence in details(rows)]
        lessons = [row.installed.lesson for row in rows if row.installed is not None]
        try:
            packages = [(pack(lesson), summary(lesson)) for lesson in lessons]
        except LessonError as fault:
            return Read([], [fault.reason], losses)
        if packages and len(packages) == len(rows):
            return Read(packages, [], losses)
        faults = _faults_of_our_own(source, Path(temporary) / "package") or _reasons(source, rows)
        return Read([], faults[:MOST_FAULTS], losses)


def _faults_of_our_own(source: Path, folder: Path) -> list[str]:
    """Every fault of a package in our own form; [] for other forms, whose readers stop at the first."""
    try:
        with opened(source) as files:
            manifests = native_lessons(files)
            if manifests:
                unpack(files, folder)
    except (LessonError, OSError):
        return []
    return [
        str(LessonError(Path(fault.file).relative_to(folder).as_posix(), fault.line, fault.reason))
        for manifest in manifests
        for fault in check_lesson(folder / PurePosixPath(manifest).parent)
    ]


def _reasons(source: Path, rows: Sequence[Row]) -> list[str]:
    found = [row.reason.replace(f"{source}/", "").replace(str(source), source.name) for row in rows if row.reason]
    return found or [f"{source.name} holds no lesson."]
