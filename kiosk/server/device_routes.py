"""The routes by which a kiosk becomes a device of the school and learns who its students are."""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Request
from starlette.responses import JSONResponse, Response

from kiosk.server import devices, enrolling
from kiosk.server.answers import error, invalid
from kiosk.server.devices import Fetch
from kiosk.server.enrolling import WrongCodeError
from kiosk.server.identity import SignedInDevice
from kiosk.server.messages import read_enrolment, read_object
from kiosk.server.requests import RawBody
from kiosk.server.roster import etag, roster_of
from kiosk.server.school import School


def device_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.post("/enroll", response_model=None)
    def enrol(request: Request, body: RawBody) -> JSONResponse:
        code, name = read_enrolment(read_object(body))
        address, now_ms = request.client.host if request.client else "", school.now_ms()
        with school.database.write() as db:
            if not enrolling.may_try(db, address, now_ms):
                return _too_many_tries()
            try:
                device, token = enrolling.enrol(db, code, name, now_ms)
            except WrongCodeError:
                enrolling.note_wrong_code(db, address, now_ms)
                message = "This code is wrong, used or too old; ask your teacher for a new one"
                return error(HTTPStatus.NOT_FOUND, "WRONG_CODE", message)
            roster = roster_of(db, device)
        return JSONResponse({"token": token, **roster}, headers={"ETag": etag(roster)})

    @router.get("/roster", response_model=None)
    def roster(
        device: SignedInDevice,
        kiosk_start: Annotated[str, Header()] = "",
        if_none_match: Annotated[str, Header()] = "",
    ) -> Response:
        with school.database.write() as db:
            if not devices.note_fetch(db, device, _fetch(kiosk_start)):
                message = "Another kiosk uses this enrolment, as after a disk was copied; enrol this one anew"
                return error(HTTPStatus.CONFLICT, "ENROL_ANEW", message)
            told = roster_of(db, device)
        tag = {"ETag": etag(told)}
        if if_none_match == tag["ETag"]:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=tag)
        return JSONResponse(told, headers=tag)

    return router


def _too_many_tries() -> JSONResponse:
    minutes = enrolling.WITHIN_MS // enrolling.MINUTE_MS
    refusal = error(
        HTTPStatus.TOO_MANY_REQUESTS, "TOO_MANY_TRIES", f"Too many wrong codes; try again in {minutes} minutes"
    )
    refusal.headers["Retry-After"] = str(minutes * 60)
    return refusal


def _fetch(header: str) -> Fetch:
    """Read `Kiosk-Start: START COUNT`. Raises Refused."""
    match header.split():
        case [start, count] if len(start) <= 36 and count.isascii() and count.isdigit() and len(count) <= 15:
            return Fetch(start, int(count))
        case _:
            raise invalid("Kiosk-Start", "Expected the id of the program's start and how often it has fetched")
