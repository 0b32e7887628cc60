"""The kiosk that runs already: it writes, so it is asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.clock import SystemClock
from kiosk.errors import FolderInUseError
from kiosk.store import database
from kiosk.store.writer import Store


def open_store(folder: Path) -> Store | None:
    """Open a folder that has been used before for writing; None when another process does that. Raises StoreError."""
    database.open_reader(folder / database.FILE_NAME).close()
    try:
        return Store(folder, SystemClock())
    except FolderInUseError:
        return None


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
