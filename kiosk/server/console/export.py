"""Focused time as a CSV file for a spreadsheet, and the log of what teachers did."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from kiosk.clock import local_day
from kiosk.server import audit
from kiosk.server.console.pupils import Person, classes_of, students_of
from kiosk.server.console.rendering import SAFE_HEADERS, page
from kiosk.server.console.student_view import DayLesson, by_day_and_lesson, happened
from kiosk.server.school import School
from kiosk.server.teachers import SignedInTeacher, bad_form, not_found

HEADING = ("class", "student", "email", "lesson", "title", "day", "focused_seconds", "focused_minutes")
LONGEST_DAYS = 400
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/export", response_model=None)
    def ask(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            theirs = classes_of(db, teacher)
        until = date.fromisoformat(local_day(school.now_ms()))
        chosen = request.query_params.get("class", "")
        values: dict[str, Any] = {
            "classes": theirs,
            "chosen": chosen,
            "from_day": until - timedelta(days=27),
            "until_day": until,
        }
        return page(request, "export.html", teacher, **values)

    @router.get("/time.csv", response_model=None)
    def time(request: Request, teacher: SignedInTeacher) -> Response:
        asked = request.query_params
        try:
            first, last = date.fromisoformat(asked.get("from", "")), date.fromisoformat(asked.get("until", ""))
            class_id = int(asked.get("class", "")) if asked.get("class") else None
        except ValueError as fault:
            raise bad_form() from fault
        if not timedelta(0) <= last - first <= timedelta(days=LONGEST_DAYS):
            raise bad_form()
        with school.database.read() as db:
            if class_id is not None and class_id not in {each.id for each in classes_of(db, teacher)}:
                raise not_found()
            people = students_of(db, teacher, class_id)
            found = happened(db, [each.id for each in people], first.isoformat(), last.isoformat())
        times = [(person, each) for person in people for each in by_day_and_lesson(found.get(person.id, []))]
        headers = SAFE_HEADERS | {
            "Content-Disposition": f'attachment; filename="time-{first.isoformat()}-{last.isoformat()}.csv"'
        }
        return Response(time_csv(times, school.titles), media_type="text/csv; charset=utf-8", headers=headers)

    @router.get("/log", response_model=None)
    def log(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            whose = None if teacher.is_admin else [each.id for each in students_of(db, teacher)]
            found = audit.entries(db, whose)
        return page(request, "log.html", teacher, entries=list(dict.fromkeys(found)))

    return router


def time_csv(times: Iterable[tuple[Person, DayLesson]], titles: Mapping[str, str]) -> bytes:
    """The rows in UTF-8 with a byte order mark, without which some spreadsheets take it for another encoding."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADING)
    for person, each in times:
        words = (person.school_class, person.name, person.email, each.lesson, titles.get(each.lesson, ""), each.day)
        rows.writerow([*map(no_formula, words), each.ms // 1000, round(each.ms / 60_000, 1)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def no_formula(text: str) -> str:
    """Keep a spreadsheet from calculating what a name says (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
