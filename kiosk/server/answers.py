"""What the server answers, in the SDK's shapes: `{"error": {"code", "message", "details"?}}` for every refusal."""

from http import HTTPStatus
from typing import Any

from starlette.responses import JSONResponse, Response


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """Ends a request with this answer."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status_code)
        self.response = response


def error(status: HTTPStatus, code: str, message: str, details: dict[str, str] | None = None) -> JSONResponse:
    body: dict[str, Any] = {"code": code, "message": message}
    if details is not None:
        body["details"] = details
    return JSONResponse({"error": body}, status)


def invalid(field: str, message: str) -> Refused:
    """The SDK's answer to a message that breaks a rule."""
    return Refused(
        error(HTTPStatus.BAD_REQUEST, "INVALID_PAYLOAD", "Invalid payload", {"field": field, "message": message})
    )


def malformed() -> Refused:
    return Refused(error(HTTPStatus.BAD_REQUEST, "INVALID_PAYLOAD", "Malformed JSON in request body"))


def unauthorised() -> Refused:
    return Refused(error(HTTPStatus.UNAUTHORIZED, "UNAUTHORIZED", "Unauthorized"))


def not_on_roster() -> Refused:
    """The same for a student who is unknown and one of another class: a device learns nothing of others."""
    message = "This device has no student with this e-mail address"
    return Refused(error(HTTPStatus.NOT_FOUND, "NOT_ON_ROSTER", message))


def accepted(*, is_new: bool) -> Response:
    """The SDK's answers to a message taken, and to one it has already."""
    return Response(status_code=HTTPStatus.NO_CONTENT) if is_new else JSONResponse({"duplicate": True})
