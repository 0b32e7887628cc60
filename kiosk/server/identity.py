"""Who asks: a bearer token that was given for one student. Nobody else may ask for anything but `hello`."""

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from kiosk.server import students
from kiosk.server.answers import unauthorised
from kiosk.server.database import Database
from kiosk.server.students import Student


def signed_in(request: Request) -> Student:
    """The student whose token the request carries. Raises Refused (401). Reads the database, so not on the loop."""
    student = _find(request.app.state.database, request)
    if student is None:
        raise unauthorised()
    return student


SignedIn = Annotated[Student, Depends(signed_in)]


def email_by_token(database: Database) -> Callable[[Request], Awaitable[str | None]]:
    """The same question as the SDK asks it."""

    async def email_of(request: Request) -> str | None:
        student = await run_in_threadpool(_find, database, request)
        return None if student is None else student.email

    return email_of


def _find(database: Database, request: Request) -> Student | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    with database.read() as db:
        return students.by_token(db, token.strip())
