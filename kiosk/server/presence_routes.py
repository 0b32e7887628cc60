"""Where kiosks tell what their students are doing now."""

import math
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.responses import Response

from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.server import devices, presence
from kiosk.server.answers import Refused, invalid
from kiosk.server.identity import signed_in, signed_in_device
from kiosk.server.messages import check_text, read_object
from kiosk.server.requests import RawBody
from kiosk.server.school import School
from kiosk.server.students import Student, digest, is_email

LONGEST_DAY_MS = 86_400_000
LARGEST_COUNT = 1_000_000
LONGEST_LESSON = 500


def presence_routes(school: School) -> APIRouter:
    router = APIRouter()

    @router.put("/presence", response_model=None)
    def tell(request: Request, body: RawBody) -> Response:
        whose = _reporter(request)
        source = digest(request.headers["Authorization"])
        with school.database.write() as db:
            for email, report in read_presence(body):
                student = whose(db, email)
                if student is not None:
                    presence.note(db, student.id, source, report, school.now_ms())
        return Response(status_code=HTTPStatus.NO_CONTENT)

    return router


def _reporter(request: Request) -> Callable[[Connection, str], Student | None]:
    """Of whom the request may tell: a device of its students, a student's own token of this student.

    A device that tells of somebody else may have an old roster: that report is left out, the others count.
    Raises Refused (401).
    """
    try:
        device = signed_in_device(request)
    except Refused:
        own = signed_in(request)
        return lambda _db, email: own if email in ("", own.email) else None
    return lambda db, email: devices.student_of(db, device, email) if is_email(email) else None


def read_presence(raw: bytes) -> list[tuple[str, Report]]:
    """Read whom it is about, by e-mail address or "" for whoever's token it is, and what is told. Raises Refused."""
    told = read_object(raw).get("students")
    if not isinstance(told, list) or not all(isinstance(each, dict) for each in told):
        raise invalid("students", "Expected array of objects")
    return [(_text(each, "email").lower(), _report(each)) for each in told]


def _report(each: Mapping[str, Any]) -> Report:
    try:
        focus, safety = Focus(_text(each, "focus")), Safety(_text(each, "safety"))
    except ValueError as fault:
        raise invalid("students", "focus and safety must be words of the protocol") from fault
    has_place = each.get("page") is not None
    return Report(
        lesson=_text(each, "lesson") or None,
        page=_number(each, "page", LARGEST_COUNT) if has_place else None,
        pages=_number(each, "pages", LARGEST_COUNT) if has_place else None,
        focus=focus,
        today_ms=_number(each, "todayMs", LONGEST_DAY_MS),
        today_xp=_points(each),
        unsent=_number(each, "unsent", LARGEST_COUNT),
        safety=safety,
    )


def _text(each: Mapping[str, Any], field: str) -> str:
    text = each.get(field)
    if text is None:
        return ""
    if not isinstance(text, str) or len(text) > LONGEST_LESSON:
        raise invalid(field, f"Expected text of at most {LONGEST_LESSON} characters")
    check_text(**{field: text})
    return text


def _number(each: Mapping[str, Any], field: str, largest: int) -> int:
    number = each.get(field)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= largest:
        raise invalid(field, f"Expected integer from 0 to {largest}")
    return number


def _points(each: Mapping[str, Any]) -> float:
    points = each.get("todayXp")
    if not isinstance(points, int | float) or isinstance(points, bool) or not math.isfinite(points):
        raise invalid("todayXp", "Expected number")
    return float(points)
