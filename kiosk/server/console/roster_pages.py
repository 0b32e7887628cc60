"""Rosters for admins: a OneRoster export is uploaded, what it would change is shown, and then it is imported.

Nothing is kept in between: the page that shows the changes carries the export, so any process of the server can go
on. What is imported is looked through anew, and told anew.
"""

import base64
import tempfile
from http import HTTPStatus
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from kiosk.errors import UsageError
from kiosk.server import audit
from kiosk.server.console.rendering import page
from kiosk.server.oneroster import read_export
from kiosk.server.roster_files import read_files
from kiosk.server.roster_import import Report, bring_in
from kiosk.server.school import School
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import LARGEST_PART, Form, FormFields, SignedInAdmin, bad_form

LARGEST_EXPORT = LARGEST_PART // 2
"""In base64 it fits into a field; a zip of a district's CSV files has a few MiB."""


def roster_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/roster", response_model=None)
    def ask(request: Request, admin: SignedInAdmin) -> HTMLResponse:
        return _show(request, admin)

    @router.post("/roster", response_model=None)
    def look_through(request: Request, admin: SignedInAdmin, form: FormFields) -> HTMLResponse:
        if form.file is None or not form.file.filename:
            return _show(request, admin, "No file was chosen.")
        data = form.file.file.read(LARGEST_EXPORT + 1)
        if len(data) > LARGEST_EXPORT:
            return _show(
                request, admin, f"The file is larger than {LARGEST_EXPORT // 2**20} MiB; use the command line."
            )
        try:
            report = _import(school, data, form, dry_run=True)
        except UsageError as fault:
            return _show(request, admin, str(fault))
        carried, delta = base64.b64encode(data).decode(), form.one("delta") == "yes"
        return _show(request, admin, report=report, carried=carried, delta=delta, name=form.file.filename)

    @router.post("/roster/import", response_model=None)
    def take(request: Request, admin: SignedInAdmin, form: FormFields) -> HTMLResponse:
        try:
            report = _import(school, base64.b64decode(form.one("export"), validate=True), form, dry_run=False)
        except ValueError as broken:
            raise bad_form() from broken
        except UsageError as fault:
            return _show(request, admin, str(fault))
        if report.faults and form.one("skip") != "yes":
            return _show(request, admin, "Rows cannot be used, so nothing was changed. Choose the file again.", report)
        counts = [f"{len(getattr(report, what))} {what}" for what in ("added", "changed", "moved", "removed")]
        with school.database.write() as db:
            told = f"Roster {form.one('name')[:100]} imported: {', '.join(counts)}."
            audit.note(db, admin.name, None, told, school.now_ms())
        return _show(request, admin, report=report, done=True)

    return router


def _show(
    request: Request, teacher: Teacher, fault: str = "", report: Report | None = None, **more: object
) -> HTMLResponse:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
    values = {"carried": "", "delta": False, "name": "", "done": False} | more
    return page(request, "roster.html", teacher, status=status, fault=fault, report=report, **values)


def _import(school: School, data: bytes, form: Form, *, dry_run: bool) -> Report:
    """Raises UsageError."""
    with tempfile.TemporaryDirectory(prefix="kiosk-roster-") as temporary:
        file = Path(temporary) / "roster.zip"
        file.write_bytes(data)
        try:
            export = read_export(read_files(file), delta=form.one("delta") == "yes")
        except UsageError as fault:
            raise UsageError(str(fault).replace(str(file), form.one("name") or "The file")) from fault
    skip_bad = dry_run or form.one("skip") == "yes"
    return bring_in(school.database, export, school.now_ms(), dry_run=dry_run, skip_bad=skip_bad)
