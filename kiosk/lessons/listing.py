"""The outlines of this computer's lessons, kept from day to day: no lesson is read before somebody opens it.

To read a package takes 15 ms, to see that none of its files has changed a tenth of one. The file is a copy:
where it is missing, damaged, or another version's, the packages are read again. What has a fault is read each time.
"""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.errors import ActivityError, LessonError
from kiosk.lessons.folder import MANIFEST, stamp
from kiosk.lessons.model import Lesson
from kiosk.lessons.outline import Outline, from_json, outline_of, to_json
from kiosk.resources import state_of

FILE_NAME = "listing.json"


class Listing:
    """Gives outlines, and notes them for the next time. For one thread; make another for each look at the lessons."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _load(file)
        self._seen: dict[str, Any] = {}

    def read(self, package: Path) -> tuple[Outline | None, list[LessonError]]:
        """A lesson without faults, or None and at least one fault."""
        state = stamp(package)
        kept = self._kept.get(str(package))
        outline = _kept_outline(kept, state, package)
        if outline is None:
            from kiosk.lessons.package import read_package  # noqa: PLC0415 - it brings the Markdown parser

            lesson, faults = read_package(package)
            if lesson is None:
                return None, faults
            outline = outline_of(lesson)
            kept = {"stamp": state, "outline": to_json(outline)}
        self._seen[str(package)] = kept
        return outline, []

    def keep(self) -> None:
        """Write down the outlines that were given, and forget all others. Where the disk refuses, nothing is kept."""
        if self._seen == self._kept:
            return
        text = json.dumps({"reader": _reader(), "packages": self._seen})
        with suppress(OSError):
            part = self._file.with_suffix(".part")
            part.write_text(text, "utf-8")
            part.replace(self._file)


def open_lesson(outline: Outline) -> Lesson:
    """Read the whole lesson. Raises LessonError where it has a fault, or became another, since it was outlined."""
    from kiosk.lessons.package import load_lesson  # noqa: PLC0415 - it brings the Markdown parser

    lesson = load_lesson(outline.folder)
    if lesson.id != outline.id:
        raise LessonError(str(outline.folder / MANIFEST), None, f"this was the lesson {outline.id} when it was listed.")
    return replace(lesson, version=outline.version)


def _load(file: Path) -> dict[str, Any]:
    try:
        told = json.loads(file.read_text("utf-8"))
        packages = told["packages"] if told["reader"] == _reader() else {}
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return {}
    return packages if isinstance(packages, dict) else {}


def _kept_outline(kept: object, state: str, package: Path) -> Outline | None:
    with suppress(TypeError, ValueError, LookupError, ActivityError):
        if isinstance(kept, dict) and kept["stamp"] == state:
            return from_json(kept["outline"], package)
    return None


def _reader() -> str:
    """What reads lessons: another version of it may find other things, or other faults."""
    return state_of("kiosk.lessons")
