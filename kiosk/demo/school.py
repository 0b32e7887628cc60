"""A school on this computer: `kiosk server` as it is, with a class and a teacher, over a stand-in for Timeback."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import SystemClock, epoch_ms
from kiosk.demo.cloud import Cloud, courses_of
from kiosk.demo.cloud_log import CloudLog
from kiosk.lessons.package import discover
from kiosk.resources import path, sample_config
from kiosk.server import enrolling, outbox, students, teacher_accounts
from kiosk.server.application import PREFIX, application
from kiosk.server.connection import Access
from kiosk.server.database import Database, default_url
from kiosk.server.school import open_school
from kiosk.server.serve import WebServer, listen
from kiosk.server.teachers import PREFIX as TEACHER_PREFIX
from kiosk.tracking.xp import XpPolicy

CLASS = "5a"
PUPILS = ("Ana", "Ben", "Chloe", "Dev", "Emma", "Farid", "Grace", "Hugo")
TEACHER = "okafor@example.com"

_CLOUD = "/cloud"
_CODE_MINUTES = 15


@dataclass(frozen=True, slots=True)
class DemoSchool:
    """`address` is what kiosks join at, `log` what reached the stand-in for Timeback. Any thread."""

    address: str
    password: str
    log: CloudLog
    database: Database

    @property
    def server(self) -> str:
        """The complete address that a kiosk delivers to."""
        return f"{self.address}{PREFIX}"

    @property
    def teachers_page(self) -> str:
        return f"{self.address}{TEACHER_PREFIX}/"

    def new_code(self) -> str:
        """Make a code by which one kiosk may join for the class."""
        with self.database.write() as db:
            return enrolling.new_code(db, [CLASS], _CODE_MINUTES, _now_ms()).text

    def wait_until_all_went_on(self, timeout_s: float) -> bool:
        """Wait until the stand-in has received as many events as the ledger has; tells whether it came to that."""
        with self.database.read() as db:
            backlog = outbox.backlog(db)
        return self.log.wait_until(lambda log: log.received >= backlog.delivered + backlog.waiting, timeout_s)


@contextmanager
def demo_school(folder: Path) -> Iterator[DemoSchool]:
    """Serve on loopback, with the database in `folder`, while the block runs. Raises KioskError."""
    cloud = Cloud([_email(name) for name in PUPILS], courses_of(sample_config()))
    lessons, _ = discover(path("lessons"))
    database = Database(default_url(folder))
    try:
        password = _fill(database)
        with listen("127.0.0.1", 0) as listener:
            address = "http://{}:{}".format(*listener.getsockname())
            access = Access(base_url=f"{address}{_CLOUD}")
            school = open_school(database, SystemClock(), sample_config(), "local", access, lessons, XpPolicy())
            app = application(school)
            app.mount(_CLOUD, cloud.app)
            server = WebServer(app)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="school", daemon=True)
            thread.start()
            server.up.wait()
            try:
                yield DemoSchool(address, password, cloud.log, database)
            finally:
                server.should_exit = True
                thread.join()
    finally:
        database.close()


def _fill(database: Database) -> str:
    """Add the class and its teacher; tells the teacher's password."""
    password = secrets.token_urlsafe(12)
    with database.write() as db:
        for name in PUPILS:
            students.add(db, name, _email(name), CLASS, _now_ms())
        teacher = teacher_accounts.add(db, "Ms Okafor", TEACHER, [CLASS], _now_ms(), is_admin=False)
        teacher_accounts.set_password(db, teacher.id, password)
    return password


def _email(name: str) -> str:
    return f"{name.lower()}@example.com"


def _now_ms() -> int:
    return epoch_ms(SystemClock().utc_now())
