"""The commands beside the window: what a teacher or an administrator asks from a terminal."""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock, epoch_ms, local_day
from kiosk.commands import (
    delete_student,
    doctor,
    enroll,
    export,
    handout,
    import_time,
    launch,
    lesson,
    parked,
    register,
    rescue,
    server,
    settings,
    staff,
    student,
    sync,
    teacher_pin,
)
from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.errors import StoreError, UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.settings import FILE_NAME, load_settings, save_setting
from kiosk.store import database, days, notices, outbox, students
from kiosk.store.aside import set_aside
from kiosk.store.students import SignIn, Student
from kiosk.store.writer import Store

app = typer.Typer(
    name="kiosk",
    help="Timeback Kiosk: lessons whose every focused second is counted, kept and delivered once.\n\n"
    "Without a command it opens the window. Every setting is an option of that, such as --text-scale 150.",
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=False,
)


def run_command(arguments: list[str]) -> int:
    """Run one command and tell its exit code. A wrong call raises UsageError with the sentence for it."""
    try:
        result = app(arguments, standalone_mode=False, prog_name="kiosk")
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        option = next(iter(getattr(getattr(error, "param", None), "opts", ())), "")
        said = str(error).rstrip(".")
        where = f"{option}: " if option.startswith("-") and option not in said else ""
        raise UsageError(f"{where}{said} (`kiosk --help` lists what there is)") from error
    return result if isinstance(result, int) else 0


@app.callback()
def before_any_command(context: typer.Context, data_dir: DataDir = None) -> None:
    """Take the data folder where it stands before the command. Without a command `kiosk.cli` opens the window."""
    context.obj = data_dir


@app.command()
def status(context: typer.Context, data_dir: DataDir = None, as_json: Json = False) -> None:
    """Show each student's work: focused minutes today, and what is not on the server yet."""
    folder = folder_of(context, data_dir)
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
            for student in (*students.everyone(db), *students.hidden(db))
        ]
        aside = [asdict(message) for message in set_aside(db)]
        told = [notice.sentence for notice in notices.unacknowledged(db)]
    if as_json:
        said = {"data_dir": str(folder), "server": settings.server, "students": rows}
        print(json.dumps({**said, "set_aside": aside, "notices": told}))
        return
    console = Console(markup=False, emoji=False, highlight=False)  # names and reasons are shown as they are
    console.print(f"Data in {folder}, server {settings.server or 'none'}.", soft_wrap=True)
    for sentence in told:
        console.print(sentence, soft_wrap=True)
    if not rows:
        console.print("No students yet: add them in the kiosk's window.")
        return
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
    console.print(table)
    for message in aside:
        console.print(
            f"{message['student']}, {message['lesson']}: {message['kind']} {message['state']}: {message['reason']}",
            soft_wrap=True,
        )


@app.command()
def connect(
    context: typer.Context,
    student: Annotated[str, typer.Option(help="The student's name, as on the wall of students.")],
    server: Annotated[
        str | None, typer.Option(help="Address of the Timeback SDK server; kept for all students.")
    ] = None,
    token: Annotated[str | None, typer.Option(help="The student's bearer token; asked for when left out.")] = None,
    add: Annotated[bool, typer.Option("--add", help="Add the student if they are not on this computer yet.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Sign a student in to a Timeback server; the kiosk may be running."""
    folder = folder_of(context, data_dir)
    settings = load_settings(folder / FILE_NAME, os.environ, {"server": server})
    if settings.server is None:
        raise UsageError("No server is set on this computer: name one with --server https://…/api/timeback.")
    if not student.strip():
        raise UsageError("The student's name is blank: say who is to be signed in with --student NAME.")
    if token is None:
        token = typer.prompt("Token", hide_input=True) if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not token.strip():
        raise UsageError("The token is blank: enter the bearer token that your Timeback server gave for this student.")
    found = _find_student(folder, student.strip(), add=add)
    if server is not None:
        save_setting(folder / FILE_NAME, "server", server)
    open_credentials(settings.credentials, folder).set_token(found.ref, token.strip())
    _mark_signed_in(folder, found)
    print(f"{found.name} is signed in to {settings.server}.")


def _find_student(folder: Path, name: str, *, add: bool) -> Student:
    known: list[Student] = []
    if (folder / database.FILE_NAME).exists():
        with database.reading(folder / database.FILE_NAME) as db:
            known = students.everyone(db)
    matches = students.called(known, name)
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


@app.command()
def demo(
    context: typer.Context,
    headless: Annotated[bool, typer.Option("--headless", help="Play it without a screen.")] = False,
    as_json: Json = False,
    screenshots: Annotated[Path | None, typer.Option(help="Folder to put pictures of the screens in.")] = None,
    data_dir: DataDir = None,
) -> None:
    """Show one lesson on two kiosks and a school server, all on this computer, and what arrived."""
    try:
        from kiosk.demo.show import show  # noqa: PLC0415 - it brings the server
    except ImportError as error:
        raise UsageError(
            f"The demo needs the server extra ({error.name} is missing): pip install 'timeback-kiosk[server]'."
        ) from error
    folder = data_dir or context.obj
    raise typer.Exit(show(headless=headless, as_json=as_json, screenshots=screenshots, folder=folder))


app.command("enroll")(enroll.join_school)
app.command("launch")(launch.open_lesson)
app.command("sync")(sync.deliver_now)
app.command("parked")(parked.settle)
app.command("doctor")(doctor.examine)
app.command("teacher-pin")(teacher_pin.change)
app.command("secret")(student.set_secret)
app.command("add-students")(student.add_from_list)
app.command("class")(student.set_class)
app.command("language")(student.set_language)
app.command("settings")(settings.show_or_change)
app.command("delete-student")(delete_student.delete)
app.command("export")(export.write_windows)
app.command("import-time")(import_time.bring_in)
app.add_typer(lesson.app)
server.app.add_typer(register.app)
server.app.add_typer(handout.app)
server.app.add_typer(staff.app)
app.add_typer(rescue.app)
app.add_typer(server.app)
