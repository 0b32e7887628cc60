"""The kiosk that runs already: it writes, so it is asked."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kiosk.clock import SystemClock
from kiosk.errors import FolderInUseError, UsageError
from kiosk.store import database
from kiosk.store.writer import Store

ERRAND_S = 60.0


def open_store(folder: Path) -> Store | None:
    """Open a folder that has been used before for writing; None when another process does that. Raises StoreError."""
    database.open_reader(folder / database.FILE_NAME).close()
    try:
        return Store(folder, SystemClock())
    except FolderInUseError:
        return None


def do_or_ask(folder: Path, request: str, here: Callable[[Store], str], *, late: str) -> str:
    """Do it here, or have the kiosk do it that is running on this folder; gives the sentence that says what was done.

    `late`: what to do when the kiosk takes longer than a minute. Raises UsageError with what the kiosk says against it.
    """
    try:
        store = Store(folder, SystemClock())
    except FolderInUseError:
        try:
            answer = ask(folder, request, ERRAND_S)
        except TimeoutError as error:
            raise UsageError(f"The running kiosk has not answered; {late}.") from error
        if answer["error"] is not None:
            raise UsageError(answer["error"]) from None
        return str(answer["said"])
    with closing(store):
        return here(store)


def word(text: Path | str) -> str:
    """One word of a request to the running kiosk."""
    return quote(os.fsencode(text.absolute() if isinstance(text, Path) else text))


def ask(
    folder: Path, request: str, timeout_s: float = 10.0, meanwhile: Callable[[], object] = lambda: None
) -> dict[str, Any]:
    """Have the running kiosk do something, and return its answer. Raises FolderInUseError when it does not listen.

    `meanwhile` is called several times a second. Raises TimeoutError when there is no answer in time.
    """
    try:
        from kiosk.desktop.instance import ask_running_to  # noqa: PLC0415 - needs Qt's libraries
    except ImportError:
        answer = None
    else:
        answer = ask_running_to(folder, request, timeout_s, meanwhile)
    if answer is None:
        raise FolderInUseError(f"{folder} is in use by a program that does not answer; close it, then try again.")
    return answer
