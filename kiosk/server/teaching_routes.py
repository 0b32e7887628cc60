"""What a teacher does with lessons, as JSON for the console's pages: each for students of the teacher's own classes.

Every request carries the session's cookie, and the CSRF token where it changes something (`teachers`).
"""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from sqlalchemy import Connection, select
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from kiosk.clock import day_start_ms, local_day
from kiosk.errors import LessonError, UsageError
from kiosk.server import assigning, launches, library
from kiosk.server.answers import Refused, error, invalid
from kiosk.server.assigning import Span, Target
from kiosk.server.audience import members
from kiosk.server.classes import classes_of, every_class
from kiosk.server.messages import check_text, read_object
from kiosk.server.requests import Number, RawBody
from kiosk.server.schema import assignments
from kiosk.server.school import School
from kiosk.server.students import Student, by_email
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import SignedInTeacher, not_found

MINUTE_MS = 60_000


def teaching_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/lessons")
    def lessons(_teacher: SignedInTeacher) -> dict[str, Any]:
        with school.database.read() as db:
            shelf = library.shelf(db)
        added = {each.lesson for each in shelf}
        shipped = [lesson for lesson in school.lessons.values() if lesson.id not in added]
        return {
            "added": [*map(asdict, shelf)],
            "shipped": [{"lesson": each.id, "title": each.title, "version": each.version} for each in shipped],
        }

    @router.put("/lessons")
    async def upload(
        request: Request, _teacher: SignedInTeacher, name: Annotated[str, Query(max_length=200)]
    ) -> dict[str, Any]:
        """Take a file as it is, named as it was, in any form that can be imported."""
        data = await request.body()  # not before the teacher is known
        return await run_in_threadpool(_take_upload, school, name, data)

    @router.post("/assignments", response_model=None)
    def assign(teacher: SignedInTeacher, body: RawBody) -> JSONResponse:
        said = read_object(body)
        lesson = _text(said, "lesson")
        with _sentences(), school.database.write() as db:
            span = Span(_day(said, "from"), _day(said, "until"))
            library.title_of(db, lesson, school.lessons)
            numbers = [
                assigning.assign(db, lesson, target, span, _integer(said, "order", 0), school.now_ms())
                for target in _targets(db, teacher, said)
            ]
        return JSONResponse({"assignments": numbers}, HTTPStatus.CREATED)

    @router.get("/assignments")
    def plan(teacher: SignedInTeacher) -> dict[str, Any]:
        with school.database.read() as db:
            mine = {each.name for each in every_class(db) if teacher.may_see(each.id)}
            emails = {student.email for class_id in _classes(db, teacher) for student in members(db, class_id)}
            rows = [row for row in assigning.plan(db) if row.school_class in mine or row.email in emails]
        return {"assignments": [*map(asdict, rows)]}

    @router.delete("/assignments/{number}", response_model=None)
    def unassign(teacher: SignedInTeacher, number: Number) -> Response:
        with school.database.write() as db:
            row = db.execute(select(assignments).where(assignments.c.id == number)).one_or_none()
            if row is None or not _may(db, teacher, Target(row.class_id, row.student_id)):
                raise not_found()
            assigning.unassign(db, number, school.now_ms())
        return Response(status_code=HTTPStatus.NO_CONTENT)

    router.include_router(_opening_routes(school))
    return router


def _opening_routes(school: School) -> APIRouter:
    """What happens on the kiosks at once: lessons opened, classes paused."""
    router = APIRouter()

    @router.post("/launches", response_model=None)
    def launch(teacher: SignedInTeacher, body: RawBody) -> JSONResponse:
        said, now_ms = read_object(body), school.now_ms()
        lesson, minutes = _text(said, "lesson"), _integer(said, "minutes", 0)
        expires_ms = now_ms + minutes * MINUTE_MS if minutes else launches.end_of_day_ms(now_ms)
        with _sentences(), school.database.write() as db:
            title = library.title_of(db, lesson, school.lessons)
            who = {each for target in _targets(db, teacher, said) for each in _students(db, target)}
            made = launches.launch(db, lesson, title, sorted(who), now_ms, expires_ms)
        return JSONResponse({"launches": made}, HTTPStatus.CREATED)

    @router.get("/launches")
    def launched(teacher: SignedInTeacher) -> dict[str, Any]:
        now_ms = school.now_ms()
        with school.database.read() as db:
            who = {student.id for class_id in _classes(db, teacher) for student in members(db, class_id)}
            found = launches.launched_since(db, who, day_start_ms(local_day(now_ms)), now_ms)
        return {"launches": [*map(asdict, found)]}

    @router.delete("/launches/{number}", response_model=None)
    def recall(teacher: SignedInTeacher, number: Number) -> Response:
        with school.database.write() as db:
            who = {student.id for class_id in _classes(db, teacher) for student in members(db, class_id)}
            if not launches.recall(db, [number], who, school.now_ms()):
                raise not_found()
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @router.put("/classes/{class_id}/pause", response_model=None)
    def pause(teacher: SignedInTeacher, class_id: int, body: RawBody) -> JSONResponse:
        seconds = _integer(read_object(body), "seconds", 0)
        with _sentences(), school.database.write() as db:
            _require_class(db, teacher, class_id)
            number = launches.pause(db, class_id, seconds * 1000, school.now_ms())
        return JSONResponse({"pause": number, "seconds": seconds})

    @router.delete("/classes/{class_id}/pause", response_model=None)
    def resume(teacher: SignedInTeacher, class_id: int) -> Response:
        with school.database.write() as db:
            _require_class(db, teacher, class_id)
            launches.resume(db, class_id, school.now_ms())
        return Response(status_code=HTTPStatus.NO_CONTENT)

    return router


