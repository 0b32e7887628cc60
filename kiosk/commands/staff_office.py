"""What the commands about teachers do, over the server's database."""

import json
import sys

import typer
from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock, epoch_ms
from kiosk.errors import UsageError
from kiosk.server import teacher_accounts
from kiosk.server.classes import every_class
from kiosk.server.database import Database
from kiosk.server.teacher_accounts import Teacher
from kiosk.server.teachers import PREFIX


class StaffOffice:
    """One command's view of the teachers. `address` is where kiosks reach the server."""

    def __init__(self, database: Database, address: str) -> None:
        self._database = database
        self._site = address.partition("/api/")[0]

    def add(self, name: str, email: str, classes: list[str], *, is_admin: bool, by_link: bool) -> None:
        with self._database.write() as db:
            teacher = teacher_accounts.add(db, name, email, classes, _now_ms(), is_admin=is_admin)
            if by_link:
                way = self._with_link(teacher, teacher_accounts.new_link(db, teacher.id, _now_ms()))
            else:
                teacher_accounts.set_password(db, teacher.id, _asked_password())
                way = f"Sign in at {self._site}{PREFIX}/"
        print(f"{teacher.name} is added. {way}")

    def link(self, email: str) -> None:
        with self._database.write() as db:
            teacher = teacher_accounts.find(db, email)
            token = teacher_accounts.new_link(db, teacher.id, _now_ms())
        print(self._with_link(teacher, token))

    def _with_link(self, teacher: Teacher, token: str) -> str:
        return (
            f"With this link {teacher.name} chooses a password, once, within a day:\n\n"
            f"    {self._site}{PREFIX}/password/{token}\n"
        )

    def list_teachers(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            found = teacher_accounts.everyone(db)
            names = {each.id: each.name for each in every_class(db)}
        rows = [(each, sorted(names[number] for number in each.classes if number in names)) for each in found]
        if as_json:
            told = [
                {"name": each.name, "email": each.email, "classes": theirs, "admin": each.is_admin}
                for each, theirs in rows
            ]
            print(json.dumps(told))
            return
        table = Table("Teacher", "E-mail", "Classes", "")
        for each, theirs in rows:
            state = "" if each.has_password else "no password yet"
            table.add_row(each.name, each.email, "all" if each.is_admin else ", ".join(theirs), state)
        _console().print(table if found else "No teachers yet; `kiosk server add-teacher` adds one.")

    def remove(self, email: str) -> None:
        with self._database.write() as db:
            teacher = teacher_accounts.find(db, email)
            teacher_accounts.remove(db, teacher.id)
        print(f"{teacher.name} is removed and signed out. What they did stays in the log.")


def _asked_password() -> str:
    """Ask for it twice at a terminal; else it is one line of the input. Raises UsageError when it is blank."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise UsageError("No password was given; type it as one line of input, or use --link.")
    return password


def _console() -> Console:
    return Console(markup=False, emoji=False, highlight=False)  # names are shown as they are


def _now_ms() -> int:
    return epoch_ms(SystemClock().utc_now())
