"""A class of a few students with a teacher, what their kiosks told, and a browser's way into the pages."""

import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from kiosk.clock import ManualClock, epoch_ms
from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.server import ledger, presence, students, teacher_accounts
from kiosk.server.database import Database
from kiosk.server.ledger import Event, Kind
from kiosk.sync.trust import trust
from tests.demo.wire import heartbeat, submit
from tests.server.schoolhouse import Schoolhouse
from tests.waiting import PATIENCE_S

TEACHER, PASSWORD = "okafor@example.com", "a long enough one"
HTML = {"Accept": "text/html"}


def add_teacher(
    database: Database, *classes: str, email: str = TEACHER, password: str = PASSWORD, is_admin: bool = False
) -> int:
    with database.write() as db:
        teacher = teacher_accounts.add(db, "Ms Okafor", email, classes, 0, is_admin=is_admin)
        teacher_accounts.set_password(db, teacher.id, password)
    return teacher.id


def add_student(database: Database, name: str, school_class: str = "3b") -> int:
    with database.write() as db:
        return students.add(db, name, f"{name.lower()}@example.com", school_class, 0).id


def add_window(
    database: Database, student_id: int, at_ms: int, minutes: int, run: str | None = None, activity: str = "fractions"
) -> str:
    """Focused time that has arrived; tells its run."""
    run = run or str(uuid.uuid4())
    body = {**heartbeat(), "runId": run, "id": activity}
    with database.write() as db:
        event = Event(Kind.WINDOW, run, activity, at_ms, body, minutes * 60_000)
        ledger.record(db, student_id, event, at_ms)
    return run


def add_completion(database: Database, student_id: int, at_ms: int, run: str, activity: str = "fractions") -> None:
    body = {**submit(), "runId": run, "id": activity}
    with database.write() as db:
        ledger.record(db, student_id, Event(Kind.COMPLETION, run, activity, at_ms, body), at_ms)


def report(focus: Focus = Focus.FOCUSED, unsent: int = 0, **values: Any) -> Report:
    safety = values.pop("safety", Safety.COMPUTER if unsent else Safety.SERVER)
    told = {"lesson": "fractions-1", "page": 3, "pages": 5, "today_ms": 0, "today_xp": 0.0, **values}
    if focus is Focus.OUT:
        told |= {"lesson": None, "page": None, "pages": None}
    return Report(focus=focus, unsent=unsent, safety=safety, **told)


def tell(database: Database, student_id: int, told: Report, at_ms: int, source: str = "a kiosk") -> None:
    with database.write() as db:
        presence.note(db, student_id, source, told, at_ms)


def now_ms(clock: ManualClock) -> int:
    return epoch_ms(clock.utc_now())


class Browser:
    """What a teacher's browser does, without one: cookies, forms, redirects."""

    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def open(self, path: str) -> httpx.Response:
        return self.http.get(f"/teacher{path}")

    def send(self, path: str, form: dict[str, Any], csrf: str | None = None) -> httpx.Response:
        """Send a form with the token that the pages carry, or with another."""
        token = self.csrf() if csrf is None else csrf
        return self.http.post(f"/teacher{path}", data={**form, "csrf": token})

    def sign_in(self, email: str = TEACHER, password: str = PASSWORD, then: str = "") -> httpx.Response:
        return self.http.post("/teacher/sign-in", data={"email": email, "password": password, "then": then})

    def csrf(self) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', self.open("/log").text)
        return found[1] if found else ""


@contextmanager
def browser(server: Schoolhouse, *, follows: bool = True) -> Iterator[Browser]:
    url = server.http.base_url
    with httpx.Client(
        base_url=url, headers=HTML, follow_redirects=follows, timeout=PATIENCE_S, verify=trust(str(url))
    ) as http:
        yield Browser(http)
