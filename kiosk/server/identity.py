"""Who asks: a student, by a token of their own or by a device's and the header `Kiosk-Student`; or a device alone.

Nobody else may ask for anything but `hello` and to be enrolled.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated
from urllib.parse import unquote

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from kiosk.server import devices, students
from kiosk.server.answers import Refused, not_on_roster, unauthorised
from kiosk.server.database import Database
from kiosk.server.devices import SEEN_EVERY_MS, Device
from kiosk.server.students import Student, is_email

STUDENT_HEADER = "Kiosk-Student"
"""The student's e-mail address, percent-encoded where it is not ASCII."""


def signed_in(request: Request) -> Student:
    """The student for whom the request is made. Raises Refused (401, 404). Reads the database, so not on the loop."""
    return _student(request.app.state.database, request)


def signed_in_device(request: Request) -> Device:
    """The device whose token the request carries. Raises Refused (401). Reads the database, so not on the loop."""
    return _device(request.app.state.database, request)


SignedIn = Annotated[Student, Depends(signed_in)]
SignedInDevice = Annotated[Device, Depends(signed_in_device)]


def email_by_token(database: Database) -> Callable[[Request], Awaitable[str | None]]:
    """The same question as the SDK asks it; None for nobody."""

    def find(request: Request) -> str | None:
        try:
            return _student(database, request).email
        except Refused:
            return None

    async def email_of(request: Request) -> str | None:
        return await run_in_threadpool(find, request)

    return email_of


def _student(database: Database, request: Request) -> Student:
    email = request.headers.get(STUDENT_HEADER)
    if email is not None:
        device, email = _device(database, request), unquote(email)
        with database.read() as db:
            student = devices.student_of(db, device, email) if is_email(email) else None
        if student is None:
            raise not_on_roster()
        return student
    with database.read() as db:
        student = students.by_token(db, _token(request))
    if student is None:
        raise unauthorised()
    return student


def _device(database: Database, request: Request) -> Device:
    with database.read() as db:
        device = devices.by_token(db, _token(request))
    if device is None:
        raise unauthorised()
    now_ms = request.app.state.now_ms()
    if now_ms - device.last_seen_ms >= SEEN_EVERY_MS:
        with database.write() as db:
            devices.note_seen(db, device, now_ms)
    return device


def _token(request: Request) -> str:
    """Raises Refused (401) when there is none."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise unauthorised()
    return token.strip()
