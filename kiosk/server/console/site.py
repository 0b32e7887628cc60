"""All pages of the console, as one router for /teacher."""

from fastapi import APIRouter

from kiosk.server.console.aside_pages import aside_pages
from kiosk.server.console.assigning_pages import assigning_pages
from kiosk.server.console.class_pages import class_pages
from kiosk.server.console.files import files
from kiosk.server.console.kiosk_pages import kiosk_pages
from kiosk.server.console.lesson_pages import lesson_pages
from kiosk.server.console.log_page import log_page
from kiosk.server.console.opening_pages import opening_pages
from kiosk.server.console.roster_pages import roster_pages
from kiosk.server.console.signing_in import choosing_a_password, signing_in
from kiosk.server.console.student_pages import student_pages
from kiosk.server.console.time_pages import time_pages
from kiosk.server.school import School


def site(school: School) -> APIRouter:
    router = APIRouter()
    for family in (
        signing_in, choosing_a_password, class_pages, opening_pages, student_pages, lesson_pages, assigning_pages,
        time_pages, kiosk_pages, roster_pages, aside_pages, log_page,
    ):  # fmt: skip
        router.include_router(family(school))
    router.include_router(files())
    return router
