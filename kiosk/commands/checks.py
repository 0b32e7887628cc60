"""What `kiosk doctor` looks at, one function each. A wrong finding says what to do."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.clock import Clock, boot_id
from kiosk.config import AppConfig
from kiosk.errors import DamagedError, KioskError
from kiosk.identity.credentials import open_credentials
from kiosk.settings import Settings, lesson_folders
from kiosk.store import database, rescue

LEAST_FREE = 100 * 1024 * 1024
"""A year of a class's time takes less."""

YEARS = range(2025, 2100)
"""Before, this program did not exist."""

LARGEST_SKEW_MS = 60_000


@dataclass(frozen=True, slots=True)
class Finding:
    looked_at: str
    is_ok: bool
    says: str


def display(environ: Mapping[str, str]) -> Finding:
    from kiosk.desktop.display import require_display  # noqa: PLC0415 - only this check needs the desktop

    try:
        require_display(environ)
    except KioskError as error:
        return Finding("display", is_ok=False, says=str(error))
    where = environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY") or sys.platform
    return Finding("display", is_ok=True, says=f"A window can be opened ({where}).")


def formulas() -> Finding:
    """Draw one, as a lesson would: what draws them reads tables and a typeface of its own from the disk."""
    from kiosk.desktop.widgets.formula import make_formula  # noqa: PLC0415 - it brings the desktop

    try:
        make_formula(r"\frac{1}{2}")
    except (ImportError, OSError) as error:
        return Finding("formulas", is_ok=False, says=f"None can be drawn ({error}); install the program anew.")
    return Finding("formulas", is_ok=True, says="They can be drawn.")


def lessons(settings: Settings, data_dir: Path, config: AppConfig | None) -> Iterator[Finding]:
    """How many can be played, and each fault in the others. Courses are compared where they could be read."""
    from kiosk.lessons.package import discover  # noqa: PLC0415 - it brings the Markdown parser

    for folder in lesson_folders(settings, data_dir):
        found, faults = discover(folder)
        if found:
            yield Finding("lessons", is_ok=True, says=f"{len(found)} in {folder} can be read.")
        elif not faults:
            yield Finding("lessons", is_ok=False, says=f"{folder} holds no lesson; put a lesson's folder into it.")
        for fault in faults:
            yield Finding("lessons", is_ok=False, says=str(fault))
        for lesson in found:
            if config is not None and config.course_for(lesson.course) is None:
                says = f"{lesson.folder}: course {lesson.course} is not in timeback.config.json; add it there."
                yield Finding("lessons", is_ok=False, says=says)


def tokens(settings: Settings, folder: Path) -> Finding:
    """Read a token that is not there, within the keyring's time limit."""
    credentials = open_credentials(settings.credentials, folder)
    try:
        credentials.token("nobody")
    except KioskError as error:
        says = str(error)
        return Finding("tokens", is_ok=False, says=f"{says[0].upper()}{says[1:]}.")
    return Finding("tokens", is_ok=True, says=f"Students' tokens are kept in {credentials.describe()}.")


def folder_is_writable(folder: Path) -> Finding:
    existing = _nearest_existing(folder)
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        says = f"{existing} cannot be written ({error.strerror}); give this user the right to write there."
        return Finding("data folder", is_ok=False, says=says)
    says = f"{folder} can be written." if existing == folder else f"{folder} can be made at the first start."
    return Finding("data folder", is_ok=True, says=says)


def free_space(folder: Path) -> Finding:
    free = shutil.disk_usage(_nearest_existing(folder)).free
    says = f"{free // 1024**2} MB are free"
    if free < LEAST_FREE:
        return Finding("free space", is_ok=False, says=f"Only {says} for {folder}; make room on that disk.")
    return Finding("free space", is_ok=True, says=f"{says}.")


def database_is_sound(folder: Path) -> Finding:
    """Look through the whole file. A damaged one is marked, so that the next start saves what can be read."""
    file = folder / database.FILE_NAME
    if not file.exists():
        return Finding("database", is_ok=True, says="There is none yet: it is made at the first start.")
    try:
        database.check(file)
    except KioskError as error:
        if isinstance(error, DamagedError):
            rescue.note_damage(file)
        return Finding("database", is_ok=False, says=str(error))
    return Finding("database", is_ok=True, says=f"{file} is sound.")


def clock(clock: Clock) -> Finding:
    now = clock.utc_now()
    if now.year not in YEARS:
        says = f"This machine says it is {now:%Y-%m-%d}; set its clock, or let it ask the network for the time."
        return Finding("clock", is_ok=False, says=says)
    if sys.platform == "linux" and not boot_id():
        says = "/proc/sys/kernel/random/boot_id cannot be read: a clock that was wrong cannot be mended; mount /proc."
        return Finding("clock", is_ok=False, says=says)
    return Finding("clock", is_ok=True, says=f"{now:%Y-%m-%d %H:%M:%S} UTC.")


def server(address: str, clock: Clock) -> Iterator[Finding]:
    """Whether a Timeback SDK server answers there, and whether its clock is ours."""
    from kiosk.sync.probe import probe  # noqa: PLC0415 - it brings httpx, which only a set server needs

    found = probe(address, clock)
    if found.fault:
        yield Finding("server", is_ok=False, says=found.fault)
        return
    yield Finding("server", is_ok=True, says=f"{address} is a Timeback SDK server.")
    if found.ahead_ms is None:
        return
    seconds = abs(found.ahead_ms) // 1000
    if abs(found.ahead_ms) > LARGEST_SKEW_MS:
        where = "ahead of" if found.ahead_ms > 0 else "behind"
        says = f"This machine's clock is {seconds} s {where} the server's; set the one that is wrong."
        yield Finding("server's clock", is_ok=False, says=says)
    else:
        yield Finding("server's clock", is_ok=True, says=f"It agrees with this machine's to {max(seconds, 1)} s.")


def _nearest_existing(folder: Path) -> Path:
    folder = folder.absolute()
    while not folder.exists():
        folder = folder.parent
    return folder
