"""A PostgreSQL of the tests' own: Debian's package, an ordinary user, a temporary folder, loopback."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
SERVICE = "postgres"
"""The user that the package makes."""


@contextmanager
def running_postgres(*, is_durable: bool = False) -> Iterator[str]:
    """Start one and yield its address; skips the test where the package is missing.

    `is_durable`: it waits for the disk at each commit, as a school's does.
    """
    found = BINARIES[-1] if BINARIES else shutil.which("initdb")
    if found is None:
        pytest.skip("PostgreSQL is not on this machine (Debian: apt-get install postgresql)")
    binaries, port = Path(found).parent, _free_port()
    with tempfile.TemporaryDirectory(prefix="kiosk-postgres-") as folder:
        if os.getuid() == 0:
            shutil.chown(folder, SERVICE)
        data = f"{folder}/data"
        _run(f"{binaries}/initdb", "-D", data, "-U", "kiosk", "-A", "trust", "--no-sync")
        options = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync={'on' if is_durable else 'off'}"
        _run(f"{binaries}/pg_ctl", "-D", data, "-o", options, "-w", "-l", f"{folder}/log", "start")
        try:
            yield f"postgresql://kiosk@127.0.0.1:{port}/postgres"
        finally:
            _run(f"{binaries}/pg_ctl", "-D", data, "-m", "immediate", "stop")


def _run(*command: str) -> None:
    """Run it as an ordinary user: PostgreSQL refuses root."""
    # The server keeps what it was given as output, so a pipe would never end.
    user = SERVICE if os.getuid() == 0 else None
    done = subprocess.run(
        command, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
