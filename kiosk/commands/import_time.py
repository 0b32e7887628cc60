"""`kiosk import-time`: sittings that were written down elsewhere, from a CSV file into the outbox."""

import os
from contextlib import closing
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

import typer

from kiosk import resources
from kiosk.clock import SystemClock, from_epoch_ms, read
from kiosk.commands.options import DataDir, folder_of
from kiosk.commands.running import ask, open_store
from kiosk.config import AppConfig, load_config
from kiosk.errors import KioskError, UsageError
from kiosk.settings import FILE_NAME, load_settings
from kiosk.sittings_file import COLUMNS, Place, queue_file, read_sittings
from kiosk.store import database, past, students
from kiosk.store.past import PastSitting

ANSWER_S = 60.0


def bring_in(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help=f"With the columns {', '.join(COLUMNS)}.")],
    apply: Annotated[bool, typer.Option("--apply", help="Queue the time; without this it is only tried.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Queue past sittings from a CSV file: all of its rows or, when one is wrong, none.

    A row names its course by course (the code), or by subject and grade; run_id may be left out. A sitting that is
    here already (same student, id, course and ended_at) is not queued again.
    """
    folder = folder_of(context, data_dir)
    settings = load_settings(folder / FILE_NAME, os.environ, {})
    config = load_config(settings.config or resources.sample_config())
    with closing(database.open_copy(folder / database.FILE_NAME)) as copy:
        rows = read_sittings(file, Place(students.everyone(copy), config, read(SystemClock()).wall))
        sittings = [row.sitting for row in rows if row.sitting is not None]
        outcomes = iter(past.try_all(copy, sittings))
    new = refused = 0
    for row in rows:
        outcome = UsageError(row.fault) if row.sitting is None else next(outcomes)
        new += outcome is True
        refused += isinstance(outcome, KioskError)
        if isinstance(outcome, KioskError):
            print(f"{file}:{row.line}: {str(outcome).rstrip('.')}.")
        elif row.sitting is not None and not apply:
            print(f"{file}:{row.line}: {_words(row.sitting)}, {'would be queued' if outcome else 'is here already'}.")
    if refused:
        raise UsageError(f"{refused} of {len(rows)} rows cannot be imported, so none is; mend {file} and try again.")
    if not apply:
        print(f"{new} of {len(rows)} sittings would be queued; --apply does it.")
        return
    if new:
        new = _queue(folder, file, config)
    print(f"{new} of {len(rows)} sittings are queued; {len(rows) - new} were here already.")


def _queue(folder: Path, file: Path, config: AppConfig) -> int:
    """Queue them here, or have the running kiosk read the file for itself. Tells how many were not here yet."""
    store = open_store(folder)
    if store is not None:
        with closing(store):
            return queue_file(store, file, config, read(SystemClock()).wall)
    try:
        answer = ask(folder, f"import-time {quote(os.fsencode(file.absolute()))}", ANSWER_S)
    except TimeoutError as late:
        raise UsageError("The running kiosk has not answered; try again in a while: no row is queued twice.") from late
    if answer["error"] is not None:
        raise UsageError(answer["error"])
    return int(answer["new"])


def _words(sitting: PastSitting) -> str:
    ended = from_epoch_ms(sitting.ended_ms).astimezone()
    times = f"{sitting.active_ms / 1000:g} s active, {sitting.inactive_ms / 1000:g} s inactive"
    return f"{sitting.name}: {times}, until {ended:%Y-%m-%d %H:%M:%S %z}"
