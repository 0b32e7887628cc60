"""No route without its row: who may what is written down and tried for each that the server has."""

import re

from kiosk.clock import ManualClock
from kiosk.demo.backend import Backend
from kiosk.server.application import application
from kiosk.server.database import Database
from tests.server.schoolhouse import schoolhouse
from tests.server.test_authorisation import ROWS
from tests.server.test_console_authorisation import API, FORMS, PAGES

FOR_ANYBODY = {
    ("GET", "/teacher/sign-in"), ("POST", "/teacher/sign-in"), ("POST", "/teacher/sign-out"),
    ("GET", "/teacher/password/{link}"), ("POST", "/teacher/password/{link}"), ("GET", "/teacher/static/{name}"),
}  # fmt: skip
"""How one becomes a teacher, and the pages' style: tests/server/test_signing_in.py."""

THE_SDKS_OWN = ("/api/timeback/identity/", "/api/timeback/lessons/")
"""Single sign-on, which this server has not, and lessons of Timeback, which no kiosk of ours asks for: nobody's."""


def test_every_route_of_the_server_has_a_row_in_a_table_of_who_may_what(
    database: Database, clock: ManualClock, cloud: Backend
) -> None:
    rows = {(method, path) for method, path, *_ in ROWS}
    rows |= {("GET", f"/teacher{path}") for path, _ in PAGES} | {("POST", f"/teacher{path}") for path, *_ in FORMS}
    rows |= {(method, f"/teacher{path}") for method, path, *_ in API}
    with schoolhouse(database, clock, cloud) as server:
        found = application(server.school).openapi()["paths"]
        routes = {(method.upper(), path) for path, operations in found.items() for method in operations}
        theirs = {(method, path) for method, path in routes if path.startswith(THE_SDKS_OWN)}
        for method, path in sorted(theirs):
            assert server.http.request(method, path, json={}).status_code in (302, 400, 401), path
    pattern = re.compile(r"{\w+}")
    bare = {(method, pattern.sub("*", path.partition("?")[0])) for method, path in rows}
    missing = {
        (method, path)
        for method, path in routes - FOR_ANYBODY - theirs
        if not any(verb == method and re.fullmatch(pattern.sub("[^/]+", path), each) for verb, each in bare)
    }
    assert missing == set()
    assert routes >= FOR_ANYBODY
