"""The classes, and the class view that stays true while it is looked at."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from kiosk.clock import day_start_ms, local_day
from kiosk.server import launches, library
from kiosk.server.bell import Bell
from kiosk.server.classes import SchoolClass
from kiosk.server.console.class_view import ClassView, class_view
from kiosk.server.console.opened import openings
from kiosk.server.console.pupils import classes_of, pupils, require_class
from kiosk.server.console.rendering import SAFE_HEADERS, back_to, fragment, page
from kiosk.server.school import School
from kiosk.server.teachers import SignedInTeacher, csrf_token

LOOK_EVERY_S = 1.0
STREAM_LOOKS = 60
"""A stream ends after a minute, and the browser begins a new one: who was signed out meanwhile sees no more."""

ALIVE_EVERY = 15

PAUSES = (1, 2, 5, 10, 15, 30)
"""Minutes to choose from."""


def class_pages(school: School) -> APIRouter:
    router = APIRouter()

    def view_of(db: Connection, class_id: int) -> ClassView:
        now_ms = school.now_ms()
        start_ms = day_start_ms(local_day(now_ms))
        return class_view(pupils(db, class_id, start_ms), library.titles(db, school.lessons), start_ms, now_ms)

    def live_values(chosen: SchoolClass, csrf: str) -> dict[str, Any]:
        """What changes while the page is looked at. The same values make the same HTML."""
        now_ms = school.now_ms()
        with school.database.read() as db:
            view = view_of(db, chosen.id)
            ids = [row.student for row in view.rows]
            launched = launches.launched_since(db, ids, day_start_ms(local_day(now_ms)), now_ms)
            pauses = launches.pauses_under_way(db, now_ms)
        paused = next((each for each in pauses if each.school_class == chosen.name), None)
        values = {"view": view, "openings": openings(launched), "paused": paused}
        return {**values, "school_class": chosen, "pauses": PAUSES, "csrf": csrf}

    def live_part(chosen: SchoolClass, csrf: str) -> str:
        return fragment("class-live.html", **live_values(chosen, csrf))

    @router.get("/", response_model=None)
    def home(request: Request, teacher: SignedInTeacher) -> HTMLResponse | RedirectResponse:
        with school.database.read() as db:
            theirs = classes_of(db, teacher)
            if len(theirs) == 1:
                return back_to(f"/classes/{theirs[0].id}")
            views = [(each, view_of(db, each.id)) for each in theirs]
        return page(request, "classes.html", teacher, views=views)

    @router.get("/classes/{class_id}", response_model=None)
    def one_class(request: Request, teacher: SignedInTeacher, class_id: int) -> HTMLResponse:
        with school.database.read() as db:
            chosen = require_class(db, teacher, class_id)
        now_ms = school.now_ms()
        values = live_values(chosen, csrf_token(request))
        return page(request, "class.html", teacher, today=local_day(now_ms), now_ms=now_ms, **values)

    @router.get("/classes/{class_id}/live", response_model=None)
    def live(request: Request, teacher: SignedInTeacher, class_id: int) -> Response:
        """The part of the page that changes: as a stream, or once for a browser that asks again and again."""
        with school.database.read() as db:
            chosen = require_class(db, teacher, class_id)
        csrf = csrf_token(request)
        if "text/event-stream" not in request.headers.get("Accept", ""):
            return HTMLResponse(live_part(chosen, csrf), headers=SAFE_HEADERS)
        headers = SAFE_HEADERS | {"X-Accel-Buffering": "no"}
        parts = _changes(lambda: live_part(chosen, csrf), school.bell)
        return StreamingResponse(parts, media_type="text/event-stream", headers=headers)

    return router


async def _changes(look: Callable[[], str], bell: Bell) -> AsyncIterator[str]:
    shown = ""
    with bell.subscription() as heard:
        for count in range(STREAM_LOOKS):
            if bell.is_closed:
                return
            heard.clear()
            html = await run_in_threadpool(look)
            if html != shown:
                shown = html
                yield server_sent(html)
            elif count % ALIVE_EVERY == 0:
                yield ": alive\n\n"
            with suppress(TimeoutError):
                await asyncio.wait_for(heard.wait(), LOOK_EVERY_S)


def server_sent(text: str) -> str:
    """One event of a stream (HTML Standard, server-sent events): a line of text is a line of data."""
    return "".join(f"data: {line}\n" for line in text.split("\n")) + "\n"
