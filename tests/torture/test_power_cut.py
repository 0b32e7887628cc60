"""The power may fail at any moment: at most five seconds are lost, and never a run, an answer or a completion."""

import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.errors import StoreError
from kiosk.store import database, notices
from kiosk.store.writer import DURABLE_EVERY_MS, Store
from tests.e2e.story import completions, windows
from tests.torture.conftest import Prove
from tests.torture.recorded import Act, disk_after, record

CUTS = 200
SITTINGS = 20
TICK_MS = 1_000
SEED = 2026

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace records what is written")


@dataclass
class Promised:
    """What the program had been told is safe, and the time it had counted by then."""

    runs: set[str] = field(default_factory=set)
    answers: set[tuple[str, str]] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    ms: dict[str, int] = field(default_factory=dict)


def promised(acts: Sequence[Act]) -> Promised:
    done = Promised()
    for said in (json.loads(line) for act in acts if act.kind == "say" for line in act.data.splitlines()):
        match said["what"]:
            case "run":
                done.runs.add(said["run"])
            case "answer":
                done.answers.add((said["run"], said["question"]))
            case "finished":
                done.finished.add(said["run"])
            case "tick":
                done.ms[said["run"]] = said["ms"]
    return done


def test_the_disk_after_a_power_cut_at_200_moments_has_everything_but_five_seconds(
    tmp_path: Path, prove: Prove
) -> None:
    folder = tmp_path / "data"
    program = [sys.executable, "-m", "tests.e2e.programs.powerless", str(folder), str(SEED), str(SITTINGS)]
    acts = record(program, folder, tmp_path / "log")
    chance = random.Random(SEED)
    first_run = next(index for index, act in enumerate(acts) if act.kind == "say")
    lost_ms: list[int] = []
    unsynced = 0
    for cut in sorted(chance.sample(range(first_run, len(acts)), CUTS)):
        disk = tmp_path / f"cut-{cut}"
        disk_after(acts[:cut], chance, disk)
        unsynced += acts[cut - 1].kind == "write"
        before = promised(acts[:cut])

        Store(disk, SystemClock()).close()

        with database.reading(disk / database.FILE_NAME) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",), f"cut {cut}"
            runs = {run_id for (run_id,) in db.execute("SELECT run_id FROM runs")}
            answers = set(db.execute("SELECT run_id, question FROM answers JOIN runs ON runs.id = run"))
            assert not db.execute("SELECT 1 FROM notices").fetchall(), f"cut {cut}: nothing had to be rescued"
        assert runs >= before.runs, f"cut {cut}"
        assert answers >= before.answers, f"cut {cut}"
        assert {end.run_id for end in completions(disk)} >= before.finished, f"cut {cut}"
        kept = {run: sum(window.active_ms for window in windows(disk) if window.run_id == run) for run in before.ms}
        lost_ms.append(sum(max(0, said - kept[run]) for run, said in before.ms.items()))
        shutil.rmtree(disk)

    assert unsynced > CUTS // 4, "the cuts fell among writes"
    assert max(lost_ms) > 0, "some cuts cost something, so the model does drop what was not synced"
    assert max(lost_ms) <= DURABLE_EVERY_MS
    prove(
        "power-cut",
        CUTS,
        f"cuts among {len(acts)} acts on the disk, {unsynced} just after a write: lost {max(lost_ms)} ms at most,"
        " no run, no answer, no completion",
    )


def test_a_power_cut_at_any_moment_of_the_first_start_leaves_a_folder_that_starts(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    program = [sys.executable, "-m", "tests.e2e.programs.powerless", str(folder), str(SEED), "1"]
    acts = record(program, folder, tmp_path / "log")
    chance = random.Random(SEED)
    first_run = next(index for index, act in enumerate(acts) if act.kind == "say")
    for cut in range(1, first_run + 30):
        disk = tmp_path / f"cut-{cut}"
        disk_after(acts[:cut], chance, disk)
        store = Store(disk, SystemClock())
        assert store.call(notices.unacknowledged).result() == [], f"cut {cut}: nothing had to be rescued"
        store.close()
        with database.reading(disk / database.FILE_NAME) as db:
            assert {run_id for (run_id,) in db.execute("SELECT run_id FROM runs")} >= promised(acts[:cut]).runs


def test_without_syncs_the_model_finds_what_is_lost(tmp_path: Path) -> None:
    """Were nothing ever synced, a cut would cost more: the proof above could fail."""
    folder = tmp_path / "data"
    program = [sys.executable, "-m", "tests.e2e.programs.powerless", str(folder), str(SEED), "2"]
    acts = [act for act in record(program, folder, tmp_path / "log") if act.kind != "sync"]
    chance = random.Random(SEED)
    hurt = 0
    for number in range(5):
        disk = tmp_path / f"cut-{number}"
        disk_after(acts, chance, disk)
        try:
            with database.reading(disk / database.FILE_NAME) as db:
                runs = {run_id for (run_id,) in db.execute("SELECT run_id FROM runs")}
                hurt += not runs >= promised(acts).runs
        except (StoreError, sqlite3.Error):
            hurt += 1
    assert hurt == 5
