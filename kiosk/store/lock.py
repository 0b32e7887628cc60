"""One writing process per data folder. The system lets go of the lock when the process dies, however it dies."""

import os
import sys
from pathlib import Path

from kiosk.errors import FolderInUseError, StoreError

FILE_NAME = "kiosk.lock"


class FolderLock:
    """Held from construction to `release()`. Raises FolderInUseError when another process holds it."""

    def __init__(self, folder: Path) -> None:
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._fd: int | None = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise StoreError(f"{folder} cannot be made or written: {error.strerror or error}.") from error
        try:
            _lock(self._fd)
        except OSError as error:
            os.close(self._fd)
            raise FolderInUseError(
                f"{folder} is in use by another running kiosk; use that one, or close it first."
            ) from error

    def release(self) -> None:
        """Let go; more than once is no error."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def _lock(fd: int) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists there only

        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
