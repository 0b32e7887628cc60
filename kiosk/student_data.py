"""A student's data as files, and its end: what the commands, the clerk and the panel do.

Every function waits for the disk: a worker thread's or a command's, never the GUI's.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path

from kiosk.clock import local_day
from kiosk.errors import SignInError, UsageError
from kiosk.store import forgetting
from kiosk.store.forgetting import StudentCopy
from kiosk.store.outbox import Backlog
from kiosk.store.students import Student
from kiosk.store.writer import Store
from kiosk.windows_file import table_of
from kiosk.words import tr

MINUTE_MS = 60_000


def undelivered_words(backlog: Backlog) -> str:
    """Name what is not on a server yet; "" when all is there."""
    parts = (
        f"{_count(backlog.waiting, 'message')} waiting" if backlog.waiting else "",
        f"{backlog.parked} refused" if backlog.parked else "",
        f"{backlog.maybe} in doubt" if backlog.maybe else "",
        f"{backlog.carried} carried away in a file" if backlog.carried else "",
        f"{_count(backlog.finish_requests, 'finished lesson')} for the school server"
        if backlog.finish_requests
        else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{said} ({duration(backlog.waiting_ms)} focused)" if said and backlog.waiting_ms else said


def duration(ms: int) -> str:
    return f"{ms // MINUTE_MS} min" if ms >= MINUTE_MS else f"{ms // 1000} s"


def save_copy(store: Store, student: Student, folder: Path, now_ms: int) -> Path:
    """Write everything of a student into a new folder in `folder`; gives that. Raises UsageError.

    windows.csv is for a spreadsheet, everything.json for programs, files/ what was handed in.
    """
    copy: StudentCopy = store.call_light(forgetting.copy_of, student.id).result()
    name = re.sub(r"[^\w-]+", "-", student.name).strip("-") or "student"
    target = folder / f"{name}-{local_day(now_ms)}"
    try:
        number = 1
        while target.exists():
            number += 1
            target = folder / f"{name}-{local_day(now_ms)}-{number}"
        target.mkdir(parents=True)
        (target / "windows.csv").write_bytes(table_of(copy.windows, excel=True))
        told = json.dumps(copy.told, indent=1, ensure_ascii=False)
        (target / "everything.json").write_text(told, "utf-8")
        for file, data in copy.files.items():
            (target / "files").mkdir(exist_ok=True)
            (target / "files" / file).write_bytes(data)
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror}); name another folder.") from error
    return target


def delete_student(
    store: Store, student: Student, folder: Path, now_ms: int, forget_token: Callable[[str], None]
) -> str:
    """Save a copy, then delete everything of the student; tells what was done. Raises UsageError, and then all stays.

    `forget_token(ref)` forgets the sign-in.
    """
    target = save_copy(store, student, folder, now_ms)
    store.call(forgetting.forget, student.id).result()
    said = tr("{name} is deleted from this computer; a copy is in {folder}.", name=student.name, folder=target)
    try:
        forget_token(student.ref)
    except SignInError as error:
        said += " " + tr("Their token could not be deleted: {error}.", error=error)
    old = sorted(store.folder.glob("kiosk-broken-*"))
    if old:
        files = ", ".join(file.name for file in old)
        said += " " + tr("A damaged older file still holds data of theirs: delete {files} too.", files=files)
    return said


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
