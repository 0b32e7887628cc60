"""A code by which one kiosk joins the school, to read, to type and to scan."""

from typing import Any

import segno
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from kiosk.server import audit, enrolling
from kiosk.server.console.pupils import classes_of, require_class
from kiosk.server.console.rendering import page
from kiosk.server.school import School
from kiosk.server.teachers import FormFields, SignedInTeacher

MINUTES = 15


def enrol_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/enrol", response_model=None)
    def ask(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            theirs = classes_of(db, teacher)
        return page(request, "enrol.html", teacher, classes=theirs, code=None)

    @router.post("/enrol", response_model=None)
    def make(request: Request, teacher: SignedInTeacher, form: FormFields) -> HTMLResponse:
        with school.database.write() as db:
            theirs = classes_of(db, teacher)
            chosen = require_class(db, teacher, form.number("class"))
            code = enrolling.new_code(db, [chosen.name], MINUTES, school.now_ms())
            audit.note(db, teacher.name, None, f"A code for a kiosk of class {chosen.name}.", school.now_ms())
        address = f"{request.base_url}api/timeback"
        drawn = segno.make(enrolling.scanned(code, address), micro=False).svg_inline(
            scale=6, border=2, omitsize=True, svgclass="qr", lineclass="", title="The code and the address"
        )
        values: dict[str, Any] = {"code": code.text, "address": address, "until_ms": code.expires_ms, "drawn": drawn}
        return page(request, "enrol.html", teacher, classes=theirs, **values)

    return router
