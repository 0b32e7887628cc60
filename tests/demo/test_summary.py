import json
from pathlib import Path

import httpx

from kiosk.demo.backend import Backend
from kiosk.demo.summary import summarise
from tests.demo.wire import RUN, heartbeat, submit

OTHER_RUN = "aaaaaaaa-9d0c-4c8a-8e1e-0a5b0d6f1c11"


def test_the_summary_sets_what_was_tracked_against_what_was_received(backend: Backend, ana: httpx.Client) -> None:
    ana.post("/activity/heartbeat", json=heartbeat())
    ana.post("/activity/heartbeat", json=heartbeat(runId=OTHER_RUN))
    ana.post("/activity/submit", json=submit())
    summary = json.loads(summarise(backend.log, 24_690, [Path("shots/1.png")]).to_json())
    assert summary == {
        "windows_sent": 2,
        "active_ms_tracked": 24_690,
        "active_ms_received": 24_690,
        "inactive_ms_received": 5_310,
        "completions_received": 1,
        "duplicates_received": 0,
        "run_ids": [RUN, OTHER_RUN],
        "screenshots": ["shots/1.png"],
    }


def test_each_receipt_too_many_is_a_duplicate(backend: Backend, ana: httpx.Client) -> None:
    for _ in range(3):
        backend.forget_windows()
        ana.post("/activity/heartbeat", json=heartbeat())
    for _ in range(2):
        ana.post("/activity/submit", json=submit())
    assert summarise(backend.log, 0).duplicates_received == 3
