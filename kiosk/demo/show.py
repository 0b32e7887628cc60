"""`kiosk demo`: one lesson on two kiosks of a school on this computer, and what of it reached Timeback's stand-in."""

import os
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock
from kiosk.desktop.display import is_display_there, require_display
from kiosk.errors import KioskError, UsageError
from kiosk.identity.credentials import open_credentials
from kiosk.joining import Membership
from kiosk.server import need_server_extra
from kiosk.settings import FILE_NAME
from kiosk.store import database, days, students
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier

if TYPE_CHECKING:
    from kiosk.demo.school import DemoSchool
    from kiosk.demo.summary import Summary

HURRIED = {"KIOSK_HEARTBEAT_INTERVAL_S": "3", "KIOSK_REDUCED_MOTION": "true"}
"""For the headless demo: many windows in half a minute, and pages that stand still at once."""

SENT_S = 60.0
"""How long to wait for what is on its way; a second does where the machine is not busy."""


def show(*, headless: bool, as_json: bool, screenshots: Path | None, folder: Path | None) -> int:
    """Play the demo and print its summary. Exit code 0 when every second arrived once; headless, under one run id."""
    need_server_extra()
    from kiosk.demo.school import demo_school  # noqa: PLC0415 - it brings the server's packages
    from kiosk.demo.summary import summarise  # noqa: PLC0415

    headless = headless or not is_display_there(os.environ)
    if not headless:
        require_display(os.environ)
    if folder is not None and folder.exists() and any(folder.iterdir()):
        raise UsageError(f"{folder} is not empty, and the demo begins with nothing: name a new folder, or none.")
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as temporary:
        place = folder or Path(temporary)
        kiosks = [place / "kiosk-1", place / "kiosk-2"]
        with demo_school(place / "server") as school:
            _introduce(school, place)
            for number, kiosk in enumerate(kiosks, start=1):
                _join(kiosk, school, f"Kiosk {number}")
            environment = {**os.environ, "KIOSK_CREDENTIALS": "file"}
            pictures: list[str] = []
            if headless:
                pictures = _play(kiosks, environment, school.server, screenshots)
            else:
                _open_windows(kiosks, environment, school)
            school.wait_until_all_went_on(SENT_S)
            summary = summarise(school.log, [_tracked_ms(kiosk) for kiosk in kiosks], pictures)
    if as_json:
        print(summary.to_json())
    else:
        _print(summary)
    return 0 if summary.adds_up and (summary.is_one_run or not headless) else 1


def _say(text: str) -> None:
    Console(stderr=True, markup=False, highlight=False).print(text, soft_wrap=True)


def _introduce(school: "DemoSchool", place: Path) -> None:
    from kiosk.demo.school import TEACHER  # noqa: PLC0415 - it brings the server's packages

    _say(f"A school server runs at {school.address}, with a stand-in for Timeback behind it. Its data are in {place}.")
    _say(f"Teacher's page: {school.teachers_page}  (sign in as {TEACHER}, password {school.password})")


def _membership(store: Store) -> Membership:
    return Membership(store, SystemClock(), open_credentials("file", store.folder), store.folder / FILE_NAME)


def _join(kiosk: Path, school: "DemoSchool", name: str) -> None:
    """What `kiosk enroll` does."""
    code = school.new_code()
    with closing(Store(kiosk, SystemClock())) as store:
        _, roster = _membership(store).join(school.address, code, name)
    _say(f"{name} joined with the code {code}: class {', '.join(roster.classes)}, {len(roster.pupils)} students.")


def _play(kiosks: Sequence[Path], environment: Mapping[str, str], server: str, screenshots: Path | None) -> list[str]:
    """One sitting at each kiosk, in a process of its own, on a window without a screen; tells the pictures made."""
    pictures: list[str] = []
    environment = {**environment, **HURRIED, "QT_QPA_PLATFORM": "offscreen"}
    what = ("Ana begins a lesson on kiosk 1 and stops in the middle.", "Ana goes on at kiosk 2 and finishes.")
    for kiosk, which, told in zip(kiosks, ("first", "second"), what, strict=True):
        _say(told)
        command = [sys.executable, "-m", "kiosk.demo.pupil", which, str(kiosk)]
        if screenshots is not None:
            command += ["--screenshots", str(screenshots)]
        ended = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)  # noqa: S603 - ours
        if ended.returncode:
            raise KioskError(f"The demo's {which} sitting failed: {(ended.stderr.strip() or '?').splitlines()[-1]}")
        pictures += ended.stdout.splitlines()
        _deliver_rest(kiosk, server)
    return pictures


def _open_windows(kiosks: Sequence[Path], environment: Mapping[str, str], school: "DemoSchool") -> None:
    """Two real windows, and the teacher's page in the browser; they are the visitor's until both are closed."""
    _say("Two kiosks open. Be Ana at one: begin “Where does rain come from?”, answer a page, and go back to the")
    _say("lessons. Be Ana at the other: it goes on where it was. Close both windows to see what arrived.")
    windows = []
    for number, kiosk in enumerate(kiosks, start=1):
        command = [sys.executable, "-m", "kiosk", "--data-dir", str(kiosk)]
        titled = {**environment, "KIOSK_CLASS_NAME": f"Kiosk {number}"}  # which of the two it is
        windows.append(subprocess.Popen(command, env=titled))  # noqa: S603 - ours
    with suppress(webbrowser.Error):
        webbrowser.open(school.teachers_page)
    exit_codes = [window.wait() for window in windows]
    if any(exit_codes):
        raise KioskError("A window of the demo did not open; see above, or play it with --headless.")
    for kiosk in kiosks:
        _deliver_rest(kiosk, school.server)


def _deliver_rest(kiosk: Path, server: str) -> None:
    """Send what a closed window left in the outbox."""
    with closing(Store(kiosk, SystemClock())) as store:
        token = _membership(store).token
        with closing(Courier(store, SystemClock(), server, token, background=False)) as courier:
            courier.start()
            courier.sync().result(SENT_S)


def _tracked_ms(kiosk: Path) -> int:
    """The kiosk's own total, from its day totals."""
    with database.reading(kiosk / database.FILE_NAME) as db:
        return sum(day.active_ms for student in students.everyone(db) for day in days.totals(db, student.id, ""))


def _print(summary: "Summary") -> None:
    table = Table("", "", show_header=False)
    rows = [
        ("kiosks that Ana learned on", str(summary.machines)),
        ("focused time, counted on the kiosks", f"{summary.active_ms_tracked / 1000:.3f} s"),
        ("focused time, received by Timeback's stand-in", f"{summary.active_ms_received / 1000:.3f} s"),
        ("time away or idle, received there", f"{summary.inactive_ms_received / 1000:.3f} s"),
        ("time windows received", str(summary.windows_sent)),
        ("lessons finished", str(summary.completions_received)),
        ("received twice", str(summary.duplicates_received)),
        ("run ids", ", ".join(summary.run_ids)),
    ]
    for row in rows:
        table.add_row(*row)
    console = Console(highlight=False)
    console.print(table)
    if not summary.adds_up:
        console.print("What was counted is not what arrived. Please report this, with the lines above.")
    elif summary.is_one_run:
        console.print("One lesson on two computers: every focused second arrived, once, under one run id.")
    else:
        console.print("Every focused second arrived, once.")
    for picture in summary.screenshots:
        console.print(picture, soft_wrap=True)
