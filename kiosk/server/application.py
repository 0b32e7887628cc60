"""The web application: the SDK's routes under /api/timeback, ours under /api/kiosk, every refusal in one shape."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from kiosk.errors import StoreError
from kiosk.server.activity_routes import activity_routes
from kiosk.server.answers import Refused, error
from kiosk.server.console.faults import for_people
from kiosk.server.console.site import site
from kiosk.server.device_routes import device_routes
from kiosk.server.file_routes import file_routes
from kiosk.server.handout_routes import handout_routes
from kiosk.server.kiosk_routes import kiosk_routes
from kiosk.server.limits import LimitedBodies
from kiosk.server.presence_routes import presence_routes
from kiosk.server.rates import LimitedRates, Rates
from kiosk.server.school import School
from kiosk.server.teachers import PREFIX as TEACHER_PREFIX
from kiosk.server.teaching_routes import teaching_routes

PREFIX = "/api/timeback"
KIOSK_PREFIX = "/api/kiosk"

HANG_UP = "hang_up"
"""Under this name the lifespan's state has what ends the streams that kiosks and teachers' pages listen to."""

_log = logging.getLogger(__name__)


def application(school: School) -> FastAPI:
    """The ASGI application. It forwards to Timeback as long as its lifespan lasts."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[dict[str, Callable[[], None]]]:
        school.bell.start(asyncio.get_running_loop())
        try:
            async with school.at_work():
                yield {HANG_UP: school.bell.close}
        finally:
            school.bell.close()
            school.bell.join()

    app = FastAPI(openapi_url=None, lifespan=lifespan)
    app.state.database, app.state.now_ms = school.database, school.now_ms
    app.add_middleware(LimitedBodies)
    app.add_middleware(LimitedRates, rates=Rates(school.clock))
    app.include_router(activity_routes(school), prefix=PREFIX)
    app.include_router(_without_timeback() if school.forwarder is None else school.sdk.router, prefix=PREFIX)
    app.include_router(kiosk_routes(school), prefix=KIOSK_PREFIX)
    app.include_router(file_routes(school), prefix=KIOSK_PREFIX)
    app.include_router(presence_routes(school), prefix=KIOSK_PREFIX)
    app.include_router(site(school), prefix=TEACHER_PREFIX)
    app.include_router(teaching_routes(school), prefix=f"{TEACHER_PREFIX}/api")
    app.include_router(device_routes(school), prefix=KIOSK_PREFIX)
    app.include_router(handout_routes(school), prefix=KIOSK_PREFIX)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(StoreError, _store_error)
    app.add_exception_handler(Exception, _our_fault)
    return app


def _without_timeback() -> APIRouter:
    """What stands for the SDK's other routes in local mode: all of them ask Timeback."""
    router = APIRouter()

    @router.api_route("/{path:path}", methods=["GET", "POST"], include_in_schema=False)
    def not_connected(path: str) -> Response:  # noqa: ARG001 - whatever it is
        message = "This school server has no Timeback credentials yet"
        return error(HTTPStatus.SERVICE_UNAVAILABLE, "NOT_CONNECTED", message)

    return router


def _refused(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return for_people(request, refused.response)


def _http_error(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    status = HTTPStatus(fault.status_code)
    return for_people(request, error(status, status.name, status.phrase))


def _unreadable(request: Request, fault: Exception) -> Response:
    """FastAPI's own refusal of what stands in a path, a query or a header, in our shape."""
    assert isinstance(fault, RequestValidationError)
    first = fault.errors()[0]
    details = {"field": str(first["loc"][-1]), "message": str(first["msg"])}
    refusal = error(HTTPStatus.UNPROCESSABLE_ENTITY, "INVALID_PAYLOAD", "This address cannot be read", details)
    return for_people(request, refusal)


def _store_error(request: Request, fault: Exception) -> Response:
    _log.error("%s", fault)
    message = "The school server cannot reach its database"
    return for_people(request, error(HTTPStatus.SERVICE_UNAVAILABLE, "STORE_UNAVAILABLE", message))


def _our_fault(request: Request, _fault: Exception) -> Response:
    message = "The school server has a fault; see its log"
    return for_people(request, error(HTTPStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", message))
