"""A data folder with a student's work in it, and the command line as a person uses it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from kiosk import resources
from kiosk.cli import run
from kiosk.clock import ManualClock, SystemClock, read
from kiosk.demo.backend import Backend
from kiosk.errors import KioskError
from kiosk.identity.credentials import open_credentials
from kiosk.protocol.outcomes import Outcome, Verdict
from kiosk.store import outbox, students
from kiosk.store.outbox import RESEND_MS, Lane, Message
from kiosk.store.runs import OpenedRun
from kiosk.store.students import Student
from kiosk.store.writer import Store
from tests.e2e.story import vouch
from tests.store.stories import BOOT, add_student, start, work


@dataclass(frozen=True, slots=True)
class Said:
    code: int
    out: str
    err: str


type Kiosk = Callable[..., Said]


@pytest.fixture
def kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Said]:
    """Run `kiosk …` on the folder of this test: its exit code and what it printed. An error is its one sentence."""
    for name in [name for name in os.environ if name.startswith("KIOSK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("KIOSK_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("KIOSK_CREDENTIALS", "file")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    def run_command(*arguments: str) -> Said:
        error = ""
        try:
            code = run(arguments)
        except KioskError as refusal:
            code, error = 2, str(refusal)
        out, err = capfdbinary.readouterr()
        return Said(code, out.decode(), error or err.decode())

    return run_command


class Folder:
    """A data folder in which Ana has worked on a lesson since 2026-01-05 10:00 UTC."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = ManualClock(datetime(2026, 1, 5, 10, 0, tzinfo=UTC))
        self.store = Store(path, self.clock)
        vouch(self.store, SystemClock())  # the clock of the kiosk that delivers
        self.ana: Student = add_student(self.store)
        self.run: OpenedRun = start(self.store, self.clock, self.ana)
        open_credentials("file", path).set_token(self.ana.ref, "ana")
        self.windows = 0

    def work(self, windows: int = 1) -> None:
        work(self.store, self.clock, self.run, windows, first=self.windows)
        self.windows += windows
        self.store.call(students.everyone).result()  # by then what was posted before is on the disk

    def settle(self, outcome: Outcome) -> None:
        """Let the oldest window meet that answer."""
        message = self.store.call(
            outbox.claim, Lane(self.ana.id, self.ana.ref, "fractions"), read(self.clock), BOOT
        ).result()
        assert isinstance(message, Message)
        self.store.call(
            outbox.settle, message, Verdict(outcome, "400 INVALID_PAYLOAD: no"), read(self.clock), 0
        ).result()

    def park(self) -> None:
        self.work()
        self.settle(Outcome.PARK)

    def doubt(self) -> None:
        """A window whose answer was lost, and which is too old to be sent again."""
        self.work()
        self.settle(Outcome.AMBIGUOUS)
        self.clock.advance(RESEND_MS + 1)
        lane = Lane(self.ana.id, self.ana.ref, "fractions")
        assert self.store.call(outbox.claim, lane, read(self.clock), BOOT).result() is None

    def close(self) -> None:
        self.store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    folder = Folder(tmp_path)
    yield folder
    folder.close()


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Iterator[Backend]:
    """A real Timeback SDK server that knows Ana, and is the kiosk's."""
    with Backend(resources.sample_config(), ["ana@example.com"], {"ana": "ana@example.com"}) as backend:
        monkeypatch.setenv("KIOSK_SERVER", backend.url)
        yield backend
