"""A student's secret as it is given to a command: typed, or named as pictures."""

import sys
from typing import Annotated

import typer

from kiosk.errors import UsageError
from kiosk.identity.picture_secret import PICKED, PICTURES, fault_of, picture_text
from kiosk.identity.secrets import STUDENTS_DIGITS, hash_secret
from kiosk.store.secrets import SecretKind

Pictures = Annotated[
    str | None,
    typer.Option(metavar="A,B,C", help=f"{PICKED} pictures, one after the other, of {', '.join(PICTURES)}."),
]
Clear = Annotated[bool, typer.Option("--clear", help="Have none: the picture on the wall opens the page.")]


def kind_of(pictures: str | None) -> SecretKind:
    return SecretKind.PIN if pictures is None else SecretKind.PICTURES


def ask_secret(pictures: str | None) -> str:
    """Make what is kept of these pictures, or of the PIN that is asked for.

    The PIN is typed twice; without a terminal it is the first line of the standard input. Raises UsageError.
    """
    return hash_secret(_pin() if pictures is None else _picture_secret(pictures))


def _pin() -> str:
    if sys.stdin.isatty():
        pin = str(typer.prompt("New PIN", hide_input=True, confirmation_prompt="Once more"))
    else:
        pin = sys.stdin.readline().strip()
    if not (pin.isascii() and pin.isdigit() and len(pin) == STUDENTS_DIGITS):
        raise UsageError(f"A student's PIN is {STUDENTS_DIGITS} digits; choose another.")
    return pin


def _picture_secret(text: str) -> str:
    picked = tuple(word.strip().lower() for word in text.split(","))
    if fault := fault_of(picked):
        raise UsageError(fault)
    return picture_text(picked)
