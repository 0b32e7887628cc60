"""`kiosk sync`: deliver now, by the running kiosk or, when none runs, from here."""

import json
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress

from kiosk.client import SyncReport
from kiosk.clock import Clock, SystemClock
from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.commands.running import ask, open_store
from kiosk.errors import UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.joining import Membership
from kiosk.settings import FILE_NAME, Settings, load_settings
from kiosk.store import database, outbox, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection, Store
from kiosk.sync.courier import Courier

SHORT_QUEUE = 20
"""Up to this many messages there is no bar: they are gone before it is seen."""

LOOK_S = 0.2


def deliver_now(
    context: typer.Context,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds to wait at most.")] = 60.0,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Deliver everything that waits, now. Exit code 1 when something still waits after it."""
    folder = folder_of(context, data_dir)
    with closing(database.open_reader(folder / database.FILE_NAME)) as db:
        waiting = outbox.backlog(db).waiting
        console = Console(stderr=True)
        columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn())
        nothing_to_see = as_json or waiting <= SHORT_QUEUE or not console.is_terminal
        with Progress(*columns, console=console, transient=True, disable=nothing_to_see) as progress:
            task = progress.add_task("Delivering", total=waiting)
            report = _deliver(
                folder, timeout, lambda: progress.update(task, completed=waiting - outbox.backlog(db).waiting)
            )
    if as_json:
        print(json.dumps(asdict(report)))
    else:
        print(f"{report.sent} sent, {report.pending} waiting, {report.parked} set aside.")
        if report.error:
            print(f"{report.error[0].upper()}{report.error[1:].rstrip('.')}.")
    raise typer.Exit(1 if report.pending else 0)


def _deliver(folder: Path, timeout_s: float, meanwhile: Callable[[], object]) -> SyncReport:
    """Deliver and tell what stayed. `meanwhile` is called several times a second."""
    sent, error = 0, None
    settings = load_settings(folder / FILE_NAME, os.environ, {})
    store = open_store(folder)
    try:
        if store is None:
            answer = ask(folder, "sync", timeout_s, meanwhile)
            sent, error = answer["sent"], answer["error"]
        else:
            with closing(store):
                sent, error = _deliver_from_here(store, settings, timeout_s, meanwhile)
    except TimeoutError:
        where = "the running kiosk goes on" if store is None else "what stayed is kept"
        error = f"not done within {timeout_s:g} s; {where}"
    with closing(database.open_reader(folder / database.FILE_NAME)) as db:
        rest = outbox.backlog(db)
        if rest.waiting and error is None:
            error = _not_signed_in(db) or outbox.waiting_reason(db) or None
    return SyncReport(sent, rest.waiting, rest.parked + rest.maybe, error)


def _deliver_from_here(
    store: Store, settings: Settings, timeout_s: float, meanwhile: Callable[[], object], clock: Clock | None = None
) -> tuple[int, str | None]:
    if settings.server is None:
        raise UsageError("No server is set on this computer: `kiosk settings server https://…/api/timeback` sets it.")
    clock = clock or SystemClock()
    credentials = open_credentials(settings.credentials, store.folder)
    token = Membership(store, clock, credentials, store.folder / FILE_NAME).token
    until_ms = clock.monotonic_ms() + timeout_s * 1000
    with closing(Courier(store, clock, settings.server, token, background=False)) as courier:
        courier.start()
        asked = courier.sync()
        while True:
            try:
                report = asked.result(LOOK_S)
            except TimeoutError:
                if clock.monotonic_ms() >= until_ms:
                    raise
                meanwhile()
            else:
                return report.sent, report.trouble.reason if report.trouble else None


def _not_signed_in(db: Connection) -> str:
    """Who has work that waits for a token, as a sentence; "" when nobody."""
    names = [
        student.name
        for student in (*students.everyone(db), *students.hidden(db))
        if student.sign_in is not SignIn.OK and outbox.backlog(db, student.id).waiting
    ]
    return f"{', '.join(names)}: not signed in; `kiosk connect --student …` signs a student in" if names else ""
