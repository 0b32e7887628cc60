"""Our own routes, for our own kiosks."""

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from kiosk.server import library, outbox, progress
from kiosk.server.answers import error
from kiosk.server.finishing import finish
from kiosk.server.identity import SignedIn
from kiosk.server.messages import check_text, read_claim, read_place
from kiosk.server.requests import RawBody, own_runs_only
from kiosk.server.school import School

PROTOCOL = 1
"""What the routes under /api/kiosk speak. A kiosk asks `hello` and uses what both know."""


def kiosk_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/hello")
    def hello() -> dict[str, Any]:
        return {"protocol": PROTOCOL, "mode": school.mode}

    @router.get("/outbox")
    def own_outbox(student: SignedIn) -> dict[str, Any]:
        with school.database.read() as db:
            count = outbox.backlog(db, student.id)
            parked = outbox.parked(db, student.id)
        return {
            "waiting": count.waiting,
            "waitingReason": count.waiting_reason,
            "delivered": count.delivered,
            "parked": [{"kind": each.kind, "runId": each.run_id, "reason": each.reason} for each in parked],
        }

    @router.get("/progress/{lesson}", response_model=None)
    def place(student: SignedIn, lesson: str) -> JSONResponse:
        check_text(lesson=lesson)
        with school.database.read() as db:
            found = progress.latest(db, student.id, lesson)
        if found is None:
            return error(HTTPStatus.NOT_FOUND, "NO_PROGRESS", "The student is in no run of this lesson")
        return JSONResponse(
            {"runId": found.run_id, "page": found.page, "answers": found.answers, "focusedMs": found.focused_ms}
        )

    @router.put("/progress/{lesson}", response_model=None)
    def save_place(student: SignedIn, lesson: str, body: RawBody) -> Response:
        check_text(lesson=lesson)
        run_id, page, answers = read_place(body)
        with own_runs_only(), school.database.write() as db:
            progress.save(db, student.id, lesson, run_id, page, answers, school.now_ms())
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @router.post("/finish", response_model=None)
    def finish_run(student: SignedIn, body: RawBody) -> JSONResponse:
        claim = read_claim(body)
        with own_runs_only(), school.database.write() as db:
            lessons = library.played(db, claim.lesson, claim.version, school.lessons)
            done = finish(db, student.id, claim, lessons, school.xp, school.now_ms())
        school.nudge()
        if done.metrics is None:
            return JSONResponse({"status": "parked", "reason": done.reason}, HTTPStatus.ACCEPTED)
        return JSONResponse({"status": "finished", "metrics": dict(done.metrics)})

    return router
