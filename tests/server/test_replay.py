"""A week of windows, each sent three times, across restarts: the ledger equals the truth to the millisecond."""

import random
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import func, select

from kiosk.clock import ManualClock
from kiosk.protocol.messages import wire_time
from kiosk.server.database import Database
from kiosk.server.schema import events
from tests.demo.wire import heartbeat
from tests.server.schoolhouse import HEARTBEAT, Schoolhouse, on_both, schoolhouse
from tests.server.test_forwarding import STARTED_MS

DAY_MS = 86_400_000
WINDOWS_A_DAY = 24


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
        with database.read() as db:
            row = db.execute(select(func.count(), func.sum(events.c.active_ms), func.sum(events.c.inactive_ms))).one()
        database.close()
        clock.advance(DAY_MS)

    assert sorted(answers) == [200] * 2 * len(windows) + [204] * len(windows)
    truth = [sum(int(str(window[key])) for window in windows) for key in ("elapsedMs", "pausedMs")]
    assert list(row) == [len(windows), *truth]


def _status(server: Schoolhouse, body: dict[str, object]) -> int:
    return int(server.post(HEARTBEAT, body).status_code)
