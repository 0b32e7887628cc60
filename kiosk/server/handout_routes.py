"""The routes by which a kiosk gets its lessons, and hears at once what its teacher does."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response, StreamingResponse

from kiosk.errors import StoreError
from kiosk.server import announcements, assigning, launches, library
from kiosk.server.announcements import Told
from kiosk.server.answers import Refused, error, invalid
from kiosk.server.audience import Audiences, audience
from kiosk.server.launches import State
from kiosk.server.messages import check_text, read_object
from kiosk.server.requests import HIGHEST, Number, RawBody
from kiosk.server.school import School

HEARTBEAT_S = 15.0
_RANGE = re.compile(r"bytes=([0-9]{1,15})-")


def handout_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/assignments", response_model=None)
    def assignments(who: Audiences, if_none_match: Annotated[str, Header()] = "") -> Response:
        with school.database.read() as db:
            told = assigning.handed_out(db, who, school.now_ms())
        tag = {"ETag": assigning.etag(told)}
        if if_none_match == tag["ETag"]:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=tag)
        return JSONResponse({"assignments": [each.to_wire() for each in told]}, headers=tag)

    @router.get("/lessons/{lesson}/{digest}.zip", response_model=None)
    def package(
        who: Audiences,  # noqa: ARG001 - anybody of the school, but nobody else
        lesson: str,
        digest: str,
        wanted: Annotated[str, Header(alias="Range")] = "",
    ) -> Response:
        check_text(lesson=lesson, digest=digest)
        with school.database.read() as db:
            data = library.package(db, lesson, digest)
        if data is None:
            return error(HTTPStatus.NOT_FOUND, "NO_SUCH_LESSON", "This lesson is not here, or not in this version")
        return _part(data, wanted)

    @router.get("/events", response_model=None)
    async def events(
        request: Request,
        after: Annotated[int, Query(ge=0, le=HIGHEST)] = 0,
        accept: Annotated[str, Header(include_in_schema=False)] = "",
    ) -> Response:
        told = await run_in_threadpool(_look, school, request, after)
        if accept.startswith("application/json"):
            return JSONResponse({"events": list(told.events), "last": told.last})
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(_stream(school, request, after), media_type="text/event-stream", headers=headers)

    @router.post("/launches/{number}", response_model=None)
    def answer(who: Audiences, number: Number, body: RawBody) -> Response:
        state = _state(read_object(body).get("state"))
        with school.database.write() as db:
            known = launches.answer(db, who, number, state, school.now_ms())
        if not known:
            return error(HTTPStatus.NOT_FOUND, "NO_SUCH_LAUNCH", "This launch is for none of your students")
        return Response(status_code=HTTPStatus.NO_CONTENT)

    return router


def _look(school: School, request: Request, after: int) -> Told:
    """Tell who asks, looked up each time: a token that was revoked hears nothing more. Raises Refused, StoreError.

    Where there is something to tell it is looked up again: it may have been revoked before that came about.
    """
    while True:
        who = audience(request)
        with school.database.read() as db:
            told = announcements.after(db, who, after, school.now_ms())
        if not told.events or audience(request) == who:
            return told


async def _stream(school: School, request: Request, after: int) -> AsyncIterator[str]:
    """Server-sent events until the kiosk leaves or the server stops; a comment each 15 s says that all is well."""
    yield ": listening\n\n"
    with school.bell.subscription() as heard:
        while not school.bell.is_closed:
            heard.clear()
            try:
                told = await run_in_threadpool(_look, school, request, after)
            except (Refused, StoreError):
                return  # the kiosk comes again, and is told why it may not
            for event in told.events:
                yield f"id: {event['id']}\nevent: {event['kind']}\ndata: {json.dumps(event)}\n\n"
            after = told.last
            yield ": here\n\n"
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), HEARTBEAT_S)


def _part(data: bytes, wanted: str) -> Response:
    """The whole package, or what is left of it from an offset on (RFC 9110, 14.2): a download goes on."""
    tag = {"Accept-Ranges": "bytes"}
    found = _RANGE.fullmatch(wanted)
    if found is None:
        return Response(data, media_type="application/zip", headers=tag)
    start = int(found[1])
    if start >= len(data):
        refusal = error(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "NO_SUCH_RANGE", "The package is not that long")
        refusal.headers["Content-Range"] = f"bytes */{len(data)}"
        return refusal
    tag["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
    return Response(data[start:], HTTPStatus.PARTIAL_CONTENT, tag, "application/zip")


def _state(said: object) -> State:
    if said not in (State.SEEN, State.OPENED, State.DECLINED):
        raise invalid("state", "Expected seen, opened or declined")
    return State(str(said))
