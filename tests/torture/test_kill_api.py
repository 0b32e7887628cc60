"""A process that is killed again and again, at any moment, loses fractions of a second and doubles nothing."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk import Timeback
from kiosk.demo.backend import Backend
from kiosk.demo.cloud_log import CloudLog
from tests.e2e.killing import await_first_word, read
from tests.e2e.story import ANA, Stored, completions, latest_sitting, sums, windows
from tests.torture.conftest import Prove
from tests.torture.machine import Machine, as_it_runs, restarted, with_restarts
from tests.waiting import PATIENCE_S

PROGRAMS = Path(__file__).parents[1] / "e2e" / "programs"
LONGEST_LIFE_S = 1.2
RECEIVED_WITHIN_S = 60
"""A life that has nothing received is killed then. Two such in a row leave a doubt young enough to be sent again."""
MOST_LOST_MS = 1_500
KILLED = -signal.SIGKILL if os.name == "posix" else 1


def command(program: str, *arguments: object) -> list[str]:
    return [sys.executable, str(PROGRAMS / program), *map(str, arguments)]


def live(
    program: list[str], chance: random.Random, backend: Backend, until: Callable[[CloudLog], bool] | None = None
) -> list[str]:
    """Start a program, kill it a random time after its first word, or one time in four after its start; tell its words.

    `until`: kill it just when the cloud's log has become so and the answer is still on its way back.
    """
    life_s = chance.uniform(0, LONGEST_LIFE_S)
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as process:
        if chance.random() < 0.75:
            await_first_word(process)
        with suppress(subprocess.TimeoutExpired):
            if until is None:
                process.wait(life_s)
            else:
                backend.log.wait_until(until, RECEIVED_WITHIN_S)
        process.kill()
        said, _ = process.communicate()
    assert process.returncode == KILLED, "the program ended before it was killed"
    return said.split()


@dataclass(frozen=True)
class Life:
    """What a worker had said until it was killed (its run, its sitting's active time), and what the disk has of it."""

    run_id: str
    said_ms: int
    stored: list[Stored]

    @property
    def lost_ms(self) -> int:
        return self.said_ms - sums(self.stored)[0]


def work(
    machine: Machine, folder: Path, backend: Backend, chance: random.Random, *, until_receipt: bool
) -> Life | None:
    """One life of a worker; None when it was killed before its first word."""
    seen = len(backend.log.time_spent)
    until = (lambda log: len(log.time_spent) > seen) if until_receipt else None
    program = machine(command("worker.py", folder, backend.url), folder.with_name("boot"), chance)
    said = live(program, chance, backend, until)
    if not said:
        return None
    sitting = latest_sitting(folder)
    stored = [window for window in windows(folder) if window.sitting == sitting]
    return Life(said[0], int(said[-1]) if len(said) > 1 else 0, stored)


@pytest.mark.parametrize(
    ("name", "machine"), [("kill-one-run", as_it_runs), pytest.param("kill-restart", restarted, marks=with_restarts)]
)
def test_fifty_kills_lose_little_double_nothing_and_keep_the_run(
    backend: Backend, tmp_path: Path, chance: random.Random, prove: Prove, name: str, machine: Machine
) -> None:
    folder = tmp_path / "data"
    lives = [work(machine, folder, backend, chance, until_receipt=number % 5 == 4) for number in range(50)]
    spoke = [life for life in lives if life is not None]
    finish = machine(command("worker.py", folder, backend.url, "finish"), tmp_path / "boot", chance)
    run_id, *_, report = subprocess.check_output(finish, text=True).splitlines()

    assert len(spoke) > 25, "the lives were long enough to prove something"
    assert sum(life.said_ms for life in spoke) > 5_000
    assert max(life.lost_ms for life in spoke) <= MOST_LOST_MS
    assert {life.run_id for life in spoke} == {run_id}
    assert report == "0 pending, 0 parked, None"
    kept = [window for window in windows(folder) if window.state != "withdrawn"]  # its time is a merged one's now
    assert {(window.run_id, window.state) for window in kept} == {(run_id, "delivered")}
    spans = sorted((window.started_ms, window.active_ms + window.inactive_ms) for window in kept)
    assert all(start + length <= later for (start, length), (later, _) in pairwise(spans))
    assert any(window.tries > 1 for window in kept), "some were sent by two lives"
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(kept)
    assert len(backend.log.time_spent) == len(kept)
    assert backend.log.duplicate_windows() == {}
    assert backend.log.run_ids == (run_id,)
    assert [end.state for end in completions(folder)] == ["delivered"]
    assert [done.attempt for done in backend.log.completions] == [1]
    boots = {boot for (boot,) in read(folder, "SELECT DISTINCT boot FROM sittings")}
    assert len(boots) >= (len(spoke) if machine is restarted else 1)
    prove(
        name,
        len(lives),
        f"lost {max(life.lost_ms for life in spoke)} ms at most; one run through all lives,"
        f" {len(kept)} windows once each",
    )


def test_an_attempt_whose_end_returned_is_completed_under_one_number_whatever_is_killed(
    backend: Backend, tmp_path: Path, chance: random.Random
) -> None:
    folder = tmp_path / "data"
    program = command("attempts.py", folder, backend.url)
    ended: list[str] = []
    for number in range(12):
        seen = len(backend.log.completions)
        until = (lambda log, seen=seen: len(log.completions) > seen) if number % 2 else None
        ended += live(program, chance, backend, until)
    with Timeback(data_dir=folder, student=ANA, token="ana", server=backend.url, background=False) as timeback:
        assert timeback.sync(timeout=PATIENCE_S).pending == 0

    assert len(ended) > 4, "the lives were long enough to prove something"
    kept = completions(folder)
    assert {end.run_id for end in kept} >= {*ended}
    assert {end.state for end in kept} == {"delivered"}
    # A completion that was being sent is sent again, and the SDK knows it by its text: the attempt stays the same.
    received = dict.fromkeys((done.run_id, done.event_time, done.attempt) for done in backend.log.completions)
    assert [run_id for run_id, _, _ in received] == [end.run_id for end in kept]
    assert [attempt for _, _, attempt in received] == list(range(1, len(kept) + 1))
    assert backend.log.active_ms() == sums(windows(folder))[0]
    assert backend.log.duplicate_windows() == {}
