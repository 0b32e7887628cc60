"""How often and how long is measured."""

from typing import NamedTuple


class Effort(NamedTuple):
    """Repetitions, and the sizes of what is repeated."""

    starts: int = 15
    lessons: int = 9
    tracked: int = 2
    tracked_s: int = 20
    drains: int = 7
    drained: int = 500
    batched: int = 8_000
    stalls: int = 1
    stalled: int = 10_000


QUICK = Effort(
    starts=5, lessons=3, tracked=1, tracked_s=20, drains=2, drained=500, batched=4_000, stalls=1, stalled=1_000
)
