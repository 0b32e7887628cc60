"""The web application: the SDK's routes under /api/timeback, ours under /api/kiosk, every refusal in one shape."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import APIRouter, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from kiosk.errors import StoreError
from kiosk.server.activity_routes import activity_routes
from kiosk.server.answers import Refused, error
from kiosk.server.kiosk_routes import kiosk_routes
from kiosk.server.limits import LimitedBodies
from kiosk.server.rates import LimitedRates, Rates
from kiosk.server.school import School

PREFIX = "/api/timeback"
KIOSK_PREFIX = "/api/kiosk"

_log = logging.getLogger(__name__)


def application(school: School) -> FastAPI:
    """The ASGI application. It forwards to Timeback as long as its lifespan lasts."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with school.at_work():
            yield

    app = FastAPI(openapi_url=None, lifespan=lifespan)
    app.state.database = school.database
    app.add_middleware(LimitedBodies)
    app.add_middleware(LimitedRates, rates=Rates(school.clock))
    app.include_router(activity_routes(school), prefix=PREFIX)
    app.include_router(_without_timeback() if school.forwarder is None else school.sdk.router, prefix=PREFIX)
    app.include_router(kiosk_routes(school), prefix=KIOSK_PREFIX)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(StoreError, _store_error)
    app.add_exception_handler(Exception, _our_fault)
    return app


def _without_timeback() -> APIRouter:
    """What stands for the SDK's other routes in local mode: all of them ask Timeback."""
    router = APIRouter()

    @router.api_route("/{path:path}", methods=["GET", "POST"])
    def not_connected(path: str) -> Response:  # noqa: ARG001 - whatever it is
        message = "This school server has no Timeback credentials yet"
        return error(HTTPStatus.SERVICE_UNAVAILABLE, "NOT_CONNECTED", message)

    return router


def _refused(_request: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)
    return refused.response


def _http_error(_request: Request, fault: Exception) -> JSONResponse:
    assert isinstance(fault, HTTPException)
    status = HTTPStatus(fault.status_code)
    return error(status, status.name, status.phrase)


def _store_error(_request: Request, fault: Exception) -> JSONResponse:
    _log.error("%s", fault)
    return error(HTTPStatus.SERVICE_UNAVAILABLE, "STORE_UNAVAILABLE", "The school server cannot reach its database")


def _our_fault(_request: Request, _fault: Exception) -> JSONResponse:
    return error(HTTPStatus.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR", "The school server has a fault; see its log")
