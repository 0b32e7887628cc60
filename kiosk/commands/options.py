"""The options that every command takes, and the folder they lead to."""

import os
from pathlib import Path
from typing import Annotated

import typer

from kiosk.settings import data_dir


def named_folder(text: str) -> Path:
    if not text:
        raise typer.BadParameter("it is blank; name a folder")
    return Path(text)


DataDir = Annotated[
    Path | None,
    typer.Option("--data-dir", parser=named_folder, metavar="FOLDER", help="Folder of the database and the settings."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def folder_of(context: typer.Context, given: Path | None) -> Path:
    """The data folder: the command's own --data-dir, the one before the command, or the usual place."""
    return data_dir(os.environ, given or context.obj)
