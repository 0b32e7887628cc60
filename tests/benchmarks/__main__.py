"""Measures what the program promises of its speed: `uv run python -m tests.benchmarks`.

Writes docs/benchmarks.md when everything was measured in full. Exit code 1 when a figure does not reach its goal.
"""

import argparse
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

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
from tests.benchmarks.figure import Figure

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"

MEASUREMENTS = {
    "start": starting.measure,
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
    parser.add_argument("--only", choices=MEASUREMENTS, help="measure only this, and write no page")
    parser.add_argument("--quick", action="store_true", help="measure less, for a first impression; writes no page")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every repetition there too")
    asked = parser.parse_args()
    with suppress(AttributeError, PermissionError):  # not on Windows, and not for everybody
        os.nice(-10)
    figures: dict[str, list[Figure]] = {}
    for name, measure in MEASUREMENTS.items():
        if asked.only in (None, name):
            with tempfile.TemporaryDirectory(prefix=f"kiosk-benchmark-{name}-") as home:
                for figure in measure(Path(home), QUICK if asked.quick else Effort()):
                    print(report.table([figure]).splitlines()[-1], flush=True)
                    figures.setdefault(name, []).append(figure)
    about = machine.description()
    every = [figure for some in figures.values() for figure in some]
    if asked.json is not None:
        asked.json.write_text(report.as_json(every, about), "utf-8")
    if asked.only is None and not asked.quick:
        PAGE.write_text(report.page(figures, about), "utf-8")
    return 0 if all(figure.is_reached for figure in every) else 1


if __name__ == "__main__":
    sys.exit(main())
