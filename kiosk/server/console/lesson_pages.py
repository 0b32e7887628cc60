"""The lessons of the school: which there are and for whom, uploading them, and a lesson's versions."""

import shutil
import tempfile
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.datastructures import UploadFile
from starlette.responses import HTMLResponse, RedirectResponse

from kiosk.clock import local_day
from kiosk.errors import ActivityError
from kiosk.protocol.course import GRADES, SUBJECTS, Course, parse_course
from kiosk.server import audit, library
from kiosk.server.console.choices import lessons_here
from kiosk.server.console.plan_view import Part, Planned, plan_of
from kiosk.server.console.pupils import classes_of, students_of
from kiosk.server.console.rendering import back_to, page
from kiosk.server.console.uploading import Read, read_upload
from kiosk.server.messages import check_text
from kiosk.server.school import School
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import FormFields, SignedInTeacher, bad_form, not_found


def lesson_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/lessons", response_model=None)
    def lessons(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        return _show(school, request, teacher)

    @router.post("/lessons", response_model=None)
    def upload(request: Request, teacher: SignedInTeacher, form: FormFields) -> HTMLResponse:
        if form.file is None or not form.file.filename:
            return _show(school, request, teacher, Read([], ["No file was chosen."], []))
        read = _read(form.file, form.file.filename, _course(form.one("subject"), form.one("grade")))
        with school.database.write() as db:
            new = [_keep(db, teacher, package, school.now_ms()) for package, _ in read.packages]
        return _show(school, request, teacher, read, new)

    @router.get("/lessons/{lesson}", response_model=None)
    def one_lesson(request: Request, teacher: SignedInTeacher, lesson: str) -> HTMLResponse:
        with school.database.read() as db:
            found = next((each for each in lessons_here(db, school.lessons) if each.lesson == lesson), None)
            if found is None:
                raise not_found()
            theirs, titles = classes_of(db, teacher), library.titles(db, school.lessons)
            parts = plan_of(db, theirs, students_of(db, teacher), titles, local_day(school.now_ms()))
            values: dict[str, Any] = {"versions": library.versions(db, lesson), "classes": theirs}
        rows = [(part.name, row) for part in parts for row in part.rows if row.lesson == lesson]
        return page(request, "lesson.html", teacher, lesson=found, rows=rows, **values)

    @router.post("/lessons/{lesson}/versions/{digest}", response_model=None)
    def go_back(teacher: SignedInTeacher, lesson: str, digest: str) -> RedirectResponse:
        check_text(lesson=lesson, digest=digest)
        with school.database.write() as db:
            version = library.go_back_to(db, lesson, digest, school.now_ms())
            if version is None:
                raise not_found()
            told = f"Lesson {version.title}: version {version.version} is handed out from now on."
            audit.note(db, teacher.name, None, told, school.now_ms())
        return back_to(f"/lessons/{lesson}", "version")

    return router


def _show(
    school: School, request: Request, teacher: Teacher, read: Read | None = None, new: Sequence[bool] = ()
) -> HTMLResponse:
    """The page of all lessons; after an upload with what was `read`, and which of it is `new`."""
    with school.database.read() as db:
        titles = library.titles(db, school.lessons)
        parts = plan_of(db, classes_of(db, teacher), students_of(db, teacher), titles, local_day(school.now_ms()))
        values: dict[str, Any] = {
            "lessons": lessons_here(db, school.lessons),
            "shelved": {each.lesson: each for each in library.shelf(db)},
        }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if read is not None and read.faults else HTTPStatus.OK
    values |= {"for_whom": _for_whom(parts), "read": read, "new": new, "subjects": SUBJECTS, "grades": GRADES}
    return page(request, "lessons.html", teacher, status=status, **values)


def _keep(db: Connection, teacher: Teacher, package: library.Package, now_ms: int) -> bool:
    is_new = library.add(db, package, now_ms)
    if is_new:
        told = f"Lesson {package.title} ({package.lesson}, version {package.version}) uploaded."
        audit.note(db, teacher.name, None, told, now_ms)
    return is_new


def _read(file: UploadFile, name: str, course: Course | None) -> Read:
    with tempfile.TemporaryDirectory(prefix="kiosk-upload-") as temporary:
        kept = Path(temporary) / (Path(name.replace("\\", "/")).name.replace("\0", "") or "lesson.zip")
        try:
            with kept.open("wb") as copy:
                shutil.copyfileobj(file.file, copy)
        except OSError:
            return Read([], [f"The server cannot keep a file called {kept.name[:80]}; give it a shorter name."], [])
        return read_upload(kept, course)


def _course(subject: str, grade: str) -> Course | None:
    """Raises Refused."""
    if not subject and not grade:
        return None
    try:
        return parse_course({"subject": subject, "grade": int(grade)})
    except (ActivityError, ValueError) as fault:
        raise bad_form() from fault


def _for_whom(parts: Sequence[Part]) -> dict[str, list[tuple[str, Planned]]]:
    """Each lesson's assignments, with the class that they belong to."""
    found: dict[str, list[tuple[str, Planned]]] = {}
    for part in parts:
        for row in part.rows:
            found.setdefault(row.lesson, []).append((part.name, row))
    return found
