"""A process that is killed fifty times, at any moment, loses seconds' fractions and doubles nothing."""

import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.demo.backend import Backend
from tests.e2e.story import Stored, completions, latest_sitting, sums, windows

PROGRAM = Path(__file__).parent / "programs" / "worker.py"
LIVES = 50
SHORTEST_LIFE_S, LONGEST_LIFE_S = 0.3, 1.5
MOST_LOST_MS = 1_500
SEED = 2026


@dataclass(frozen=True)
class Life:
    """What a worker had said until it was killed: its run id, and its sitting's active time at each tick."""

    run_id: str
    ticks: list[int]
    stored: list[Stored]

    @property
    def said_ms(self) -> int:
        return self.ticks[-1] if self.ticks else 0

    @property
    def lost_ms(self) -> int:
        return self.said_ms - sums(self.stored)[0]


def live(folder: Path, backend: Backend, life_s: float, *, until_receipt: bool) -> Life | None:
    """Start a worker and kill it after `life_s`; None when it had not come as far as its first word.

    `until_receipt`: kill it sooner, just when the cloud has received a window and the answer is on its way back.
    """
    seen = len(backend.log.time_spent)
    command = [sys.executable, str(PROGRAM), str(folder), backend.url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        with suppress(subprocess.TimeoutExpired):
            if until_receipt:
                backend.log.wait_until(lambda log: len(log.time_spent) > seen, life_s)
            else:
                worker.wait(life_s)
        worker.kill()
        said, _ = worker.communicate()
        assert worker.returncode == -signal.SIGKILL, "the worker ended before it was killed"
    if not said:
        return None
    run_id, *ticks = said.split()
    sitting = latest_sitting(folder)
    return Life(run_id, [int(tick) for tick in ticks], [kept for kept in windows(folder) if kept.sitting == sitting])


def test_fifty_kills_lose_little_double_nothing_and_keep_the_run(backend: Backend, tmp_path: Path) -> None:
    seed = SEED + int.from_bytes(os.urandom(4))
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    folder = tmp_path / "data"
    lives = [
        live(folder, backend, chance.uniform(SHORTEST_LIFE_S, LONGEST_LIFE_S), until_receipt=number % 5 == 4)
        for number in range(LIVES)
    ]
    spoke = [life for life in lives if life is not None]
    last = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), backend.url, "finish"], capture_output=True, text=True, check=True
    )

    assert len(spoke) > LIVES // 2, "the lives were long enough to prove something"
    assert sum(life.said_ms for life in spoke) > 5_000
    assert max(life.lost_ms for life in spoke) <= MOST_LOST_MS
    run_id, *_, report = last.stdout.splitlines()
    assert {life.run_id for life in spoke} == {run_id}
    assert report == "0 pending, 0 parked, None"
    kept = windows(folder)
    assert {(window.run_id, window.state) for window in kept} == {(run_id, "delivered")}
    assert any(window.tries > 1 for window in kept), "some were sent by two lives"
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(kept)
    assert len(backend.log.time_spent) == len(kept)
    assert backend.log.duplicate_windows() == {}
    assert backend.log.run_ids == (run_id,)
    assert [end.state for end in completions(folder)] == ["delivered"]
    assert [done.attempt for done in backend.log.completions] == [1]
