"""`kiosk enroll`: this computer joins a school, by the running kiosk or, when none runs, from here."""

import os
from contextlib import closing
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from kiosk.clock import SystemClock
from kiosk.commands.options import DataDir, folder_of
from kiosk.commands.running import ask
from kiosk.errors import FolderInUseError, UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.joining import Membership
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store.writer import Store

ANSWER_S = 60.0


def join_school(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="The code that the school's server or your teacher gave.")],
    server: Annotated[
        str | None, typer.Option(metavar="URL", help="Address of the school server; the one set, when left out.")
    ] = None,
    name: Annotated[str, typer.Option(help="What the school calls this computer; its own name when left out.")] = "",
    data_dir: DataDir = None,
) -> None:
    """Join a school: its students are on this computer from then on. The kiosk may be running."""
    folder = folder_of(context, data_dir)
    settings = load_settings(folder / FILE_NAME, os.environ, {})
    address = server or settings.server or ""
    if not address and "@" not in code:
        raise UsageError("No server is set on this computer: name the school's with --server URL.")
    clock = SystemClock()
    try:
        store = Store(folder, clock)
    except FolderInUseError:
        classes, students = _join_there(folder, code, address, name)
    else:
        with closing(store):
            credentials = open_credentials(settings.credentials, folder)
            _, roster = Membership(store, clock, credentials, folder / FILE_NAME).join(address, code, name)
            classes, students = roster.classes, len(roster.pupils)
    print(f"This computer has joined: {', '.join(classes)}, {students} student{'' if students == 1 else 's'}.")


def _join_there(folder: Path, code: str, address: str, name: str) -> tuple[tuple[str, ...], int]:
    """Have the running kiosk join, for only one process writes."""
    from kiosk.sync.enrolling import take_apart  # noqa: PLC0415 - it brings httpx

    parts = "@".join(quote(part, safe="") for part in (*take_apart(code, address), name))
    try:
        answer = ask(folder, f"enroll {parts}", ANSWER_S)
    except TimeoutError as late:
        raise UsageError("The running kiosk has not answered; look at its wall of students, then try again.") from late
    if answer["error"] is not None:
        raise UsageError(answer["error"])
    return tuple(answer["classes"]), int(answer["students"])