def _take_upload(school: School, name: str, data: bytes) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="kiosk-upload-") as temporary:
        file = Path(temporary) / (Path(name.replace("\\", "/")).name or "lesson.zip")
        try:
            file.write_bytes(data)
            packages = library.read_packages(file)
        except (LessonError, OSError, ValueError) as fault:
            said = str(fault).replace(temporary, "").strip("/") if isinstance(fault, LessonError) else "cannot be kept"
            raise Refused(error(HTTPStatus.UNPROCESSABLE_ENTITY, "LESSON_FAULT", said)) from fault
    with school.database.write() as db:
        new = {package.lesson: library.add(db, package, school.now_ms()) for package in packages}
    told = [{"lesson": each.lesson, "title": each.title, "version": each.version} for each in packages]
    return {"lessons": [{**each, "isNew": new[each["lesson"]]} for each in told]}


@contextmanager
def _sentences() -> Iterator[None]:
    """Tell what a person got wrong in the sentence that says so."""
    try:
        yield
    except UsageError as fault:
        raise Refused(error(HTTPStatus.UNPROCESSABLE_ENTITY, "CANNOT_BE_DONE", str(fault))) from fault


def _targets(db: Connection, teacher: Teacher, said: Mapping[str, Any]) -> list[Target]:
    """The class by its number, or students by e-mail address; all the teacher's own. Raises Refused."""
    emails = said.get("students", [])
    if not isinstance(emails, list) or not all(isinstance(email, str) for email in emails):
        raise invalid("students", "Expected a list of e-mail addresses")
    check_text(students=" ".join(emails))
    found: list[Student | None] = [by_email(db, email) for email in emails]
    targets = [Target(student_id=student.id if student else 0) for student in found]
    if said.get("class") is not None:
        targets.append(Target(class_id=_integer(said, "class", 0)))
    if not targets:
        raise invalid("class", "Say for whom: a class, or students")
    if not all(_may(db, teacher, target) for target in targets):
        raise not_found()
    return targets


def _may(db: Connection, teacher: Teacher, target: Target) -> bool:
    if target.class_id is not None:
        return target.class_id in _classes(db, teacher)
    theirs = classes_of(db, target.student_id or 0)
    known = bool(theirs) or (teacher.is_admin and bool(target.student_id))
    return known and (teacher.is_admin or any(map(teacher.may_see, theirs)))


def _classes(db: Connection, teacher: Teacher) -> list[int]:
    return [each.id for each in every_class(db) if teacher.may_see(each.id)]


def _require_class(db: Connection, teacher: Teacher, class_id: int) -> None:
    if class_id not in _classes(db, teacher):
        raise not_found()


def _students(db: Connection, target: Target) -> list[int]:
    if target.class_id is not None:
        return [student.id for student in members(db, target.class_id)]
    assert target.student_id is not None
    return [target.student_id]


def _text(said: Mapping[str, Any], field: str) -> str:
    value = said.get(field)
    if not isinstance(value, str) or not value.strip():
        raise invalid(field, "Expected text")
    check_text(**{field: value})
    return value


def _day(said: Mapping[str, Any], field: str) -> str | None:
    return None if said.get(field) is None else _text(said, field)


def _integer(said: Mapping[str, Any], field: str, otherwise: int) -> int:
    value = said.get(field, otherwise)
    if type(value) is not int or not -1_000_000 <= value <= 1_000_000:
        raise invalid(field, "Expected a whole number")
    return value
