"""The whole way from what a person names to lessons in a folder. Nothing raises: what cannot be done is a row."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft
from kiosk.imports.files import Files
from kiosk.imports.install import install
from kiosk.imports.report import Row
from kiosk.imports.sources import opened, read_source
from kiosk.protocol.course import Course


def import_lessons(source: Path, to: Path, course: Course | None, *, dry_run: bool = False) -> Iterator[Row]:
    """Import all that a file, a folder or a zip holds, one lesson after the other.

    `course` wins over what the source says. Raises UsageError where the folder cannot be written.
    """
    where = str(source)
    try:
        with opened(source) as files:
            reading = read_source(files)
            for draft in reading.drafts:
                yield _row(where, draft, files, to, course, dry_run=dry_run)
            for refused in reading.refused:
                yield Row(where, reason=_within(str(refused), where))
    except LessonError as fault:
        yield Row(where, reason=_within(str(fault), where))


def _row(where: str, draft: Draft, files: Files, to: Path, course: Course | None, *, dry_run: bool) -> Row:
    try:
        return Row(where, install(draft, files, to, course, dry_run=dry_run), draft.losses)
    except LessonError as fault:
        return Row(where, reason=_within(str(fault), where))


def _within(sentence: str, where: str) -> str:
    """The sentence without the name of the source, which stands beside it."""
    for end in (": ", ", ", "/"):
        sentence = sentence.removeprefix(f"{where}{end}")
    return sentence
