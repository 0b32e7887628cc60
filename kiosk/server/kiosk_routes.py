"""Our own routes, for our own kiosks."""

from typing import Any

from fastapi import APIRouter

from kiosk.server import outbox
from kiosk.server.identity import SignedIn
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

    return router
