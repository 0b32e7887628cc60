"""The commands beside the window: what a teacher or an administrator asks from a terminal."""

import getpass
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock, epoch_ms, local_day
from kiosk.errors import StoreError, UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.settings import FILE_NAME, data_dir, load_settings, save_setting
from kiosk.store import database, days, outbox, students
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store


def status(given_folder: Path | None, *, as_json: bool) -> int:
    """Show each student's work: focused minutes today, and what is not on the server yet."""
    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, {})
    today = local_day(epoch_ms(SystemClock().utc_now()))
    with database.reading(folder / database.FILE_NAME) as db:
        rows = [
            {
                "student": student.name,
                "signed_in": student.sign_in is SignIn.OK,
                "sign_in": str(student.sign_in),
                "focused_ms_today": sum(day.active_ms for day in days.totals(db, student.id, today)),
                **asdict(outbox.backlog(db, student.id)),
            }
            for student in students.everyone(db)
        ]
        aside = [asdict(message) for message in outbox.set_aside(db)]
    if as_json:
        print(json.dumps({"data_dir": str(folder), "server": settings.server, "students": rows, "set_aside": aside}))
        return 0
    say = Console(markup=False, emoji=False, highlight=False)  # names and reasons are shown as they are
    say.print(f"Data in {folder}, server {settings.server or 'none'}.", soft_wrap=True)
    if not rows:
        say.print("No students yet: add them in the kiosk's window.")
        return 0
    table = Table(
        "Student", "Signed in", "Focused today", "Waiting", "Parked", "Perhaps delivered", "At the school server"
    )
    words = {SignIn.OK: "yes", SignIn.NONE: "no", SignIn.REFUSED: "refused"}
    for row in rows:
        table.add_row(
            str(row["student"]),
            words[SignIn(str(row["sign_in"]))],
            f"{int(row['focused_ms_today']) // 60_000} min",
            *(str(row[key]) for key in ("waiting", "parked", "maybe", "finish_requests")),
        )
    say.print(table)
    for message in aside:
        say.print(
            f"{message['student']}, {message['lesson']}: {message['kind']} {message['state']}: {message['reason']}",
            soft_wrap=True,
        )
    return 0


def connect(given_folder: Path | None, *, student: str, server: str | None, token: str | None, add: bool) -> int:
    """Sign a student in to a Timeback server; the kiosk may be running."""
    folder = data_dir(os.environ, given_folder)
    settings = load_settings(folder / FILE_NAME, os.environ, {"server": server})
    if settings.server is None:
        raise UsageError("No server is set on this computer: name one with --server https://…/api/timeback.")
    if not student.strip():
        raise UsageError("The student's name is blank: say who is to be signed in with --student NAME.")
    if token is None:
        token = getpass.getpass("Token: ") if sys.stdin.isatty() else sys.stdin.readline()
    if not token.strip():
        raise UsageError("The token is blank: enter the bearer token that your Timeback server gave for this student.")
    found = _find_student(folder, student.strip(), add=add)
    if server is not None:
        save_setting(folder / FILE_NAME, "server", server)
    open_credentials(settings.credentials, folder).set_token(found.ref, token.strip())
    _mark_signed_in(folder, found)
    print(f"{found.name} is signed in to {settings.server}.")
    return 0


def _find_student(folder: Path, name: str, *, add: bool) -> Student:
    known: list[Student] = []
    if (folder / database.FILE_NAME).exists():
        with database.reading(folder / database.FILE_NAME) as db:
            known = students.everyone(db)
    matches = [student for student in known if name in (student.name, student.ref)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise UsageError(f"{len(matches)} students are called {name}; sign them in from their own page in the window.")
    if not add:
        names = ", ".join(student.name for student in known) or "nobody yet"
        raise UsageError(f'No student "{name}" on this computer (there is {names}); add them with --add.')
    store = Store(folder, SystemClock())
    try:
        return store.call(students.add_new, name, epoch_ms(SystemClock().utc_now())).result()
    finally:
        store.close()


def _mark_signed_in(folder: Path, student: Student) -> None:
    """Note it in the database, or have the running kiosk do so: only one process writes."""
    try:
        store = Store(folder, SystemClock())
    except StoreError as error:
        if not _tell_running(folder, student):
            raise StoreError(f"{error} The token is kept; it is used when the kiosk starts next.") from error
        return
    try:
        store.call(students.set_sign_in, student.ref, SignIn.OK).result()
    finally:
        store.close()


def _tell_running(folder: Path, student: Student) -> bool:
    try:
        from kiosk.desktop.instance import ask_running, connected  # noqa: PLC0415 - needs Qt's libraries
    except ImportError:
        return False
    return ask_running(folder, connected(student.ref))


def demo(folder: Path | None, *, headless: bool, as_json: bool, screenshots: Path | None) -> int:
    """Show the main job against a real Timeback SDK server on this computer, and what arrived there."""
    from kiosk.demo.show import show  # noqa: PLC0415 - it brings the courier, which no other command needs

    return show(headless=headless, as_json=as_json, screenshots=screenshots, folder=folder)
