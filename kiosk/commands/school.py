"""What the commands of `kiosk server` do, over the server's database; beside a running server they may all be used."""

import itertools
import json
import os
import shlex
import sys
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Self

import typer
from rich.console import Console
from rich.table import Table

from kiosk import resources
from kiosk.attempt import xp_of
from kiosk.clock import SystemClock, epoch_ms, from_epoch_ms
from kiosk.errors import SignInError, UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.lessons.model import Lesson
from kiosk.lessons.package import discover
from kiosk.protocol.environment import Environment
from kiosk.rescuing import read_file, require_key
from kiosk.server import outbox, students, teacher_accounts
from kiosk.server.application import PREFIX, application
from kiosk.server.connection import CLIENT_ID, CLIENT_SECRET, Access, access, environment
from kiosk.server.database import Database, default_url
from kiosk.server.finishing import parked_claims
from kiosk.server.rescue import Rules, take_in
from kiosk.server.school import School, open_school
from kiosk.server.serve import Application, WebServer, listen, own_address, run_workers
from kiosk.server.students import Student
from kiosk.server.teachers import PREFIX as TEACHER_PREFIX
from kiosk.settings import FILE_NAME, lesson_folders, load_settings
from kiosk.sync.enrolling import school_address

EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened on
ADDRESS_FILE = "address"
"""The address that the server announced last, so that another command can tell it to a kiosk."""

LOCAL_MODE = f"""\
Local mode: everything is kept here. It goes to Timeback once the server is started with
{CLIENT_ID} and {CLIENT_SECRET} set, or after `kiosk server credentials`."""


