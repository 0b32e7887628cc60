"""From one measured server to a state, on paper: arithmetic over the measurements, and nothing else."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.scale.measuring import POSTGRESQL, Measured, Setting

STUDENTS = 1_000_000
LEARNING_S_A_DAY = 2 * 3600
SCHOOL_S_A_DAY = 6 * 3600
SCHOOL_DAYS_A_YEAR = 180
RAW_S, MERGED_S = 15, 300
AT_ONCE_SHARE = 0.5
"""Of the students at the busiest moment of a day: a state has time zones and time tables."""

HOST_CORES = 16
BUSY = 0.6
"""How much of a core may be used by plan; what is above is for the busiest minute."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of one core that a window costs, in the server's processes and in the database's."""

    server_ms: float
    database_ms: float

    def cores(self, windows_per_s: float) -> tuple[float, float]:
        """How many cores so many windows need on either side, as busy as they may be."""
        return windows_per_s * self.server_ms / 1000 / BUSY, windows_per_s * self.database_ms / 1000 / BUSY


def cost(measured: Measured) -> Cost:
    return Cost(
        1000 * measured.server_cpu_s / measured.windows,
        1000 * measured.database_cpu_s / measured.windows,
    )


def online_windows_per_s(students: int) -> float:
    """What kiosks that are online send while so many students learn."""
    return students / RAW_S


def windows_a_year(students: int, window_s: int) -> int:
    return students * LEARNING_S_A_DAY // window_s * SCHOOL_DAYS_A_YEAR


def paper(measurements: Sequence[tuple[Setting, Measured]]) -> str:
    """The page's second half; "" as long as what it needs was not measured: PostgreSQL, one by one and merged."""
    online = _largest(measurements, one_by_one=True)
    offline = _largest(measurements, one_by_one=False)
    if online is None or offline is None:
        return ""
    learning = int(STUDENTS * AT_ONCE_SHARE)
    rate, each, of_batch = online_windows_per_s(learning), cost(online), cost(offline)
    servers, databases = each.cores(rate)
    back_s = STUDENTS * 5 * LEARNING_S_A_DAY / MERGED_S * of_batch.server_ms / 1000 / (servers * BUSY)
    raw_rows, merged_rows = windows_a_year(STUDENTS, RAW_S), windows_a_year(STUDENTS, MERGED_S)
    return _PAPER.format(
        students=f"{STUDENTS:,}",
        hours=LEARNING_S_A_DAY // 3600,
        days=SCHOOL_DAYS_A_YEAR,
        share=f"{AT_ONCE_SHARE:.0%}",
        learning=f"{learning:,}",
        raw_s=RAW_S,
        busy=f"{BUSY:.0%}",
        rate=f"{rate:,.0f}",
        server_ms=f"{each.server_ms:.2f}",
        database_ms=f"{each.database_ms:.2f}",
        servers=f"{servers:,.0f}",
        databases=f"{databases:,.0f}",
        host_cores=HOST_CORES,
        hosts=math.ceil(servers / HOST_CORES),
        batch_ms=f"{of_batch.server_ms:.2f}",
        times=f"{each.server_ms / of_batch.server_ms:.0f}",
        back_minutes=f"{back_s / 60:,.1f}",
        a_day=LEARNING_S_A_DAY // RAW_S,
        raw_rows=f"{raw_rows / 1e9:,.1f}",
        bytes=f"{online.bytes_a_window:,.0f}",
        raw_tb=f"{raw_rows * online.bytes_a_window / 1e12:,.1f}",
        merged_minutes=MERGED_S // 60,
        merged_rows=f"{merged_rows / 1e9:,.1f}",
        merged_tb=f"{merged_rows * offline.bytes_a_window / 1e12:,.2f}",
    )


def _largest(measurements: Sequence[tuple[Setting, Measured]], *, one_by_one: bool) -> Measured | None:
    """The largest measurement of PostgreSQL of this kind, with as many processes as were tried."""
    fitting = [
        (setting.workers, setting.kiosks, measured)
        for setting, measured in measurements
        if setting.database == POSTGRESQL
        and (setting.in_a_request == 1) is one_by_one
        and setting.merged is not one_by_one
    ]
    return max(fitting, key=lambda each: each[:2])[2] if fitting else None


_PAPER = """\
## On paper: a state

Nothing in this part was run: it is arithmetic over the figures above, with PostgreSQL. Assumed are {students} students
who learn {hours} hours on each of {days} school days, {share} of them at the busiest moment, all online, with a
window each {raw_s} s; and cores that are busy for {busy} of the time.

| | |
| --- | ---: |
| windows per s at the busiest moment: {learning} / {raw_s} s | {rate} |
| a window that comes by itself costs the server | {server_ms} ms of a core |
| and the database | {database_ms} ms of a core |
| cores for the server's processes: {rate} x {server_ms} ms / {busy} | {servers} |
| cores for the database: {rate} x {database_ms} ms / {busy} | {databases} |
| hosts of {host_cores} cores for the server's processes | {hosts} |
| a window in a batch costs the server | {batch_ms} ms of a core |
| all safe after five days without a network, merged, on the same cores | {back_minutes} min |
| windows a year as they come online: {students} x {a_day} x {days} | {raw_rows} thousand million |
| of {bytes} bytes in the database | {raw_tb} TB |
| the same merged to {merged_minutes} minutes: {merged_rows} thousand million | {merged_tb} TB |

What follows from it:

- **The bottleneck is one request for each window**, not the ledger: by itself a window costs the server {times} times
  what it costs in a batch. A kiosk that waited a minute and sent four windows at once would need about a quarter of the
  hosts; what is safe on the kiosk's disk loses nothing by it.
- **The server's processes share nothing but the database**, so their hosts stand side by side behind a load balancer.
  One PostgreSQL with so many cores is a large machine; a state divides by district before that: no row of one student
  refers to another's, and a kiosk knows one server.
- **The database's size is the price of windows of {raw_s} s.** They are what the ledger knows a repeat by, so they are
  kept; the body that stands in each row is most of its bytes and could go once Timeback has the event.
- **On to Timeback** each window is a request of its own to its Caliper service: {rate} per s. Where Timeback takes
  fewer, the outbox grows during the day and is emptied at night, which delays no kiosk.
"""
