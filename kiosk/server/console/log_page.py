"""The log of what teachers did."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from kiosk.server import audit
from kiosk.server.console.pupils import students_of
from kiosk.server.console.rendering import page
from kiosk.server.school import School
from kiosk.server.teachers import SignedInTeacher


def log_page(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/log", response_model=None)
    def log(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            whose = None if teacher.is_admin else [each.id for each in students_of(db, teacher)]
            found = audit.entries(db, whose)
        return page(request, "log.html", teacher, entries=list(dict.fromkeys(found)))

    return router
