"""A school server on loopback in the test's process, with a student and her token."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from kiosk.clock import Clock, epoch_ms
from kiosk.demo.backend import PREFIX as DEMO_PREFIX
from kiosk.demo.backend import Backend
from kiosk.lessons.package import discover
from kiosk.protocol.environment import Environment
from kiosk.resources import path, sample_config
from kiosk.server import students
from kiosk.server.application import application
from kiosk.server.connection import Access
from kiosk.server.database import Database
from kiosk.server.school import School, open_school
from kiosk.server.serve import WebServer, listen
from kiosk.sync.trust import trust
from kiosk.tracking.xp import XpPolicy
from tests.waiting import PATIENCE_S

ANA, BEN, CORA = "ana@example.com", "ben@example.com", "cora@example.com"
LESSONS, _ = discover(path("lessons"))

on_both = pytest.mark.parametrize("url", ["sqlite", "postgresql"], indirect=True)
"""The test is about the database, and both have to pass it."""

HEARTBEAT, SUBMIT = "/api/timeback/activity/heartbeat", "/api/timeback/activity/submit"


@dataclass
class Schoolhouse:
    school: School
    http: httpx.Client
    token: str

    def post(self, route: str, body: Any, token: str | None = None) -> Any:
        return self.http.post(route, json=body, headers=bearer(token or self.token))

    def get(self, route: str, token: str | None = None) -> Any:
        return self.http.get(route, headers=bearer(token or self.token))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def cloud_access(cloud: Backend) -> Access:
    return Access(base_url=f"{cloud.url.removesuffix(DEMO_PREFIX)}/cloud")


def give_token(database: Database, clock: Clock, email: str = ANA, school_class: str | None = None) -> str:
    """A token for the student, who is added where they are new."""
    now_ms = epoch_ms(clock.utc_now())
    with database.write() as db:
        if email not in [student.email for student in students.everyone(db)]:
            students.add(db, email.partition("@")[0].title(), email, school_class, now_ms)
        return students.new_token(db, students.find(db, email).id, now_ms)


@contextmanager
def schoolhouse(
    database: Database, clock: Clock, cloud: Backend | None = None, env: Environment = "local", *, dates: bool = True
) -> Iterator[Schoolhouse]:
    """A server over the database, in local mode without a cloud; it stops with the block, like one that is quit.

    Its answers have the true date, or none, and then no kiosk puts its clock right by them.
    """
    token = give_token(database, clock)
    school = open_school(
        database, clock, sample_config(), env, None if cloud is None else cloud_access(cloud), LESSONS, XpPolicy()
    )
    server, listener = WebServer(application(school)), listen("127.0.0.1", 0)
    server.config.date_header = dates
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    server.up.wait()
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with httpx.Client(base_url=url, timeout=PATIENCE_S, verify=trust(url)) as http:
            yield Schoolhouse(school, http, token)
    finally:
        server.should_exit = True
        thread.join()
