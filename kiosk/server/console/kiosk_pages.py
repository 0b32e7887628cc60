"""The kiosks that joined: when each was seen last, giving it a name, shutting it out; and codes to join by.

A kiosk is shown to the teachers of any of its classes. Only who teaches all of them, or an admin, changes it: the
others would lose it too.
"""

from typing import Any

import segno
from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.responses import HTMLResponse, RedirectResponse

from kiosk.errors import UsageError
from kiosk.server import audit, devices, enrolling
from kiosk.server.console.class_view import ago
from kiosk.server.console.pupils import classes_of, require_class
from kiosk.server.console.rendering import back_to, page
from kiosk.server.devices import Device
from kiosk.server.messages import LONGEST_NAME, check_text
from kiosk.server.school import School
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import FormFields, SignedInTeacher, not_found

MINUTES = 15


def kiosk_pages(school: School) -> APIRouter:
    router = APIRouter()

    def show(request: Request, teacher: Teacher, code: dict[str, Any]) -> HTMLResponse:
        now_ms = school.now_ms()
        with school.database.read() as db:
            theirs = classes_of(db, teacher)
            found = [each for each in devices.every_device(db) if _may_see(db, teacher, each)]
            mine = {each.id for each in found if _may_change(db, teacher, each)}
        seen = {each.id: ago(now_ms - each.last_seen_ms) for each in found}
        values: dict[str, Any] = {
            "classes": theirs,
            "devices": found,
            "mine": mine,
            "seen": seen,
            "longest": LONGEST_NAME,
        }
        return page(request, "kiosks.html", teacher, code=code, **values)

    @router.get("/kiosks", response_model=None)
    def kiosks(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        return show(request, teacher, {})

    @router.post("/kiosks", response_model=None)
    def make_a_code(request: Request, teacher: SignedInTeacher, form: FormFields) -> HTMLResponse:
        with school.database.write() as db:
            chosen = require_class(db, teacher, form.number("class"))
            code = enrolling.new_code(db, [chosen.name], MINUTES, school.now_ms())
            audit.note(db, teacher.name, None, f"A code for a kiosk of class {chosen.name}.", school.now_ms())
        address = f"{request.base_url}api/timeback"
        drawn = segno.make(enrolling.scanned(code, address), micro=False).svg_inline(
            scale=6, border=2, omitsize=True, svgclass="qr", lineclass="", title="The code and the address"
        )
        told = {"text": code.text, "address": address, "until_ms": code.expires_ms, "drawn": drawn}
        return show(request, teacher, {**told, "class": chosen})

    @router.post("/kiosks/{device_id}/name", response_model=None)
    def rename(teacher: SignedInTeacher, device_id: int, form: FormFields) -> RedirectResponse:
        name = form.one("name")[:LONGEST_NAME]
        check_text(name=name)
        with school.database.write() as db:
            before = _require(db, teacher, device_id)
            try:
                devices.rename(db, device_id, name)
            except UsageError:
                return back_to("/kiosks", "blank-name")
            audit.note(db, teacher.name, None, f"Kiosk {before.name} is called {name}.", school.now_ms())
        return back_to("/kiosks", "renamed", f"kiosk-{device_id}")

    @router.post("/kiosks/{device_id}/shut-out", response_model=None)
    def shut_out(teacher: SignedInTeacher, device_id: int) -> RedirectResponse:
        with school.database.write() as db:
            device = _require(db, teacher, device_id)
            devices.revoke(db, device_id, school.now_ms())
            audit.note(db, teacher.name, None, f"Kiosk {device.name} shut out.", school.now_ms())
        return back_to("/kiosks", "shut-out", f"kiosk-{device_id}")

    return router


def _may_see(db: Connection, teacher: Teacher, device: Device) -> bool:
    return teacher.is_admin or not _names(db, teacher).isdisjoint(device.classes)


def _may_change(db: Connection, teacher: Teacher, device: Device) -> bool:
    return teacher.is_admin or (bool(device.classes) and _names(db, teacher).issuperset(device.classes))


def _names(db: Connection, teacher: Teacher) -> set[str]:
    return {each.name for each in classes_of(db, teacher)}


def _require(db: Connection, teacher: Teacher, device_id: int) -> Device:
    """The device, if the teacher may change it. Raises Refused (404)."""
    found = next((each for each in devices.every_device(db) if each.id == device_id), None)
    if found is None or not _may_change(db, teacher, found):
        raise not_found()
    return found
