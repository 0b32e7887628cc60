"""What waits for a person, over all of a teacher's students, and the buttons that take it on."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse

from kiosk.server import audit, correcting, library, outbox
from kiosk.server.console.aside import decide_anew, refusals, unscored
from kiosk.server.console.pupils import students_of
from kiosk.server.console.rendering import back_to, page
from kiosk.server.school import School
from kiosk.server.teachers import FormFields, SignedInTeacher, not_found


def aside_pages(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/parked", response_model=None)
    def parked(request: Request, teacher: SignedInTeacher) -> HTMLResponse:
        with school.database.read() as db:
            people = students_of(db, teacher)
            ids = {person.id for person in people}
            values: dict[str, Any] = {
                "refusals": refusals(db, people),
                "unscored": unscored(db, people),
                "corrections": [each for each in correcting.listed(db) if each.wrong_id in ids],
                "backlog": outbox.backlog(db),
                "titles": library.titles(db, school.lessons),
            }
        return page(request, "parked.html", teacher, mode=school.mode, **values)

    @router.post("/parked/{event}/again", response_model=None)
    def send_again(teacher: SignedInTeacher, event: int, form: FormFields) -> RedirectResponse:
        with school.database.write() as db:
            found = [each for each in refusals(db, students_of(db, teacher)) if each.event == event]
            if not found:
                raise not_found()
            outbox.retry(db, event)
        school.nudge()
        return back_to(_page_of(form.one("from"), found[0].student.id), "sent-again")

    @router.post("/claims/{run}/decide", response_model=None)
    def decide(teacher: SignedInTeacher, run: int, form: FormFields) -> RedirectResponse:
        with school.database.write() as db:
            found = [each for each in unscored(db, students_of(db, teacher)) if each.run == run]
            if not found:
                raise not_found()
            done = decide_anew(db, run, school.lessons, school.xp, school.now_ms())
        school.nudge()
        told = "scored" if done.metrics is not None else "still-unscored"
        return back_to(_page_of(form.one("from"), found[0].student.id), told)

    @router.post("/corrections/{event}/done", response_model=None)
    def corrected(teacher: SignedInTeacher, event: int) -> RedirectResponse:
        with school.database.write() as db:
            ids = {person.id for person in students_of(db, teacher)}
            found = [each for each in correcting.listed(db) if each.event == event and each.wrong_id in ids]
            if not found:
                raise not_found()
            correcting.done(db, event, school.now_ms())
            told = f"Corrected in Timeback by hand: {found[0].activity}, from {found[0].wrong} to {found[0].right}."
            audit.note(db, teacher.name, found[0].wrong_id, told, school.now_ms())
        return back_to("/parked", "corrected")

    return router


def _page_of(origin: str, student_id: int) -> str:
    return f"/students/{student_id}" if origin == "student" else "/parked"
