"""`kiosk add-students`, `secret`, `class`, `language`: who is there, signs in with what, is where, and hears what."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from kiosk.class_list import add_listed, added_words, read_class_list
from kiosk.clock import SystemClock, read
from kiosk.commands.asked_secret import Clear, Pictures, ask_secret, kind_of
from kiosk.commands.options import DataDir, folder_of, named_folder
from kiosk.commands.running import ask, do_or_ask, word
from kiosk.errors import FolderInUseError, UsageError
from kiosk.settings import LANGUAGES
from kiosk.store import database, secrets, students
from kiosk.store.students import Student
from kiosk.store.writer import Connection, Store

Name = Annotated[str, typer.Argument(metavar="NAME", help="The student's name, as on the wall of students.")]


def set_secret(
    context: typer.Context,
    name: Name,
    pictures: Pictures = None,
    clear: Clear = False,
    data_dir: DataDir = None,
) -> None:
    """Set what a student signs in with: a PIN of 4 digits, or pictures. A lock-out ends with it.

    The PIN is asked for; without a terminal it is the first line of the standard input. The kiosk may be running.
    """
    folder = folder_of(context, data_dir)
    student = _find(folder, name)
    kind = kind_of(pictures)
    kept = None if clear else ask_secret(pictures)
    _act(
        folder,
        f"sign-in-with {student.id}/{kind}/{kept or ''}",
        lambda db: secrets.change(db, student.id, kept, kind),
    )
    print(f"{student.name} has no secret now." if clear else f"{student.name}'s secret is set.")


def add_from_list(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            parser=named_folder,
            metavar="FILE",
            help='A name in each line; or a table (CSV) whose first line says "name" and "class".',
        ),
    ],
    data_dir: DataDir = None,
) -> None:
    """Add the students of a class list to the wall. Who is there already stays as they are.

    The kiosk may be running.
    """
    folder = folder_of(context, data_dir)
    listed = read_class_list(file)

    def add(store: Store) -> str:
        return added_words(store.call(add_listed, listed, read(SystemClock()).wall).result(), len(listed))

    print(do_or_ask(folder, f"add-students {word(file)}", add, late="look at the wall of students in a while"))


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


def set_language(
    context: typer.Context,
    language: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help=f'{", ".join(LANGUAGES)}; "" for what this device speaks.')
    ],
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The students.")],
    data_dir: DataDir = None,
) -> None:
    """Set what the program speaks with these students from when they sign in; the wall speaks the device's language."""
    folder = folder_of(context, data_dir)
    if language and language not in LANGUAGES:
        raise UsageError(f"The program does not speak {language}; choose one of {', '.join(LANGUAGES)}.")
    found = [_find(folder, name) for name in names]
    for student in found:
        _act(
            folder,
            f"language {student.id}/{language}",
            partial(students.set_language, student=student.id, language=language),
        )
    listed = ", ".join(student.name for student in found)
    print(f"In {language}: {listed}." if language else f"In this device's language: {listed}.")


def _find(folder: Path, name: str) -> Student:
    with database.reading(folder / database.FILE_NAME) as db:
        return students.find_student(students.everyone(db), name)


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
