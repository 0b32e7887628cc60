"""Focused time by day as a chart, in the chart's own units. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 14
"""So many days are shown, today the last."""

PHONE_DAYS = 7
"""So many have room in a phone's chart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A day in the chart, in the chart's own units."""

    day: str
    ms: int
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Focused time by day; `ceiling` is what the highest line stands for."""

    bars: tuple[Bar, ...]
    ceiling: int
    width: int
    height: int
    column: int


def recent_days(today: str, count: int = DAYS) -> list[str]:
    """The calendar days up to today, the oldest first."""
    last = date.fromisoformat(today)
    return [(last - timedelta(days=back)).isoformat() for back in reversed(range(count))]


def days_between(first: str, last: str) -> list[str]:
    """The calendar days from the one to the other, both included."""
    return recent_days(last, (date.fromisoformat(last) - date.fromisoformat(first)).days + 1)


def chart(sums: Mapping[str, int]) -> Chart:
    """Lay out a bar for each day of `sums` (ms). A time under a minute is drawn as nothing, as it is told."""
    column, top, floor = 60, 30, 190
    longest = max(sums.values(), default=0) // 60_000
    ceiling = next((step for step in _CEILINGS if step >= longest), longest)
    bars = []
    for index, (day, ms) in enumerate(sums.items()):
        height = (ms // 60_000) * (floor - top) // ceiling
        bars.append(Bar(day, ms, index * column, floor - height, height))
    return Chart(tuple(bars), ceiling, len(sums) * column, floor + 40, column)


_CEILINGS = (15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15_360)  # minutes; a class has many in a day
