"""Folders of packages: the lessons in them, and whether the files of a package have changed."""

import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.lessons.model import Lesson
from kiosk.lessons.outline import Outline

MANIFEST = "lesson.toml"


def gather[L: (Lesson, Outline)](
    folder: Path, read: Callable[[Path], tuple[L | None, list[LessonError]]]
) -> tuple[list[L], list[LessonError]]:
    """Read every package in a folder of packages: the good ones by course, then by folder name, and all faults.

    Two packages with one lesson id cannot both be played: the later folder name is a fault. Folders
    without a lesson.toml are no packages and are passed over.
    """
    lessons: dict[str, L] = {}
    faults: list[LessonError] = []
    try:
        packages = sorted(path for path in folder.iterdir() if (path / MANIFEST).is_file())
    except OSError as error:
        return [], [LessonError(str(folder), None, f"this folder cannot be read: {error.strerror}.")]
    for package in packages:
        lesson, found = read(package)
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


def stamp(package: Path) -> str:
    """Tell the state of a package's files: another one after somebody has written to any of them."""
    return blake2b(repr(list(_files(package))).encode(), digest_size=16).hexdigest()


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
