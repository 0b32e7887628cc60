"""The lessons of the school: uploaded in any form that can be imported, checked, kept as packages, never overwritten.

A package is known by its SHA-256. The same lesson always makes the same package, so uploading it again changes nothing.
"""

import hashlib
import io
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, update

from kiosk.errors import LessonError, UsageError
from kiosk.imports.archive import ZipFiles
from kiosk.imports.importing import import_lessons
from kiosk.imports.unpacking import unpack
from kiosk.lessons.model import Lesson, LessonId
from kiosk.lessons.package import load_lesson
from kiosk.protocol.course import Course
from kiosk.protocol.handing import split_version
from kiosk.server.announcements import Kind, announce
from kiosk.server.schema import assignments, lessons

LARGEST_PACKAGE = 128 * 1024 * 1024
_MADE = (1980, 1, 1, 0, 0, 0)  # the first day that a zip knows: a package tells nothing of when it was packed


@dataclass(frozen=True, slots=True)
class Package:
    """A lesson that was checked, as it is kept and handed out."""

    lesson: str
    version: str
    title: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelved:
    """A lesson on the server. `versions` counts the packages there are of it; the others are those of the newest."""

    lesson: str
    title: str
    version: str
    digest: str
    size: int
    added_ms: int
    versions: int


def read_packages(source: Path, course: Course | None = None) -> list[Package]:
    """Read every lesson of a file or folder, in any form that `kiosk lesson import` knows. `course`: as there.

    Raises LessonError for the first that cannot be used: an upload is taken whole or not at all.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-upload-") as temporary:
        packages = []
        for row in import_lessons(source, Path(temporary), course):
            if row.installed is None:
                raise LessonError(source.name, None, row.reason)
            packages.append(pack(row.installed.lesson))
    if not packages:
        raise LessonError(source.name, None, "holds no lesson.")
    return packages


def pack(lesson: Lesson) -> Package:
    """Make the package of a lesson's folder. Raises LessonError where it is too large."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(lesson.folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(lesson.folder).as_posix()
                archive.writestr(zipfile.ZipInfo(name, _MADE), path.read_bytes(), zipfile.ZIP_DEFLATED)
    if made.tell() > LARGEST_PACKAGE:
        raise LessonError(str(lesson.folder), None, f"is larger than {LARGEST_PACKAGE // 2**20} MiB; split it.")
    return Package(lesson.id, lesson.version, lesson.title, made.getvalue())


def add(db: Connection, package: Package, now_ms: int) -> bool:
    """Keep the package and hand it out from now on; False when that is the one handed out already.

    An earlier one that is uploaded again is the newest again.
    """
    if _newest(db, package.lesson) == package.digest:
        return False
    again = update(lessons).where(lessons.c.digest == package.digest).values(added_ms=now_ms)
    if db.execute(again).rowcount == 0:
        named = {"lesson": package.lesson, "version": package.version, "title": package.title}
        kept = {"digest": package.digest, "size": len(package.data), "added_ms": now_ms, "package": package.data}
        db.execute(insert(lessons).values(named | kept))
    for row in db.execute(select(assignments).where(assignments.c.lesson == package.lesson)).all():
        announce(db, Kind.CHANGED, now_ms, class_id=row.class_id, student_id=row.student_id)
    return True


def shelf(db: Connection) -> list[Shelved]:
    """Every lesson with its newest package, by title."""
    many = select(lessons.c.lesson, func.count()).group_by(lessons.c.lesson)
    counts: dict[str, int] = {row[0]: row[1] for row in db.execute(many)}
    rows = select(
        lessons.c.lesson,
        lessons.c.title,
        lessons.c.version,
        lessons.c.digest,
        lessons.c.size,
        lessons.c.added_ms,
    ).order_by(lessons.c.added_ms, lessons.c.id)
    newest = {row.lesson: row for row in db.execute(rows)}
    return sorted((Shelved(*row, versions=counts[row.lesson]) for row in newest.values()), key=lambda each: each.title)


