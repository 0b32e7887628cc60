"""What the measurements stand on: the kiosks' work, and the arithmetic of the page."""

import gzip
import json
import random
from pathlib import Path

import pytest

from kiosk.clock import ManualClock, SystemClock
from tests.e2e.story import MONDAY
from tests.scale.measuring import POSTGRESQL, Measured, Setting, measure
from tests.scale.report import Row, keep, page
from tests.scale.state import Cost, cost, paper
from tests.scale.work import MERGED_MS, RAW_MS, merged, raw_windows, work_of

ONE = Measured(
    windows=1000, requests=10, put_off=0, safe_s=2.0, p50_ms=1.0, p99_ms=2.0, peak_mib=1.0,
    server_cpu_s=6.0, database_cpu_s=3.0, kiosks_cpu_s=1.0, bytes_a_window=400.0,
)  # fmt: skip


def setting(kiosks: int = 30, in_a_request: int = 500, *, is_merged: bool = False) -> Setting:
    return Setting(kiosks, 3600, is_merged, in_a_request, POSTGRESQL, 2, 30)


def test_merged_windows_hold_the_same_time_within_five_minutes() -> None:
    raw = list(raw_windows(1500, 0, random.Random(6)))
    fewer = list(merged(iter(raw)))
    assert len(fewer) == 1500 * RAW_MS // MERGED_MS
    assert {each.active_ms + each.inactive_ms for each in fewer} == {MERGED_MS}
    assert sum(each.active_ms for each in fewer) == sum(each.active_ms for each in raw)


def test_a_kiosk_sends_all_its_windows_in_batches_and_each_once() -> None:
    work = work_of(3, 1100, 500, ManualClock(MONDAY), is_merged=False)
    told = [message for each in work.requests for message in json.loads(gzip.decompress(each.content))["messages"]]
    assert [each.windows for each in work.requests] == [500, 500, 100]
    assert len({message["body"]["startedAt"] for message in told}) == work.windows == 1100
    assert sum(message["body"]["elapsedMs"] for message in told) == work.active_ms


def test_a_measurement_is_of_a_real_server_whose_ledger_has_it_all() -> None:
    measured = measure(Setting(2, 120, False, 50, "sqlite", 1, 0.1), SystemClock())
    assert (measured.windows, measured.requests - measured.put_off) == (240, 6)
    assert measured.peak_mib > 20
    assert measured.server_cpu_s > 0
    assert measured.bytes_a_window > 100


def test_cores_follow_from_what_a_window_costs() -> None:
    assert cost(ONE) == Cost(6.0, 3.0)
    assert Cost(6.0, 3.0).cores(100) == pytest.approx((1.0, 0.5))


def test_there_is_no_paper_without_what_it_stands_on() -> None:
    alone, batched = (setting(in_a_request=1), ONE), (setting(is_merged=True), ONE)
    assert paper([alone]) == paper([batched]) == ""
    assert "| cores for the server's processes: 33,333 x 6.00 ms / 60% | 333 |" in paper([alone, batched])


def test_a_measurement_that_is_repeated_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    file, machine = tmp_path / "scale.json", {"date": "today"}
    keep(file, Row(setting(300), ONE, machine))
    keep(file, Row(setting(30), ONE, machine))
    rows = keep(file, Row(setting(300), ONE, {"date": "tomorrow"}))
    assert [(row.setting.kiosks, row.machine["date"]) for row in rows] == [(30, "today"), (300, "tomorrow")]
    assert page(rows).count("| PostgreSQL | 2 |") == 2
