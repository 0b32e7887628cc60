"""Clocks that somebody sets, a machine that starts in 1970, zones, sleep: what was studied is counted, where it lay."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk import resources
from kiosk.clock import SystemClock, boot_id, epoch_ms
from kiosk.demo.backend import Backend
from kiosk.store.clocks import TOLERANCE_MS
from tests.e2e.killing import prepare, read
from tests.e2e.story import STUDENTS, TOKENS
from tests.torture.conftest import Many, Prove
from tests.torture.life import HOUR_MS, SITTINGS, Life, arrived, farthest_ms
from tests.torture.machine import named, with_restarts

DATE_MS = 1_000
"""A Date header is cut to whole seconds."""

NOBODY_LISTENS = "http://127.0.0.1:9/api/timeback"


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    yield from in_zone("America/New_York", monkeypatch)


def in_zone(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", name)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def live(folder: Path, chance: random.Random) -> tuple[Life, Backend]:
    """Some days without a server, some with one, and a last delivery."""
    life = Life(folder, chance)
    for _ in range(SITTINGS // 2):
        life.sit(None)
    with Backend(resources.sample_config(), STUDENTS, TOKENS, clock=life.true) as backend:
        for _ in range(SITTINGS // 2):
            life.sit(backend)
        life.deliver(backend)
    return life, backend


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs zones as POSIX has them")
@pytest.mark.skipif(not boot_id(), reason="this system names no boots, so a wrong clock cannot be mended")
@pytest.mark.usefixtures("new_york")
def test_whatever_the_clock_says_windows_are_disjoint_nothing_asleep_counts_and_days_are_right(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    lives, steps, farthest, count = many(4, 100), 0, 0, 0
    for number in range(lives):
        life, backend = live(tmp_path / str(number), chance)
        found = arrived(life, backend)
        farthest = max(farthest, farthest_ms(life, backend, found))
        steps += life.steps
        count += len(found)
    assert steps
    assert farthest <= TOLERANCE_MS + DATE_MS
    prove(
        "time-clock",
        steps,
        f"in {lives} lives of {SITTINGS} days {count} windows, disjoint, their sum to the millisecond what was studied,"
        f" none farther than {farthest} ms from where it truly lay; every day's total right",
    )


@with_restarts
@pytest.mark.usefixtures("new_york")
def test_with_any_clock_in_each_boot_what_met_a_server_is_where_it_lay_and_the_rest_is_counted_once(
    tmp_path: Path, seed: int, many: Many, prove: Prove
) -> None:
    lives, boot = many(4, 100), tmp_path / "boot"
    command = [sys.executable, "-m", "tests.torture.programs.restarts", str(tmp_path), str(seed), str(lives)]
    found = json.loads(subprocess.check_output(named([*command, str(boot)], boot), text=True))
    assert found["boots"] > lives * SITTINGS
    assert found["steps"]
    assert found["farthest"] <= TOLERANCE_MS + DATE_MS
    prove(
        "time-restart",
        found["boots"],
        f"in {lives} lives {found['windows']} windows, disjoint, their sum to the millisecond what was studied; in"
        f" every other one each boot met the server: none farther than {found['farthest']} ms from where it truly lay,"
        " every day's total right",
    )


def test_a_process_that_is_stopped_counts_nothing_of_it_and_goes_on(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    stops, seconds = many(2, 10), many(4, 20)
    folder = tmp_path / "data"
    prepare(folder)
    command = [sys.executable, "-m", "tests.e2e.programs.host", str(folder), NOBODY_LISTENS]
    stopped: list[tuple[int, int]] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(stops):
            while '"tick"' not in process.stdout.readline():
                pass
            threading.Event().wait(chance.uniform(0, 0.9))
            process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, process.pid, os.WSTOPPED)
            began = SystemClock().monotonic_ms()
            threading.Event().wait(seconds)
            stopped.append((began, SystemClock().monotonic_ms()))
            process.send_signal(signal.SIGCONT)
        for _ in range(6):
            process.stdout.readline()
        process.kill()
    spans = read(
        folder,
        "SELECT started_mono, started_mono + active_ms + idle_ms + unfocused_ms + locked_ms + paused_ms FROM windows"
        " WHERE state <> 'withdrawn' ORDER BY started_mono",
    )
    asleep = sum(max(0, min(end, until) - max(start, since)) for start, end in spans for since, until in stopped)
    assert asleep == 0
    assert any(start >= stopped[-1][1] for start, _ in spans), "it went on"
    assert all(start < end for start, end in spans)
    assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
    prove("time-stopped", stops, f"of {stops} stops of {seconds} s {asleep} ms were counted, and it went on after each")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs zones as POSIX has them")
def test_travelling_through_zones_moves_no_window_and_keeps_every_sum(
    tmp_path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life(tmp_path, chance)
    for zone in chance.sample(("Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu", "Europe/Berlin", "UTC"), 5):
        for _ in in_zone(zone, monkeypatch):
            life.sit(None)
    spans = read(tmp_path, "SELECT started_ms, active_ms, day FROM windows WHERE state <> 'withdrawn' ORDER BY id")
    assert sum(active for _, active, _ in spans) == sum(ms for _, ms in life.studied)
    in_days = Counter[str]()
    for _, active, day in spans:
        in_days[day] += active
    assert dict(read(tmp_path, "SELECT day, active_ms FROM day_totals")) == in_days
    into_day = [epoch_ms(datetime.fromisoformat(f"{day}T00:00Z")) - start for start, _, day in spans]
    assert all(-35 * HOUR_MS < ms <= 14 * HOUR_MS for ms in into_day), "each on a day that it was somewhere"
