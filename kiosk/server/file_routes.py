"""The routes by which what a student hands in follows the run to another computer."""

from hashlib import sha256
from http import HTTPStatus

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.lessons.files import is_digest
from kiosk.server import files, ledger
from kiosk.server.answers import error, invalid
from kiosk.server.identity import SignedIn
from kiosk.server.messages import check_text
from kiosk.server.requests import RawBody
from kiosk.server.school import School


def file_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/files/{digest}", response_model=None)
    def file(student: SignedIn, digest: str) -> Response:
        check_text(digest=digest)
        with school.database.read() as db:
            data = files.get(db, student.id, digest)
        if data is None:
            return error(HTTPStatus.NOT_FOUND, "NO_SUCH_FILE", "The student handed in no such file, or it is gone")
        return Response(data, media_type="application/octet-stream")

    @router.put("/files/{digest}", response_model=None)
    def save_file(student: SignedIn, digest: str, body: RawBody) -> Response:
        if not is_digest(digest) or sha256(body).hexdigest() != digest:
            raise invalid("digest", "Expected the SHA-256 of the body")
        with school.database.write() as db:
            ledger.one_at_a_time(db, student.id)
            is_named = files.put(db, student.id, digest, body, school.now_ms())
        if not is_named:
            return error(HTTPStatus.NOT_FOUND, "NOT_NAMED", "No answer of the student names this file")
        return Response(status_code=HTTPStatus.NO_CONTENT)

    return router
