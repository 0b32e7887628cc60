"""The figures as the page docs/benchmarks.md, and as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.benchmarks.figure import LITTLE, Figure, Goal, Judged, Measurement, Sample

_HEAD = f"""\
# Benchmarks

This page is what `uv run python -m tests.benchmarks` wrote, word for word. Every figure is measured together with its
floor: the two alternate, each repetition in a process of its own, so that a busy machine hits both; where the system
allows it, both run with priority (nice -10). Shown are medians, and in brackets the lowest and the highest repetition;
a ratio is the median of the pairs' ratios. With the `--only` that stands at its description a figure is repeated alone.

The last column is what the machine's host gave to others of the processor time that was asked for meanwhile (only a
virtual machine has such a host). What lost more than {LITTLE:.0%} was measured again when all else was; shown is the
one from which they took least, whatever it found.
"""
_TABLE = """\
| figure | ours | floor | ratio | must reach | reached | others |
| --- | --- | --- | --- | --- | --- | --- |
"""
_TRIED = Path(__file__).with_name("tried.md")


def page(measured: Mapping[str, Measurement], machine: Mapping[str, str]) -> str:
    """The whole page, of the measurements by their names."""
    about = "".join(f"- {name}: {value}\n" for name, value in machine.items())
    hows = "\n".join(
        f"**{figure.name}** (`--only {name}`, {_count(figure.ours)}; {some.date}). {figure.how}\n"
        for name, some in measured.items()
        for figure in some.figures
    )
    table = _TABLE + "".join(map(rows, measured.values()))
    return f"{_HEAD}\n{table}\n## Measured on\n\n{about}\n## How\n\n{hows}\n{_TRIED.read_text('utf-8')}"


def rows(measured: Measurement) -> str:
    """The table's rows of this measurement."""
    return "".join(_row(figure, measured.taken) for figure in measured.figures)


def as_json(measured: Mapping[str, Measurement], machine: Mapping[str, str]) -> str:
    """Everything that was measured, repetition by repetition."""
    told = {name: {**asdict(some), "figures": list(map(_told, some.figures))} for name, some in measured.items()}
    return json.dumps({"machine": dict(machine), "measurements": told}, indent=2) + "\n"


def from_json(text: str) -> dict[str, Measurement]:
    """The measurements that `as_json` told."""
    told = json.loads(text)["measurements"]
    return {
        name: Measurement(tuple(map(_figure, some["figures"])), some["taken"], some["date"])
        for name, some in told.items()
    }


def _row(figure: Figure, taken: float) -> str:
    ratio = "-" if figure.ratio is None else f"{figure.ratio:.2f}"
    reached = "-" if figure.goal is None else "yes" if figure.is_reached else "**no**"
    cells = (
        figure.name,
        _cell(figure.ours, figure.unit),
        "-" if figure.floor is None else _cell(figure.floor, figure.unit),
        ratio,
        _goal(figure),
        reached,
        f"{taken:.0%}",
    )
    return f"| {' | '.join(cells)} |\n"


def _cell(sample: Sample, unit: str) -> str:
    low, high = sample.spread
    return f"{_number(sample.median)} {unit} ({_number(low)} to {_number(high)})"


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return "-"
    words = "at least" if figure.goal.at_least else "at most"
    return f"{words} {figure.goal.limit:g}" + (
        " times the floor" if figure.goal.judged is Judged.RATIO else f" {figure.unit}"
    )


def _number(value: float) -> str:
    digits = next((digits for least, digits in ((100, 0), (10, 1), (0.1, 2)) if value >= least), 3)
    return f"{value:.{digits}f}"


def _count(sample: Sample) -> str:
    return "once" if len(sample.values) == 1 else f"{len(sample.values)} times"


def _told(figure: Figure) -> dict[str, Any]:
    goal = figure.goal and {**asdict(figure.goal), "judged": figure.goal.judged.value}
    return {**asdict(figure), "goal": goal, "ratio": figure.ratio, "reached": figure.is_reached}


def _figure(told: dict[str, Any]) -> Figure:
    ours, floor = (sample and Sample(tuple(sample["values"])) for sample in (told["ours"], told["floor"]))
    goal = told["goal"] and Goal(**{**told["goal"], "judged": Judged(told["goal"]["judged"])})
    return Figure(told["name"], told["how"], told["unit"], ours, floor, goal)
