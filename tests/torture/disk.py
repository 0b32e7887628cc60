"""A disk that fails while a program writes to it, and the account of what was promised and what is there."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.clock import SystemClock
from kiosk.store import database
from kiosk.store.writer import Store
from tests.e2e.killing import prepare, read
from tests.e2e.story import completions, windows

PATIENT = "tests.torture.programs.patient"
SECONDS = 40

WRITES = "pwrite64"
SYNCS = "fsync,fdatasync"
FAULTS = {
    "full": (WRITES, "ENOSPC"),
    "failing": (WRITES, "EIO"),
    "read-only": (f"{WRITES},ftruncate", "EROFS"),
    "not syncing": (SYNCS, "EIO"),
}
"""What the system answers to which calls, as strace puts it in: errors that no test has to imitate."""

type Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Strike:
    """The calls from `first` to `last` (from 1, on one thread) that fail; to the end where `last` is None."""

    fault: str
    first: int
    last: int | None

    def options(self) -> list[str]:
        calls, error = FAULTS[self.fault]
        when = f"{self.first}+" if self.last is None else f"{self.first}..{self.last}"
        return ["-e", f"trace={calls}", "-e", f"inject={calls}:error={error}:when={when}"]


@dataclass
class Told:
    """What a program said of itself."""

    runs: set[str] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)
    finished: dict[str, int] = field(default_factory=dict)
    ms: dict[str, int] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    lights: list[bool] = field(default_factory=list)

    @property
    def is_red(self) -> bool:
        """How it ended."""
        return bool(self.lights) and self.lights[-1]


def told(said: str) -> Told:
    found = Told()
    for line in map(json.loads, said.splitlines()):
        match line["what"]:
            case "run":
                found.runs.add(line["run"])
            case "answer":
                found.answers.add((line["run"], line["question"]))
            case "finished":
                found.finished[line["run"]] = line["ms"]
            case "tick":
                found.ms[line["run"]] = line["ms"]
            case "refused":
                found.refusals.append(line["sentence"])
            case "light":
                found.lights.append(line["red"])
    return found


def prepared(folder: Path) -> Path:
    """A data folder that has been opened before, so that a fault meets work and not the making of the file."""
    Store(folder, SystemClock()).close()
    return folder


def run_patient(
    folder: Path,
    seed: int,
    *,
    options: Sequence[str] = (),
    each_second: Callable[[int], None] = lambda _second: None,
    user: str = "",
) -> Told:
    """Let the program live through its sitting; strace takes `options`. Fails on a traceback or an early end."""
    tracer = (
        ["strace", "-f", "-q", "--seccomp-bpf", "-o", "/dev/null", "-e", "signal=none", *options] if options else []
    )
    command = [*tracer, sys.executable, "-m", PATIENT, str(folder), str(seed), str(SECONDS), *filter(None, [user])]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said = ""
        second = 0
        for line in process.stdout:
            said += line
            if json.loads(line)["what"] in ("run", "second"):
                each_second(second)
                second += 1
                process.stdin.write("\n")
                process.stdin.flush()
        complaint = process.stderr.read() if process.stderr else ""
    assert process.returncode == 0, complaint
    assert "Traceback" not in complaint
    return told(said)


def run_window(folder: Path, seed: int, rounds: int, fault: str, slow_log: Path | None = None) -> dict[str, Any]:
    """Let a child sit at the real window through so many rounds of the fault; what it told in the end.

    With `slow_log` each sync takes half a second longer, and stands there.
    """
    prepare(folder)
    slow = ["-e", f"trace={SYNCS}", "-e", f"inject={SYNCS}:delay_enter=500ms"]
    tracer = ["strace", "-f", "-q", "--seccomp-bpf", "-o", str(slow_log), "-e", "signal=none", *slow]
    command = [
        sys.executable,
        "-m",
        "tests.torture.programs.crowded_window",
        str(folder),
        str(seed),
        str(rounds),
        fault,
    ]
    run = subprocess.run(
        [*tracer, *command] if slow_log else command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "KIOSK_CREDENTIALS": "file"},
    )
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    said: dict[str, Any] = json.loads(run.stdout)
    return said


def check_promises(folder: Path, said: Told) -> None:
    """Everything that was promised is on the disk, in a file that is whole."""
    Store(folder, SystemClock()).close()
    assert read(folder, "PRAGMA integrity_check") == [("ok",)]
    assert read(folder, "SELECT sentence FROM notices") == [], "nothing had to be rescued"
    assert said.runs <= {run_id for (run_id,) in read(folder, "SELECT run_id FROM runs")}
    answers = set(read(folder, "SELECT run_id, question FROM answers JOIN runs ON runs.id = run"))
    assert said.answers <= answers
    assert set(said.finished) <= {end.run_id for end in completions(folder)}
    for promised in (said.ms, said.finished):
        for run_id, ms in promised.items():
            assert stored_ms(folder, run_id) >= ms


def stored_ms(folder: Path, run_id: str) -> int:
    return sum(window.active_ms for window in windows(folder) if window.run_id == run_id)


def file_of(folder: Path) -> Path:
    return folder / database.FILE_NAME
