"""`kiosk export`: every window as CSV, read beside a running kiosk."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.options import DataDir, folder_of
from kiosk.errors import UsageError
from kiosk.store import database, windows
from kiosk.windows_file import replace_file, table_of


def write_windows(
    context: typer.Context,
    csv_file: Annotated[
        str | None, typer.Option("--csv", metavar="FILE", help="The file to write; - for the terminal.")
    ] = None,
    excel: Annotated[bool, typer.Option("--excel", help="Begin with the mark by which Excel knows UTF-8.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Write every window as CSV: who, what, when, focused and inactive seconds, and where it is."""
    if csv_file is None:
        raise UsageError("Name the file to write, such as --csv windows.csv, or --csv - for the terminal.")
    db = database.open_reader(folder_of(context, data_dir) / database.FILE_NAME)
    try:
        rows = list(windows.every(db))
    finally:
        db.close()
    content = table_of(rows, excel=excel)
    if csv_file == "-":
        _print(content)
        return
    replace_file(Path(csv_file), content)
    print(f"{len(rows)} windows are in {csv_file}.")


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # such as `| head`; Python would complain once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
