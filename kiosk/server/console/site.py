"""All pages of the console, as one router for /teacher."""

from fastapi import APIRouter

from kiosk.server.console.aside_pages import aside_pages
from kiosk.server.console.class_pages import class_pages
from kiosk.server.console.enrol_pages import enrol_pages
from kiosk.server.console.export import export_pages
from kiosk.server.console.files import files
from kiosk.server.console.signing_in import choosing_a_password, signing_in
from kiosk.server.console.student_pages import student_pages
from kiosk.server.school import School


def site(school: School) -> APIRouter:
    router = APIRouter()
    for family in (signing_in, choosing_a_password, class_pages, student_pages, aside_pages, enrol_pages, export_pages):
        router.include_router(family(school))
    router.include_router(files())
    return router
