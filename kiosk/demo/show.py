"""`kiosk demo`: the main job against a real Timeback SDK server on loopback, and what arrived there."""

import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from kiosk import resources
from kiosk.clock import SystemClock, epoch_ms
from kiosk.demo import need_server_extra
from kiosk.desktop.display import is_display_there, require_display
from kiosk.errors import KioskError
from kiosk.identity.credentials import open_credentials
from kiosk.store import database, days, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier

if TYPE_CHECKING:
    from kiosk.demo.summary import Summary

EMAIL = "ana@example.com"
HURRIED = {"KIOSK_IDLE_TIMEOUT_S": "4", "KIOSK_IDLE_GRACE_S": "1", "KIOSK_HEARTBEAT_INTERVAL_S": "3"}
"""The headless demo's times, so that idleness and many windows fit into half a minute."""


def show(*, headless: bool, as_json: bool, screenshots: Path | None, folder: Path | None) -> int:
    """Play the demo and print its summary. Exit code 0 when what was tracked is what arrived, each once."""
    need_server_extra()
    from kiosk.demo.backend import Backend  # noqa: PLC0415 - it needs the server extra
    from kiosk.demo.summary import summarise  # noqa: PLC0415

    headless = headless or not is_display_there(os.environ)
    if not headless:
        require_display(os.environ)
    say = Console(stderr=True).print
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as temporary:
        data = folder or Path(temporary)
        token = secrets.token_urlsafe(24)
        with Backend(resources.sample_config(), [EMAIL], {token: EMAIL}) as backend:
            environment = {**os.environ, "KIOSK_SERVER": backend.url, "KIOSK_CREDENTIALS": "file"}
            say(f"A Timeback SDK server runs at {backend.url}; this demo's data is in {data}.", soft_wrap=True)
            if headless:
                _play(data, environment, token, screenshots)
            else:
                _open_window(data, environment, token)
            _deliver_rest(data, backend.url)
            pictures = sorted(screenshots.glob("*.png")) if screenshots is not None and headless else []
            summary = summarise(backend.log, _tracked_ms(data), pictures)
    if as_json:
        print(summary.to_json())
    else:
        _print(summary)
    equal = summary.active_ms_tracked == summary.active_ms_received and not summary.duplicates_received
    return 0 if equal else 1


def _play(data: Path, environment: Mapping[str, str], token: str, screenshots: Path | None) -> None:
    """Two sittings, each in a process of its own, on a window without a screen."""
    environment = {**environment, **HURRIED, "QT_QPA_PLATFORM": "offscreen", "KIOSK_DEMO_TOKEN": token}
    for sitting in ("first", "another"):
        command = [sys.executable, "-m", "kiosk.demo.pupil", sitting, str(data)]
        if screenshots is not None:
            command += ["--screenshots", str(screenshots)]
        ended = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603 - ours
        if ended.returncode:
            raise KioskError(f"The demo's {sitting} sitting failed: {(ended.stderr.strip() or '?').splitlines()[-1]}")


def _open_window(data: Path, environment: Mapping[str, str], token: str) -> None:
    """The real window, with a student who is signed in already; it is the visitor's until it is closed."""
    store = Store(data, SystemClock())
    try:
        student = store.call(students.add_new, "Ana", epoch_ms(SystemClock().utc_now())).result()
        open_credentials("file", data).set_token(student.ref, token)
        store.call(students.set_sign_in, student.ref, SignIn.OK).result()
    finally:
        store.close()
    command = [sys.executable, "-m", "kiosk", "--data-dir", str(data)]
    if subprocess.run(command, env=environment, check=False).returncode:  # noqa: S603 - ours
        raise KioskError("The demo's window did not open; see above, or play it with --headless.")


def _deliver_rest(data: Path, server: str) -> None:
    """What the closed window left in the outbox."""
    store = Store(data, SystemClock())
    courier = Courier(store, SystemClock(), server, open_credentials("file", data).token, background=False)
    courier.start()
    try:
        courier.sync().result(20)
    finally:
        courier.close()
        store.close()


def _tracked_ms(data: Path) -> int:
    """The kiosk's own total, from its day totals."""
    with database.reading(data / database.FILE_NAME) as db:
        return sum(day.active_ms for student in students.everyone(db) for day in days.totals(db, student.id, ""))


def _print(summary: "Summary") -> None:
    table = Table("", "", show_header=False)
    seconds = [
        ("focused time tracked here", f"{summary.active_ms_tracked / 1000:.3f} s"),
        ("focused time received there", f"{summary.active_ms_received / 1000:.3f} s"),
        ("inactive time received", f"{summary.inactive_ms_received / 1000:.3f} s"),
        ("windows sent", str(summary.windows_sent)),
        ("completions received", str(summary.completions_received)),
        ("received twice", str(summary.duplicates_received)),
        ("runs", ", ".join(summary.run_ids)),
    ]
    for row in seconds:
        table.add_row(*row)
    console = Console()
    console.print(table)
    for picture in summary.screenshots:
        console.print(picture, soft_wrap=True)
