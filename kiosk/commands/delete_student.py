"""`kiosk delete-student`: everything of a student, saved as a copy first."""

import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from kiosk.clock import SystemClock, read
from kiosk.commands.options import DataDir, folder_of, named_folder
from kiosk.commands.running import ask, open_store
from kiosk.errors import UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.settings import FILE_NAME, load_settings
from kiosk.store import database, outbox, students
from kiosk.student_data import delete_student, undelivered_words

ANSWER_S = 60.0


def delete(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The student's name, or the id they sign in with.")],
    to: Annotated[
        Path, typer.Option("--copy-to", parser=named_folder, metavar="FOLDER", help="Where the copy goes first.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Delete without asking.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Save everything of a student as CSV and JSON, then delete it here, what waits to be sent too."""
    folder = folder_of(context, data_dir)
    with database.reading(folder / database.FILE_NAME) as db:
        student = students.find_student(students.everyone(db), name)
        undelivered = undelivered_words(outbox.backlog(db, student.id))
    lost = f"Not on the server, and lost then: {undelivered}." if undelivered else "All of their work is on the server."
    if not yes and not (sys.stdin.isatty() and typer.confirm(f"{lost} Delete {student.name} from this computer?")):
        raise UsageError(f"{student.name} was not deleted. {lost} Add --yes to delete without being asked.")
    store = open_store(folder)
    if store is not None:
        settings = load_settings(folder / FILE_NAME, os.environ, {})
        credentials = open_credentials(settings.credentials, folder)
        now_ms = read(SystemClock()).wall
        with closing(store):
            print(delete_student(store, student, to, now_ms, lambda ref: credentials.set_token(ref, None)))
        return
    try:
        request = f"delete-student {student.id}/{quote(os.fsencode(to.absolute()), safe='')}"
        answer = ask(folder, request, ANSWER_S)
    except TimeoutError as late:
        raise UsageError("The running kiosk has not answered; look at `kiosk status` in a while.") from late
    if answer["error"] is not None:
        raise UsageError(answer["error"])
    print(answer["said"])
