"""Focused time of a class, or of all of a teacher's students: as charts by day, student and lesson, and as a file."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.datastructures import QueryParams
from starlette.responses import HTMLResponse, Response

from kiosk.clock import local_day
from kiosk.server import library
from kiosk.server.console.chart import DAYS, PHONE_DAYS, chart, days_between
from kiosk.server.console.pupils import classes_of, require_class, students_of
from kiosk.server.console.rendering import SAFE_HEADERS, page
from kiosk.server.console.time_file import time_csv
from kiosk.server.console.time_view import focused, sums
from kiosk.server.school import School
from kiosk.server.teachers import SignedInTeacher, bad_form

LONGEST_DAYS = 400
MOST_BARS = 21
"""More days than that are drawn week by week."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which time to show. `class_id`: None for all of the teacher's."""

    class_id: int | None
    first: str
    last: str


def time_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/time", response_model=None)
    def time(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        today = local_day(school.now_ms())
        asked = _asked(request.query_params, today)
        with school.database.read() as db:
            if asked.class_id is not None:
                require_class(db, teacher, asked.class_id)
            theirs, people = classes_of(db, teacher), students_of(db, teacher, asked.class_id)
            found = focused(db, [each.id for each in people], asked.first, asked.last)
            titles = library.titles(db, school.lessons)
        days = dict.fromkeys(days_between(asked.first, asked.last), 0)
        for each in found:
            days[each.day] += each.ms
        bars = days if len(days) <= MOST_BARS else _by_week(days)
        by_student = sums(found, lambda each: each.student, lambda each: each.lesson)
        values: dict[str, Any] = {
            "classes": theirs,
            "asked": asked,
            "today": today,
            "by_week": bars is not days,
            "chart": chart(bars),
            "short_chart": chart(dict(list(bars.items())[-PHONE_DAYS:])),
            "total_ms": sum(days.values()),
            "people": {str(each.id): each for each in people},
            "idle": [each for each in people if str(each.id) not in {sum_.of for sum_ in by_student}],
            "by_student": by_student,
            "by_lesson": sums(found, lambda each: each.lesson, lambda each: each.student),
            "titles": titles,
        }
        return page(request, "time.html", teacher, **values)

    @router.get("/time.csv", response_model=None)
    def file(request: Request, teacher: SignedInTeacher) -> Response:
        asked = _asked(request.query_params, local_day(school.now_ms()))
        with school.database.read() as db:
            if asked.class_id is not None:
                require_class(db, teacher, asked.class_id)
            people = students_of(db, teacher, asked.class_id)
            found = focused(db, [each.id for each in people], asked.first, asked.last)
            titles = library.titles(db, school.lessons)
        name = f"time-{asked.first}-{asked.last}.csv"
        headers = SAFE_HEADERS | {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(time_csv(people, found, titles), media_type="text/csv; charset=utf-8", headers=headers)

    return router


def _asked(query: QueryParams, today: str) -> Asked:
    """What the address asks for; of the last two weeks where it does not say. Raises Refused."""
    try:
        last = date.fromisoformat(query.get("until") or today)
        first = date.fromisoformat(query["from"]) if query.get("from") else last - timedelta(days=DAYS - 1)
        class_id = int(query["class"]) if query.get("class") else None
    except (ValueError, OverflowError) as fault:
        raise bad_form() from fault
    if not timedelta(0) <= last - first < timedelta(days=LONGEST_DAYS):
        raise bad_form()
    return Asked(class_id, first.isoformat(), last.isoformat())


def _by_week(days: dict[str, int]) -> dict[str, int]:
    """Add up by the weeks' Mondays."""
    found: dict[str, int] = {}
    for day, ms in days.items():
        moment = date.fromisoformat(day)
        monday = (moment - timedelta(days=moment.weekday())).isoformat()
        found[monday] = found.get(monday, 0) + ms
    return found
