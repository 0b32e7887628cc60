"""A process that is killed fifty times, at any moment, loses seconds' fractions and doubles nothing."""

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.demo.backend import Backend
from tests.e2e.story import Stored, completions, sums, windows

PROGRAM = Path(__file__).parent / "programs" / "worker.py"
LIVES = 50
SHORTEST_LIFE_S, LONGEST_LIFE_S = 0.3, 1.5
MOST_LOST_MS = 1_500
SEED = 2026


@dataclass(frozen=True)
class Life:
    """What a killed worker had said: its run id, and the active time of its sitting at its last tick."""

    run_id: str
    said_ms: int
    stored: list[Stored]

    @property
    def lost_ms(self) -> int:
        return self.said_ms - sums(self.stored)[0]


def live(folder: Path, backend: Backend, life_s: float) -> Life | None:
    """Start a worker and kill it after `life_s`; None when it had not come as far as its first word."""
    worker = subprocess.Popen(
        [sys.executable, str(PROGRAM), str(folder), backend.url], stdout=subprocess.PIPE, text=True
    )
    try:
        worker.communicate(timeout=life_s)
    except subprocess.TimeoutExpired:
        worker.kill()
    run_id, *ticks = worker.communicate()[0].split() or [""]
    if not run_id:
        return None
    kept = windows(folder)
    sitting = max((window.sitting for window in kept), default=0)
    return Life(run_id, int(ticks[-1]), [window for window in kept if window.sitting == sitting]) if ticks else None


def test_fifty_kills_lose_little_double_nothing_and_keep_the_run(backend: Backend, tmp_path: Path) -> None:
    seed = SEED + int.from_bytes(os.urandom(4))
    print(f"seed {seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    folder = tmp_path / "data"
    lives = [live(folder, backend, chance.uniform(SHORTEST_LIFE_S, LONGEST_LIFE_S)) for _ in range(LIVES)]
    spoke = [life for life in lives if life is not None]
    last = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), backend.url, "finish"], capture_output=True, text=True, check=True
    )

    assert sum(life.said_ms for life in spoke) > 5_000, "the lives were long enough to prove something"
    assert max(life.lost_ms for life in spoke) <= MOST_LOST_MS
    run_id, *_, report = last.stdout.splitlines()
    assert {life.run_id for life in spoke} == {run_id}
    assert report == "0 pending, 0 parked, None"
    kept = windows(folder)
    assert {(window.run_id, window.state) for window in kept} == {(run_id, "delivered")}
    assert (backend.log.active_ms(), backend.log.inactive_ms()) == sums(kept)
    assert len(backend.log.time_spent) == len(kept)
    assert backend.log.duplicate_windows() == {}
    assert backend.log.run_ids == (run_id,)
    assert [end.state for end in completions(folder)] == ["delivered"]
    assert [done.attempt for done in backend.log.completions] == [1]