class Office:
    """The server's folder and database, open for one command."""

    def __init__(self, folder: Path, database: str | None) -> None:
        self._data_dir = folder
        self._folder = folder / "server"
        self._settings = load_settings(folder / FILE_NAME, os.environ, {})
        self._url = database or default_url(self._folder)
        self._database = Database(self._url)

    @property
    def database(self) -> Database:
        return self._database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def school(self) -> tuple[School, str]:
        """The server's parts; also in words how it stands to Timeback."""
        reach, remark = self._access()
        mode = f"Connected to Timeback ({self._env})." if reach else f"{LOCAL_MODE}{remark}"
        return self._school(reach), mode

    def serve(
        self,
        host: str,
        port: int,
        certificate: Path | None,
        key: Path | None,
        workers: int = 1,
        announced: str | None = None,
    ) -> None:
        """Serve until told to stop. `announced` is its address where that is not this computer's. Raises UsageError."""
        if workers > 1 and self._database.is_sqlite:
            raise UsageError(
                "A SQLite database is served by one process: leave --workers out, or give a PostgreSQL with --database."
            )
        announced = school_address(announced) if announced else None
        school, mode = self.school()
        with listen(host, port) as listener:
            scheme = "https" if certificate else "http"
            reached_by = own_address() if host in EVERYWHERE else host
            address = announced or f"{scheme}://{reached_by}:{listener.getsockname()[1]}{PREFIX}"

            def announce() -> None:
                self._announce(address, mode)

            if workers > 1:
                make = partial(_worker, self._data_dir, self._url)
                run_workers(make, workers, listener, announce, certificate, key)
                return
            server = WebServer(application(school), announce, certificate, key)
            server.run(sockets=[listener])

    def rescue_import(self, file: Path) -> None:
        carried = read_file(file, require_key(self._settings))
        school = self._school(None)
        with self._database.write() as db:
            taken = take_in(db, carried, Rules(school.courses, school.lessons, school.xp, _now_ms()))
        print(f"{taken.new} messages are new here, {taken.known} were here already.")
        if taken.refused:
            print(f"{taken.refused} do not fit (another course, or another student's run) and were left out.")
        if taken.unknown:
            print(f"Nobody here is {', '.join(taken.unknown)}: add them under these names, and import the file again.")

    def _school(self, reach: Access | None) -> School:
        config, lessons, xp = self._courses, self.lessons(), xp_of(self._settings)
        return open_school(self._database, SystemClock(), config, self._env, reach, lessons, xp)

    @property
    def _env(self) -> Environment:
        return environment(os.environ, self._settings.env)

    @property
    def _courses(self) -> Path:
        return self._settings.config or resources.sample_config()

    def _access(self) -> tuple[Access | None, str]:
        """The credentials, and what kept them from being found."""
        try:
            return access(os.environ, open_credentials(self._settings.credentials, self._data_dir).token), ""
        except SignInError as error:
            return access(os.environ, lambda _name: None), f"\n(The keyring could not be asked: {error}.)"

    def lessons(self) -> list[Lesson]:
        """Every lesson of this server, the imported ones too; tells which cannot be read."""
        read = [discover(folder) for folder in lesson_folders(self._settings, self._data_dir)]
        for fault in itertools.chain.from_iterable(faults for _, faults in read):
            print(fault, file=sys.stderr)
        return [lesson for lessons, _ in read for lesson in lessons]

    def _announce(self, address: str, mode: str) -> None:
        with suppress(OSError):  # on PostgreSQL nothing else needs this folder
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self._folder / ADDRESS_FILE).write_text(address, "utf-8")
        with self._database.read() as db:
            known, staff = len(students.everyone(db)), len(teacher_accounts.everyone(db))
        print(f"The school server is at {address}.")
        print(f"Database: {self._database.where}\nCourses: {self._courses}\n{mode}")
        if known:
            print(f"{known} student{'s' if known > 1 else ''}; `kiosk server status` tells what has arrived.")
        else:
            print("No students yet. Add the first one in another terminal:")
            print("    kiosk server add-student Ana --email ana@example.com --class 3b")
        if staff:
            print(f"Teachers sign in at {address.removesuffix(PREFIX)}{TEACHER_PREFIX}/.")
        else:
            print("No teachers yet. Add the first one in another terminal, and get a link to choose a password:")
            print('    kiosk server add-teacher "Ms Okafor" --email okafor@example.com --class 3b --link')
        print("Ctrl+C stops it.", flush=True)

    def add_student(self, name: str, email: str, school_class: str | None) -> None:
        now_ms = _now_ms()
        with self._database.write() as db:
            student = students.add(db, name, email, school_class, now_ms)
            token = students.new_token(db, student.id, now_ms)
        where = f" to class {student.school_class}" if student.school_class else ""
        self._tell_token(f"{student.name} is added{where}.", student, token)

    def new_token(self, email: str) -> None:
        with self._database.write() as db:
            student = students.find(db, email)
            token = students.new_token(db, student.id, _now_ms())
        self._tell_token(f"A further token for {student.name}.", student, token)

    def _tell_token(self, what: str, student: Student, token: str) -> None:
        print(f"{what} The token is shown this once:\n\n    {token}\n")
        print("On the kiosk, type this line, and the token when it asks for it:\n")
        print(f"    kiosk connect --student {shlex.quote(student.name)} --add --server {self.address()}")

    def address(self) -> str:
        """Where kiosks reach the server, as it announced itself last."""
        try:
            return (self._folder / ADDRESS_FILE).read_text("utf-8")
        except OSError:
            return f"http://{own_address()}:8765{PREFIX}"

    def revoke(self, email: str) -> None:
        with self._database.write() as db:
            student = students.find(db, email)
            count = students.revoke(db, student.id, _now_ms())
        print(f"{student.name} had {count} token{'' if count == 1 else 's'}; none is worth anything now.")

    def list_students(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            found = students.everyone(db)
        if as_json:
            print(json.dumps([asdict(student) for student in found]))
            return
        table = Table("Class", "Student", "E-mail", "Tokens")
        for student in found:
            table.add_row(student.school_class or "", student.name, student.email, str(student.tokens))
        _console().print(table if found else "No students yet; `kiosk server add-student` adds one.")

    def status(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            count, claims = outbox.backlog(db), len(parked_claims(db))
        if as_json:
            print(json.dumps({"database": self._database.where, **asdict(count), "parked_claims": claims}))
            return
        print(f"Database: {self._database.where}")
        print(f"{count.delivered} delivered to Timeback, {count.waiting} waiting, {count.parked} parked.")
        if count.waiting_reason:
            print(f"Waiting because: {count.waiting_reason.rstrip('.')}.")
        if claims:
            print(f"{claims} finished run{'' if claims == 1 else 's'} could not be scored.")
        if count.parked or claims:
            print("`kiosk server parked` lists what is set aside, with the reasons.")

    def parked(self, event: int | None, *, retry_all: bool, as_json: bool) -> None:
        if event is not None and retry_all:
            raise UsageError("--retry and --all exclude each other; give one of them.")
        with self._database.write() as db:
            if (event is not None or retry_all) and outbox.retry(db, event) == 0 and event is not None:
                raise UsageError(f"No event {event} is parked; `kiosk server parked` lists those that are.")
            found, claims = outbox.parked(db), parked_claims(db)
        if as_json:
            print(json.dumps({"events": [*map(asdict, found)], "claims": [*map(asdict, claims)]}))
            return
        for each in found:
            at = from_epoch_ms(each.at_ms).astimezone()
            print(f"{each.id}: {each.email}, {each.activity}: {each.kind} of {at:%Y-%m-%d %H:%M:%S}\n    {each.reason}")
        for claim in claims:
            print(f"{claim.email}, {claim.lesson}: a finished run that could not be scored\n    {claim.reason}")
        if not found and not claims:
            print("Nothing is parked.")


def keep_credentials(folder: Path) -> None:
    """Ask for the two halves and keep them where the setting `credentials` says."""
    settings = load_settings(folder / FILE_NAME, os.environ, {})
    store = open_credentials(settings.credentials, folder)
    for name, hidden in ((CLIENT_ID, False), (CLIENT_SECRET, True)):
        value = typer.prompt(name, hide_input=hidden) if sys.stdin.isatty() else sys.stdin.readline()
        if not value.strip():
            raise UsageError(f"{name} is blank; nothing more was kept.")
        store.set_token(name, value.strip())
    print(f"The credentials are kept in {store.describe()}; the server uses them when it starts next.")


def _worker(folder: Path, database: str) -> Application:
    """One of several processes over the same database. Its end is the process's."""
    school, _ = Office(folder, database).school()
    return application(school)


def _console() -> Console:
    return Console(markup=False, emoji=False, highlight=False)  # names are shown as they are


def _now_ms() -> int:
    return epoch_ms(SystemClock().utc_now())
