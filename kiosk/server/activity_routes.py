"""The two routes of the SDK that count: they stand before its own, and answer as they do.

The SDK asks Timeback for the student before anything else, and remembers a window for five minutes in one process.
Here an event is in the ledger before the answer leaves, and Timeback is asked afterwards.
"""

from fastapi import APIRouter
from starlette.responses import Response

from kiosk.server import ledger
from kiosk.server.answers import accepted
from kiosk.server.identity import SignedIn
from kiosk.server.ledger import Event
from kiosk.server.messages import read_completion, read_object, read_window
from kiosk.server.requests import RawBody, own_runs_only
from kiosk.server.school import School
from kiosk.server.students import Student


def activity_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.post("/activity/heartbeat", response_model=None)
    def heartbeat(student: SignedIn, body: RawBody) -> Response:
        return _take(school, student, read_window(read_object(body), school.courses))

    @router.post("/activity/submit", response_model=None)
    def submit(student: SignedIn, body: RawBody) -> Response:
        return _take(school, student, read_completion(read_object(body), school.courses))

    return router


def _take(school: School, student: Student, event: Event) -> Response:
    with own_runs_only(), school.database.write() as db:
        is_new = ledger.record(db, student.id, event, school.now_ms())
    school.nudge()
    return accepted(is_new=is_new)
