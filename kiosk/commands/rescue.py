"""`kiosk rescue`: work that waits, carried to another computer on a stick."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kiosk.clock import SystemClock, from_epoch_ms, read
from kiosk.commands.options import DataDir, folder_of, named_folder
from kiosk.commands.parked import ACCEPTED
from kiosk.commands.running import do_or_ask, word
from kiosk.errors import UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.rescue_file import new_key
from kiosk.rescuing import export_work, import_work, require_key, taken_words
from kiosk.settings import FILE_NAME, Settings, load_settings, save_setting
from kiosk.store import carrying, database
from kiosk.store.writer import Store

app = typer.Typer(
    name="rescue", help="Carry work that cannot be sent to another computer, sealed with the school's key."
)


@app.command("new-key")
def make_key(context: typer.Context, data_dir: DataDir = None) -> None:
    """Make the school's key; prints the line that gives it to another machine. One that is set is not replaced."""
    file = folder_of(context, data_dir) / FILE_NAME
    key = load_settings(file, os.environ, {}).rescue_key
    if key is None:
        key = new_key()
        save_setting(file, "rescue_key", key)
        print(
            "The school's rescue key is made. Keep this line where only teachers read it; on every other machine run:\n"
        )
    else:
        print("This computer has the school's rescue key. On every other machine run:\n")
    print(f"    kiosk settings rescue_key {key}")


@app.command("export")
def carry_out(
    context: typer.Context,
    to: Annotated[Path, typer.Argument(parser=named_folder, metavar="FOLDER", help="The folder of the stick.")],
    data_dir: DataDir = None,
) -> None:
    """Put all that waits into one sealed file; from then on it is not sent from here."""
    folder, settings = _at(context, data_dir)
    key = require_key(settings)

    def export(store: Store) -> str:
        token = open_credentials(settings.credentials, folder).token
        return str(export_work(store, to, key, settings.class_name, token, read(SystemClock()).wall))

    _do(folder, f"rescue-export {word(to)}", export)


@app.command("import")
def take_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(parser=named_folder, metavar="FILE", help="One that `rescue export` made.")],
    data_dir: DataDir = None,
) -> None:
    """Have the work in that file sent from here. Taken in a second time it changes nothing."""
    folder, settings = _at(context, data_dir)
    key = require_key(settings)
    _do(
        folder,
        f"rescue-import {word(file)}",
        lambda store: taken_words(import_work(store, file, key, read(SystemClock()).wall)),
    )


@app.command("list")
def show(context: typer.Context, data_dir: DataDir = None) -> None:
    """List the files with work of this computer that nobody has said of yet whether it arrived."""
    folder, _ = _at(context, data_dir)
    with database.reading(folder / database.FILE_NAME) as db:
        files = carrying.carried_files(db)
    for file in files:
        at = from_epoch_ms(file.at_ms).astimezone()
        print(f"{file.file_id}: {file.name}, {file.messages} messages, made {at:%Y-%m-%d %H:%M}")
    if not files:
        print("No work was carried away that is not decided on.")


@app.command("arrived")
def settle(
    context: typer.Context,
    file_id: Annotated[str, typer.Argument(metavar="ID", help="As `rescue list` shows it.")],
    data_dir: DataDir = None,
) -> None:
    """Take it that the server has all of that file: its work counts as delivered here."""
    folder, _ = _at(context, data_dir)

    def arrived(store: Store) -> str:
        count = store.call(carrying.arrived, file_id, read(SystemClock()).wall).result()
        return f"{count} messages count as delivered."

    _do(folder, f"rescue-arrived {word(file_id)}", arrived)


@app.command("take-back")
def undo(
    context: typer.Context,
    file_id: Annotated[str, typer.Argument(metavar="ID", help="As `rescue list` shows it.")],
    confirm: Annotated[str | None, typer.Option("--confirm", metavar="TEXT", help=f'"{ACCEPTED}".')] = None,
    data_dir: DataDir = None,
) -> None:
    """Send that file's work from here again, because the file was lost."""
    folder, _ = _at(context, data_dir)
    if confirm != ACCEPTED:
        raise UsageError(
            f"What was taken in elsewhere {ACCEPTED} (a school server counts it once); if the file is lost, add"
            f' --confirm "{ACCEPTED}".'
        )
    _do(
        folder,
        f"rescue-take-back {word(file_id)}",
        lambda store: f"{store.call(carrying.take_back, file_id).result()} messages are sent from here again.",
    )


def _at(context: typer.Context, data_dir: Path | None) -> tuple[Path, Settings]:
    folder = folder_of(context, data_dir)
    return folder, load_settings(folder / FILE_NAME, os.environ, {})


def _do(folder: Path, request: str, here: Callable[[Store], str]) -> None:
    database.open_reader(folder / database.FILE_NAME).close()  # nobody has work on a folder that was never used
    print(do_or_ask(folder, request, here, late="look at `kiosk rescue list` in a while"))
