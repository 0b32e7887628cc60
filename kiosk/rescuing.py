"""Carrying work to another computer on a stick, and taking it in: what the commands, the clerk and the panel do.

    export   freeze in the store ──► write, sync, read back ──► done      what cannot be written is taken back at once
    import   read, unseal ──► take in, in one transaction

Every function waits for the disk: a worker thread's or a command's, never the GUI's.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.clock import local_day
from kiosk.errors import SignInError, UsageError
from kiosk.rescue_file import SUFFIX, CarriedStudent, RescueFile, new_id, seal, token_digest, unseal
from kiosk.settings import Settings
from kiosk.store import carrying
from kiosk.store.carrying import TakenIn
from kiosk.store.writer import Store
from kiosk.words import tr

LARGEST = 256 * 1024 * 1024
"""More than a school's outbox ever is; nothing larger is read."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the file is and what it holds."""

    file: Path
    students: int
    messages: int

    def __str__(self) -> str:
        return (
            f"{self.messages} messages of {self.students} students are in {self.file}. They are not sent from here any"
            " more: take the file to a computer that reaches the server."
        )


def require_key(settings: Settings) -> str:
    """The school's key. Raises UsageError where there is none."""
    if settings.rescue_key is None:
        raise UsageError(
            "No rescue key is set on this computer: `kiosk rescue new-key` makes one; it belongs on every machine."
        )
    return settings.rescue_key


def export_work(
    store: Store, folder: Path, key: str, place: str, token: Callable[[str], str | None], now_ms: int
) -> Exported:
    """Carry all that waits into a file in the folder. Raises UsageError, and then everything is as it was.

    Should the machine die within it, the work stays frozen here, and `take_back` is the way out.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder; name the folder of the stick.")
    file_id = new_id()
    target = folder / f"timeback-{local_day(now_ms)}-{file_id[:8]}{SUFFIX}"
    carried = store.call(carrying.carry_away, file_id, target.name, now_ms).result()
    try:
        known = tuple(replace(student, token_digest=_digest(student, token)) for student in carried)
        made = RescueFile(file_id, now_ms, place, known)
        _write(target, seal(made, key))
        unseal(target.read_bytes(), key, target.name)  # a bad stick shows now, while the work is here
    except BaseException as error:
        with suppress(OSError):
            target.unlink(missing_ok=True)
        store.call(carrying.take_back, file_id).result()
        if isinstance(error, OSError):
            raise UsageError(f"{target} cannot be written ({error.strerror}); nothing was carried.") from error
        raise
    return Exported(target, len(made.students), made.messages)


def import_work(store: Store, file: Path, key: str, now_ms: int) -> TakenIn:
    """Have a file's work sent from here. Raises UsageError, and then nothing was taken in."""
    return store.call(carrying.take_in, read_file(file, key), file.name, now_ms).result()


def read_file(file: Path, key: str) -> RescueFile:
    """Read a rescue file from a stick. Raises UsageError."""
    try:
        if file.stat().st_size > LARGEST:
            raise UsageError(f"{file.name} is too large for a rescue file; choose one that `kiosk rescue export` made.")
        content = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}); see that the stick is in.") from error
    return unseal(content, key, file.name)


def taken_words(taken: TakenIn) -> str:
    """What came of a file, for a person."""
    said = [tr("%n messages wait here now and are sent by themselves.", "", taken.messages)]
    if taken.known:
        said.append(tr("%n were here already.", "messages", taken.known))
    if taken.added:
        said.append(tr("New on this computer: {names}.", names=", ".join(taken.added)))
    if taken.signed_out:
        said.append(tr("To be signed in first: {names}.", names=", ".join(taken.signed_out)))
    return " ".join(said)


def _digest(student: CarriedStudent, token: Callable[[str], str | None]) -> str | None:
    """Who the student is to a school server. Without a token, or with a locked keyring, it goes by the name."""
    try:
        found = token(student.ref)
    except SignInError:
        return None
    return token_digest(found) if found else None


def _write(target: Path, content: bytes) -> None:
    """Have it on the stick, whole, before this returns: people pull sticks out."""
    new = target.with_name(f"{target.name}.new")
    try:
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
    with suppress(OSError):  # not every system can sync a folder
        handle = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
