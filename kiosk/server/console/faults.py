"""A refusal as a page, for whoever looks at pages."""

import json
from http import HTTPStatus

from fastapi import Request
from starlette.responses import Response

from kiosk.server.console.rendering import page
from kiosk.server.teachers import PREFIX

_HEADINGS = {
    HTTPStatus.BAD_REQUEST: "That cannot be read",
    HTTPStatus.FORBIDDEN: "That is not allowed",
    HTTPStatus.NOT_FOUND: "Not here",
}


def for_people(request: Request, refusal: Response) -> Response:
    """The same refusal in words where a browser asked for one of the teacher's pages; else as it is."""
    if (
        not request.url.path.startswith(f"{PREFIX}/")
        or "text/html" not in request.headers.get("Accept", "")
        or refusal.media_type != "application/json"
    ):
        return refusal
    message = json.loads(bytes(refusal.body))["error"]["message"]
    status = HTTPStatus(refusal.status_code)
    return page(
        request, "fault.html", status=status, heading=_HEADINGS.get(status, "That did not work"), message=message
    )
