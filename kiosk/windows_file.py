"""Windows as a table: what a spreadsheet opens, for the command, the teacher's panel and a student's own copy."""

import csv
import io
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.errors import UsageError
from kiosk.protocol.messages import wire_time
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


def table_of(windows: Iterable[KeptWindow], *, excel: bool = False) -> bytes:
    """Spell the windows as CSV; `excel` begins with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, windows))
    return text.getvalue().encode("utf-8-sig" if excel else "utf-8")


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


def replace_file(file: Path, content: bytes) -> None:
    """Replace the file in one step: what is there is never half a table. Raises UsageError. Not on the GUI thread."""
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
