"""Several processes over one PostgreSQL: each window once in the ledger, and once at Timeback."""

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from kiosk.cli import run
from kiosk.clock import ManualClock, SystemClock
from kiosk.demo.backend import Backend
from kiosk.errors import UsageError
from kiosk.server.database import Database
from kiosk.server.forwarder import Forwarder
from kiosk.server.outbox import Waiting
from kiosk.server.upstream import Result, Sent
from tests.server.process import server_process
from tests.server.schoolhouse import BEN, HEARTBEAT, bearer, give_token, on_both, schoolhouse
from tests.server.test_forwarding import count, window
from tests.server.test_process import base_url
from tests.waiting import PATIENCE_S

on_postgres = pytest.mark.parametrize("url", ["postgresql"], indirect=True)


@on_postgres
def test_two_workers_count_and_deliver_each_window_once(
    url: str, database: Database, cloud: Backend, tmp_path: Path
) -> None:
    tokens = [give_token(database, SystemClock()), give_token(database, SystemClock(), BEN)]
    bodies = [
        window(number) | {"runId": student * 8 + f"{window(0)['runId']}"[8:]}
        for number in range(20)
        for student in "ab"
    ]
    with server_process(
        tmp_path, "--workers", "2", KIOSK_SERVER_DATABASE=url, TIMEBACK_API_BASE_URL=base_url(cloud)
    ) as server:

        def post(number: int) -> int:
            return server.post("activity/heartbeat", bodies[number % 40], tokens[number % 2]).status_code

        with ThreadPoolExecutor(6) as threads:
            answers = Counter(threads.map(post, range(120)))
        assert cloud.log.wait_until(lambda log: len(log.time_spent) >= 40)
        events = server.url.replace("timeback", "kiosk/events")
        with httpx.stream("GET", events, headers=bearer(tokens[0]), timeout=PATIENCE_S) as stream:
            assert next(stream.iter_lines()) == ": listening"
            assert server.stop() == 0, "who listens does not hold it up"
    assert answers == {204: 40, 200: 80}
    assert Counter(event.event_id for event in cloud.log.time_spent).most_common(1)[0][1] == 1
    assert count(database).delivered == 40


class Slow:
    """A Timeback that two forwarders speak to, and neither is quick."""

    def __init__(self) -> None:
        self.seen: Counter[int] = Counter()

    async def send(self, event: Waiting) -> Sent:
        self.seen[event.id] += 1
        await asyncio.sleep(0)
        return Sent(Result.DELIVERED)


@on_both
def test_two_forwarders_side_by_side_send_nothing_twice(url: str, database: Database, clock: ManualClock) -> None:
    with schoolhouse(database, clock) as server:
        tokens = [server.token, give_token(database, clock, BEN)]
        for number in range(20):
            for student, token in zip("ab", tokens, strict=True):
                body = window(number) | {"runId": student * 8 + f"{window(0)['runId']}"[8:]}
                assert server.http.post(HEARTBEAT, json=body, headers=bearer(token)).status_code == 204
    timeback, other = Slow(), Database(url)

    async def deliver() -> None:
        for _ in range(20):
            await asyncio.gather(*(Forwarder(each, clock, timeback).deliver_due() for each in (database, other)))

    asyncio.run(deliver())
    other.close()
    assert count(database).waiting == 0
    assert set(timeback.seen.values()) == {1}


def test_a_sqlite_database_is_served_by_one_process(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="one process"):
        run(["--data-dir", f"{tmp_path}", "server", "--port", "0", "--workers", "2"])
