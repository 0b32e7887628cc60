"""Signing in and out, and choosing a password by a link."""

from http import HTTPStatus

from fastapi import APIRouter, Depends, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kiosk.errors import UsageError
from kiosk.server import sign_in_guard, teacher_accounts
from kiosk.server.console.rendering import back_to, page
from kiosk.server.school import School
from kiosk.server.teacher_accounts import SESSION_MS
from kiosk.server.teachers import COOKIE, PREFIX, FormFields, SignedInTeacher, check_origin


def signing_in(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/sign-in", response_model=None)
    def ask(request: Request, then: str = "") -> HTMLResponse:
        return page(request, "sign-in.html", then=then, email="", fault="")

    @router.post("/sign-in", response_model=None, dependencies=[Depends(check_origin)])
    def sign_in(request: Request, form: FormFields) -> Response:
        email, address, now_ms = form.one("email"), _address(request), school.now_ms()

        def again(fault: str, status: HTTPStatus) -> HTMLResponse:
            return page(request, "sign-in.html", status=status, then=form.one("then"), email=email, fault=fault)

        with school.database.read() as db:
            wait_ms = sign_in_guard.wait_ms(db, email, address, now_ms)
            teacher = None if wait_ms else teacher_accounts.by_password(db, email, form.password("password"))
        if wait_ms:
            seconds = -(-wait_ms // 1000)
            refusal = again(f"Too many wrong tries. Try again in {seconds} s.", HTTPStatus.TOO_MANY_REQUESTS)
            refusal.headers["Retry-After"] = str(seconds)
            return refusal
        if teacher is None:
            with school.database.write() as db:
                sign_in_guard.note_failure(db, email, address, now_ms)
            return again("The e-mail address or the password is wrong.", HTTPStatus.FORBIDDEN)
        with school.database.write() as db:
            sign_in_guard.note_success(db, email)
            token = teacher_accounts.open_session(db, teacher.id, now_ms)
        answer: Response = RedirectResponse(_inside(form.one("then")), HTTPStatus.SEE_OTHER)
        _set_cookie(request, answer, token, SESSION_MS // 1000)
        return answer

    @router.post("/sign-out", response_model=None)
    def sign_out(request: Request, _teacher: SignedInTeacher) -> RedirectResponse:
        with school.database.write() as db:
            teacher_accounts.close_session(db, request.cookies[COOKIE])
        answer = back_to("/sign-in", "signed-out")
        _set_cookie(request, answer, "", 0)
        return answer

    return router


def choosing_a_password(school: School) -> APIRouter:
    router = APIRouter()

    @router.get("/password/{link}", response_model=None)
    def ask_for_password(request: Request, link: str) -> HTMLResponse:
        with school.database.read() as db:
            teacher = teacher_accounts.by_link(db, link, school.now_ms())
        status = HTTPStatus.NOT_FOUND if teacher is None else HTTPStatus.OK
        return page(request, "password.html", status=status, link=link, whose=teacher, fault="")

    @router.post("/password/{link}", response_model=None, dependencies=[Depends(check_origin)])
    def choose_password(request: Request, link: str, form: FormFields) -> Response:
        password = form.password("password")
        with school.database.write() as db:
            teacher = teacher_accounts.by_link(db, link, school.now_ms())
            fault = "" if password == form.password("again") else "The two passwords are not the same."
            if teacher is not None and not fault:
                try:
                    teacher_accounts.set_password(db, teacher.id, password)
                except UsageError as error:
                    fault = str(error)
        if teacher is None or fault:
            status = HTTPStatus.NOT_FOUND if teacher is None else HTTPStatus.BAD_REQUEST
            return page(request, "password.html", status=status, link=link, whose=teacher, fault=fault)
        return back_to("/sign-in", "password")

    return router


def _set_cookie(request: Request, answer: Response, token: str, max_age_s: int) -> None:
    answer.set_cookie(
        COOKIE,
        token,
        max_age=max_age_s,
        path="/",  # the JSON routes for teachers are elsewhere
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _inside(path: str) -> str:
    """Where to go after signing in: only to a page of ours, whatever the form says."""
    return path if path.startswith(f"{PREFIX}/") and "\\" not in path else f"{PREFIX}/"
