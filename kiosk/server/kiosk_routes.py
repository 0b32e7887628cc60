"""Our own routes, for our own kiosks."""

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from starlette.responses import JSONResponse, Response

from kiosk.protocol.batch import BATCHES, MOST_MESSAGES, PROTOCOL
from kiosk.server import ledger, outbox, progress
from kiosk.server.answers import error
from kiosk.server.batches import read_batch, take
from kiosk.server.finishing import finish
from kiosk.server.identity import SignedIn
from kiosk.server.messages import check_text, read_claim, read_object, read_place
from kiosk.server.requests import RawBody, UnpackedBody, own_runs_only
from kiosk.server.school import School


def kiosk_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/hello")
    def hello(protocol: str = "1") -> dict[str, Any]:
        """Kiosks of before there was a choice take 1 alone for ours, and do not ask for more."""
        if protocol not in map(str, range(BATCHES, 100)):
            return {"protocol": 1, "mode": school.mode}
        with school.database.read() as db:
            name = ledger.name(db)
        spoken = min(int(protocol), PROTOCOL)
        return {"protocol": spoken, "mode": school.mode, "ledger": name, "messages": MOST_MESSAGES}

    @router.post("/batch", response_model=None)
    def batch(student: SignedIn, body: UnpackedBody) -> JSONResponse:
        asked = read_batch(body, school)
        with school.database.write() as db:
            told = take(db, student.id, asked, school)
        school.nudge()
        return JSONResponse({"answers": told})

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
    def place(student: SignedIn, lesson: str, run: str = "") -> JSONResponse:
        """Where the student is. `run` is the run of the machine that asks: it may be finished meanwhile."""
        check_text(lesson=lesson, run=run)
        with school.database.read() as db:
            found = progress.latest(db, student.id, lesson)
            is_finished = progress.is_finished(db, student.id, run)
        if found is None:
            code, message = "NO_PROGRESS", "The student is in no run of this lesson"
            return error(HTTPStatus.NOT_FOUND, "FINISHED" if is_finished else code, message)
        return JSONResponse(
            {
                "runId": found.run_id,
                "page": found.page,
                "answers": found.answers,
                "focusedMs": found.focused_ms,
                "changedMs": found.changed_ms,
            }
        )

    @router.put("/progress/{lesson}", response_model=None)
    def save_place(student: SignedIn, lesson: str, body: RawBody) -> Response:
        check_text(lesson=lesson)
        place = read_place(read_object(body), lesson, school.now_ms())
        with own_runs_only(), school.database.write() as db:
            ledger.one_at_a_time(db, student.id)
            progress.save(db, student.id, place)
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @router.post("/finish", response_model=None)
    def finish_run(student: SignedIn, body: RawBody) -> JSONResponse:
        claim = read_claim(read_object(body))
        with own_runs_only(), school.database.write() as db:
            ledger.one_at_a_time(db, student.id)
            done = finish(db, student.id, claim, school.lessons, school.xp, school.now_ms())
        school.nudge()
        status, told = done.told
        return JSONResponse(told, status)

    return router
