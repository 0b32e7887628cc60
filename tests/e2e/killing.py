"""Programs that are killed at any moment, and the account of what each kill cost."""

import json
import os
import random
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.clock import SystemClock
from kiosk.demo.backend import Backend
from kiosk.identity.credentials import open_credentials
from kiosk.lessons.model import RESPONSE
from kiosk.store import database, students
from kiosk.store.students import SignIn
from kiosk.store.writer import Store
from kiosk.sync.courier import Courier
from tests.e2e.story import ANA
from tests.waiting import PATIENCE_S

PROGRAMS = "tests.e2e.programs."
MOST_LOST_MS = 1_500
HURRIED = {"QT_QPA_PLATFORM": "offscreen", "KIOSK_CREDENTIALS": "file", "KIOSK_HEARTBEAT_INTERVAL_S": "1"}
KILLED = -signal.SIGKILL if os.name == "posix" else 1

type Line = Mapping[str, Any]


@dataclass
class Account:
    """What many kills cost. `lost_ms`: from each one's last second on the disk to the kill, where a lesson was open."""

    folder: Path
    kills: int = 0
    lost_ms: list[int] = field(default_factory=list)
    runs: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    answers: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def take(self, lines: Sequence[Line], killed_ms: int) -> None:
        """Enter what a program had said when it was killed, and see what of it is on the disk."""
        self.kills += 1
        for line in lines:
            match line["what"]:
                case "run":
                    self.runs.add(line["run"])
                case "finished":
                    self.finished.add(line["run"])
                case "answer" if line["at"] <= killed_ms - MOST_LOST_MS:
                    self.answers[line["run"], line["question"]] = line["response"]
                case "answer":  # too young to be promised: what came before it may have been overwritten or not
                    self.answers.pop((line["run"], line["question"]), None)
                case _:
                    pass
        if (
            lines
            and lines[-1]["what"] in ("tick", "answer")
            and (ticks := [ln for ln in lines if ln["what"] == "tick"])
        ):
            self._enter_loss(ticks[-1], killed_ms)

    def _enter_loss(self, tick: Line, killed_ms: int) -> None:
        ((stored_ms, end_mono),) = read(
            self.folder,
            "SELECT sum(active_ms), max(windows.started_mono + active_ms + idle_ms + unfocused_ms + locked_ms"
            " + paused_ms) FROM windows JOIN runs ON runs.id = run WHERE run_id = ? AND windows.state <> 'withdrawn'",
            tick["run"],
        )
        starved_ms = max(killed_ms - tick["at"] - 1_000, 0)  # it had not been given the processor: nothing was counted
        self.lost_ms.append(max(killed_ms - end_mono - starved_ms, tick["ms"] - stored_ms))

    @property
    def is_telling(self) -> bool:
        """Whether enough of the kills fell into a lesson to prove something."""
        return len(self.lost_ms) > self.kills // 4

    def check(self) -> None:
        """Nothing that was promised is missing."""
        assert self.runs <= {run_id for (run_id,) in read(self.folder, "SELECT run_id FROM runs")}
        done = "SELECT run_id FROM completions JOIN runs ON runs.id = run"
        assert self.finished <= {run_id for (run_id,) in read(self.folder, done)}
        kept = {
            (run_id, question): json.loads(answer)["response"].get(RESPONSE)
            for run_id, question, answer in read(
                self.folder, "SELECT run_id, question, answer FROM answers JOIN runs ON runs.id = run"
            )
        }
        assert {key: kept.get(key) for key in self.answers} == self.answers
        assert self.is_telling, "they lived long enough to prove something"
        assert max(self.lost_ms) <= MOST_LOST_MS

    def figures(self) -> str:
        """What it came to, for a person."""
        lost = sorted(self.lost_ms)
        return (
            f"{self.kills} kills, {len(lost)} of them in a lesson: lost {lost[len(lost) // 2]} ms in the middle,"
            f" {lost[-1]} ms at most; kept {len(self.runs)} runs, {len(self.finished)} completions,"
            f" {len(self.answers)} answers"
        )


def prepare(folder: Path) -> None:
    """A folder with a student who is signed in."""
    store = Store(folder, SystemClock())
    store.call(students.add, ANA, "Ana", "fox", 0).result()
    open_credentials("file", folder).set_token(ANA, "ana")
    store.call(students.set_sign_in, ANA, SignIn.OK).result()
    store.close()


def await_first_word(process: subprocess.Popen[str]) -> None:
    """Wait, and leave the word to be read: a busy machine may take long to start a program."""
    assert process.stdout is not None
    select.select([process.stdout], [], [], PATIENCE_S)


def kill_once(
    account: Account, program: str, backend: Backend, chance: random.Random, lives_s: tuple[float, float]
) -> None:
    """Let the program live for a random time, three times in four counted from its first word.

    One time in four it lives only until the cloud has just received something.
    """
    command = [sys.executable, "-m", PROGRAMS + program, str(account.folder)]
    if program == "host":
        command.append(backend.url)
    seen = len(backend.log.envelopes)
    environment = {**os.environ, **HURRIED, "KIOSK_SERVER": backend.url}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        if chance.random() < 0.75:
            await_first_word(process)
        life_s = chance.uniform(*lives_s)
        if chance.random() < 0.25:
            backend.log.wait_until(lambda log: len(log.envelopes) > seen, life_s)
        else:
            with suppress(subprocess.TimeoutExpired):
                process.wait(life_s)
        killed_ms = SystemClock().monotonic_ms()
        process.kill()
        said, complaint = process.communicate()
    assert process.returncode == KILLED, complaint
    account.take([json.loads(line) for line in said.splitlines()], killed_ms)


def check_delivery(folder: Path, backend: Backend) -> None:
    """Deliver what is left; then all of it has arrived, and each window and each attempt once."""
    store = Store(folder, SystemClock())
    courier = Courier(store, SystemClock(), backend.url, lambda _ref: "ana", background=False)
    courier.start()
    try:
        courier.sync().result(60)
    finally:
        courier.close()
        store.close()
    states = {state for (state,) in read(folder, "SELECT state FROM windows UNION SELECT state FROM completions")}
    assert states <= {"delivered", "withdrawn"}
    ((stored_ms,),) = read(folder, "SELECT sum(active_ms) FROM windows")
    assert backend.log.active_ms() == stored_ms
    assert backend.log.duplicate_windows() == {}
    ends = read(folder, "SELECT run_id FROM completions JOIN runs ON runs.id = run ORDER BY completions.id")
    received = dict.fromkeys((done.run_id, done.event_time, done.attempt) for done in backend.log.completions)
    assert {run_id for run_id, _, _ in received} == {run_id for (run_id,) in ends}
    assert sorted(attempt or 0 for _, _, attempt in received) == [*range(1, len(ends) + 1)]


def read(folder: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(database.open_reader(folder / database.FILE_NAME)) as reader:
        return reader.execute(query, values).fetchall()
