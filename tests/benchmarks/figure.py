"""What a benchmark says: two measurements made in turn, their ratio, and whether the goal is reached."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from statistics import median

MOSTLY = 0.95
"""Of many the one is told that 19 of 20 do not exceed."""

LITTLE = 0.1
"""What others may take of a machine that is still said to be ours."""

TRIES = 3
"""How often something is measured at most, while others take more."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement's repetitions in the order they were made, in the figure's unit."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """The lowest and the highest."""
        return min(self.values), max(self.values)


class Judged(Enum):
    """Which number a goal is about."""

    OURS = "ours"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Goal:
    """What must be reached: at most `limit`, or at least."""

    judged: Judged
    limit: float
    at_least: bool = False

    def is_reached(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table. `ours` and `floor` were measured in turn: the first of one belongs to the other's first.

    `how` says what was measured, and what the floor is; None where nothing is known to be the least. A figure without a
    goal is told for comparison.
    """

    name: str
    how: str
    unit: str
    ours: Sample
    floor: Sample | None
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """Median of the pairs' ratios: what slowed both of a pair is in neither. None without a floor above 0."""
        if self.floor is None or not all(self.floor.values):
            return None
        return median(ours / floor for ours, floor in zip(self.ours.values, self.floor.values, strict=True))

    @property
    def is_reached(self) -> bool:
        if self.goal is None:
            return True
        value = self.ratio if self.goal.judged is Judged.RATIO else self.ours.median
        return value is not None and self.goal.is_reached(value)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one `--only` measures at once."""

    figures: tuple[Figure, ...]
    taken: float
    """The share (0 to 1) of the processor time that was asked for meanwhile which the machine's host gave to others."""
    date: str = ""


def at_calm(
    names: Sequence[str],
    measure: Callable[[str], Measurement],
    tries: int,
    kept: Mapping[str, Measurement],
) -> Iterator[dict[str, Measurement]]:
    """Measure what is not among `kept`; then, up to `tries` times in all, what lost more than `LITTLE` to others.

    Kept is the one from which they took least, whatever it found: it is not the result that decides. Tells after each
    round what is kept.
    """
    calmest = dict(kept)
    for _ in range(tries):
        for name in names:
            if name not in calmest or calmest[name].taken > LITTLE:
                found = measure(name)
                calmest[name] = min(calmest.get(name, found), found, key=attrgetter("taken"))
        yield calmest.copy()


def in_turn(rounds: int, ours: Callable[[], float], floor: Callable[[], float]) -> tuple[Sample, Sample]:
    """Measure both `rounds` times, alternating which of the two goes first, so that a busy machine hits both alike."""
    pairs: list[tuple[float, float]] = []
    for number in range(rounds):
        if number % 2:
            below = floor()
            pairs.append((ours(), below))
        else:
            above = ours()
            pairs.append((above, floor()))
    return Sample(tuple(pair[0] for pair in pairs)), Sample(tuple(pair[1] for pair in pairs))


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 1_000_000) * len(ordered) // 1_000_000) - 1)]
