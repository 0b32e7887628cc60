import json

import httpx
import pytest

from kiosk.demo.backend import Backend
from kiosk.demo.cloud_log import CloudLog
from kiosk.demo.summary import summarise
from tests.demo.wire import RUN, heartbeat, submit

OTHER_RUN = "aaaaaaaa-9d0c-4c8a-8e1e-0a5b0d6f1c11"


def test_the_summary_sets_what_was_counted_against_what_was_received(backend: Backend, ana: httpx.Client) -> None:
    ana.post("/activity/heartbeat", json=heartbeat())
    ana.post("/activity/heartbeat", json=heartbeat(runId=OTHER_RUN))
    ana.post("/activity/submit", json=submit())
    summary = json.loads(summarise(backend.log, [12_345, 0, 12_345], ["shots/1.png"]).to_json())
    assert summary == {
        "machines": 2,
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
    summary = summarise(backend.log, [3 * 12_345])
    assert summary.duplicates_received == 3
    assert not summary.adds_up, "though the sums are equal"


def test_an_event_that_comes_twice_under_one_id_is_a_duplicate(backend: Backend, ana: httpx.Client) -> None:
    """The school server's events are known by their ids alone."""
    ana.post("/activity/heartbeat", json=heartbeat())
    [envelope] = backend.log.envelopes
    log = CloudLog()
    for _ in range(2):
        log.receive(envelope)
    assert summarise(log, [24_690]).duplicates_received == 1


@pytest.mark.parametrize("tracked", [[12_344, 0], [12_345, 1]])
def test_a_millisecond_less_or_more_does_not_add_up(backend: Backend, ana: httpx.Client, tracked: list[int]) -> None:
    ana.post("/activity/heartbeat", json=heartbeat())
    assert summarise(backend.log, [12_345]).adds_up
    assert not summarise(backend.log, tracked).adds_up


def test_one_run_is_two_kiosks_one_id_and_one_completion(backend: Backend, ana: httpx.Client) -> None:
    ana.post("/activity/heartbeat", json=heartbeat())
    assert not summarise(backend.log, [6_000, 6_345]).is_one_run, "nothing is finished"
    ana.post("/activity/submit", json=submit())
    assert summarise(backend.log, [6_000, 6_345]).is_one_run
    assert not summarise(backend.log, [12_345, 0]).is_one_run
    ana.post("/activity/heartbeat", json=heartbeat(runId=OTHER_RUN))
    assert not summarise(backend.log, [6_000, 6_345]).is_one_run
