"""How a school server takes a school that was offline for five days: `uv run python -m tests.scale`.

Prints a table, and JSON with --json. With --keep the row is put into docs/scale.json and docs/scale.md is written anew;
--all measures the whole curve so, row by row. Linux only: it reads /proc.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.clock import SystemClock
from kiosk.protocol.batch import MOST_MESSAGES
from tests.benchmarks import machine
from tests.scale.measuring import POSTGRESQL, SQLITE, Setting, measure
from tests.scale.report import Row, as_json, keep, page, table

DOCS = Path(__file__).parents[2] / "docs"
HOW = ((SQLITE, 1), (POSTGRESQL, 1), (POSTGRESQL, 2))
WEEK = 3600
"""Windows of 15 s in five days of three hours."""


def curve() -> list[Setting]:
    """What the page tells of: raw windows of 30 and 300 kiosks, merged ones of up to 3,000, and one by one."""
    raw = [Setting(kiosks, WEEK, False, MOST_MESSAGES, *how, 30) for kiosks in (30, 300) for how in HOW]
    merged = [Setting(kiosks, WEEK, True, MOST_MESSAGES, *how, 60) for kiosks in (300, 1000, 3000) for how in HOW]
    single = [Setting(30, 80, False, 1, *how, 1) for how in HOW]
    return [*single, *raw, *merged]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.scale", description=__doc__)
    parser.add_argument("--kiosks", type=int, default=30)
    parser.add_argument("--windows", type=int, default=WEEK, help="of 15 s, of each kiosk")
    parser.add_argument("--merged", action="store_true", help="merge them to five minutes, as kiosks do")
    parser.add_argument("--one-by-one", action="store_true", help="send a request for each, as kiosks online do")
    parser.add_argument("--database", choices=(SQLITE, POSTGRESQL), default=SQLITE)
    parser.add_argument("--workers", type=int, choices=(1, 2), default=1)
    parser.add_argument("--spread", type=float, default=30, metavar="SECONDS", help="within which the kiosks come")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measurements there too")
    parser.add_argument("--keep", action="store_true", help="enter them in docs/scale.json and write docs/scale.md")
    parser.add_argument("--all", action="store_true", help="measure and keep the whole curve")
    asked = parser.parse_args()
    if asked.database == SQLITE and asked.workers > 1:
        parser.error("several processes need --database postgresql")
    in_a_request = 1 if asked.one_by_one else MOST_MESSAGES
    one = Setting(asked.kiosks, asked.windows, asked.merged, in_a_request, asked.database, asked.workers, asked.spread)
    rows = _measure(curve() if asked.all else [one], is_kept=asked.keep or asked.all)
    if asked.json is not None:
        asked.json.write_text(as_json(rows), "utf-8")
    return 0


def _measure(settings: Sequence[Setting], *, is_kept: bool) -> list[Row]:
    rows: list[Row] = []
    print(table([]), end="")
    for setting in settings:
        row = Row(setting, measure(setting, SystemClock()), machine.description())
        print(table([row]).splitlines()[-1], flush=True)
        rows.append(row)
        if is_kept:
            (DOCS / "scale.md").write_text(page(keep(DOCS / "scale.json", row)), "utf-8")
    return rows


if __name__ == "__main__":
    try:
        sys.exit(main())
    except pytest.skip.Exception as missing:
        sys.exit(str(missing))
