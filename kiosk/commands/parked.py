"""`kiosk parked`: what was refused or may have arrived; send it again, or drop it."""

import json
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from kiosk.clock import SystemClock, from_epoch_ms, read
from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.commands.running import ask, open_store
from kiosk.errors import UsageError
from kiosk.store import aside, database
from kiosk.store.aside import SetAside
from kiosk.store.writer import Connection

ACCEPTED = "may be counted twice"
"""What a person says who wants a message sent again that may have arrived already."""


def settle(
    context: typer.Context,
    retry: Annotated[str | None, typer.Option("--retry", metavar="ID", help="Send this message again.")] = None,
    retry_all: Annotated[
        bool, typer.Option("--all", help="Send all of them again, but those that may have arrived.")
    ] = False,
    confirm: Annotated[
        str | None, typer.Option("--confirm", metavar="TEXT", help=f'"{ACCEPTED}", where --retry asks for it.')
    ] = None,
    drop: Annotated[str | None, typer.Option("--drop", metavar="ID", help="Never send this message.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Drop it without asking.")] = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """List the messages that the server refused or may have received; send one again, or drop it."""
    folder = folder_of(context, data_dir)
    if (retry is not None) + retry_all + (drop is not None) > 1:
        raise UsageError("--retry, --all and --drop exclude each other; give one of them.")
    listed = _read(folder)
    if retry is not None:
        _retry(folder, _find(listed, retry), confirm)
    elif retry_all:
        for message in listed:
            if message.state == "parked" and not message.is_in_doubt:
                _retry(folder, message, None)
    elif drop is not None:
        _drop(folder, _find(listed, drop), yes=yes)
    _show(listed if retry is None and drop is None and not retry_all else _read(folder), as_json=as_json)


def _read(folder: Path) -> list[SetAside]:
    with closing(database.open_reader(folder / database.FILE_NAME)) as db:
        return aside.set_aside(db, dropped=True)


def _find(listed: list[SetAside], message: str) -> SetAside:
    for each in listed:
        if each.id == message and each.state != "withdrawn":
            return each
    raise UsageError(f'No message "{message}" is set aside; `kiosk parked` lists those that are.')


def _retry(folder: Path, message: SetAside, confirm: str | None) -> None:
    if not message.is_in_doubt:
        _act(folder, f"retry {message.id}", lambda db: aside.retry(db, message.id))
        return
    risk = f"{message.id} may have arrived already: sent again, its {message.active_ms / 1000:g} s {ACCEPTED}"
    if confirm is None and sys.stdin.isatty():
        confirm = typer.prompt(f'{risk}. Type "{ACCEPTED}" to send it again', default="", show_default=False)
    if confirm != ACCEPTED:
        raise UsageError(f'{risk}; if that is right, add --confirm "{ACCEPTED}".')
    _act(folder, f"retry-in-doubt {message.id}", lambda db: aside.retry(db, message.id, may_count_twice=True))


def _drop(folder: Path, message: SetAside, *, yes: bool) -> None:
    what = f"{message.student}, {message.lesson}: {message.kind} of {message.active_ms / 1000:g} s"
    if not yes and not (sys.stdin.isatty() and typer.confirm(f"Never send {message.id} ({what})?")):
        raise UsageError(f"{message.id} ({what}) was not dropped; add --yes to drop it without being asked.")
    now_ms = read(SystemClock()).wall
    _act(folder, f"drop {message.id}", lambda db: aside.drop(db, message.id, now_ms))


def _act(folder: Path, request: str, verb: Callable[[Connection], None]) -> None:
    """Do it here, or have the running kiosk do it."""
    store = open_store(folder)
    if store is not None:
        with closing(store):
            store.call(verb).result()
        return
    try:
        error = ask(folder, request)["error"]
    except TimeoutError as late:
        raise UsageError("The running kiosk has not answered; look at `kiosk parked` again in a while.") from late
    if error is not None:
        raise UsageError(error)


def _show(messages: list[SetAside], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(message) for message in messages]))
        return
    if not messages:
        print("Nothing is set aside.")
        return
    print("\n".join(map(_paragraph, messages)))


def _paragraph(message: SetAside) -> str:
    what = "completion"
    if message.started_ms is not None:
        began = from_epoch_ms(message.started_ms).astimezone()
        what = f"{message.active_ms / 1000:g} focused seconds from {began:%Y-%m-%d %H:%M:%S}"
    state = "maybe" if message.is_in_doubt and message.state == "parked" else message.state
    return f"{message.id}: {message.student}, {message.lesson}: {what}, {_STATES[state]}\n    {message.reason}"


_STATES = {"parked": "refused", "maybe": "may have arrived", "withdrawn": "dropped"}
