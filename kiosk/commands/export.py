"""`kiosk export`: every window as CSV, read beside a running kiosk."""

import csv
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands.options import DataDir, folder_of
from kiosk.errors import UsageError
from kiosk.protocol.messages import wire_time
from kiosk.store import database, windows
from kiosk.store.windows import KeptWindow

COLUMNS = (
    "student",
    "lesson",
    "course",
    "run_id",
    "started_at",
    "ended_at",
    "active_s",
    "inactive_s",
    "idle_s",
    "unfocused_s",
    "locked_s",
    "paused_s",
    "state",
)

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that begins so."""


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
        rows = [_cells(window) for window in windows.every(db)]
    finally:
        db.close()
    content = _csv(rows).encode("utf-8-sig" if excel else "utf-8")
    if csv_file == "-":
        _print(content)
        return
    _write(Path(csv_file), content)
    print(f"{len(rows)} windows are in {csv_file}.")


def _cells(window: KeptWindow) -> list[str]:
    reasons = (window.idle_ms, window.unfocused_ms, window.locked_ms, window.paused_ms)
    return [
        *map(inert, (window.student, window.lesson, str(window.course), window.run_id)),
        wire_time(window.started_ms),
        wire_time(window.ended_ms),
        *(f"{ms / 1000:.3f}" for ms in (window.active_ms, window.inactive_ms, *reasons)),
        window.state,
    ]


def inert(text: str) -> str:
    """The text as a spreadsheet cell that is shown and never run."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return text.getvalue()


def _write(file: Path, content: bytes) -> None:
    """Replace the file in one step: what is there is never half a table."""
    if not file.name or file.is_dir():
        raise UsageError(f'"{file}" is a folder; name a file in it, such as windows.csv.')
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(file)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise UsageError(f"{file} cannot be written ({error.strerror}); name a file in a folder of yours.") from error


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # such as `| head`; Python would complain once more when it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
