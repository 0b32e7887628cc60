"""The commands beside the real program, in a process of its own with its window off screen."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kiosk.demo.backend import Backend
from kiosk.desktop.instance import ask_running
from tests.commands.conftest import Folder, Kiosk, Said


@contextmanager
def running(folder: Folder) -> Iterator[None]:
    """The kiosk, from when it answers to its end."""
    with subprocess.Popen([sys.executable, "-m", "kiosk"], env=dict(os.environ)) as process:
        try:
            while not ask_running(folder.path):
                assert process.poll() is None
                assert not threading.Event().wait(0.05)
            yield
        finally:
            process.terminate()
            process.wait(20)


def test_the_running_kiosk_delivers_puts_back_drops_and_takes_in_time(
    kiosk: Kiosk, folder: Folder, backend: Backend
) -> None:
    folder.doubt()
    folder.work(2)
    folder.close()
    backend.refuse_next(2, 400, body=b'{"error":{"code":"UNKNOWN_COURSE","message":"no such course"}}')
    with running(folder):
        told = sync()
        assert (told["pending"], told["parked"], told["error"]) == (0, 3, None)

        assert kiosk("parked", "--drop", "w3", "--yes").code == 0
        assert kiosk("parked", "--retry", "w2").code == 0
        assert kiosk("parked", "--retry", "w1").code == 2
        assert kiosk("parked", "--retry", "w1", "--confirm", "may be counted twice").code == 0
        told = sync()
        assert (told["pending"], told["parked"], told["error"]) == (0, 0, None)
        assert {each["id"]: each["state"] for each in json.loads(kiosk("parked", "--json").out)} == {"w3": "withdrawn"}
        assert backend.log.active_ms() == 30_000

        assert import_one(kiosk, folder).out == "1 of 1 sittings are queued; 0 were here already.\n"
        assert import_one(kiosk, folder).out == "0 of 1 sittings are queued; 1 were here already.\n"
        assert sync()["pending"] == 0
        assert backend.log.active_ms() == 90_000
        assert kiosk("doctor").code == 0


def sync() -> dict[str, Any]:
    """`kiosk sync` in a process of its own: while it waits for an answer, this one has a server to run."""
    said = subprocess.run([sys.executable, "-m", "kiosk", "sync", "--json"], check=False, capture_output=True)
    answer: dict[str, Any] = json.loads(said.stdout)
    return answer


def import_one(kiosk: Kiosk, folder: Folder) -> Said:
    file = folder.path / "sittings of März.csv"
    file.write_text(
        "student,id,name,subject,grade,ended_at,active_s,inactive_s\nAna,paper,Paper,Math,3,2026-01-02T10:00:00Z,60,0\n"
    )
    return kiosk("import-time", str(file), "--apply")
