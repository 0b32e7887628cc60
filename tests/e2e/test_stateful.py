"""Stateful: several programs on several days send the time of one run, and a server completes it."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.clock import ManualClock, epoch_ms
from kiosk.demo.backend import Backend
from tests.e2e.story import ANA, completions, sums, windows

PROGRAM = Path(__file__).parent / "programs" / "sitting.py"
DAYS = {"2026-01-05T10:00:00+00:00": 70, "2026-01-06T09:30:00+00:00": 50, "2026-01-08T14:00:00+00:00": 95}


def sit(folder: Path, backend: Backend, clock: ManualClock, began: str, seconds: int) -> dict[str, Any]:
    clock.advance(epoch_ms(datetime.fromisoformat(began)) - epoch_ms(clock.utc_now()))
    command = [sys.executable, str(PROGRAM), str(folder), backend.url, began, str(seconds)]
    said: dict[str, Any] = json.loads(subprocess.check_output(command, text=True))
    return said


def test_three_processes_on_three_days_share_a_run_that_the_server_completes(
    backend: Backend, clock: ManualClock, tmp_path: Path
) -> None:
    sittings = [sit(tmp_path, backend, clock, began, seconds) for began, seconds in DAYS.items()]

    (run_id,) = {sitting["run_id"] for sitting in sittings}
    assert [sitting["is_resumed"] for sitting in sittings] == [False, True, True]
    assert [sitting["sitting_ms"] for sitting in sittings] == [70_000, 50_000, 95_000]
    assert [sitting["run_ms"] for sitting in sittings] == [70_000, 120_000, 215_000]
    assert [sitting["pending"] for sitting in sittings] == [0, 0, 0]
    assert {event.event_time[:10] for event in backend.log.time_spent} == {day[:10] for day in DAYS}
    assert backend.log.active_ms(run_id) == backend.log.active_ms() == sums(windows(tmp_path))[0] == 215_000
    assert backend.log.duplicate_windows() == {}
    assert completions(tmp_path) == []
    assert list(backend.log.completions) == []

    backend.record(
        {
            "user": {"email": ANA},
            "activity": {"id": "novel", "name": "A Novel", "course": {"subject": "Reading", "grade": 2}},
            "metrics": {"xp_earned": 3, "total_questions": 4, "correct_questions": 4},
            "run_id": run_id,
        }
    )

    (completion,) = backend.log.completions
    assert (completion.run_id, completion.email, completion.attempt, completion.xp) == (run_id, ANA, 1, 3)
    assert completion.activity_url == backend.log.time_spent[0].activity_url
    assert backend.log.active_ms(run_id) == 215_000, "the server's completion adds no time"
