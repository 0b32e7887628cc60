"""Opening a lesson for students of a class, and pausing the class."""

from http import HTTPStatus

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kiosk.errors import UsageError
from kiosk.server import launches, library
from kiosk.server.classes import SchoolClass
from kiosk.server.console.choices import chosen_of, lessons_here, require_choice
from kiosk.server.console.pupils import Person, require_class, students_of
from kiosk.server.console.rendering import back_to, page
from kiosk.server.school import School
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import FormFields, SignedInTeacher

MINUTE_MS = 60_000


def opening_pages(school: School) -> APIRouter:
    router = APIRouter()

    def ask_again(
        request: Request, teacher: Teacher, db: Connection, chosen: SchoolClass, fault: str, ticked: list[Person]
    ) -> HTMLResponse:
        return page(
            request,
            "open.html",
            teacher,
            status=HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK,
            school_class=chosen,
            people=students_of(db, teacher, chosen.id),
            lessons=lessons_here(db, school.lessons),
            ticked={each.id for each in ticked},
            fault=fault,
        )

    @router.get("/classes/{class_id}/open", response_model=None)
    def choose(request: Request, teacher: SignedInTeacher, class_id: int) -> HTMLResponse:
        with school.database.read() as db:
            chosen = require_class(db, teacher, class_id)
            return ask_again(request, teacher, db, chosen, "", students_of(db, teacher, class_id))

    @router.post("/classes/{class_id}/open", response_model=None)
    def open_it(request: Request, teacher: SignedInTeacher, class_id: int, form: FormFields) -> Response:
        lesson, minutes, now_ms = form.one("lesson"), form.number("minutes"), school.now_ms()
        expires_ms = now_ms + minutes * MINUTE_MS if minutes else launches.end_of_day_ms(now_ms)
        with school.database.write() as db:
            chosen = require_class(db, teacher, class_id)
            people = chosen_of(students_of(db, teacher, class_id), form.numbers("student"))
            try:
                require_choice(people, lesson)
                title = library.title_of(db, lesson, school.lessons)
                launches.launch(db, lesson, title, [each.id for each in people], now_ms, expires_ms)
            except UsageError as fault:
                return ask_again(request, teacher, db, chosen, str(fault), people)
        return back_to(f"/classes/{class_id}", "opened", "opened")

    @router.post("/classes/{class_id}/recall", response_model=None)
    def recall(teacher: SignedInTeacher, class_id: int, form: FormFields) -> RedirectResponse:
        """Make what still waits of an opening void."""
        with school.database.write() as db:
            require_class(db, teacher, class_id)
            people = students_of(db, teacher, class_id)
            launches.recall(db, form.numbers("launch"), [each.id for each in people], school.now_ms())
        return back_to(f"/classes/{class_id}", "recalled", "opened")

    @router.post("/classes/{class_id}/pause", response_model=None)
    def pause(teacher: SignedInTeacher, class_id: int, form: FormFields) -> RedirectResponse:
        with school.database.write() as db:
            require_class(db, teacher, class_id)
            try:
                launches.pause(db, class_id, form.number("minutes") * MINUTE_MS, school.now_ms())
            except UsageError:
                return back_to(f"/classes/{class_id}", "not-paused")
        return back_to(f"/classes/{class_id}")

    @router.post("/classes/{class_id}/go-on", response_model=None)
    def go_on(teacher: SignedInTeacher, class_id: int) -> RedirectResponse:
        with school.database.write() as db:
            require_class(db, teacher, class_id)
            launches.resume(db, class_id, school.now_ms())
        return back_to(f"/classes/{class_id}")

    return router
