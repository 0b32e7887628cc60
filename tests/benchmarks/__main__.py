"""Measures what the program promises of its speed: `uv run python -m tests.benchmarks`.

Writes docs/benchmarks.md once everything was measured in full. Exit code 1 when a figure does not reach its goal.
"""

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from kiosk.clock import SystemClock
from tests.benchmarks import (
    at_hand,
    delivery,
    machine,
    memory_use,
    opening,
    report,
    responding,
    starting,
    tracking_cost,
)
from tests.benchmarks.effort import QUICK, Effort
from tests.benchmarks.figure import TRIES, Measurement, at_calm

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"

MEASUREMENTS = {
    "start": starting.measure,
    "home": starting.measure_home,
    "history": starting.measure_history,
    "memory": memory_use.measure,
    "growth": memory_use.measure_growth,
    "tracking": tracking_cost.measure,
    "filter": responding.measure_filter,
    "tick": responding.measure_tick,
    "pages": responding.measure_pages,
    "stalls": delivery.measure_stalls,
    "rate": delivery.measure_rate,
    "batch": delivery.measure_batch,
    "lesson": opening.measure,
    "long-lesson": opening.measure_long_page,
    "hand-over": at_hand.measure_hand_over,
    "crash": at_hand.measure_crash,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=MEASUREMENTS, help="measure only this")
    parser.add_argument("--quick", action="store_true", help="measure less, for a first impression; writes no page")
    parser.add_argument(
        "--tries",
        type=int,
        choices=range(1, 10),
        default=TRIES,
        metavar="N",
        help="measure that often at most, while others use the machine",
    )
    parser.add_argument(
        "--results",
        type=Path,
        metavar="FILE",
        help="keep every repetition there, as JSON; what it holds of a calm machine is not measured again",
    )
    asked = parser.parse_args()
    if asked.quick and asked.results:
        parser.error("--quick keeps no results: leave one of the two out")
    with suppress(AttributeError, PermissionError):  # not on Windows, and not for everybody
        os.nice(-10)

    def measured(name: str) -> Measurement:
        with tempfile.TemporaryDirectory(prefix=f"kiosk-benchmark-{name}-") as home:
            before = machine.busy()
            figures = tuple(MEASUREMENTS[name](Path(home), QUICK if asked.quick else Effort()))
            taken = machine.busy().taken_since(before)
        found = Measurement(figures, taken, f"{SystemClock().utc_now():%Y-%m-%d %H:%M} UTC")
        print(report.rows(found), end="", flush=True)
        return found

    names = [name for name in MEASUREMENTS if asked.only in (None, name)]
    there = asked.results is not None and asked.results.exists()
    earlier = report.from_json(asked.results.read_text("utf-8")) if there else {}
    kept: dict[str, Measurement] = {}
    for kept in at_calm(names, measured, asked.tries, earlier):
        about = machine.description()
        if asked.results is not None:
            asked.results.write_text(report.as_json(kept, about), "utf-8")
        if kept.keys() >= MEASUREMENTS.keys() and not asked.quick:
            PAGE.write_text(report.page({name: kept[name] for name in MEASUREMENTS}, about), "utf-8")
    return 0 if all(figure.is_reached for some in kept.values() for figure in some.figures) else 1


if __name__ == "__main__":
    sys.exit(main())
