"""How often and how long is measured."""

from typing import NamedTuple


class Effort(NamedTuple):
    """Repetitions, and the sizes of what is repeated."""

    starts: int = 15
    lessons: int = 9
    tracked: int = 2
    tracked_s: int = 20
    drains: int = 21
    drained: int = 500
    batched: int = 8_000
    stalls: int = 3
    stalled: int = 10_000
    lessons_there: int = 200
    windows_there: int = 100_000
    most_windows: int = 1_000_000
    hours: int = 8
    events: int = 20_000
    ticks: int = 3_000
    responses: int = 3
    memories: int = 3
    hand_overs: int = 20
    crashes: int = 5


QUICK = Effort(
    starts=5,
    lessons=3,
    tracked=1,
    drains=2,
    batched=4_000,
    stalls=1,
    stalled=1_000,
    windows_there=20_000,
    most_windows=100_000,
    hours=2,
    ticks=500,
    responses=2,
    memories=1,
    hand_overs=4,
    crashes=1,
)
