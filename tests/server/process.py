"""`kiosk server` as a process of its own, which a test may kill."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.server.schoolhouse import bearer


class Process:
    """A running server. `said` is what it printed before it took requests."""

    def __init__(self, folder: Path, port: int = 0, **environment: str) -> None:
        address = ("--host", "127.0.0.1", "--port", str(port))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "server", *address, "--data-dir", folder],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "KIOSK_CREDENTIALS": "file", "TIMEBACK_ENV": "local", **environment},
        )
        assert self._process.stdout is not None
        self.said: list[str] = []
        for line in self._process.stdout:
            self.said.append(line)
            if line.startswith("Ctrl+C"):
                break
        self.url = self.said[0].split()[-1].rstrip(".")

    def post(self, route: str, body: object, token: str) -> httpx.Response:
        return httpx.post(f"{self.url}/{route}", json=body, headers=bearer(token), timeout=30)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


@contextmanager
def server_process(folder: Path, **environment: str) -> Iterator[Process]:
    process = Process(folder, 0, **environment)
    try:
        yield process
    finally:
        process.kill()
