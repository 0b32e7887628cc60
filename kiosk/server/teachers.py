"""Which teacher asks: by the cookie of a session. Whatever changes something must come from one of our own pages.

`SignedInTeacher` for pages and JSON routes alike: who asks for a page without a session is led to the sign-in page,
everybody else is refused. A request that is no GET needs the session's CSRF token, as the form's field `csrf` or as
the header `Kiosk-CSRF`.
"""

import hashlib
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from http import HTTPStatus
from typing import Annotated
from urllib.parse import parse_qs, quote, urlsplit

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse

from kiosk.server import teacher_accounts
from kiosk.server.answers import Refused, error, unauthorised
from kiosk.server.messages import check_text
from kiosk.server.teacher_accounts import Teacher

PREFIX = "/teacher"
COOKIE = "kiosk_teacher"
CSRF_HEADER = "Kiosk-CSRF"
FORM_TYPE = "application/x-www-form-urlencoded"
PARTS_TYPE = "multipart/form-data"
MOST_FIELDS = 5_000
MOST_PARTS = 20
LARGEST_PART = 32 * 1024 * 1024
"""A field beside a file: an export of a roster that was looked through and comes back to be imported."""


class Form:
    """The fields of a form, as text, and the one file that it may bring."""

    def __init__(self, fields: Mapping[str, Sequence[str]], file: UploadFile | None = None) -> None:
        """Raises Refused for text that no database keeps."""
        for values in fields.values():
            check_text(form="".join(values))
        self._fields = fields
        self.file = file

    def one(self, name: str) -> str:
        """The field's text, without white space around it; "" when it is not there."""
        return self._fields.get(name, [""])[0].strip()

    def password(self, name: str) -> str:
        """The field's text as it is: a password may begin with a space."""
        return self._fields.get(name, [""])[0]

    def numbers(self, name: str) -> list[int]:
        """Every number of this name. Raises Refused."""
        try:
            return [int(text) for text in self._fields.get(name, [])]
        except ValueError as fault:
            raise bad_form() from fault

    def number(self, name: str) -> int:
        """Raises Refused unless there is exactly one."""
        match self.numbers(name):
            case [number]:
                return number
            case _:
                raise bad_form()


def bad_form() -> Refused:
    return Refused(error(HTTPStatus.BAD_REQUEST, "INVALID_FORM", "This form cannot be read; load its page again"))


def forbidden(message: str) -> Refused:
    return Refused(error(HTTPStatus.FORBIDDEN, "FORBIDDEN", message))


def not_found() -> Refused:
    """The same for what is not there and for what another teacher has: nobody learns what others have."""
    return Refused(error(HTTPStatus.NOT_FOUND, "NOT_FOUND", "There is no such page, or it is another teacher's"))


async def read_form(request: Request) -> Form:
    """Read the form, however it is spelled. A file is on the disk until the request is closed. Raises Refused."""
    if not request.headers.get("Content-Type", "").startswith(PARTS_TYPE):
        try:
            raw = (await request.body()).decode()
            return Form(parse_qs(raw, keep_blank_values=True, max_num_fields=MOST_FIELDS))
        except ValueError as fault:
            raise bad_form() from fault
    parts = await request.form(max_files=1, max_fields=MOST_PARTS, max_part_size=LARGEST_PART)
    fields: dict[str, list[str]] = {}
    for name, value in parts.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, []).append(value)
    return Form(fields, next((each for each in parts.values() if isinstance(each, UploadFile)), None))


async def _form(request: Request) -> AsyncIterator[Form]:
    try:
        yield await read_form(request)
    finally:
        await request.close()


async def signed_in_teacher(request: Request) -> Teacher:
    """The teacher whose session the request carries. Raises Refused: 303 to the sign-in page, 401, 403."""
    teacher = await run_in_threadpool(_find, request)
    if teacher is None:
        if request.method == "GET" and "text/html" in request.headers.get("Accept", ""):
            raise Refused(RedirectResponse(f"{PREFIX}/sign-in?then={quote(_path(request))}", HTTPStatus.SEE_OTHER))
        raise unauthorised()
    if request.method not in ("GET", "HEAD"):
        await _check_csrf(request)
    return teacher


def signed_in_admin(teacher: Annotated[Teacher, Depends(signed_in_teacher)]) -> Teacher:
    """A teacher who has the whole school. Raises Refused."""
    if not teacher.is_admin:
        raise forbidden("This is for admins")
    return teacher


FormFields = Annotated[Form, Depends(_form)]
SignedInTeacher = Annotated[Teacher, Depends(signed_in_teacher)]
SignedInAdmin = Annotated[Teacher, Depends(signed_in_admin)]


def csrf_token(request: Request) -> str:
    """The token that the session's own pages know, and no other page can: derived from the cookie."""
    return hashlib.sha256(f"csrf {request.cookies.get(COOKIE, '')}".encode()).hexdigest()


def check_origin(request: Request) -> None:
    """Refuse what a page of another site makes a browser send. Raises Refused."""
    origin = request.headers.get("Origin")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none") or (
        origin is not None and urlsplit(origin).netloc != request.headers.get("Host")
    ):
        raise forbidden("This request comes from another site")


async def _check_csrf(request: Request) -> None:
    check_origin(request)
    given = request.headers.get(CSRF_HEADER, "")
    if not given and request.headers.get("Content-Type", "").startswith((FORM_TYPE, PARTS_TYPE)):
        given = (await read_form(request)).one("csrf")
    if not secrets.compare_digest(given.encode(), csrf_token(request).encode()):
        await request.close()
        raise forbidden("This page is too old; load it again")


def _find(request: Request) -> Teacher | None:
    token = request.cookies.get(COOKIE)
    if not token:
        return None
    with request.app.state.database.read() as db:
        return teacher_accounts.by_session(db, token, request.app.state.now_ms())


def _path(request: Request) -> str:
    query = request.url.query
    return request.url.path + (f"?{query}" if query else "")
