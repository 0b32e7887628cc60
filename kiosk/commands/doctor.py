"""`kiosk doctor`: looks at everything the kiosk needs on this computer, and says what to do about what is wrong."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import typer
from rich.console import Console
from rich.table import Table

from kiosk import resources
from kiosk.clock import SystemClock
from kiosk.commands import checks
from kiosk.commands.checks import Finding
from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.config import load_config
from kiosk.errors import KioskError
from kiosk.settings import FILE_NAME, Settings, load_settings


def examine(context: typer.Context, as_json: Json = False, data_dir: DataDir = None) -> None:
    """Look at display, formulas, settings, lessons, keyring, clock, disk and server.

    Exit code 1 when something is wrong. It may be run beside the kiosk, changes no data and sends none.
    """
    findings = list(_findings(folder_of(context, data_dir)))
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings]))
    else:
        table = Table("Looked at", "", "Found")
        for finding in findings:
            table.add_row(finding.looked_at, "ok" if finding.is_ok else "wrong", finding.says)
        Console(highlight=False, markup=False).print(table)
    raise typer.Exit(0 if all(finding.is_ok for finding in findings) else 1)


def _findings(folder: Path) -> Iterator[Finding]:
    clock = SystemClock()
    display = checks.display(os.environ)
    yield display
    if display.is_ok:
        yield checks.formulas()
    settings, config = Settings(), None
    try:
        settings = load_settings(folder / FILE_NAME, os.environ, {})
        yield Finding("settings", is_ok=True, says=f"{folder / FILE_NAME} and the environment are in order.")
    except KioskError as error:
        yield Finding("settings", is_ok=False, says=f"{error}; the rest is looked at with the defaults.")
    config_file = settings.config or resources.sample_config()
    try:
        config = load_config(config_file)
        yield Finding("courses", is_ok=True, says=f"{len(config.courses)} in {config_file}.")
    except KioskError as error:
        yield Finding("courses", is_ok=False, says=str(error))
    yield from checks.lessons(settings, folder, config)
    yield checks.tokens(settings, folder)
    yield checks.folder_is_writable(folder)
    yield checks.free_space(folder)
    yield checks.database_is_sound(folder)
    yield checks.clock(clock)
    if settings.server is None:
        yield Finding("server", is_ok=True, says="None is set: the kiosk works offline and keeps everything.")
    else:
        yield from checks.server(settings.server, clock)
