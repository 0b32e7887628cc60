"""`kiosk teacher-pin`: sets the PIN that teachers leave kiosk mode with, or takes it away."""

import sys
from contextlib import closing
from typing import Annotated

import typer

from kiosk.clock import SystemClock
from kiosk.commands.options import DataDir, folder_of
from kiosk.commands.running import ask
from kiosk.errors import FolderInUseError, UsageError
from kiosk.identity.secrets import LONGEST_PIN, SHORTEST_PIN, hash_secret
from kiosk.store import secrets
from kiosk.store.writer import Store


def change(
    context: typer.Context,
    clear: Annotated[bool, typer.Option("--clear", help="Have none: the kiosk asks for a new one.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Set the teacher's PIN; a lock-out after wrong tries ends with it. The kiosk may be running.

    It is asked for, twice; without a terminal it is the first line of the standard input.
    """
    folder = folder_of(context, data_dir)
    kept = None if clear else hash_secret(_asked_for())
    try:
        store = Store(folder, SystemClock())
    except FolderInUseError:
        answer = ask(folder, f"teacher-pin {kept or ''}")
        if answer["error"]:
            raise UsageError(answer["error"]) from None
    else:
        with closing(store):
            store.call(secrets.change, secrets.TEACHER, kept).result()
    print("There is no teacher's PIN now." if clear else "The teacher's PIN is set.")


def _asked_for() -> str:
    if sys.stdin.isatty():
        pin = str(typer.prompt("New teacher's PIN", hide_input=True, confirmation_prompt="Once more"))
    else:
        pin = sys.stdin.readline().strip()
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        raise UsageError(f"A teacher's PIN is {SHORTEST_PIN} to {LONGEST_PIN} digits; choose another.")
    return pin
