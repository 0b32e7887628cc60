"""All pages of the console, as one router for /teacher."""

from fastapi import APIRouter

from kiosk.server.console.class_pages import class_pages
from kiosk.server.console.files import files
from kiosk.server.console.signing_in import choosing_a_password, signing_in
from kiosk.server.school import School


def site(school: School) -> APIRouter:
    router = APIRouter()
    for family in (signing_in(school), choosing_a_password(school), class_pages(school), files()):
        router.include_router(family)
    return router
