"""The measurements as a table, as JSON, and as the page docs/scale.md."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.scale.measuring import POSTGRESQL, Measured, Setting
from tests.scale.state import paper

_HEAD = """\
# Scale

This page is what `uv run python -m tests.scale --keep` wrote from docs/scale.json, word for word: each measurement
enters its row there. A school's kiosks were offline for five days and reach their server again, each at a moment of its
own within the time given as *spread*. A kiosk sends what a student's three hours a day left on it, by the batch route,
one request at a time, and comes again by the kiosk's own rules when it is put off. **Raw** are windows of 15 s;
**merged** are windows of five minutes, which is what kiosks send of windows that were never tried. **One by one** is a
request for each window, which is what online kiosks do.

Server, database and all simulated kiosks shared the machine, over loopback, in local mode: nothing went on to Timeback
meanwhile. Both databases wait for the disk at each commit. After each measurement the ledger was compared with what the
kiosks had: every window once, focused time equal to the millisecond.
"""

_COLUMNS = """\
| kiosks | windows each | database | processes | spread | windows | windows per s | requests per s | median | p99 \
| put off | all safe after | memory | processor: server, database, kiosks | bytes per window |
| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |
"""

_LEGEND = """\
*Median* and *p99* are of a request, from sending it to its whole answer. *Put off* are requests that had to come again.
*All safe after* counts from the first moment of the spread to the answer to the last window of the last kiosk. *Memory*
is the sum of what each of the server's processes had at its height. *Processor* is in seconds of one core.
"""


@dataclass(frozen=True, slots=True)
class Row:
    setting: Setting
    measured: Measured
    machine: Mapping[str, str]


def table(rows: Sequence[Row]) -> str:
    return _COLUMNS + "".join(_line(row.setting, row.measured) for row in rows)


def page(rows: Sequence[Row]) -> str:
    """The whole page."""
    machines = "\n".join(dict.fromkeys(f"- {_machine(row.machine)}" for row in rows))
    return f"{_HEAD}\n{table(rows)}\n{_LEGEND}\n## Measured on\n\n{machines}\n\n{paper([*_pairs(rows)])}"


def keep(file: Path, new: Row) -> list[Row]:
    """Put the row into the file in the place of an earlier one of the same setting; tells all, smallest first."""
    rows = [row for row in read(file) if row.setting != new.setting]
    rows = sorted([*rows, new], key=lambda row: _order(row.setting))
    file.write_text(as_json(rows), "utf-8")
    return rows


def read(file: Path) -> list[Row]:
    if not file.exists():
        return []
    told = json.loads(file.read_text("utf-8"))
    return [Row(Setting(**each["setting"]), Measured(**each["measured"]), each["machine"]) for each in told]


def as_json(rows: Sequence[Row]) -> str:
    return json.dumps([asdict(row) for row in rows], indent=2) + "\n"


def _pairs(rows: Sequence[Row]) -> list[tuple[Setting, Measured]]:
    return [(row.setting, row.measured) for row in rows]


def _order(setting: Setting) -> tuple[object, ...]:
    return setting.in_a_request == 1, setting.merged, setting.database == POSTGRESQL, setting.workers, setting.kiosks


def _line(setting: Setting, measured: Measured) -> str:
    kind = "merged" if setting.merged else "one by one" if setting.in_a_request == 1 else "raw"
    cells = (
        f"{setting.kiosks:,}",
        f"{setting.windows:,} of 15 s, {kind}",
        {POSTGRESQL: "PostgreSQL"}.get(setting.database, "SQLite"),
        f"{setting.workers}",
        f"{setting.spread_s:g} s",
        f"{measured.windows:,}",
        f"{measured.windows_per_s:,.0f}",
        f"{measured.requests_per_s:,.1f}",
        f"{measured.p50_ms:,.0f} ms",
        f"{measured.p99_ms:,.0f} ms",
        f"{measured.put_off:,}",
        f"{measured.safe_s:,.1f} s",
        f"{measured.peak_mib:,.0f} MiB",
        f"{measured.server_cpu_s:,.1f}, {measured.database_cpu_s:,.1f}, {measured.kiosks_cpu_s:,.1f} s",
        f"{measured.bytes_a_window:,.0f}",
    )
    return f"| {' | '.join(cells)} |\n"


def _machine(machine: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {value}" for name, value in machine.items() if name != "Qt")
