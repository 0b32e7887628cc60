"""A draft becomes a lesson in the folder where the kiosk looks for lessons: whole or not at all."""

import json
import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.errors import LessonError, UsageError
from kiosk.imports.draft import Draft
from kiosk.imports.files import Files
from kiosk.imports.markdown import as_text
from kiosk.imports.paging import one_line, short_hash, slug
from kiosk.lessons.advice import minutes
from kiosk.lessons.folder import MANIFEST
from kiosk.lessons.model import Lesson
from kiosk.lessons.package import check_lesson, load_lesson
from kiosk.lessons.qti.write import write_item
from kiosk.protocol.course import Course, course_key

BEFORE = ".before"
"""Folder of the versions that were replaced, one of each lesson."""

_VERSION = re.compile(r'^version = "(?P<version>[^"]*)"$', re.MULTILINE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Change(StrEnum):
    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Installed:
    """A lesson that is in its folder now."""

    lesson: Lesson
    change: Change


def install(draft: Draft, files: Files, folder: Path, course: Course | None, *, dry_run: bool = False) -> Installed:
    """Write the lesson beside where it will be, check it, and put it there in one step.

    A lesson from the same origin and for the same course is replaced, with the next version, when anything in it
    changed; the version before is kept in `.before`. `course` wins over the draft's own, but not over a lesson.toml.
    With `dry_run` everything is done but the last step.

    Raises LessonError where the lesson has a fault or its course is not known, UsageError where the folder cannot be
    written; nothing has changed then.
    """
    for_course = course or draft.course
    if MANIFEST not in draft.copied and for_course is None:
        said = "does not say which course it is for; name it (--subject Math --grade 3, or --course CODE)."
        raise LessonError(files.label, None, said)
    try:
        if not dry_run:
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".importing-", dir=None if dry_run else folder) as temporary:
            return _install(draft, files, folder, for_course, Path(temporary) / "lesson", dry_run=dry_run)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror or error}; name another folder with --to."
        ) from error


def _install(draft: Draft, files: Files, folder: Path, course: Course | None, new: Path, *, dry_run: bool) -> Installed:
    _write(draft, files, new)
    if MANIFEST in draft.copied:
        lesson = _checked(files, new)
        there = _with_id(folder, lesson.id)
        version = None
    else:
        assert course is not None
        own = short_hash(files.label, draft.origin, course_key(course))
        there = next((each for each in sorted(folder.glob(f"*-{own}")) if (each / MANIFEST).is_file()), None)
        lesson_id = there.name if there else f"{slug(draft.title) or 'lesson'}-{own}"
        version = _version(there) if there else "1"
        _write_manifest(new, draft, lesson_id, course, version, 1)
        lesson = _checked(files, new)
        _write_manifest(new, draft, lesson_id, course, version, minutes(lesson))
        lesson = load_lesson(new)
    if there is not None and _same(there, new):
        return Installed(load_lesson(there), Change.UNCHANGED)
    if there is not None and version is not None:
        _write_manifest(new, draft, lesson.id, course, _next(version), minutes(lesson))
        lesson = load_lesson(new)
    target = there or _free(folder, lesson.id)
    if not dry_run:
        _swap(new, target)
        lesson = load_lesson(target)
    return Installed(lesson, Change.NEW if there is None else Change.REPLACED)


def _write(draft: Draft, files: Files, new: Path) -> None:
    made = {f"items/{name}": write_item(item) for name, item in draft.items.items()} | dict(draft.made)
    for name, page in zip(_page_names(draft), draft.pages, strict=True):
        made[name] = "\n\n".join([f"# {as_text(page.title)}", *page.parts, ""]).encode()
    for name, data in made.items():
        path = _parent_made(new / name)
        path.write_bytes(data)
    for name, source in draft.copied.items():
        with _parent_made(new / name).open("wb") as file:
            for piece in files.chunks(source):
                file.write(piece)


def _parent_made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _page_names(draft: Draft) -> list[str]:
    digits = max(2, len(str(len(draft.pages))))
    return [f"{at:0{digits}}-{slug(page.title) or 'page'}.md" for at, page in enumerate(draft.pages, 1)]


def _write_manifest(
    new: Path, draft: Draft, lesson_id: str, course: Course | None, version: str, expected: int
) -> None:
    assert course is not None
    values: Mapping[str, object] = {
        "id": lesson_id,
        "title": one_line(draft.title, "Lesson"),
        "summary": one_line(draft.summary, ""),
        "language": draft.language if _LANGUAGE.fullmatch(draft.language) else "",
        "version": version,
        "model": "single-session",
        "test": draft.test,
        "pages": _page_names(draft),
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items() if value]
    told = ", ".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in course.to_wire().items())
    lines += [f"course = {{ {told} }}", f"expected_xp = {max(1, min(expected, 1000))}"]
    (new / MANIFEST).write_text("\n".join([*lines, ""]), "utf-8")


def _checked(files: Files, new: Path) -> Lesson:
    """The lesson, or the first fault of it told as one of the source."""
    faults = check_lesson(new)
    if faults:
        first = faults[0]
        name = Path(first.file).relative_to(new).as_posix()
        raise LessonError(
            files.where, None, f"makes a lesson with a fault: {LessonError(name, first.line, first.reason)}"
        )
    return load_lesson(new)


def _with_id(folder: Path, lesson_id: str) -> Path | None:
    """The lesson's folder, where there is one already."""
    for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
        with suppress(OSError, ValueError):
            if tomllib.loads(manifest.read_text("utf-8")).get("id") == lesson_id:
                return manifest.parent
    return None


def _free(folder: Path, name: str) -> Path:
    """A folder of that name, or where something else has it, of that name and a number."""
    return next(
        path
        for count in range(1, 10_000)
        if not (path := folder / (name if count == 1 else f"{name}-{count}")).exists()
    )


def _version(there: Path) -> str:
    found = _VERSION.search((there / MANIFEST).read_text("utf-8"))
    return found["version"] if found else "1"


def _next(version: str) -> str:
    return str(int(version) + 1) if re.fullmatch(r"[0-9]{1,9}", version) else f"{version}.1"


def _same(one: Path, other: Path) -> bool:
    names = set(_file_names(one))
    return names == set(_file_names(other)) and all(
        (one / name).read_bytes() == (other / name).read_bytes() for name in names
    )


def _file_names(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _swap(new: Path, target: Path) -> None:
    """Put the new folder in its place. Should the power fail in between, the version before is in `.before`."""
    if target.exists():
        before = target.parent / BEFORE / target.name
        before.parent.mkdir(exist_ok=True)
        if before.exists():
            shutil.rmtree(before)
        os.rename(target, before)  # noqa: PTH104 - Path.rename of a folder reads no better
    new.rename(target)
