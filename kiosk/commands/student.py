"""`kiosk secret` and `kiosk class`: what a student signs in with, and in which class they are on the wall."""

import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from kiosk.clock import SystemClock
from kiosk.commands.options import DataDir, folder_of
from kiosk.commands.running import ask
from kiosk.errors import FolderInUseError, UsageError
from kiosk.identity.picture_secret import PICKED, PICTURES, fault_of, picture_text
from kiosk.identity.secrets import hash_secret
from kiosk.store import database, secrets, students
from kiosk.store.secrets import SecretKind
from kiosk.store.students import Student
from kiosk.store.writer import Connection, Store

DIGITS = 4
"""Of a student's PIN."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="The student's name, as on the wall of students.")]


def set_secret(
    context: typer.Context,
    name: Name,
    pictures: Annotated[
        str | None,
        typer.Option(metavar="A,B,C", help=f"{PICKED} pictures, one after the other, of {', '.join(PICTURES)}."),
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Have none: the picture on the wall opens the page.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Set what a student signs in with: a PIN of 4 digits, or pictures. A lock-out ends with it.

    The PIN is asked for; without a terminal it is the first line of the standard input. The kiosk may be running.
    """
    folder = folder_of(context, data_dir)
    student = _find(folder, name)
    kind = SecretKind.PIN if pictures is None else SecretKind.PICTURES
    kept = None if clear else hash_secret(_pin() if pictures is None else _picture_secret(pictures))
    _act(
        folder,
        f"sign-in-with {student.id}/{kind}/{kept or ''}",
        lambda db: secrets.change(db, student.id, kept, kind),
    )
    print(f"{student.name} has no secret now." if clear else f"{student.name}'s secret is set.")


def set_class(
    context: typer.Context,
    class_name: Annotated[str, typer.Argument(metavar="CLASS", help='The class, such as "Room 12"; "" for none.')],
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The students.")],
    data_dir: DataDir = None,
) -> None:
    """Put students into a class: where there are several, the wall asks for the class first."""
    folder = folder_of(context, data_dir)
    class_name = class_name.strip()
    if not class_name.isprintable():
        raise UsageError("The name of a class is one line of text; choose another.")
    found = [_find(folder, name) for name in names]
    for student in found:
        _act(
            folder,
            f"class {student.id}/{quote(class_name, safe='')}",
            partial(students.set_class, student=student.id, class_name=class_name),
        )
    listed = ", ".join(student.name for student in found)
    print(f"In {class_name}: {listed}." if class_name else f"In no class: {listed}.")


def _find(folder: Path, name: str) -> Student:
    with database.reading(folder / database.FILE_NAME) as db:
        known = students.everyone(db)
    found = students.called(known, name)
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{len(found)} students are called {name}; give the id they sign in with.")
    names = ", ".join(student.name for student in known) or "nobody yet"
    raise UsageError(f'No student "{name}" on this computer (there is {names}).')


def _pin() -> str:
    if sys.stdin.isatty():
        pin = str(typer.prompt("New PIN", hide_input=True, confirmation_prompt="Once more"))
    else:
        pin = sys.stdin.readline().strip()
    if not (pin.isascii() and pin.isdigit() and len(pin) == DIGITS):
        raise UsageError(f"A student's PIN is {DIGITS} digits; choose another.")
    return pin


def _picture_secret(text: str) -> str:
    picked = tuple(word.strip().lower() for word in text.split(","))
    if fault := fault_of(picked):
        raise UsageError(fault)
    return picture_text(picked)


def _act(folder: Path, request: str, verb: Callable[[Connection], None]) -> None:
    """Do it here, or have the running kiosk do it."""
    try:
        store = Store(folder, SystemClock())
    except FolderInUseError:
        answer = ask(folder, request)
        if answer["error"]:
            raise UsageError(answer["error"]) from None
    else:
        with closing(store):
            store.call(verb).result()
