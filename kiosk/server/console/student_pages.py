"""One student's page, and the way to give time that was somebody else's to whom it belongs."""

from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from kiosk.clock import day_start_ms, local_day
from kiosk.server import audit, correcting, library
from kiosk.server.console.aside import refusals, unscored
from kiosk.server.console.chart import PHONE_DAYS, chart, recent_days
from kiosk.server.console.pupils import require_student, students_of
from kiosk.server.console.rendering import minutes, page
from kiosk.server.console.student_view import by_day_and_lesson, happened, runs_of
from kiosk.server.school import School
from kiosk.server.teachers import FormFields, SignedInTeacher, bad_form


def student_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/students/{student_id}", response_model=None)
    def student(request: Request, teacher: SignedInTeacher, student_id: int) -> HTMLResponse:
        today = local_day(school.now_ms())
        days = recent_days(today)
        with school.database.read() as db:
            person = require_student(db, teacher, student_id)
            all_of_it = happened(db, [student_id], days[0], today).get(student_id, [])
            titles = library.titles(db, school.lessons)
            aside: dict[str, Any] = {"refusals": refusals(db, [person]), "unscored": unscored(db, [person])}
        times = by_day_and_lesson(all_of_it)
        sums = {day: sum(each.ms for each in times if each.day == day) for day in days}
        return page(
            request,
            "student.html",
            teacher,
            person=person,
            today=today,
            times=times,
            chart=chart(sums),
            short_chart=chart({day: sums[day] for day in days[-PHONE_DAYS:]}),
            runs=runs_of(all_of_it),
            titles=titles,
            **aside,
        )

    @router.get("/students/{student_id}/wrong-person", response_model=None)
    def choose(request: Request, teacher: SignedInTeacher, student_id: int, day: str = "") -> HTMLResponse:
        day = _day(day) if day else local_day(school.now_ms())
        with school.database.read() as db:
            person = require_student(db, teacher, student_id)
            titles = library.titles(db, school.lessons)
            others = [each for each in students_of(db, teacher) if each.id != student_id]
            found = correcting.records(db, student_id, day_start_ms(day), day_start_ms(_next(day)))
        runs: dict[str, list[correcting.Record]] = {}
        for each in found:
            runs.setdefault(each.run_id, []).append(each)
        values: dict[str, Any] = {"person": person, "others": others, "day": day, "runs": list(runs.values())}
        return page(request, "wrong-person.html", teacher, titles=titles, **values)

    @router.post("/students/{student_id}/wrong-person", response_model=None)
    def give(request: Request, teacher: SignedInTeacher, student_id: int, form: FormFields) -> Response:
        chosen, right_id = form.numbers("event"), form.number("to")
        if not chosen or right_id == student_id:
            raise bad_form()
        with school.database.write() as db:
            wrong, right = require_student(db, teacher, student_id), require_student(db, teacher, right_id)
            done = correcting.give(db, wrong.id, right.id, chosen, school.now_ms())
            sentence = (
                f"Time of {wrong.name} ({wrong.email}) given to {right.name} ({right.email}): "
                f"{minutes(done.moved_ms)} moved, {minutes(done.listed_ms)} to be corrected in Timeback by hand."
            )
            for concerned in (wrong, right):
                audit.note(db, teacher.name, concerned.id, sentence, school.now_ms())
        school.nudge()
        return page(request, "given.html", teacher, wrong=wrong, right=right, done=done)

    return router


def _day(text: str) -> str:
    """The calendar day that a page was asked for. Raises Refused."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as fault:
        raise bad_form() from fault


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
