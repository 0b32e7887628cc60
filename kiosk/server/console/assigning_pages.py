"""Assigning a lesson to a class or some of its students, and the plan: what is assigned to whom at a glance."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy import Connection
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kiosk.clock import local_day
from kiosk.errors import UsageError
from kiosk.server import assigning, audit, library
from kiosk.server.assigning import Span, Target
from kiosk.server.classes import SchoolClass
from kiosk.server.console.choices import chosen_of, lessons_here, require_choice
from kiosk.server.console.plan_view import Part, plan_of
from kiosk.server.console.pupils import classes_of, require_class, students_of
from kiosk.server.console.rendering import back_to, page
from kiosk.server.school import School
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import Form, FormFields, SignedInTeacher, bad_form, not_found

HIGHEST_ORDER = 1000


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form says, and what it is filled in with. `students` counts where it is not for the `whole` class."""

    lesson: str = ""
    whole: bool = True
    students: frozenset[int] = frozenset()
    from_day: str = ""
    until_day: str = ""
    order: int = 0


def assigning_pages(school: School) -> APIRouter:
    router = APIRouter()

    def plan_for(db: Connection, teacher: Teacher) -> list[Part]:
        titles, today = library.titles(db, school.lessons), local_day(school.now_ms())
        return plan_of(db, classes_of(db, teacher), students_of(db, teacher), titles, today)

    def ask(
        request: Request, teacher: Teacher, db: Connection, chosen: SchoolClass, wish: Wish, fault: str = ""
    ) -> HTMLResponse:
        status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
        people, lessons = students_of(db, teacher, chosen.id), lessons_here(db, school.lessons)
        values: dict[str, Any] = {"people": people, "lessons": lessons, "wish": wish, "fault": fault}
        return page(request, "assign.html", teacher, status=status, school_class=chosen, **values)

    @router.get("/plan", response_model=None)
    def plan(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            parts = plan_for(db, teacher)
        return page(request, "plan.html", teacher, parts=parts)

    @router.get("/classes/{class_id}/assign", response_model=None)
    def choose(request: Request, teacher: SignedInTeacher, class_id: int, lesson: str = "") -> HTMLResponse:
        with school.database.read() as db:
            return ask(request, teacher, db, require_class(db, teacher, class_id), Wish(lesson))

    @router.post("/classes/{class_id}/assign", response_model=None)
    def assign(request: Request, teacher: SignedInTeacher, class_id: int, form: FormFields) -> Response:
        wish = _wish(form)
        with school.database.write() as db:
            chosen = require_class(db, teacher, class_id)
            people = [] if wish.whole else chosen_of(students_of(db, teacher, class_id), wish.students)
            targets = [Target(class_id)] if wish.whole else [Target(student_id=each.id) for each in people]
            try:
                require_choice(targets, wish.lesson)
                title = library.title_of(db, wish.lesson, school.lessons)
                span = Span(wish.from_day or None, wish.until_day or None)
            except UsageError as fault:
                return ask(request, teacher, db, chosen, wish, str(fault))
            for target in targets:
                assigning.assign(db, wish.lesson, target, span, wish.order, school.now_ms())
            whom = ", ".join(each.name for each in people) or f"class {chosen.name}"
            audit.note(db, teacher.name, None, f"{title} assigned to {whom}.", school.now_ms())
        return back_to("/plan", "assigned", f"class-{class_id}")

    @router.post("/assignments/{number}/end", response_model=None)
    def unassign(teacher: SignedInTeacher, number: int) -> RedirectResponse:
        with school.database.write() as db:
            rows = [(each, part) for part in plan_for(db, teacher) for each in part.rows if each.number == number]
            if not rows:
                raise not_found()
            [(row, part)] = rows
            assigning.unassign(db, number, school.now_ms())
            told = f"{row.title} not assigned to {row.whom or f'class {part.name}'} any more."
            audit.note(db, teacher.name, None, told, school.now_ms())
        return back_to("/plan", "unassigned", f"class-{part.class_id}" if part.class_id else "")

    return router


def _wish(form: Form) -> Wish:
    """Raises Refused."""
    order = form.number("order")
    if not 0 <= order <= HIGHEST_ORDER:
        raise bad_form()
    is_whole, students = form.one("whom") == "class", frozenset(form.numbers("student"))
    return Wish(form.one("lesson"), is_whole, students, form.one("from"), form.one("until"), order)
