"""A week of windows, each sent three times, across restarts: the ledger equals the truth to the millisecond."""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import batched
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from kiosk.clock import ManualClock, SystemClock
from kiosk.protocol import messages
from kiosk.protocol.batch import BATCH, batch_body
from kiosk.protocol.messages import wire_time
from kiosk.server.database import Database
from kiosk.server.schema import events
from tests.demo.wire import heartbeat
from tests.server.process import server_process
from tests.server.schoolhouse import HEARTBEAT, Schoolhouse, bearer, give_token, on_both, schoolhouse
from tests.server.test_forwarding import STARTED_MS
from tests.waiting import PATIENCE_S

DAY_MS = 86_400_000
WINDOWS_A_DAY = 24
LARGEST_BATCH = 12


def week(chance: random.Random) -> list[dict[str, object]]:
    """Five days' windows of one run, of any length, as a kiosk makes them."""
    windows = []
    for day in range(5):
        at_ms = STARTED_MS + day * DAY_MS
        for _ in range(WINDOWS_A_DAY):
            active, inactive = chance.randrange(15_001), chance.randrange(3_000)
            ended = at_ms + active + inactive
            windows.append(
                heartbeat(startedAt=wire_time(at_ms), endedAt=wire_time(ended), elapsedMs=active, pausedMs=inactive)
            )
            at_ms = ended + 1
    return windows


@on_both
def test_a_week_three_times_over_and_across_restarts_counts_once(url: str, clock: ManualClock) -> None:
    chance = random.Random(6)
    windows = week(chance)
    answers: list[int] = []
    for _ in range(3):
        database = Database(url)
        with schoolhouse(database, clock) as server, ThreadPoolExecutor(4) as threads:
            shuffled = chance.sample(windows, len(windows))
            answers += threads.map(lambda body, server=server: _status(server, body), shuffled)
        row = counted(database)
        database.close()
        clock.advance(DAY_MS)

    assert sorted(answers) == [200] * 2 * len(windows) + [204] * len(windows)
    assert row == truth(windows)


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_by_both_routes_two_processes_and_a_restart_it_counts_once_too(
    url: str, database: Database, tmp_path: Path
) -> None:
    """Some windows come alone and some in batches, of another size each time; all to whichever process takes them."""
    chance, token = random.Random(6), give_token(database, SystemClock())
    windows = week(chance)
    answers: list[int] = []
    for rounds in (1, 2):
        with (
            server_process(tmp_path, "--workers", "2", KIOSK_SERVER_DATABASE=url) as server,
            ThreadPoolExecutor(6) as threads,
            httpx.Client(base_url=f"{server.url}/", headers=bearer(token), timeout=PATIENCE_S) as http,
        ):
            for _ in range(rounds):
                loads = cut(chance.sample(windows, len(windows)), chance)
                for told in threads.map(lambda load, http=http: _send(http, load), loads):
                    answers += told
            assert server.stop() == 0

    assert sorted(answers) == [200] * 2 * len(windows) + [204] * len(windows)
    assert counted(database) == truth(windows)


def cut(windows: list[dict[str, object]], chance: random.Random) -> Iterator[tuple[dict[str, object], ...]]:
    """All of them, half in batches and half by themselves."""
    half = len(windows) // 2
    yield from batched(windows[:half], chance.randrange(2, LARGEST_BATCH), strict=False)
    yield from batched(windows[half:], 1, strict=True)


def truth(windows: list[dict[str, object]]) -> list[int]:
    """How many, how long focused, how long not."""
    return [len(windows), *(sum(int(str(window[key])) for window in windows) for key in ("elapsedMs", "pausedMs"))]


def counted(database: Database) -> list[int]:
    """The same of the ledger."""
    asked = select(func.count(), func.sum(events.c.active_ms), func.sum(events.c.inactive_ms))
    with database.read() as db:
        return [int(each) for each in db.execute(asked).one()]


def _send(http: httpx.Client, load: tuple[dict[str, Any], ...]) -> list[int]:
    if len(load) == 1:
        return [http.post(messages.HEARTBEAT, json=load[0]).status_code]
    answer = http.post(BATCH, json=batch_body((messages.HEARTBEAT, window) for window in load))
    return [told["status"] for told in answer.json()["answers"]]


def _status(server: Schoolhouse, body: dict[str, object]) -> int:
    return int(server.post(HEARTBEAT, body).status_code)