@dataclass(frozen=True, slots=True)
class Version:
    """A package of a lesson, as it was uploaded."""

    digest: str
    version: str
    title: str
    size: int
    added_ms: int


def versions(db: Connection, lesson: str) -> list[Version]:
    """Every package of the lesson, the one that is handed out first."""
    kept = lessons.c
    rows = select(kept.digest, kept.version, kept.title, kept.size, kept.added_ms).where(kept.lesson == lesson)
    return [Version(*row) for row in db.execute(rows.order_by(kept.added_ms.desc(), kept.id.desc()))]


def go_back_to(db: Connection, lesson: str, digest: str, now_ms: int) -> Version | None:
    """Hand out this package of the lesson from now on; None where there is no such package."""
    found = next((each for each in versions(db, lesson) if each.digest == digest), None)
    data = None if found is None else package(db, lesson, digest)
    if found is not None and data is not None:
        add(db, Package(lesson, found.version, found.title, data), now_ms)
    return found


def package(db: Connection, lesson: str, digest: str) -> bytes | None:
    """The package as it was kept; None where there is none."""
    row = select(lessons.c.package).where(lessons.c.lesson == lesson, lessons.c.digest == digest)
    return db.scalar(row)


def titles(db: Connection, shipped: Mapping[LessonId, Lesson]) -> dict[str, str]:
    """The titles of all lessons by their ids."""
    added = db.execute(select(lessons.c.lesson, lessons.c.title).order_by(lessons.c.added_ms, lessons.c.id))
    return {str(each.id): each.title for each in shipped.values()} | {row.lesson: row.title for row in added}


def title_of(db: Connection, lesson: str, shipped: Mapping[LessonId, Lesson]) -> str:
    """The title of a lesson that is on the server. Raises UsageError for one that is not."""
    rows = select(lessons.c.title).where(lessons.c.lesson == lesson).order_by(lessons.c.added_ms.desc())
    if (title := db.scalar(rows.limit(1))) is not None:
        return str(title)
    if (known := shipped.get(LessonId(lesson))) is not None:
        return known.title
    raise UsageError(f"There is no lesson {lesson} on this server; `kiosk server lessons` lists all.")


def played(
    db: Connection, lesson: str, version: str | None, shipped: Mapping[LessonId, Lesson]
) -> Mapping[LessonId, Lesson]:
    """The lesson as a kiosk played it, under its id; nothing where it is not here.

    A kiosk that got the lesson from here names the very package (`protocol.handing`). Any other plays a copy of its
    own: then ours of the same version has to do, the one that came with the program first.
    """
    own = shipped.get(LessonId(lesson))
    plain, digest = split_version(version or "")
    if own is not None and not digest and version in (None, own.version):
        return {own.id: own}
    rows = select(lessons.c.package).where(lessons.c.lesson == lesson).order_by(lessons.c.added_ms.desc())
    if digest:
        rows = rows.where(lessons.c.digest.startswith(digest, autoescape=True))
    elif version is not None:
        rows = rows.where(lessons.c.version == plain)
    data = db.scalar(rows.limit(1))
    if data is not None:
        found = _read(data)
        return {found.id: found if version is None else replace(found, version=version)}
    return {} if own is None else {own.id: own}


def _read(data: bytes) -> Lesson:
    """Its folder is gone afterwards: enough to score by."""
    with tempfile.TemporaryDirectory(prefix="kiosk-lesson-") as temporary:
        file, folder = Path(temporary) / "package.zip", Path(temporary) / "lesson"
        file.write_bytes(data)
        with ZipFiles(file) as files:
            unpack(files, folder)
        return load_lesson(folder)


def _newest(db: Connection, lesson: str) -> str | None:
    rows = select(lessons.c.digest).where(lessons.c.lesson == lesson)
    return db.scalar(rows.order_by(lessons.c.added_ms.desc(), lessons.c.id.desc()).limit(1))
