"""`kiosk server` as a process of its own, which a test may kill."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.server.schoolhouse import bearer
from tests.waiting import PATIENCE_S, wait_until

PORT_0 = ("--host", "127.0.0.1", "--port", "0")


class Process:
    """A running server. `said` is what it printed before it took requests."""

    def __init__(self, folder: Path, *options: str, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "server", *PORT_0, *options, "--data-dir", folder],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "KIOSK_CREDENTIALS": "file", "TIMEBACK_ENV": "local", **environment},
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self.said: list[str] = []
        for line in self._process.stdout:
            self.said.append(line)
            if line.startswith("Ctrl+C"):
                break
        self.url = self.said[0].split()[-1].rstrip(".")

    @property
    def pid(self) -> int:
        """Of the process that was started; its workers come from it."""
        return self._process.pid

    def post(self, route: str, body: object, token: str) -> httpx.Response:
        return httpx.post(f"{self.url}/{route}", json=body, headers=bearer(token), timeout=PATIENCE_S)

    def stop(self) -> int:
        """End it as Ctrl+C does; its exit code."""
        self._process.terminate()
        assert self._process.stdout is not None
        self._process.stdout.close()
        return self._process.wait(PATIENCE_S)

    def kill_worker(self, chance: random.Random) -> None:
        """End one of its several processes so, once there is one; the one that was started makes another."""
        os.kill(chance.choice(wait_until(self._workers, "a process that serves")), signal.SIGKILL)

    def kill(self) -> None:
        """End it as a power cut would, with all its workers."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _workers(self) -> list[int]:
        return [child for child in _children(self._process.pid) if b"spawn_main" in _command_line(child)]


@contextmanager
def server_process(folder: Path, *options: str, **environment: str) -> Iterator[Process]:
    process = Process(folder, *options, **environment)
    try:
        yield process
    finally:
        process.kill()


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]


def _command_line(pid: int) -> bytes:
    """How it was started; nothing for one that has just ended."""
    return Path(f"/proc/{pid}/cmdline").read_bytes()
